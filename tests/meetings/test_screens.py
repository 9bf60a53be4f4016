"""The desk's screens over HTTP: who gets which, and that bad input gives a sentence."""

import pytest
from django.utils import timezone

from apps.meetings import attending, publishing
from apps.meetings.lines import line_of
from apps.meetings.models import Attendance, Meeting
from apps.meetings.panels import meeting_panels
from tests import make as offices
from tests.make import Office, seated
from tests.newsroom.people import administrator, client_of, seen_of

from .make import EIGHT, attends, meeting, official

pytestmark = pytest.mark.django_db
WEEK = "/toa-soan/meetings/scheduleline/"
LIST = "/toa-soan/meetings/meeting/"


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def held(office):
    return meeting(office.portal)


def page(row, what="change/"):
    return f"{LIST}{row.pk}/{what}"


def grid(line, **fields):
    n = line.number
    typed = {f"{n}-{name}": text for name, text in line.texts.items()}
    typed |= {"line": [n], f"{n}-was": line.was, f"{n}-day": line.day, f"{n}-time": line.time}
    return typed | {f"{n}-{name}": value for name, value in fields.items()}


PAGES = ["change/", "history/", "dai-bieu/", "cau-dai-bieu/", "xem/", "delete/"]
ACTS = ["ky/", "an/", "hoan/"]


@pytest.mark.parametrize("what", PAGES)
def test_other_portals_meetings_do_not_exist(held, what):
    for who in (seated("chief", Office().portal), seated("contributor", held.portal)):
        assert client_of(who).get(page(held, what)).status_code in (403, 404)


@pytest.mark.parametrize("what", ACTS)
def test_other_portals_meetings_take_no_acts(held, what):
    stranger = client_of(seated("chief", Office().portal))
    assert stranger.post(page(held, what), {"state": "cancelled"}).status_code == 404
    assert Meeting.objects.get().state == "planned"


def test_an_inspector_reads_a_meeting(held):
    inspector = client_of(seated("inspector", held.portal))
    for what in ("change/", "history/", "dai-bieu/", "xem/"):
        assert inspector.get(page(held, what)).status_code == 200
    assert held.title in inspector.get(page(held)).text


def test_an_inspector_changes_nothing(held):
    inspector = client_of(seated("inspector", held.portal))
    answer = inspector.post(page(held), {"title": "Khác", "day": "23/11/2026"})
    assert (answer.status_code, Meeting.objects.get().title) == (403, held.title)


def test_administrators_see_no_schedule(held):
    client = client_of(administrator())
    assert client.get(WEEK).status_code == 403
    assert client.get(page(held)).status_code in (403, 404)


def test_another_portals_week_does_not_exist(office):
    client = client_of(office.manager)
    assert client.get(f"{WEEK}?trang={Office().portal.key}").status_code == 404


@pytest.mark.parametrize("week", ["2026-W48", "2026-48", "x", "2026-99", "", "٢٠٢٦-48"])
def test_any_week_in_the_address_opens_one(office, week):
    assert client_of(office.manager).get(WEEK, {"tuan": week}).status_code == 200


def test_a_reporter_reads_the_week(office, held):
    text = client_of(office.reporter).get(f"{WEEK}?tuan=2026-48").content.decode()
    assert held.title in text
    assert "week-form" not in text


def test_the_grid_saves_what_was_typed(office, held):
    typed = grid(line_of(held), place="Hội trường", public="1")
    answer = client_of(office.manager).post(f"{WEEK}?tuan=2026-48", typed)
    assert answer.status_code == 302
    assert Meeting.objects.get().place == "Hội trường"


def test_a_wrong_line_comes_back_with_its_words(office, held):
    typed = grid(line_of(held), day="Thứ Tám", place="Hội trường")
    text = client_of(office.manager).post(f"{WEEK}?tuan=2026-48", typed).content.decode()
    assert "line-fault" in text
    assert "Thứ Tám" in text
    assert "Hội trường" in text


@pytest.mark.parametrize("number", ["1", "x", "-5", "9" * 30, "123456789\x00"])
def test_forged_rows_are_left_out(office, number):
    typed = {"line": number, f"{number}-title": "X", f"{number}-day": "T2"}
    answer = client_of(office.manager).post(f"{WEEK}?tuan=2026-48", typed)
    assert answer.status_code == 302
    assert not Meeting.objects.exists()


