"""When a line of the schedule begins: an hour, or only a morning, an afternoon, a day."""

import datetime as dt

from django.utils import timezone

NOON, EVENING = 12, 18
# Where only the part of the day is known, the stored instant is the first of that part.
SESSION_STARTS = {
    "day": dt.time(0),
    "morning": dt.time(6),
    "afternoon": dt.time(NOON),
    "evening": dt.time(EVENING),
}
_KNOWN = {clock: session for session, clock in SESSION_STARTS.items()}


def session_of(starts_at: dt.datetime, has_time: bool) -> str:
    """ "morning", "afternoon", "evening", or "day" where no part of it is known."""
    clock = timezone.localtime(starts_at).time()
    if not has_time:
        return _KNOWN.get(clock, "day")
    if clock.hour < NOON:
        return "morning"
    return "afternoon" if clock.hour < EVENING else "evening"


def instant(day: dt.date, clock: dt.time | None, session: str) -> dt.datetime:
    """The stored instant of a line."""
    at = clock if clock is not None else SESSION_STARTS[session or "day"]
    return dt.datetime.combine(day, at, timezone.get_default_timezone())


def say_clock(clock: dt.time | dt.datetime) -> str:
    """ "7:30", as people here write it."""
    return f"{clock.hour}:{clock.minute:02}"
