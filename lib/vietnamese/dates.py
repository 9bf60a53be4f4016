"""Everything about days in text: one field, running text, the day of an event."""

from .days import (
    FIRST_YEAR,
    HO_CHI_MINH,
    LAST_YEAR,
    is_day_missing,
    is_year_missing,
    read_date,
)
from .event_days import event_day
from .running_days import Day, find_days

__all__ = [
    "FIRST_YEAR", "HO_CHI_MINH", "LAST_YEAR", "Day", "event_day", "find_days", "is_day_missing",
    "is_year_missing", "read_date",
]  # fmt: skip
