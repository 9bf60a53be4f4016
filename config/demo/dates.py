"""The demo office lives around today: its texts carry tokens instead of dates."""

import datetime as dt
import re

from django.utils import timezone

TOKEN = re.compile(r"\{(d|dy):([^{}]+)\}|\{(q|y)\}")
NAMED = re.compile(r"(friday|month)([+-]\d+)?")
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
        """The day of an offset, an ISO string, "friday" or "month", these two with +n or -n."""
        if said is None or isinstance(said, int):
            return None if said is None else self.day(said)
        named = NAMED.fullmatch(said)
        if named is None:
            return dt.date.fromisoformat(said)
        return self._named(named[1]) + dt.timedelta(days=int(named[2] or 0))

    def _named(self, word):
        """The last Friday before today; the first day of the next month."""
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
        """`{d:-3}` 18/11 · `{dy:-3}` 18/11/2026 · `{d:friday}` 20/11 · `{q}` quý IV · `{y}`."""
        return TOKEN.sub(self._one, text) if text else text

    def _one(self, match):
        kind, said, word = match.groups()
        if kind:
            day = self.date(int(said) if said.lstrip("+-").isdigit() else said)
            return f"{day.day}/{day.month}" + (f"/{day.year}" if kind == "dy" else "")
        return QUARTERS[(self.today.month - 1) // 3] if word == "q" else str(self.today.year)
