"""The demo office lives around today: its texts carry tokens instead of dates."""

import datetime as dt
import re

from django.utils import timezone

TOKEN = re.compile(r"\{(d|dy|q|y)(?::([^{}]+))?\}")
OFFSET = re.compile(r"[+-]?\d+")
NAMED = re.compile(r"(monday|friday|month)([+-]\d+)?")
QUARTERS = ("quý I", "quý II", "quý III", "quý IV")
TOWN_ENDS = dt.date(2025, 7, 1)
FRIDAY = 4


class Calendar:
    """Turns day offsets and tokens of the content files into dates around `now`."""

    def __init__(self, now):
        self.now = now
        self.today = timezone.localdate(now)

    def day(self, offset):
        return self.today + dt.timedelta(days=offset)

    def date(self, said) -> dt.date | None:
        """The day of an offset, an ISO string, or of a word of `_named` with +n or -n."""
        if said is None or isinstance(said, int):
            return None if said is None else self.day(said)
        named = NAMED.fullmatch(said)
        if named is None:
            return dt.date.fromisoformat(said)
        return self._named(named[1]) + dt.timedelta(days=int(named[2] or 0))

    def _named(self, word):
        """This week's Monday, the last Friday before today, the first day of the next month."""
        if word == "monday":
            return self.day(-self.today.weekday())
        if word == "friday":
            return self.day(-((self.today.weekday() - FRIDAY - 1) % 7) - 1)
        return (self.today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)

    def instant(self, said, clock="08:00"):
        """That clock on that day, Vietnamese time."""
        hour, minute = map(int, clock.split(":"))
        return dt.datetime.combine(
            self.date(said), dt.time(hour, minute), timezone.get_current_timezone()
        )

    def at(self, days_ago, clock="08:00"):
        """An instant on that day, Vietnamese time; what would lie ahead of now is just past."""
        moment = self.instant(-days_ago, clock or "08:00")
        past = days_ago >= 0 and moment >= self.now
        return self.now - dt.timedelta(minutes=10) if past else moment

    @property
    def founded(self) -> dt.date:
        """The day on which all seats begin: before the town ended, if that is long enough ago."""
        return min(self.day(-400), TOWN_ENDS - dt.timedelta(days=11))

    def fill(self, text):
        """`{d:-3}` 18/11 · `{dy:-3}` 18/11/2026 · `{d:friday}` 20/11 · `{q}` quý IV · `{y}` 2026.

        All four take any day that `date` knows; without one it is today.
        """
        return TOKEN.sub(self._one, text) if text else text

    def _one(self, match):
        kind, said = match[1], match[2] or "0"
        day = self.date(int(said) if OFFSET.fullmatch(said) else said)
        return SAYINGS[kind](day)


SAYINGS = {
    "d": lambda day: f"{day.day}/{day.month}",
    "dy": lambda day: f"{day.day}/{day.month}/{day.year}",
    "q": lambda day: QUARTERS[(day.month - 1) // 3],
    "y": lambda day: str(day.year),
}
