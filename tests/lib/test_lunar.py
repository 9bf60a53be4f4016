"""Vietnam's lunar calendar against the tables that were published for it."""

from datetime import date, timedelta

import pytest

from lib.vietnamese.lunar import (
    LunarDay,
    last_of_year,
    leap_month,
    to_lunar,
    to_solar,
    year_name,
)

# Mùng 1 Tết, ten years a line from 2000; in 2007 and 2030 China's is a day later.
TET = """\
5/2 24/1 12/2 1/2 22/1 9/2 29/1 17/2 7/2 26/1
14/2 3/2 23/1 10/2 31/1 19/2 8/2 28/1 16/2 5/2
25/1 12/2 1/2 22/1 10/2 29/1 17/2 6/2 26/1 13/2
2/2 23/1 11/2 31/1 19/2 8/2 28/1 15/2 4/2 24/1
12/2 1/2 22/1 10/2 30/1 17/2 6/2 26/1 14/2 2/2
23/1"""
# Giỗ Tổ Hùng Vương, mùng 10 tháng Ba.
GIO_TO = """\
14/4 3/4 22/4 11/4 28/4 18/4 7/4 26/4 15/4 4/4
23/4 12/4 31/3 19/4 9/4 28/4 16/4 6/4 25/4 14/4
2/4 21/4 10/4 29/4 18/4 7/4 26/4 16/4 4/4 23/4
12/4 1/4 19/4 9/4 28/4 17/4 6/4 24/4 13/4 3/4
20/4 10/4 29/4 19/4 7/4 26/4 15/4 4/4 22/4 11/4
1/4"""
LEAP_MONTHS = {
    2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6,
    2028: 5, 2031: 3, 2033: 11, 2036: 6, 2039: 5, 2042: 2, 2044: 7, 2047: 5, 2050: 3,
}  # fmt: skip


def day(written, year):
    number, month = written.split("/")
    return date(year, int(month), int(number))


@pytest.mark.parametrize(("published", "month", "number"), [(TET, 1, 1), (GIO_TO, 3, 10)])
def test_tet_and_gio_to_fall_on_the_published_days(published, month, number):
    days = [day(written, 2000 + place) for place, written in enumerate(published.split())]
    assert [to_solar(year, month, number) for year in range(2000, 2051)] == days


def test_leap_months_are_the_published_ones():
    found = {year: leap_month(year) for year in range(2000, 2051)}
    assert {year: month for year, month in found.items() if month} == LEAP_MONTHS


@pytest.mark.parametrize(("year", "here"), [(1985, date(1985, 1, 21)), (2053, date(2053, 2, 18))])
def test_vietnam_does_not_reckon_by_peking(year, here):
    """China began these years on 20/2/1985 and 19/2/2053."""
    assert to_solar(year, 1, 1) == here


def test_a_leap_month_follows_the_one_whose_number_it_bears():
    assert to_solar(2025, 6, 1) == date(2025, 6, 25)
    assert to_solar(2025, 6, 1, leap=True) == date(2025, 7, 25)
    assert to_lunar(date(2025, 7, 25)) == LunarDay(2025, 6, True, 1)


def test_every_day_comes_back():
    start = date(2023, 1, 1)
    for number in range(1200):
        solar = start + timedelta(days=number)
        lunar = to_lunar(solar)
        assert to_solar(lunar.year, lunar.month, lunar.day, leap=lunar.leap) == solar


def test_new_years_eve_may_be_the_29th():
    assert to_lunar(last_of_year(2024)) == LunarDay(2024, 12, False, 29)
    assert last_of_year(2026) == date(2027, 2, 5)


@pytest.mark.parametrize("wrong", [(2025, 12, 30), (2024, 13, 1), (2024, 1, 0), (1900, 1, 1)])
def test_a_day_that_is_not_is_refused(wrong):
    with pytest.raises(ValueError, match="lunar"):
        to_solar(*wrong)


def test_a_year_without_leap_month_has_none():
    with pytest.raises(ValueError, match="no such lunar day"):
        to_solar(2026, 6, 1, leap=True)


def test_days_outside_the_calendar_are_refused():
    with pytest.raises(ValueError, match="outside"):
        to_lunar(date(1975, 12, 31))


def test_days_and_years_are_said_as_people_say_them():
    assert year_name(2027) == "Đinh Mùi"
    assert str(to_lunar(date(2027, 2, 6))) == "mùng 1 tháng Giêng năm Đinh Mùi"
    assert str(to_lunar(date(2025, 8, 8))) == "15 tháng Sáu nhuận năm Ất Tỵ"
