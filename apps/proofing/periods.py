"""Periods at the head of a sentence: what it says of a body is right if the body existed in any
part of them. "Nhiệm kỳ 2020 - 2025, Huyện ủy …", "6 tháng đầu năm 2025, …", "Gần năm năm, …"."""

import datetime as dt
import re

from .dated import Span, spans_in

_IN = r"(?:trong|suốt|qua|ở|riêng|kết thúc) (?:cả |suốt )?"
_HEAD = rf"(?:(?:^[\W_]*|[:;] ?)(?:{_IN})?|[,–-] ?{_IN})"
_YEARS = r"(?:từ )?(?:năm )?\(?(?P<y1>(?:19|20)\d\d)\s?(?:-|–|—|đến|tới)\s?(?:năm )?(?P<y2>20\d\d)"
_COUNT = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
_MANY = "|".join(_COUNT)
_RANGE = re.compile(
    rf"{_HEAD}(?:giai đoạn|nhiệm kỳ|thời kỳ|(?:các|những|\d+|{_MANY}) năm(?: qua)?,?)"
    rf" ?(?:[ivxlc]+,? ?)?{_YEARS}"
)
_MONTHS = re.compile(
    rf"{_HEAD}(?:(?P<n>\d|{_MANY}) tháng|nửa) (?P<part>đầu|cuối) năm(?: (?P<y>20\d\d))?(?!\w)"
)
_QUARTER = re.compile(
    rf"{_HEAD}quý (?P<q>iv|i{{1,3}}|[1-4])(?:\s?/\s?|,? (?:năm )?)(?P<y>20\d\d)(?!\w)"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TERM, _HALF_YEAR = 5, 6
# "Gần năm năm, …", "Nhiệm kỳ qua, …": the years until now.
_LENGTH = re.compile(
    rf"{_HEAD}(?:(?:(?:gần|hơn|trên|ngót|sau) )?(?P<n>\d{{1,2}}|{_MANY}) năm(?: qua)?"
    r"|nhiệm kỳ (?:vừa )?qua),"
)
_DONE = re.compile(r"[^.;\n]*?(?<!\w)đã(?!\w)")
_NOT_OVER = re.compile(
    r"[^.;\n]*?(?<!\w)(?:sẽ|đang|hiện|hiện nay|(?:hôm|sáng|chiều|tối|năm) nay)(?!\w)"
)
_YEAR, _HALF = dt.timedelta(days=366), dt.timedelta(days=183)


def period_told(lead: str, tail: str, day: dt.date) -> Span | None:
    """The last period before some words, in small letters, unless another day is told behind it
    or the words behind are of today."""
    if _NOT_OVER.match(tail):
        return None
    for pattern, span_of in _KINDS:
        found = _last(pattern, lead)
        if found and (span := span_of(found, day)):
            if span_of is _length and not _DONE.match(tail):
                return None
            return None if any(spans_in(lead[found.end() :], day)) else span
    return None


def _last(pattern: re.Pattern, lead: str) -> re.Match | None:
    found = list(pattern.finditer(lead))
    return found[-1] if found else None


def _years(found: re.Match, _day) -> Span | None:
    first, last = int(found["y1"]), int(found["y2"])
    return (dt.date(first, 1, 1), dt.date(last, 12, 31)) if first < last else None


def _months(found: re.Match, day: dt.date) -> Span | None:
    count = _COUNT.get(found["n"]) or int(found["n"] or _HALF_YEAR)
    year = int(found["y"] or day.year)
    first, last = (1, count) if found["part"] == "đầu" else (13 - count, 12)
    return _of_months(year, first, last) if count > 1 else None


def _quarter(found: re.Match, _day) -> Span:
    quarter = _ROMAN.get(found["q"]) or int(found["q"])
    return _of_months(int(found["y"]), 3 * quarter - 2, 3 * quarter)


def _of_months(year: int, first: int, last: int) -> Span:
    following = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), following - dt.timedelta(days=1)


def _length(found: re.Match, day: dt.date) -> Span | None:
    count = _COUNT.get(found["n"]) or int(found["n"] or _TERM)
    return (day - count * _YEAR, day - _HALF) if count > 1 else None


_KINDS = ((_RANGE, _years), (_MONTHS, _months), (_QUARTER, _quarter), (_LENGTH, _length))
