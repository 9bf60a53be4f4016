"""Checking an article at the desk: what is typed, what is stored, what is stopped."""

import datetime as dt
import json
import statistics
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.articles import passing_over, remaining, workflow
from apps.articles.manuscripts import body_pieces, draft_of, draft_typed
from apps.articles.models import Article
from apps.articles.remaining import remarks_on
from apps.meetings.models import Attendance, Meeting
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization
from apps.people.models import Person, Position, Term
from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.overriding import Mark
from apps.proofing.snapshots import forget
from apps.proofing.stopping import set_stopping
from tests import make
from tests.make import NOON
from tests.newsroom.people import client_of
from tests.test_articles_desk import form

pytestmark = pytest.mark.django_db
DESK = "/toa-soan/articles/article/"
CHECK = f"{DESK}kiem-tra/"
WRONG = "<p>Dự có đồng chí Giàng A Súa, Bí thư Thị ủy Sông Vân.</p>"
DAY = dt.date(2025, 6, 10)


@pytest.fixture(autouse=True)
def register():
    """Giàng A Súa is deputy secretary; nothing of another test's register is left."""
    forget()
    committee = Organization.objects.create(
        name="Thị ủy Sông Vân", slug="thi-uy-song-van", level="district", kind="party_committee",
        place="thị xã Sông Vân", short_names=["Thị ủy"],
    )  # fmt: skip
    for name, rank in (("Giàng A Súa", "Phó Bí thư"), ("Nông Khánh Tùng", "Bí thư")):
        person = Person.objects.create(name=name, slug=name.replace(" ", "-").lower())
        position = Position.objects.create(rank=rank, body=committee)
        Term.objects.create(person=person, position=position, starts_on=dt.date(2024, 6, 1))
    yield committee
    forget()


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def secret(monkeypatch):
    """Every "MẬT" is a mark of secrecy, whatever else is checked."""

    def check(manuscript, today=None):
        at = manuscript.text.find("MẬT")
        return [Finding(Kind.SECRECY_MARK, at, at + 3, "MẬT", "Dấu mật.")] if at >= 0 else []

    monkeypatch.setattr(remaining, "check", check)


def ask(who, **typed):
    client = client_of(who)
    return client.post(CHECK, typed)


def found(answer):
    assert answer.status_code == 200
    return [(row["field"], row["kind"], row["quote"]) for row in answer.json()["findings"]]


def only_wrong(rows):
    return [row for row in rows if row["kind"] == "wrong_title"]


# -- the text and its places --


def test_wrong_title_is_found_where_it_is_typed(office):
    typed = {"body": f"<p>Mở đầu.</p>{WRONG}", "event_date": "10/6/2025"}
    answer = ask(office.reporter, portal=office.portal.key, **typed)
    (row,) = only_wrong(answer.json()["findings"])
    text = "Dự có đồng chí Giàng A Súa, Bí thư Thị ủy Sông Vân."
    assert row["field"] == "block:1" and text[row["start"] : row["end"]] == row["quote"]
    assert row["label"] == "Sai chức danh" and row["word"] == "Cần sửa"
    assert "Phó Bí thư" in row["fix"] and not row["stops"] and row["passed"] is None


@pytest.mark.parametrize("field", ["headline", "sapo", "pictures-3-caption", "pictures-0-alt"])
def test_every_field_names_itself(office, field):
    words = "Đồng chí Giàng A Súa, Bí thư Thị ủy Sông Vân"
    answer = ask(
        office.reporter, portal=office.portal.key, event_date="10/6/2025", **{field: words}
    )
    assert (field, "wrong_title", "Bí thư Thị ủy Sông Vân") in found(answer)


def test_offsets_count_as_pages_do(office):
    """One sign beyond the first plane is two of a page's; a line end of a form is one."""
    sapo = "😀 Tin.\r\nĐồng chí Giàng A Súa, Bí thư Thị ủy Sông Vân"
    answer = ask(office.reporter, portal=office.portal.key, event_date="10/6/2025", sapo=sapo)
    (row,) = only_wrong(answer.json()["findings"])
    units = sapo.replace("\r\n", "\n").encode("utf-16-le")
    assert units[2 * row["start"] : 2 * row["end"]].decode("utf-16-le") == row["quote"]


