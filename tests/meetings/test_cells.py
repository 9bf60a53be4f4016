"""What people type or paste as day and time of a line."""

import datetime as dt

import pytest

from apps.meetings.cells import day_cell, read_when, time_cell
from apps.meetings.models import Meeting
from apps.meetings.times import instant
from apps.newsroom.refusals import Refused

from .make import MONDAY


def read(day, time="", above=None):
    return read_when(day, time, monday=MONDAY, above=above)


@pytest.mark.parametrize(
    "words",
    ["Thứ Ba", "thứ 3", "T3", "24/11", "Thứ Ba 24/11", "Thứ Ba, ngày 24/11/2026", "24.11.2026"],
)
def test_a_day_is_read_in_every_form(words):
    assert read(words).day == dt.date(2026, 11, 24)


@pytest.mark.parametrize("words", ["CN", "Chủ nhật", "chủ nhật 29/11"])
def test_sunday_ends_the_week(words):
    assert read(words).day == dt.date(2026, 11, 29)


def test_an_empty_day_is_the_one_above():
    assert read("", "8h", above=MONDAY).day == MONDAY


def test_the_first_line_needs_a_day():
    with pytest.raises(Refused):
        read("", "8h")


@pytest.mark.parametrize("words", ["30/11", "Thứ Hai 24/11", "32/11", "24/11/2025"])
def test_days_outside_the_week_are_refused(words):
    with pytest.raises(Refused):
        read(words)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("7h30", dt.time(7, 30)), ("7:30", dt.time(7, 30)), ("07 giờ 30", dt.time(7, 30)),
        ("14h", dt.time(14)), ("Chiều 2h", dt.time(14)), ("8.00", dt.time(8)),
        ("14h00’", dt.time(14)), ("7.30h", dt.time(7, 30)), ("7h30p", dt.time(7, 30)),
        ("14h rưỡi", dt.time(14, 30)), ("Tối, 7h30", dt.time(19, 30)), ("Sáng 8h00", dt.time(8)),
    ],
)  # fmt: skip
def test_an_hour_is_read_in_every_form(words, clock):
    assert read("T2", words).clock == clock


@pytest.mark.parametrize(
    ("words", "session"),
    [
        ("Sáng", "morning"),
        ("đầu giờ chiều", "afternoon"),
        ("CHIỀU", "afternoon"),
        ("tối", "evening"),
        ("Cả ngày", "day"),
    ],  # fmt: skip
)
def test_a_part_of_the_day_is_no_hour(words, session):
    when = read("T2", words)
    assert (when.clock, when.session) == (None, session)


@pytest.mark.parametrize(
    "words", ["7h30 - 11h00", "7h30-11h", "7h30'-11h00’", "7:30—11:00", "từ 7h30 đến 11h"]
)
def test_a_span_has_its_end(words):
    when = read("T2", words)
    assert (when.clock, when.until) == (dt.time(7, 30), dt.time(11))


def test_a_span_says_the_hour_sign_once():
    assert read("T2", "8-10h").clock == dt.time(8)


@pytest.mark.parametrize("words", ["Ba", "3", "T.3", "T 3"])
def test_narrow_day_columns_are_read(words):
    assert read(words).day == dt.date(2026, 11, 24)


@pytest.mark.parametrize("words", ["23/11 - 24/11", "T2-T4", "Thứ Hai, Thứ Ba"])
def test_a_line_of_two_days_is_refused(words):
    with pytest.raises(Refused, match="trang"):
        read(words)


@pytest.mark.parametrize("words", ["25:00", "mai tính", "11h - 7h", "8h 9h 10h"])
def test_other_words_are_refused(words):
    with pytest.raises(Refused):
        read("T2", words)


def test_day_and_hour_may_share_a_cell():
    assert read("Thứ Hai 23/11 8h00").clock == dt.time(8)


@pytest.mark.parametrize("words", ["7:30", "7:30–11:00", "Sáng", "Chiều", "Tối", ""])
def test_what_the_grid_shows_is_read_back(words):
    when = read("Thứ Tư", words)
    stored = Meeting(
        starts_at=instant(when.day, when.clock, when.session),
        starts_has_time=when.clock is not None,
        ends_at=when.until and instant(when.day, when.until, ""),
    )
    assert (day_cell(stored.starts_at), time_cell(stored)) == ("Thứ Tư 25/11", words)
