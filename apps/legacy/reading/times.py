"""When the page was put up, and how often it was read."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from lib.vietnamese.dates import HO_CHI_MINH
from lib.vietnamese.timelines import TimeLine, is_invitation, read_timeline, read_views

from .values import Line

_LONGEST = 200
_DIGITS = re.compile(r"\d{1,4}\s?[/.\-–:hg]|tháng|giờ", re.IGNORECASE)
_CLOCK_ALONE = re.compile(
    r"[|\-–(]?\s?\d{1,2}\s?[:hg]\s?\d{2}(?:\s?:\s?\d{2})?\s?(?:[AP]M|SA|CH|phút|')?\s?\)?", re.I
)
_PIECES = re.compile(
    r"\s*[|•]\s*|\s+[-–—]\s+|(?<=\w)\s*,\s*(?=(?:thứ|ngày|chủ nhật|cập nhật)\b)", re.IGNORECASE
)
_LONGEST_VIEWS = 60
_SITE_COUNTER = re.compile(r"truy cập|trực tuyến|online", re.IGNORECASE)


@dataclass
class Times:
    """What the lines of a page say; `places` are their positions in the list of lines."""

    lines: list[TimeLine] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    views: int | None = None
    rest: dict[int, str] = field(default_factory=dict)  # words beside the time in the same line

    @property
    def first(self) -> TimeLine | None:
        """The line that says when it was put up; else the first of an update.

        A bare day at the top may be the day somebody saved the page: a line with an hour, of the
        same day or an earlier one, counts before it.
        """
        own = [line for line in self.lines if not line.updated] or self.lines
        if own and own[0].time is None:
            earlier = (line for line in own if line.time and line.day <= own[0].day)
            return next(earlier, own[0])
        return own[0] if own else None


def find_times(lines: list[Line]) -> Times:
    """All time lines and view counts of a page, wherever they stand."""
    times = Times()
    for place, line in enumerate(lines):
        if len(line.text) > _LONGEST or not any(map(str.isdigit, line.text)):
            continue
        following = lines[place + 1].text if place + 1 < len(lines) else ""
        _note(times, place, line.text, following)
    return times


def _note(times, place, text, following):
    found, rest = _read(text, following)
    if found:
        times.lines.append(found)
        times.places.append(place)
        if rest:
            times.rest[place] = rest
        if is_clock(following):
            times.places.append(place + 1)
    elif not is_views(text):
        return
    else:
        times.places.append(place)
    if times.views is None:
        times.views = (found and found.views) or read_views(text)


def _read(text, following):
    """(TimeLine, other words of the line), a clock on the line below included."""
    if not _DIGITS.search(text) or is_invitation(text):
        return None, ""
    if _CLOCK_ALONE.fullmatch(following) and (joined := read_timeline(f"{text} {following}")):
        return joined, ""
    if found := read_timeline(text):
        return found, ""
    return _read_pieces(text)


def _read_pieces(text):
    """A time behind or before other labels: "Xây dựng Đảng | 11/10/2021 07:28"."""
    bars = list(_PIECES.finditer(text)) if len(text) <= 150 else []
    if not 1 <= len(bars) <= 5:
        return None, ""
    for bar, other in zip(bars, reversed(bars), strict=True):
        if found := read_timeline(text[bar.end() :]):
            return found, text[: bar.start()]
        if found := read_timeline(text[: other.start()]):
            return found, text[other.end() :]
    return None, ""


def is_views(text: str) -> bool:
    """A line that counts the readers of this page, not the visitors of the site."""
    if len(text) > _LONGEST_VIEWS or text.endswith(".") or _SITE_COUNTER.search(text):
        return False
    return read_views(text) is not None


def is_clock(text: str) -> bool:
    """A time of the day on a line of its own."""
    return bool(_CLOCK_ALONE.fullmatch(text))


def stated_at(line: TimeLine | None, stated: datetime | date | None) -> datetime | date | None:
    """When it was put up, from the visible line and from the page's own data, if it has any.

    The visible line counts, since portals write local time with a wrong zone into their data; but
    the data give the hour of the same day, and the first day where the line tells of an update.
    """
    if line is None:
        return stated
    if isinstance(stated, datetime):
        if line.updated or (line.time is None and stated.date() == line.day):
            return stated
    elif stated and line.updated:
        return stated
    return line.at() or line.day


def read_instant(written: str) -> datetime | date | None:
    """An ISO date or instant of a page's data, in +07:00; None for anything else."""
    written = written.strip()
    try:
        if len(written) <= 10:
            return date.fromisoformat(written)
        found = datetime.fromisoformat(written)
        return (
            found.replace(tzinfo=HO_CHI_MINH)
            if found.tzinfo is None
            else found.astimezone(HO_CHI_MINH)
        )
    except (ValueError, OverflowError):
        line = read_timeline(written)
        return (line.at() or line.day) if line else None