def test_blocks_count_as_the_editor_does():
    html = (
        "<p>Một <strong>hai</strong><br>ba</p><p></p><figure><img data-file='7' alt='Mô tả'>"
        "<figcaption>Chú <em>thích</em></figcaption></figure><ul><li><p>Bốn</p></li></ul>"
    )
    pieces, figures = body_pieces(html)
    assert [(piece.field, piece.text) for piece in pieces] == [
        ("block:0", "Một hai\nba"), ("block:1", ""), ("block:2", "Chú thích"), ("block:3", "Bốn"),
        ("figure:0", "Mô tả"),
    ]  # fmt: skip
    assert figures == [("figure:0", 7)]


def test_stored_and_typed_articles_are_the_same_pieces(office):
    article = make.fresh(office.draft(body=WRONG, event_date=DAY))
    typed = {"headline": article.headline, "sapo": article.sapo, "body": article.body}
    stored, now = draft_of(article, NOON), draft_typed(typed, office.portal, article, NOON)
    assert stored.pieces == now.pieces


def test_day_without_an_event_is_today(office):
    """At the desk a title is asked for; the page without a day is judged as of today."""
    answer = ask(office.reporter, portal=office.portal.key, body=WRONG)
    assert ("block:0", "wrong_title", "Bí thư Thị ủy Sông Vân") in found(answer)


def test_meeting_tells_its_chairs(office):
    meeting = Meeting.objects.create(
        portal=office.portal, title="Giao ban", slug="giao-ban", starts_at=NOON, is_public=True
    )
    Attendance.objects.create(meeting=meeting, label="Nông Khánh Tùng", role="chair")
    draft = draft_typed({"meeting": str(meeting.pk)}, office.portal, None, NOON)
    assert draft.chairs == ("Nông Khánh Tùng",)
    assert draft_typed({"meeting": str(meeting.pk)}, make.portal(), None, NOON).chairs == ()


# -- who may ask, and with what --


def test_other_portals_articles_are_not_there(office):
    article = make.Office().draft()
    assert ask(office.chief, article=article.pk).status_code == 404
    assert ask(office.chief, portal=article.portal.key).status_code == 404


def test_without_a_seat_or_only_reading_nothing_is_checked(office):
    assert ask(make.user(), portal=office.portal.key).status_code == 404
    inspector = make.seated("inspector", office.portal)
    assert ask(inspector, portal=office.portal.key).status_code == 404
    assert Client().post(CHECK).status_code == 302


def test_only_posts_are_answered(office):
    client = client_of(office.reporter)
    assert client.get(CHECK).status_code == 405


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"article": "x"},
        {"article": "9" * 40},
        {"portal": "không có"},
        {"body": "<p><b>a</p></figure><figcaption>" * 50},
        {"body": "\x00\ud7ff<", "event_date": "31/2/2021", "meeting": "-1"},
        {"pictures-9999-picture": "9" * 30, "attachments-1-attachment": "²", "bylines-0-name": " "},
        {"headline": "e\u0301" * 500, "event_date": "1/1/" + "9" * 50},
    ],
)
def test_bad_input_is_never_a_failure(office, typed):
    typed = {"portal": office.portal.key} | typed
    assert ask(office.reporter, **typed).status_code in (200, 404)


def test_answer_is_not_kept_by_anybody(office):
    answer = ask(office.reporter, portal=office.portal.key)
    assert "no-store" in answer["Cache-Control"]
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_checking_costs_the_same_for_any_length(office):
    article = office.draft()

    client = client_of(office.reporter)

    def queries(body):
        with CaptureQueriesContext(connection) as asked:
            client.post(CHECK, {"article": article.pk, "body": body})
        return len(asked)

    queries(WRONG)
    assert queries(WRONG) == queries(WRONG * 20) <= 9


