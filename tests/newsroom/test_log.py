"""The log: who reads whose acts, what the filter finds, pages, queries, and the file."""

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from apps.articles import workflow
from apps.newsroom import history, log_export, staffing
from apps.newsroom.models import Act
from apps.portals import appointing
from tests import make
from tests.make import DAY, HOUR, NOON
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
LOG = "/toa-soan/newsroom/act/"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office("muong")


def seen(user, **asked):
    """What the list says, without the filter above it."""
    answer = client_of(user).get(LOG, asked)
    assert answer.status_code == 200
    text = answer.text.partition('id="log-filter"')[2].partition("</form>")[2]
    return text.partition('class="log-foot"')[0]


def sent_back(office, reason="Thiếu tên người chủ trì"):
    article = office.submitted(headline="Thị ủy họp bàn chuyển đổi số")
    return workflow.send_back(
        article, by=office.editor, at=NOON + HOUR, digest=make.digest(article), reason=reason
    )


@pytest.mark.parametrize(
    ("role", "status"),
    [("chief", 200), ("deputy_chief", 200), ("inspector", 200), ("managing_editor", 404),
     ("editor", 404), ("reporter", 404), ("contributor", 404)],
)  # fmt: skip
def test_chiefs_and_inspectors_read_the_log(office, role, status):
    assert client_of(make.seated(role, office.portal)).get(LOG).status_code == status


def test_a_chief_reads_only_his_own_portals(office):
    sent_back(office)
    other = make.Office("khac")
    sent_back(other, reason="Việc của trang khác")
    assert "Thiếu tên người chủ trì" in seen(office.chief)
    assert "Việc của trang khác" not in seen(office.chief)
    assert "Việc của trang khác" not in seen(office.chief, trang="khac")
    assert "Việc của trang khác" not in seen(office.chief, q="viec cua trang khac")


def test_an_administrator_reads_about_accounts_and_nothing_about_texts(office):
    sent_back(office)
    admin = make.user(is_administrator=True)
    staffing.create_account({"username": "moi", "display_name": "Người mới"}, by=admin, at=NOON)
    told = seen(admin)
    assert "Người mới" in told
    assert "chuyển đổi số" not in told


def test_acts_are_told_in_words(office):
    sent_back(office)
    with translation.override("vi"):
        told = seen(office.chief)
    assert "Trả lại" in told and str(office.editor) in told
    assert "Thị ủy họp bàn chuyển đổi số" in told
    for raw in ("send_back", "article:", "revision", "digest", "in_review", "sent_back"):
        assert raw not in told.replace("ve=article%3A", "")


@pytest.mark.parametrize("words", ["thieu ten", "THIẾU TÊN", "chuyen doi so", "chuyển số"])
def test_search_with_and_without_marks_in_reason_and_headline(office, words):
    sent_back(office)
    make.seat(office.editor, office.portal)
    assert "Thiếu tên người chủ trì" in seen(office.chief, q=words)
    assert "Thiếu tên người chủ trì" not in seen(office.chief, q="không có chữ này")


def test_filter_by_person_thing_kind_act_and_days(office):
    article = sent_back(office)
    other = office.draft(headline="Bài khác hẳn", at=NOON + 3 * DAY)
    chief = office.chief
    assert "Thiếu tên" not in seen(chief, nguoi=office.reporter.pk)
    assert "Thiếu tên" in seen(chief, nguoi=office.editor.pk)
    assert "Bài khác hẳn" not in seen(chief, ve=article.key)
    assert "Bài khác hẳn" in seen(chief, ve=other.key)
    assert "Bài khác hẳn" not in seen(chief, viec="send_back")
    assert "Thiếu tên" in seen(chief, viec="send_back")
    assert "Thiếu tên" not in seen(chief, loai="meeting")
    assert "Bài khác hẳn" not in seen(chief, den="1/5/2026")
    assert "Thiếu tên" not in seen(chief, tu="1/5/2026")
    assert "Thiếu tên" in seen(chief, tu="30/4/2026", den="30/4/2026")


@pytest.mark.parametrize(
    "asked",
    [{"tu": "hôm nào"}, {"den": "31/2/2026"}, {"nguoi": "x"}, {"nguoi": "9" * 30}, {"viec": "'"},
     {"truoc": "²"}, {"truoc": "9" * 30}, {"q": "\x00"}, {"ve": "\x00"}, {"trang": "khac"},
     {"den": "31/12/9999"}, {"q": "a" * 500}],
)  # fmt: skip
def test_what_cannot_be_read_is_no_error(office, asked):
    assert client_of(office.chief).get(LOG, asked).status_code == 200


