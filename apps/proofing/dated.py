"""Days, months, years and ranges of them in running text, as the spans of days they tell."""

import datetime as dt
import re
from collections.abc import Iterator

from lib.vietnamese.days import make_day

Span = tuple[dt.date, dt.date]  # first and last day, both inclusive

_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
# A day, a month or a year; {n} makes its groups' names its own in each place.
_POINT = (
    r"(?:(?:ngày )?(?:(?P<d{n}>\d\d?)\s?[/.-]\s?)?(?:tháng )?(?P<m{n}>\d\d?)"
    r"\s?(?:[/.-]|,? năm)\s?"
    r"|ngày (?P<dd{n}>\d\d?) tháng (?P<mm{n}>\d\d?),? năm )?"
    r"(?:năm )?(?P<y{n}>YEAR)(?![\d/])"
).replace("YEAR", _YEAR)
_ONE, _OTHER = _POINT.replace("{n}", "1"), _POINT.replace("{n}", "2")
_TO = r"\s?(?:-|–|—|_|,? ?(?:cho )?(?:đến|tới))\s?(?:(?P<part>hết|đầu|cuối|giữa|nay là)\s)?"
_PARTS = {"đầu": 4, "giữa": 6}  # the month with which that part of a year is over
_RANGE = re.compile(rf"(?<![\d/.-]){_ONE}{_TO}{_OTHER}")
_DATE = re.compile(rf"(?<![\d/.-]){_ONE}")
_SHORT_RANGE = re.compile(
    r"(?<!\w)từ (?:ngày )?(\d\d?)/(\d\d?) (?:đến|tới)(?: hết)? (?:ngày )?(\d\d?)/(\d\d?)(?![\d/])"
)
_RANGE_BEHIND = re.compile(
    r"\s?\s?(?:[,(]\s?)?(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa [ivxlc]+,?|từ|trong các năm|những năm)?"
    rf"\s?\s?\(?\s?{_ONE}{_TO}{_OTHER}"
)
_UNTIL_BEHIND = re.compile(rf"[\s,(]{{0,3}}(?:cho )?(?:đến|tới)(?: hết)? {_ONE}")
_DATE_BEHIND = re.compile(rf"\s?\s?[,(]?\s?(?:từ |vào |hồi )?{_ONE}")


def spans_in(text: str, day: dt.date) -> Iterator[tuple[int, Span | None]]:
    """(place, span) of small-letter text, the last first; None for 31/2. A year alone is none.

    `day` is the event's: its year is meant in "từ ngày 1/7 đến ngày 10/10".
    """
    ranges = list(_RANGE.finditer(text))
    found = [(each.start(), _between(each)) for each in ranges]
    found += [(each.start(), _this_year(each, day)) for each in _SHORT_RANGE.finditer(text)]
    for each in _DATE.finditer(text):
        inside = any(wide.start() <= each.start() < wide.end() for wide in ranges)
        if not inside and each["y1"] != each[0]:
            found.append((each.start(), _span(each, "1")))
    yield from sorted(found, key=lambda each: -each[0])


def span_at_start(text: str) -> Span | None:
    """What a text begins with: " nhiệm kỳ 2010-2015", " (2010 - 2015)", ", từ tháng 5/2019"."""
    found = _RANGE_BEHIND.match(text)
    if found:
        return _between(found)
    found = _DATE_BEHIND.match(text)
    if not found or found[0].strip(" ,(") == found["y1"]:
        return None
    return _span(found, "1")


def end_at_start(text: str) -> Span | None:
    """The day with which it ended, in a text that begins with it: " đến hết ngày 30/9/2024"."""
    found = _UNTIL_BEHIND.match(text)
    return _span(found, "1") if found else None


def _between(found: re.Match) -> Span | None:
    first, last = _span(found, "1"), _span(found, "2")
    month = _PARTS.get(found["part"])
    if last and month and last[1].month - last[0].month == 11:  # a year alone
        last = last[0], dt.date(last[0].year, month, 30)
    elif last and found["part"] == "giữa" and last[0] < last[1]:  # a month
        last = last[0], last[0].replace(day=15)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _this_year(found: re.Match, day: dt.date) -> Span | None:
    """Of the event's year, or of the year before where it would lie ahead."""
    d1, m1, d2, m2 = map(int, found.groups())
    year = day.year if (m1, d1) <= (day.month, day.day) else day.year - 1
    first, last = make_day(year, m1, d1), make_day(year + ((m2, d2) < (m1, d1)), m2, d2)
    return (first, last) if first and last else None


def _span(found: re.Match, number: str) -> Span | None:
    year = int(found[f"y{number}"])
    month = found[f"m{number}"] or found[f"mm{number}"]
    day = found[f"d{number}"] or found[f"dd{number}"]
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if not 1 <= int(month) <= 12:
        return None
    if day:
        exact = make_day(year, int(month), int(day))
        return (exact, exact) if exact else None
    following = dt.date(year + (int(month) == 12), int(month) % 12 + 1, 1)
    return dt.date(year, int(month), 1), following - dt.timedelta(days=1)
