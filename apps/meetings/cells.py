"""The first two cells of a schedule line, as people type them or paste them from Word.

"Thứ Hai", "T2 23/11", "Thứ Hai, ngày 23/11/2026" and nothing at all (the day of the line above);
"7h30", "7:30 - 11:00", "Sáng", "Chiều 2h" and nothing (the hour is not known).
"""

import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from lib.vietnamese.clock_times import TIME, read_time
from lib.vietnamese.datelines import WEEKDAYS, local
from lib.vietnamese.days import full_year, make_day
from lib.vietnamese.text import clean
from lib.vietnamese.weeks import SESSIONS

from .clock_words import plain_clocks
from .times import NOON, say_clock, session_of

DAY = re.compile(
    r"(?:thứ\s?(?P<word>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?<!\w)t\.?\s?(?P<short>[2-7])(?!\w)"
    r"|^(?P<alone>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])$|(?P<sunday>chủ\s?nhật|c\.?\s?n(?:hật)?(?!\w)))",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?<![\d:])(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})(?:\s?[/.-]\s?(?P<y>\d{4}|\d{2}))?(?![\d:h/])"
)
SESSION = re.compile(
    r"(?P<morning>sáng)|(?P<afternoon>chiều|trưa)|(?P<evening>tối)|(?P<day>cả ngày)",
    re.IGNORECASE,
)
FILLING = re.compile(r"ngày|từ|đến|lúc|đầu giờ|[\s,;.:()–—-]", re.IGNORECASE)
WORDS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
SUNDAY = 6


@dataclass(frozen=True)
class When:
    """What the two cells say; `session` is "" where a clock says it."""

    day: dt.date
    clock: dt.time | None = None
    until: dt.time | None = None
    session: str = ""


def read_when(day_cell: str, time_cell: str, *, monday: dt.date, above: dt.date | None) -> When:
    """The day within the week and the time. Raises Refused with what is wrong in words."""
    day, left = _day(clean(day_cell), monday, above)
    words = f"{left} {plain_clocks(clean(time_cell))}".strip()
    clocks = [read_time(found) for found in TIME.finditer(words)]
    session = _session(words)
    left = FILLING.sub("", SESSION.sub("", TIME.sub("", words)))
    if left or None in clocks or len(clocks) > 2:
        raise Refused(_("Write the time as 7:30, 7:30–11:00, morning, afternoon or nothing."))
    clock, until = (*(_in_session(clock, session) for clock in clocks), None, None)[:2]
    if until and until < clock:
        raise Refused(_("The end lies before the beginning."))
    return When(day, clock, until, "" if clock else session)


def day_cell(starts_at: dt.datetime) -> str:
    """ "Thứ Hai 23/11", which `read_when` reads back."""
    here = local(starts_at)
    return f"{WEEKDAYS[here.weekday()]} {short(here)}"


def _day(text, monday, above):
    """(day, what else stood in the cell)."""
    date, weekday = DATE.search(text), DAY.search(text)
    left = text
    for found in (date, weekday):
        left = left.replace(found[0], " ") if found else left
    if not date and not weekday:
        if above is None:
            raise Refused(_("Write the day, for example Monday or 23/11."))
        return above, left
    if DATE.search(left) or DAY.search(left.strip()):
        raise Refused(_("One line is one day; the last day is set on the meeting's own page."))
    said = monday + dt.timedelta(days=_weekday(weekday)) if weekday else None
    day = _of_week(date, monday) if date else said
    if said and day != said:
        raise Refused(
            _("%(weekday)s of this week is %(day)s, not %(typed)s.")
            % {"weekday": WEEKDAYS[said.weekday()], "day": short(said), "typed": date[0]}
        )
    return day, left


def _weekday(found):
    if found["sunday"]:
        return SUNDAY
    word = (found["word"] or found["short"] or found["alone"]).lower()
    return int(word) - 2 if word.isdigit() else WORDS[word]


def _of_week(found, monday):
    sunday = monday + dt.timedelta(days=6)
    years = [full_year(found["y"])] if found["y"] else [monday.year, sunday.year]
    for year in years:
        day = make_day(year, int(found["m"]), int(found["d"]))
        if day and monday <= day <= sunday:
            return day
    raise Refused(
        _("%(typed)s is not in the week from %(monday)s to %(sunday)s.")
        % {"typed": found[0], "monday": short(monday), "sunday": short(sunday)}
    )


def short(day: dt.date) -> str:
    """ "23/11" """
    return f"{day.day}/{day.month}"


def _session(words):
    found = {name for match in SESSION.finditer(words) for name in match.groupdict() if match[name]}
    if "day" in found or {"morning", "afternoon"} <= found:
        return "day"
    return next(iter(sorted(found)), "")


def _in_session(clock, session):
    """ "Chiều 2h" is 14:00."""
    if session in ("afternoon", "evening") and 0 < clock.hour < NOON - 1:
        return clock.replace(hour=clock.hour + NOON)
    return clock


def time_cell(meeting) -> str:
    """ "7:30", "7:30–11:00", "Sáng" or "", which `read_when` reads back."""
    if not meeting.starts_has_time:
        session = session_of(meeting.starts_at, False)
        return "" if session == "day" else SESSIONS[session]
    start, end = local(meeting.starts_at), meeting.ends_at and local(meeting.ends_at)
    same_day = end and end.date() == start.date()
    return say_clock(start) + (f"–{say_clock(end)}" if same_day else "")