def many(office, number):
    Act.objects.bulk_create(
        Act(
            key=f"article:{n % 9}", portal=office.portal.key, verb="edit", by=office.editor,
            at=NOON + dt.timedelta(seconds=n // 3), reason=f"Lý do {n}",
        )
        for n in range(number)
    )  # fmt: skip


def test_pages_follow_each_other_without_gap_or_repetition(office):
    many(office, 120)
    client, address, found = client_of(office.chief), LOG, []
    while address:
        page = client.get(address).context
        found += [line.told.reason for line in page["lines"]]
        address = LOG + page["next"] if page["next"] else ""
    assert found == [f"Lý do {n}" for n in reversed(range(120))]


@pytest.mark.sqlite_only
def test_queries_stay_few_however_many_acts(office):
    client = client_of(office.chief)
    article = sent_back(office, "lý do")
    many(office, 400)
    for key in (article.key, "meeting:1", "picture:1", "attachment:1", f"user:{office.chief.pk}"):
        history.record(
            key, "edit", by=office.chief, at=NOON + DAY, portal=office.portal.key, reason="lý do"
        )
    last = Act.objects.order_by("-at", "-pk")[1]
    for asked in ({}, {"q": "ly do", "tu": "1/1/2020", "truoc": last.pk}, {"ve": article.key}):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LOG, asked).status_code == 200
        assert len(queries) <= 12


@pytest.mark.timed
def test_a_page_of_sixty_thousand_acts_is_quick(office):
    many(office, 2000)
    columns = "key, portal, verb, by_id, before, after, reason, folded, at"
    with connection.cursor() as cursor:
        for _doubling in range(5):
            cursor.execute(
                f"INSERT INTO newsroom_act ({columns}) SELECT {columns} FROM newsroom_act"
            )
        cursor.execute("ANALYZE newsroom_act")
    assert Act.objects.count() > 60_000
    with CaptureQueriesContext(connection) as queries:
        assert client_of(office.chief).get(LOG, {"nguoi": office.editor.pk}).status_code == 200
    assert sum(float(query["time"]) for query in queries) < 0.1  # a hundredth of it is used


def taken(user, **asked):
    answer = client_of(user).post(f"{LOG}export/", asked)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def test_the_file_is_what_the_filter_shows_and_opens_in_excel(office):
    sent_back(office, reason='=HYPERLINK("http://xau.example")')
    office.draft(headline="+84 là mã vùng")
    text = taken(office.chief, viec="send_back")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 2
    assert rows[1][0] == "30/04/2026" and rows[1][1] == "13:00:00"
    assert any(cell.startswith("'=HYPERLINK") for cell in rows[1])
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-2", "@SUM", "\t=1", " =1", "\r=1"])
def test_a_cell_that_could_be_a_formula_is_made_words(cell):
    assert log_export.harmless(cell) == "'" + cell


def test_taking_the_log_away_is_recorded_with_the_filter(office):
    sent_back(office)
    inspector = make.seated("inspector", office.portal)
    taken(inspector, q="thieu")
    act = Act.objects.get(verb=log_export.VERB)
    assert (act.by, act.portal, act.reason) == (inspector, office.portal.key, "Words: thieu")
    assert "took the log away" in seen(office.chief).lower()


def test_nobody_else_takes_it_and_bad_days_take_nothing(office):
    assert client_of(office.editor).post(f"{LOG}export/").status_code == 404
    assert client_of(office.chief).get(f"{LOG}export/").status_code == 405
    answer = client_of(office.chief).post(f"{LOG}export/", {"tu": "bậy"})
    assert answer.status_code == 302
    assert not Act.objects.filter(verb=log_export.VERB).exists()


def test_a_long_file_has_every_act_once(office):
    many(office, 1201)
    text = taken(office.chief)
    assert text.count("Lý do ") == 1201


def test_roles_are_told_to_the_chief_of_their_portal_and_to_the_administrator(office):
    admin = make.user(is_administrator=True)
    newcomer = make.user(display_name="Mùa A Dê")
    appointing.give_seat(newcomer, office.portal, "reporter", by=admin, at=NOON)
    for reader in (office.chief, admin):
        assert "Mùa A Dê" in seen(reader)
    assert "Mùa A Dê" not in seen(make.Office("khac").chief)
