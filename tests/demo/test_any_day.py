"""The demo office may be started first on any day: a Friday, midnight, the last of a month."""

import datetime as dt

import pytest
from django.utils import timezone

from apps.meetings.models import Meeting
from config.demo.dates import Calendar
from config.demo.meetings import Scheduler

from .conftest import entered
from .test_titles import ARTICLES, DELIBERATE, all_wrong

DAYS = ["2026-11-20 08:00", "2027-01-02 00:20"]


def moment(words):
    return timezone.make_aware(dt.datetime.fromisoformat(words))


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("words", DAYS)
def test_register_meetings_and_titles_are_right(words):
    registrar = entered(moment(words))
    Scheduler(registrar.users, registrar, registrar.calendar).keep_all()
    assert Meeting.objects.count() == 14
    right = [row for row in ARTICLES if row["id"] != DELIBERATE]
    assert [all_wrong(row, registrar.calendar) for row in right] == [[]] * len(right)


@pytest.mark.parametrize(
    ("today", "friday", "month"),
    [
        ("2026-11-20 08:00", "2026-11-13", "2026-12-01"),
        ("2026-11-21 08:00", "2026-11-20", "2026-12-01"),
        ("2026-12-31 08:00", "2026-12-25", "2027-01-01"),
    ],
)
def test_last_friday_and_next_month_are_found(today, friday, month):
    calendar = Calendar(moment(today))
    assert calendar.date("friday") == dt.date.fromisoformat(friday)
    assert calendar.date("month") == dt.date.fromisoformat(month)
    assert calendar.date("month-1") == dt.date.fromisoformat(month) - dt.timedelta(days=1)


def test_words_of_the_day_are_filled_in():
    calendar = Calendar(moment("2026-11-22 08:00"))
    told = calendar.fill("{d:-1}, {dy:friday}, {q} năm {y}, trước đó {q:-92}; {d:monday+7}")
    assert told == "21/11, 20/11/2026, quý IV năm 2026, trước đó quý III; 23/11"