def test_a_row_of_another_portal_is_404(office):
    row = meeting(Office().portal)
    typed = grid(line_of(row), place="Nơi khác")
    assert client_of(office.manager).post(f"{WEEK}?tuan=2026-48", typed).status_code == 404


def test_calling_off_in_the_grid_saves_first(office, held):
    typed = grid(line_of(held), place="Hội trường", public="1", call_off="")
    typed["call_off"] = f"{held.number}:postponed"
    client_of(office.manager).post(f"{WEEK}?tuan=2026-48", typed)
    held.refresh_from_db()
    assert (held.place, held.state) == ("Hội trường", "postponed")


def test_signing_and_hiding_the_week_over_http(office, held):
    for who in (office.manager, office.chief):
        client = client_of(who)
        seen = client.get(f"{WEEK}?tuan=2026-48").context["standing"].digest
        client.post(f"{WEEK}ky/?tuan=2026-48", {"digest": seen})
    text = client_of(office.chief).get(f"{WEEK}?tuan=2026-48")
    assert text.context["standing"].published
    client_of(office.editor).post(f"{WEEK}an/?tuan=2026-48")
    assert not client_of(office.chief).get(f"{WEEK}?tuan=2026-48").context["standing"].live


def test_an_unseen_week_is_not_signed(office, held):
    client = client_of(office.manager)
    client.post(f"{WEEK}ky/?tuan=2026-48")
    assert client.get(f"{WEEK}?tuan=2026-48").context["standing"].signers == ()


def typed_meeting(client=None, row=None, **fields):
    typed = {
        "title": "Hội nghị giao ban", "day": "23/11/2026", "time": "8h00", "last_day": "",
        "place": "", "form": "in_person", "state": "planned", "kind": "", "series": "",
        "period": "", "host_name": "", "points": "", "agenda": "", "chair_words": "",
        "guest_words": "", "prepared_by": "", "public_link": "", "private_link": "",
        "documents-TOTAL_FORMS": "0", "documents-INITIAL_FORMS": "0",
    }  # fmt: skip
    seen = {"seen": seen_of(client, page(row))} if row else {}
    return typed | seen | fields


