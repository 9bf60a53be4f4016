"""Everything about days in text: one field, running text, the day of an event."""

from .days import HO_CHI_MINH, read_date
from .event_days import event_day
from .running_days import Day, find_days

__all__ = ["HO_CHI_MINH", "Day", "event_day", "find_days", "read_date"]
