"""Days as offices write them, always day before month (DOMAIN §3.4)."""

import re
from datetime import date, datetime, time, timedelta, timezone

from .text import clean

HO_CHI_MINH = timezone(timedelta(hours=7), "+07:00")


def midnight(day: date) -> datetime:
    """The first instant of a day in Vietnam."""
    return datetime.combine(day, time(0), HO_CHI_MINH)


FIRST_YEAR, LAST_YEAR = 1800, 2199

MONTH_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
}

WEEKDAY = r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s?nhật|t[2-7]|cn)"

# dd/mm/yyyy with one separator throughout, spaces allowed round it.
NUMERIC = re.compile(
    r"(?<![\d:.,/-])(?P<d>\d{1,2})\s?(?P<sep>[/.\-–])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?"
    r"(?P<y>\d{4}|\d{2})(?![\d:])"
)
ISO = re.compile(
    r"(?<![\d:.,/-])(?P<y>(?:1[89]|2[01])\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
)
WORDED = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})\s?/?\s?tháng\s(?P<m>\d{1,2}|mười\s(?:một|hai)|[^\W\d_]{2,5})"
    r"(?:,?\s?năm\s|\s?[/.,-]\s?|\s)(?P<y>\d{4})(?!\d)",
    re.IGNORECASE,
)

# What may stand before a day that is alone in its field: weekday, place, "ngày", "mùng".
_OPENING = re.compile(
    rf"(?:{WEEKDAY}\s?[,.-]?\s?)?(?:[^\d:]{{1,60}},\s)?(?:(?:sáng|chiều|tối|trưa)\s)?"
    r"(?:ngày\s)?(?:m[ùồ]ng\s)?",
    re.IGNORECASE,
)


def read_date(s: str) -> date | None:
    """The one day a short field states, in any written form with a year; else None.

    "6/10/2021", "31 - 3 - 2021", "06.10.2021", "2021-10-06", "ngày 6 tháng 10 năm 2021",
    "Hạ Long, ngày 18 tháng 12 năm 2020". Two-digit years are 1970 to 2069.
    """
    found = _stated(s)
    return day_of(found) if found else None


def is_day_missing(s: str) -> bool:
    """A day is written there that no calendar has: "31/2/2027"."""
    found = _stated(s)
    return bool(found) and not is_year_missing(s) and day_of(found) is None


def is_year_missing(s: str) -> bool:
    """A day is written there in a year out of reason: "1/1/0001"."""
    found = _stated(s)
    return bool(found) and not FIRST_YEAR <= full_year(found["y"]) <= LAST_YEAR


def _stated(s):
    field = clean(s).strip(" ()[].,;|")
    for form in (NUMERIC, ISO, WORDED):
        found = form.search(field[:120])
        if found and found.end() == len(field) and _OPENING.fullmatch(field[: found.start()]):
            return found
    return None


def day_of(found: re.Match) -> date | None:
    """The day of a match of NUMERIC, ISO or WORDED; None for 31/2 and years out of reason."""
    return make_day(full_year(found["y"]), month_number(found["m"]), int(found["d"]))


def make_day(year: int, month: int, day: int) -> date | None:
    """A date, or None when there is no such day or its year is outside 1800 to 2199."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(digits: str) -> int:
    """Year of two or four digits: "2021" -> 2021, "21" -> 2021, "71" -> 1971."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def month_number(word: str) -> int:
    """Number of "10" or "Mười" (10); 0 for a word that is no month."""
    if word.isdecimal():
        return int(word)
    return MONTH_WORDS.get(" ".join(word.lower().split()), 0)