def test_a_meeting_is_entered(office):
    typed = typed_meeting(points="Xã Nà Khoang\n\nXã Khe Trúc", is_public="1")
    answer = client_of(office.reporter).post(f"{LIST}add/", typed)
    row = Meeting.objects.get()
    assert answer["Location"].endswith(page(row))
    assert (row.starts_at, row.remote_points) == (EIGHT, ["Xã Nà Khoang", "Xã Khe Trúc"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "31/2/2026"), ("time", "25h"), ("title", ""), ("title", "T" * 301),
        ("last_day", "1/1/2026"), ("host_name", "Không có cơ quan này"), ("state", "x"),
        ("public_link", "không phải địa chỉ"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_told_beside_it(office, field, value):
    answer = client_of(office.reporter).post(f"{LIST}add/", typed_meeting(**{field: value}))
    assert field in answer.context["adminform"].form.errors
    assert not Meeting.objects.exists()


def test_public_and_without_coverage_is_refused(office):
    typed = typed_meeting(is_public="1", no_coverage="1")
    assert client_of(office.reporter).post(f"{LIST}add/", typed).status_code == 200
    assert not Meeting.objects.exists()


def test_a_colleagues_change_of_facts_is_told(office, held):
    client = client_of(office.reporter)
    typed = typed_meeting(client, held, place="Nơi này")
    Meeting.objects.update(place="Nơi kia")
    assert client.post(page(held), typed).status_code == 200
    assert Meeting.objects.get().place == "Nơi kia"


def test_a_list_is_pasted_answered_and_ordered(office, held):
    person = official("Lò Văn Pâng", "Bí thư")
    client = client_of(office.reporter)
    client.post(page(held, "dai-bieu/"), listed(held, act="paste", pasted="Lò Văn Pang\nCác xã"))
    client.post(page(held, "dai-bieu/"), listed(held, act=f"answer:r1:{person.pk}"))
    client.post(page(held, "dai-bieu/"), listed(held, act="down:r1"))
    assert [row.person for row in held.attendance.all()] == [None, person]


@pytest.mark.parametrize("act", ["save", "sort", "up:r1"])
def test_names_left_in_the_box_are_added_by_any_button(office, held, act):
    attends(held, label="Các xã")
    typed = listed(held, act=act, pasted="Các phòng, ban")
    client_of(office.reporter).post(page(held, "dai-bieu/"), typed)
    assert {row.label for row in held.attendance.all()} == {"Các xã", "Các phòng, ban"}


def test_names_left_in_the_box_survive_a_refused_button(office, held):
    typed = listed(held, act="copy", pasted="Các phòng, ban")
    text = client_of(office.reporter).post(page(held, "dai-bieu/"), typed).content.decode()
    assert "Các phòng, ban" in text
    assert not held.attendance.exists()


def listed(held, **fields):
    """The form as the screen shows it."""
    typed = {"was": attending.list_digest(held), "row": []}
    for number, row in enumerate(held.attendance.all(), 1):
        key = f"r{number}"
        typed["row"].append(key)
        typed |= {f"{key}-{name}": getattr(row, name) for name in ("label", "role", "pasted")}
        typed[f"{key}-person"] = row.person_id or ""
        typed[f"{key}-asked"] = ",".join(map(str, row.asked))
    return typed | fields


def test_a_stale_list_keeps_what_was_typed(office, held):
    client = client_of(office.reporter)
    typed = listed(held, row=["r1"], **{"r1-label": "Các phòng, ban"})
    attends(held, label="Các xã")
    text = client.post(page(held, "dai-bieu/"), typed).content.decode()
    assert "Các phòng, ban" in text
    assert held.attendance.get().label == "Các xã"


@pytest.mark.parametrize(
    "forged",
    [
        {"r1-person": "999999"}, {"r1-person": "x" * 40}, {"r1-role": "king"},
        {"r1-asked": "1,a,99999999999999999"}, {"act": "answer:r9:1"}, {"act": "up:r1"},
        {"act": "copy"}, {"act": "???"}, {"r1-label": "\x00", "act": "sort"},
    ],
)  # fmt: skip
def test_forged_lists_give_a_sentence(office, held, forged):
    typed = listed(held, row=["r1"], **{"r1-label": "Các xã"}) | forged
    answer = client_of(office.reporter).post(page(held, "dai-bieu/"), typed)
    assert answer.status_code in (200, 302)


def test_who_only_reads_changes_no_list(office, held):
    inspector = client_of(seated("inspector", office.portal))
    typed = listed(held, row=["r1"], **{"r1-label": "Các xã"})
    inspector.post(page(held, "dai-bieu/"), typed)
    assert not Attendance.objects.exists()


def test_the_first_page_says_what_waits(office, rf):
    row = meeting(office.portal, starts_at=timezone.now() + offices.HOUR, needs_reporter=True)
    request = rf.get("/toa-soan/")
    request.user = office.reporter
    (panel,) = meeting_panels(request)
    assert panel["context"]["meetings"] == [row]


def test_every_page_passes_the_strict_policy(office, held):
    attends(held, official("Lò Văn Pâng", "Bí thư"))
    client = client_of(office.manager)
    pages = [WEEK, LIST, f"{LIST}add/", page(held), page(held, "dai-bieu/"), page(held, "history/")]
    for address in pages:
        answer = client.get(address)
        text = answer.content.decode()
        assert answer.status_code == 200, address
        assert " style=" not in text
        assert "onclick=" not in text


def test_a_refused_form_tells_what_readers_still_have(office, held):
    for by in (office.manager, office.editor):
        publishing.sign_meeting(held, by=by, at=timezone.now())
    client = client_of(office.reporter)
    typed = {"title": held.title, "day": "23/11/2026", "time": "8:00", "form": "in_person",
             "state": "planned", "place": "Chỗ vừa gõ", "documents-TOTAL_FORMS": 0,
             "documents-INITIAL_FORMS": 0}  # fmt: skip
    text = client.post(page(held), typed).text
    assert "Chỗ vừa gõ" in text
    assert "Bạn đọc đang xem đúng bản này" in text
    assert Meeting.objects.get().is_public
