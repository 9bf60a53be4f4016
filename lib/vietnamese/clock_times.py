"""Times of the day as pages print them: 07:28, 7 giờ 28, 8:43', 03:17:35 PM, 08:20 SA."""

import re
from datetime import time

TIME = re.compile(
    r"(?<![\d/.,-])(?P<hour>\d{1,2})"
    r"(?:\s?(?:giờ|h|g)(?:\s?(?P<mh>\d{2})(?!\d)|(?![^\W_]))(?:\s?phút(?!\w)|\s?['’])?"
    r"|\s?:\s?(?P<mc>\d{2})(?!\d)(?:\s?:\s?(?P<second>\d{2})(?!\d)(?:[.,]\d{1,6})?)?(?:\s?['’])?)"
    r"(?:\s?(?P<half>sa|ch|am|pm|a\.m\.|p\.m\.|sáng|trưa|chiều|tối)(?!\w))?",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\(?(?<!\w)(?:(?:gmt|utc)(?:\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)?"
    r"|(?P<indochina>ict))(?!\w)\)?"
    r"|(?<=\d)\s?(?P<sign2>[+-])(?P<hours2>\d{2}):?(?P<minutes2>\d{2})(?![\d/:-])"
    r"|(?<=\d)(?P<zulu>z)(?!\w)",
    re.IGNORECASE,
)

_AFTER_NOON = ("ch", "pm", "p.m.", "chiều", "tối")
_BEFORE_NOON = ("sa", "am", "a.m.", "sáng")


def read_time(found: re.Match) -> time | None:
    """The time of a match of TIME; None when the clock has no such time (25:00)."""
    hour = _full_hour(int(found["hour"]), (found["half"] or "").lower())
    try:
        return time(hour, int(found["mh"] or found["mc"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def _full_hour(hour: int, half: str) -> int:
    """12 SA is midnight, 12 CH noon; a 24-hour figure with CH ("15:17 CH") stays."""
    if half in _AFTER_NOON and hour < 12:
        return hour + 12
    return 0 if half in _BEFORE_NOON and hour == 12 else hour


def zone_minutes(found: re.Match) -> int | None:
    """Minutes east of Greenwich of a match of ZONE; None for an offset of a day or more."""
    if found["indochina"]:
        return 7 * 60
    hours = int(found["hours"] or found["hours2"] or 0)
    minutes = 60 * hours + int(found["minutes"] or found["minutes2"] or 0)
    if minutes >= 24 * 60:
        return None
    return -minutes if "-" in (found["sign"], found["sign2"]) else minutes
