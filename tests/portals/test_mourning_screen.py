"""“Chế độ tang lễ” at the desk: two taps, the pieces to decide on, what a stranger gets."""

import datetime as dt

import pytest
from django.utils import timezone

from apps.articles import workflow
from apps.articles.sending import offering, receiving
from apps.editions.models import Showing
from apps.newsroom.models import Act
from apps.portals import mourning
from apps.portals.models import Mourning
from tests import make
from tests.make import DAY, HOUR
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
PAGE, DESK = "/toa-soan/portals/mourning/", "/toa-soan/"


@pytest.fixture
def office():
    return make.Office()


def boxes(client):
    """What the page has filled in: its form sent as it is."""
    form = client.get(PAGE).context["form"]
    ends = form.initial["ends_at"]
    return {
        "portals": form.initial["portals"],
        "reason": form.initial["reason"],
        "ends_at_0": f"{timezone.localtime(ends):%d/%m/%Y}",
        "ends_at_1": "00:00",
    }


def scheduled(office, headline, after):
    now = timezone.now()
    piece = office.submitted(at=now, headline=headline)
    workflow.schedule(
        piece, by=office.chief, at=now, digest=make.digest(piece), live_from=now + after
    )
    return piece


def panel(client):
    panels = client.get(DESK).context["desk_panels"]
    found = [each["context"] for each in panels if "_mourning_panel" in each["template"]]
    return found[0] if found else None


def listed(client):
    return [showing.cut.title for showing in panel(client)["pieces"]]


def test_the_second_tap_needs_nothing_typed(office):
    editor = client_of(office.editor)
    assert editor.post(PAGE, boxes(editor))["Location"] == DESK
    made = Mourning.objects.get()
    assert made.starts_at <= timezone.now()
    midnight = timezone.localtime(made.ends_at)
    assert midnight.time() == dt.time(0)
    assert midnight.date() == timezone.localdate() + 2 * DAY


def test_a_wrong_day_loses_nothing(office):
    editor = client_of(office.editor)
    answer = editor.post(PAGE, boxes(editor) | {"ends_at_0": "31/2/2027", "reason": "Lễ tang"})
    assert answer.status_code == 200
    assert "Lễ tang" in answer.content.decode()
    assert list(answer.context["form"].errors) == ["ends_at"]
    answer = editor.post(PAGE, boxes(editor) | {"ends_at_0": "1/1/2020"})
    assert list(answer.context["form"].errors) == ["ends_at"]
    assert not Mourning.objects.exists()


def test_on_several_portals_all_are_chosen_at_once(office):
    other = make.portal()
    make.seat(office.editor, other, "editor")
    editor = client_of(office.editor)
    editor.post(PAGE, boxes(editor))
    assert {each.portal for each in Mourning.objects.all()} == {office.portal, other}
    assert editor.post(PAGE, boxes(editor) | {"portals": []}).status_code == 200
    assert editor.post(PAGE, boxes(editor) | {"portals": ["la"]}).status_code == 200
    assert Mourning.objects.count() == 2


def test_another_person_ends_it_on_the_page(office):
    editor, chief = client_of(office.editor), client_of(office.chief)
    editor.post(PAGE, boxes(editor))
    end = f"{PAGE}{Mourning.objects.get().pk}/ket-thuc/"
    editor.post(end)
    assert panel(chief)
    assert chief.get(end).status_code == 405
    chief.post(end)
    assert panel(chief) is None
    assert Mourning.objects.get().ended_by == office.chief


def test_reporters_and_strangers_find_no_such_page(office):
    stranger, reporter = client_of(make.Office().chief), client_of(office.reporter)
    made = mourning.begin(
        office.portal, by=office.editor, at=timezone.now(), ends_at=timezone.now() + DAY
    )
    assert reporter.get(PAGE).status_code == 404
    for who in (stranger, reporter):
        assert who.post(f"{PAGE}{made.pk}/ket-thuc/").status_code == 404
    assert str(office.portal) not in stranger.get(PAGE).content.decode()


def test_joyful_pieces_of_those_days_are_listed_to_who_decides(office):
    scheduled(office, "Khai mạc lễ hội hoa ban", HOUR)
    scheduled(office, "Thị ủy giao ban", HOUR)
    scheduled(office, "Chào mừng năm mới", 9 * DAY)
    chief = client_of(office.chief)
    assert panel(chief) is None
    now = timezone.now()
    mourning.begin(office.portal, by=office.editor, at=now, ends_at=now + DAY)
    assert listed(chief) == ["Khai mạc lễ hội hoa ban"]
    reporter = panel(client_of(office.reporter))
    assert (reporter["pieces"], reporter["decides"]) == ([], False)


def test_somebody_decides(office):
    kept, given_up = (scheduled(office, f"Lễ hội {name}", HOUR) for name in ("hoa", "chợ"))
    now = timezone.now()
    mourning.begin(office.portal, by=office.editor, at=now, ends_at=now + DAY)
    chief = client_of(office.chief)
    assert len(listed(chief)) == 2
    act = "/toa-soan/articles/article/{}/tang-le/{}/"
    chief.post(act.format(kept.pk, "van-dang"))
    assert listed(chief) == ["Lễ hội chợ"]
    chief.post(act.format(given_up.pk, "bo-hen-gio"))
    assert listed(chief) == []
    assert Act.objects.get(verb="keep_in_mourning").key == kept.key
    ahead = Showing.objects.coming_after(timezone.now())
    assert set(ahead.values_list("key", flat=True)) == {kept.key}


def test_others_decide_nothing(office):
    piece = scheduled(office, "Lễ hội hoa", HOUR)
    for who, status in ((office.reporter, 302), (make.Office().chief, 404)):
        for what in ("van-dang", "bo-hen-gio"):
            address = f"/toa-soan/articles/article/{piece.pk}/tang-le/{what}/"
            assert client_of(who).post(address).status_code == status
    assert not Act.objects.filter(verb__in=["keep_in_mourning", "unschedule"]).exists()


def test_a_joyful_piece_another_portal_sent_is_decided_on_its_own_page(office):
    now, other = timezone.now(), make.Office()
    sent = office.published(at=now - HOUR, headline="Hội diễn văn nghệ mừng Xuân")
    (row,) = offering.send(sent, [other.portal], by=office.chief, at=now)
    for who in (other.editor, other.chief):
        receiving.receive(
            row, other.section, by=who, at=now, digest=make.digest(sent), live_from=now + HOUR
        )
    mourning.begin(other.portal, by=other.chief, at=now, ends_at=now + DAY)
    chief = client_of(other.chief)
    assert listed(chief) == ["Hội diễn văn nghệ mừng Xuân"]
    page = f"/toa-soan/articles/sending/{row.pk}/change/"
    link = f"/toa-soan/articles/sending/o/{other.portal.key}/{sent.pk}/"
    assert link in chief.get(DESK).text and chief.get(link)["Location"] == page
    assert client_of(office.chief).get(link).status_code == 404
    today = chief.get("/toa-soan/articles/article/?viec=hen-hom-nay").text
    assert "Hội diễn" not in today
