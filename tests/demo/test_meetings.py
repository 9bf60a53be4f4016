"""The demo's meetings: past ones with their people, this week's and next week's schedule."""

import pytest

from apps.editions.models import Showing
from apps.meetings.models import Attendance, Meeting
from apps.meetings.pages import week_of
from apps.people.titles import in_protocol_order
from config.demo.meetings import Scheduler

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def meetings(registrar):
    return Scheduler(registrar.users, registrar, registrar.calendar).keep_all()


def test_fourteen_meetings_four_of_them_not_public(meetings):
    rows = Meeting.objects.all()
    assert len(rows) == 14
    assert sum(not row.is_public for row in rows) == 4
    assert sorted(row.state for row in rows if row.state != "planned") == ["cancelled", "postponed"]
    assert sum(row.needs_reporter for row in rows) == 2


def test_thirty_take_part_in_the_latest_giao_ban(meetings):
    rows = meetings["m06"].attendance.all()
    assert 28 <= len(rows) <= 36
    assert not any(row.asked for row in rows)
    roles = {row.role for row in rows}
    assert roles == {"chair", "attends", "stands_in", "absent"}


def test_officials_on_the_lists_are_the_registers(meetings):
    held = Attendance.objects.exclude(person=None).values_list("person__name", flat=True)
    assert {"Quàng Văn Thướng", "H'Loan Êban", "Cầm Văn Inh"} <= set(held)
    words = Attendance.objects.filter(person=None).values_list("label", flat=True)
    known = set(held)
    assert not [label for label in words if label.split(",")[0] in known]


def test_namesakes_are_told_apart(meetings):
    found = Attendance.objects.filter(person__name="Hoàng Văn Thắng")
    assert {(row.meeting.portal.key, row.person.slug) for row in found} == {
        ("song-van", "hoang-van-thang"), ("ben-do", "hoang-van-thang-2"),
    }  # fmt: skip


def test_lists_stand_in_protocol_order(meetings):
    for meeting in meetings.values():
        rows = meeting.attendance.filter(role="attends").exclude(person=None)
        people = [row.person_id for row in rows]
        assert people == in_protocol_order(people, meeting.starts_at.date()), meeting


def test_past_meetings_have_pages_and_weeks_schedules(meetings):
    shown = set(Showing.objects.values_list("key", flat=True))
    past = [meetings[number].key for number in ("m01", "m02", "m03", "m04", "m05", "m06")]
    assert set(past) <= shown
    weeks = {week_of(meeting).isocalendar()[:2] for meeting in meetings.values()}
    assert {f"schedule:{year}-W{week:02}" for year, week in weeks} <= shown


def test_series_goes_back_two_meetings(meetings):
    series = Meeting.objects.filter(series=meetings["m06"].series)
    assert series.count() == 3