@pytest.mark.timed
def test_ten_thousand_signs_are_checked_in_time(office):
    body = (WRONG + "<p>Hội nghị đã nghe báo cáo tình hình kinh tế – xã hội quý II.</p>") * 100
    typed = {"body": body[: body.find("</p>", 10_000 + 14 * 90) + 4], "event_date": "10/6/2025"}
    assert sum(len(piece.text) for piece in body_pieces(typed["body"])[0]) >= 10_000
    times = []
    for _turn in range(5):
        begun = time.perf_counter()
        answer = ask(office.reporter, portal=office.portal.key, **typed)
        times.append(time.perf_counter() - begun)
    assert only_wrong(answer.json()["findings"])
    assert statistics.median(times[1:]) < 0.150


# -- what stops --


def test_secret_stops_handing_in_and_says_what_to_do(office, secret):
    article = office.draft(headline="Kế hoạch MẬT")
    with pytest.raises(Refused, match="Dấu hiệu mật “MẬT” \\(tiêu đề\\).*Trưởng Ban"):
        workflow.submit(article, by=office.reporter, at=NOON)
    assert make.fresh(article).state == Article.State.DRAFT


def test_chief_passes_over_with_a_reason_and_it_goes_on(office, secret):
    article = office.draft(headline="Kế hoạch MẬT")
    mark = Mark(Kind.SECRECY_MARK, "MẬT", "")
    with pytest.raises(Refused):
        passing_over.pass_over(article, mark, by=office.reporter, at=NOON, reason="Tên vở kịch")
    passing_over.pass_over(article, mark, by=office.chief, at=NOON, reason="Tên vở kịch")
    workflow.submit(article, by=office.reporter, at=NOON)
    workflow.publish(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert make.fresh(article).state == Article.State.PUBLISHED


@pytest.mark.parametrize("act", ["approve", "publish", "schedule"])
def test_secret_an_editor_writes_stops_what_follows(office, secret, act):
    article = office.submitted()
    office.edit(article, office.editor, headline="Kế hoạch MẬT")
    more = {"live_from": NOON + make.HOUR} if act == "schedule" else {}
    verb = getattr(workflow, act)
    with pytest.raises(Refused, match="MẬT"):
        verb(article, by=office.editor, at=NOON, digest=make.digest(article), **more)


def test_wrong_title_only_advises_until_the_chief_says_otherwise(office):
    article = office.draft(body=WRONG, event_date=DAY)
    set_stopping(office.portal, {Kind.WRONG_TITLE}, by=office.chief, at=NOON)
    with pytest.raises(Refused, match="Sai chức danh"):
        workflow.submit(article, by=office.reporter, at=NOON)
    set_stopping(office.portal, set(), by=office.chief, at=NOON)
    assert workflow.submit(article, by=office.reporter, at=NOON).state == Article.State.IN_REVIEW


def test_passed_over_title_stops_no_more(office):
    article = office.draft(body=WRONG, event_date=DAY)
    set_stopping(office.portal, {Kind.WRONG_TITLE}, by=office.chief, at=NOON)
    (remark,) = [r for r in remarks_on(make.fresh(article), NOON) if r.hinders]
    mark = Mark.of(remark.finding)
    passing_over.pass_over(article, mark, by=office.reporter, at=NOON, reason="Mới được bầu")
    workflow.submit(article, by=office.reporter, at=NOON)


def test_who_may_not_edit_passes_nothing_over(office):
    article = office.submitted()
    other = make.seated("reporter", office.portal)
    mark = Mark(Kind.WRONG_TITLE, "Bí thư", "")
    for who in (other, office.reporter):  # handed in, it is the editors'
        with pytest.raises(Refused):
            passing_over.pass_over(article, mark, by=who, at=NOON, reason="Đúng")
    passing_over.pass_over(article, mark, by=office.editor, at=NOON, reason="Đúng")


def test_signatures_do_not_know_of_findings(office):
    article = office.draft(body=WRONG, event_date=DAY)
    before = make.digest(article)
    mark = Mark(Kind.WRONG_TITLE, "Bí thư Thị ủy Sông Vân", "")
    passing_over.pass_over(article, mark, by=office.reporter, at=NOON, reason="Đúng")
    assert make.digest(article) == before


# -- over HTTP --


def test_passing_over_and_back_by_the_page(office):
    article = office.draft(body=WRONG, event_date=DAY)
    client = client_of(office.reporter)
    row = only_wrong(ask(office.reporter, article=article.pk, body=WRONG).json()["findings"])[0]
    said = {name: row[name] for name in ("kind", "quote", "expected")}
    refused = client.post(f"{DESK}{article.pk}/bo-qua/", said | {"reason": ""})
    assert "lý do" in refused.json()["refused"]
    assert client.post(f"{DESK}{article.pk}/bo-qua/", said | {"reason": "Đúng"}).json() == {
        "done": True
    }
    row = only_wrong(ask(office.reporter, article=article.pk, body=WRONG).json()["findings"])[0]
    assert row["passed"]["reason"] == "Đúng" and row["passed"]["by"] == str(office.reporter)
    history = client.get(f"{DESK}{article.pk}/history/").content.decode()
    assert "Sai chức danh “Bí thư Thị ủy Sông Vân”" in history and "Đúng" in history
    client.post(f"{DESK}{article.pk}/lay-lai/", said)
    row = only_wrong(ask(office.reporter, article=article.pk, body=WRONG).json()["findings"])[0]
    assert row["passed"] is None
    assert Act.objects.filter(key=article.key, verb="take_back").exists()


def test_other_portals_findings_cannot_be_passed_over(office):
    article = make.Office().draft()
    client = client_of(office.chief)
    for act in ("bo-qua", "lay-lai"):
        answer = client.post(f"{DESK}{article.pk}/{act}/", {"kind": "wrong_title", "quote": "x"})
        assert answer.status_code == 404


def test_what_is_left_is_told_after_handing_in(office):
    article = office.draft(body=WRONG, event_date=DAY)
    client = client_of(office.editor)
    workflow.submit(article, by=office.reporter, at=NOON)
    typed = form(make.fresh(article), act="publish", event_date="10/6/2025")
    page = client.post(f"{DESK}{article.pk}/change/", typed, follow=True).content.decode()
    assert "Sai chức danh “Bí thư Thị ủy Sông Vân” (nội dung)" in page


def test_page_of_the_hour_tells_what_is_left(office):
    article = office.submitted(body=WRONG, event_date=DAY)
    client = client_of(office.editor)
    page = client.get(f"{DESK}{article.pk}/act/schedule/").content.decode()
    assert "Bài còn điểm cần xem lại" in page and "Bí thư Thị ủy Sông Vân" in page


def test_reader_of_the_desk_is_told_of_the_stored_text(office):
    article = office.submitted(body=WRONG, event_date=DAY)
    client = client_of(make.seated("inspector", office.portal))
    answer = client.post(f"{DESK}{article.pk}/kiem-tra/")
    assert only_wrong(json.loads(answer.content)["findings"])


def test_advice_names_the_grave_and_counts_the_rest():
    def remark(severity, quote="x"):
        finding = Finding(Kind.WRONG_TITLE, 0, 1, quote, "…", severity)
        return remaining.Remark(finding, "sapo", 0, 1, False)

    hints = [remark(Severity.HINT)] * 2
    assert remaining.advice([]) == ""
    assert "2" in remaining.advice(hints)
    many = [remark(Severity.ERROR, f"số {number}") for number in range(7)]
    said = remaining.advice([*many, *hints])
    assert "“số 4”" in said and "“số 5”" not in said and "2 điểm khác" in said


@pytest.mark.parametrize(
    ("mark", "ending", "marked"),
    [("./.", "Hội nghị kết thúc…/.", "…/."), ("./.", "Hội nghị kết thúc.", None),
     ("./.", "Hội nghị kết thúc./.", None), ("", "Hội nghị kết thúc…/.", None)],
)  # fmt: skip
def test_only_another_portals_end_mark_is_marked(office, mark, ending, marked):
    """The readers' page puts the portal's own by itself."""
    office.portal.style.end_mark = mark
    office.portal.style.save()
    remarks = remarks_on(make.fresh(office.draft(body=f"<p>{ending}</p>")), NOON)
    found = [each.finding.quote for each in remarks if each.finding.kind == Kind.END_MARK]
    assert found == ([marked] if marked else [])
