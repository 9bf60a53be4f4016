"""Weeks from Monday to Sunday, numbered as ISO 8601 does, and the parts of a day."""

import re
from datetime import date, timedelta

from .days import FIRST_YEAR, LAST_YEAR

SESSIONS = {"day": "Cả ngày", "morning": "Sáng", "afternoon": "Chiều", "evening": "Tối"}

_CODE = re.compile(r"(\d{4})-W?(\d{1,2})", re.ASCII)


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def week_code(day: date) -> str:
    """ "2026-W47"; codes sort like the weeks."""
    year, week, _weekday = day.isocalendar()
    return f"{year:04}-W{week:02}"


def read_week(code: str) -> date | None:
    """The Monday of "2026-W47" or "2026-47"; None for a week no calendar has."""
    found = _CODE.fullmatch(code)
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None
