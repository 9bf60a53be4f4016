"""The demo office lives around today: its texts carry tokens instead of dates."""

import datetime as dt
import re

from django.utils import timezone

TOKEN = re.compile(r"\{(d|dy):([+-]?\d+)\}|\{(q|y)\}")
QUARTERS = ("quý I", "quý II", "quý III", "quý IV")


class Calendar:
    """Turns day offsets and tokens of the content files into dates around `now`."""

    def __init__(self, now):
        self.now = now
        self.today = timezone.localdate(now)

    def day(self, offset):
        return self.today + dt.timedelta(days=offset)

    def at(self, days_ago, clock="08:00"):
        """An instant on that day, Vietnamese time; what would lie ahead of now is just past."""
        hour, minute = map(int, (clock or "08:00").split(":"))
        moment = dt.datetime.combine(
            self.day(-days_ago), dt.time(hour, minute), timezone.get_current_timezone()
        )
        past = days_ago >= 0 and moment >= self.now
        return self.now - dt.timedelta(minutes=10) if past else moment

    def fill(self, text):
        """`{d:-3}` 18/11 · `{dy:-3}` 18/11/2026 · `{q}` quý IV · `{y}` 2026."""
        return TOKEN.sub(self._one, text) if text else text

    def _one(self, match):
        kind, offset, word = match.groups()
        if kind:
            day = self.day(int(offset))
            return f"{day.day}/{day.month}" + (f"/{day.year}" if kind == "dy" else "")
        return QUARTERS[(self.today.month - 1) // 3] if word == "q" else str(self.today.year)
