"""The chair's cell on the screens: what is offered while somebody types, and what it then says."""

import datetime as dt

import pytest

from apps.meetings.models import Meeting
from tests.make import Office, seated
from tests.newsroom.people import client_of

from .make import MONDAY, attends, line, official, save, term
from .test_screens import LIST, WEEK, page, typed_meeting

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY + dt.timedelta(days=1)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def pang():
    return official("Lò Văn Pâng", "Bí thư")


def found(office, **query):
    query = {"tuan": "2026-W48", "ngay": "Thứ Hai", "trang": office.portal.key} | query
    return client_of(office.manager).get(f"{WEEK}chu-tri/", query)


@pytest.mark.parametrize("typed", ["pang", "lo van", "Pâng"])
def test_officials_are_offered_with_and_without_marks(office, pang, typed):
    (row,) = found(office, q=typed).json()["found"]
    assert row == {
        "label": "Lò Văn Pâng", "says": "Bí thư Thị ủy Sông Vân", "value": str(pang.pk),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "rank"),
    [("Thứ Hai", "Phó Bí thư"), ("T3", "Bí thư"), ("24/11/2026", "Bí thư"), ("???", "Phó Bí thư")],
)
def test_offered_titles_are_those_of_the_typed_day(office, day, rank):
    mo = official("Hà Thị Mơ", "Phó Bí thư", ends_on=MONDAY)
    term(mo, "Bí thư", precedence=210, starts_on=TUESDAY)
    (row,) = found(office, q="mơ", ngay=day).json()["found"]
    assert row["says"] == f"{rank} Thị ủy Sông Vân"


def test_a_handover_offers_both_sides(office):
    mo = official("Hà Thị Mơ", "Phó Bí thư", ends_on=MONDAY)
    term(mo, "Bí thư", precedence=210, starts_on=MONDAY)
    values = [row["value"] for row in found(office, q="mơ").json()["found"]]
    assert values == [f"{mo.pk}:before", f"{mo.pk}:after"]


def test_other_portals_people_ask_nothing(office, pang):
    stranger = client_of(Office().manager)
    assert (
        stranger.get(f"{WEEK}chu-tri/", {"q": "pang", "trang": office.portal.key}).status_code
        == 404
    )


def test_the_grid_shows_the_titles_beneath_the_name(office, pang):
    save(office, line(chair="Lò Văn Pâng"))
    text = client_of(office.manager).get(f"{WEEK}?tuan=2026-48").text
    assert '<li data-name="Lò Văn Pâng">Bí thư Thị ủy Sông Vân</li>' in text


def test_who_only_reads_the_week_sees_the_titles(office, pang):
    save(office, line(chair="Lò Văn Pâng"))
    text = client_of(office.reporter).get(f"{WEEK}?tuan=2026-48").text
    assert "Lò Văn Pâng, Bí thư Thị ủy Sông Vân" in text


def entered(office, **fields):
    """A meeting as its own page enters it; the row and who chairs it."""
    client_of(office.reporter).post(f"{LIST}add/", typed_meeting(**fields))
    row = Meeting.objects.get()
    return row, [str(each) for each in row.attendance.all()]


def test_the_page_of_a_meeting_knows_officials_too(office, pang):
    row, chairs = entered(office, chair="Đ/c Lò Văn Pâng, Bí thư Thị ủy")
    assert (row.chair_words, chairs) == ("", ["Lò Văn Pâng"])
    text = client_of(office.reporter).get(page(row)).text
    assert 'value="Lò Văn Pâng"' in text


def test_the_page_of_a_meeting_keeps_other_words(office, pang):
    row, chairs = entered(office, chair="Thường trực Thị ủy")
    assert (row.chair_words, chairs) == ("Thường trực Thị ủy", [])


def test_the_page_chooses_between_namesakes(office, pang):
    other = official("Lò Văn Pâng", "Phó Bí thư")
    row, _chairs = entered(office, chair="Lò Văn Pâng", chosen=str(other.pk))
    assert row.attendance.get().person == other


def test_a_colleagues_chair_is_told_on_the_page(office, pang):
    row, _chairs = entered(office, chair="Thường trực Thị ủy")
    client = client_of(office.reporter)
    typed = typed_meeting(client, row, chair="Lãnh đạo Thị ủy")
    attends(row, pang, role="chair")
    answer = client.post(page(row), typed)
    assert answer.status_code == 200
    assert "Lãnh đạo Thị ủy" in answer.text
    assert [str(each) for each in row.attendance.all()] == ["Lò Văn Pâng"]


def test_an_inspector_reads_who_chairs(office, pang):
    row, _chairs = entered(office, chair="Lò Văn Pâng")
    text = client_of(seated("inspector", office.portal)).get(page(row)).text
    assert "Đồng chí Lò Văn Pâng, Bí thư Thị ủy Sông Vân" in text


@pytest.mark.parametrize("chosen", ["x", "1:after", "9" * 15, "0 " * 100, "\x00", "-1"])
def test_forged_choices_choose_nobody(office, pang, chosen):
    typed = {"line": "123456789", "123456789-day": "T2", "123456789-title": "Họp",
             "123456789-chair": "Thường trực Thị ủy", "123456789-chosen": chosen}  # fmt: skip
    assert client_of(office.manager).post(f"{WEEK}?tuan=2026-48", typed).status_code == 302
    assert Meeting.objects.get().chair_words == "Thường trực Thị ủy"
