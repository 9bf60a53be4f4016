"""A meeting on the day of a handover: the person at the screen says which titles count (WEEK 3)."""

import datetime as dt

import pytest

from apps.meetings import attending, pages
from apps.meetings.attendance import sentences, told
from apps.meetings.models import Attendance
from tests.make import DAY, Office
from tests.newsroom.people import client_of

from .make import MONDAY, NOW, attends, meeting, official, term

pytestmark = pytest.mark.django_db
OLD, NEW = "Phó Bí thư Thị ủy Sông Vân", "Bí thư Thị ủy Sông Vân"


@pytest.fixture
def office():
    made = Office()
    made.held = meeting(made.portal)
    made.person = official("Hà Thị Mơ", "Phó Bí thư", ends_on=MONDAY)
    term(made.person, "Bí thư", precedence=210, starts_on=MONDAY)
    made.row = attends(made.held, made.person, role=Attendance.Role.CHAIR)
    return made


def chosen(office, half):
    office.row.half = half
    was = attending.list_digest(office.held)
    attending.save_list(office.held, [office.row], was=was, by=office.reporter, at=NOW)
    return told(office.held)[0]


def test_both_sides_are_offered(office):
    assert told(office.held)[0].choices == (("before", OLD), ("after", NEW))


def test_a_day_later_nothing_is_asked(office):
    office.held.starts_at += dt.timedelta(days=1)
    assert told(office.held)[0].choices == ()


@pytest.mark.parametrize(("half", "titles"), [("before", OLD), ("after", NEW)])
def test_the_chosen_side_is_told(office, half, titles):
    assert chosen(office, half).titles == titles
    assert sentences(office.held).chairs == f"Đồng chí Hà Thị Mơ, {titles} chủ trì hội nghị."
    assert pages.meeting_values(office.held)["attendance"][0]["titles"] == titles


def test_a_choice_is_void_on_another_day(office):
    chosen(office, "before")
    office.held.starts_at += DAY
    assert told(office.held)[0].titles == NEW


def test_nonsense_is_no_side(office):
    assert chosen(office, "giữa").row.half == ""


def test_the_screen_asks_and_keeps_the_answer(office):
    client = client_of(office.reporter)
    address = f"/toa-soan/meetings/meeting/{office.held.pk}/dai-bieu/"
    assert "trước khi thay đổi" in client.get(address).text
    client.post(
        address,
        {"was": attending.list_digest(office.held), "row": "a", "a-person": office.person.pk,
         "a-role": "chair", "a-half": "after", "act": "save"},
    )  # fmt: skip
    assert office.held.attendance.get().half == "after"
