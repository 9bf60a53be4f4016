"""Periods a meeting reviews: quý III/2021, 6 tháng đầu năm 2019, tháng 7/2025."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .text import nfc

KINDS = ("quarter", "month", "first_months", "last_months", "week", "year")

_ROMAN = ("", "I", "II", "III", "IV")
_NUMBER_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
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
_YEAR = (
    r"(?:\s?,?\s?\(?\s?(?:của\s{1,3})?năm\s{1,3}|\s?[/,\-–]\s?(?:năm\s)?|\.|\s\(?)"
    r"((?:199|20\d)\d)(?!\d|[-–/]\d)"
)
_MONTHS = "một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\\s(?:một|hai))?"
_FORMS = {
    "quarter": rf"(?<!\w)qu[ýí]\s{{1,3}}(IV|I{{1,3}}|[1-4])(?!\w)(?:{_YEAR})?",
    "first_months": (
        r"(?<!\w)(?<!ngày )(\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\smột)?)"
        r"\s{1,3}tháng\s{1,3}(?:đầu\s{1,3}năm(?!\w)|(?=năm\s{1,3}\d{4}))"
        r"(?:\s{0,3}(?:năm\s{1,3})?((?:199|20\d)\d)(?!\d))?"
    ),
    "last_months": (
        r"(?<!\w)(\d{1,2}|hai|ba|bốn|năm|sáu)\s{1,3}tháng\s{1,3}cuối"
        r"\s{1,3}năm(?:\s{1,3}((?:199|20\d)\d)(?!\d))?"
    ),
    "month": rf"(?<!\w)(?<!\d )(?<!\d/)tháng\s{{1,3}}(\d{{1,2}}(?!\d)|"
    rf"(?<!mạng tháng )(?:{_MONTHS})(?=\s{{1,3}}năm\s{{1,3}}\d{{4}}))(?:{_YEAR})?",
    "week": (
        rf"(?<!\w)(?<!\d )tuần\s{{1,3}}(?:thứ\s{{1,3}})?(\d{{1,2}})(?!\w)(?!\stháng)(?:{_YEAR})?"
    ),
    "year": r"(?<!\w)năm\s{1,3}()((?:199|20\d)\d)(?![\w/]|\s?[-–]\s?\d)",
}
_ANY = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS.items()), re.IGNORECASE)
_EACH = {kind: re.compile(form, re.IGNORECASE) for kind, form in _FORMS.items()}
_HIGHEST = {"quarter": 4, "month": 12, "first_months": 11, "last_months": 11, "week": 53, "year": 0}

# "đến năm 2025", "từ năm 2015", "đầu năm 2021", "sinh năm 1960": no period under review.
_NO_WHOLE_YEAR = re.compile(
    r"(?<!\w)(?:đến|từ|trước|sau|giữa|vào|đầu|cuối|sinh|hết|tầm nhìn|thành lập|đầu tiên|\d{1,2}"
    r"|kể từ)\s{1,3}$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:phương hướng|triển khai|kế hoạch|trọng tâm|trong tâm|nhiệm vụ thời gian tới"
    r"|chương trình)(?!.*(?:kết quả|đánh giá|kết luận|sơ kết|tổng kết|giao ban))[^.;\n]{0,80}$",
    re.IGNORECASE,
)


# A news text names its period early; more is not searched.
_REACH = 50_000
_REVIEWED = re.compile(
    r"(?:tổng kết|sơ kết|kết quả|đánh giá|kiểm điểm|báo cáo|công tác|nhiệm vụ|hoạt động|giao ban"
    r"|tình hình|(?<!\w)cả)(?!\w)[^.;\n]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Period:
    """`kind` is one of KINDS; `number` is 0 for a whole year; `year` None when not stated.

    `start`, `end` place it in `nfc(text)`; they take no part in comparing.
    """

    kind: str
    number: int
    year: int | None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return _WRITTEN[self.kind](self)


def _slashed(label: str, period: Period) -> str:
    return f"{label}/{period.year}" if period.year else label


def _spaced(label: str, period: Period) -> str:
    return f"{label} {period.year}" if period.year else label


_WRITTEN = {
    "quarter": lambda period: _slashed(f"quý {_ROMAN[period.number]}", period),
    "month": lambda period: _slashed(f"tháng {period.number}", period),
    "week": lambda period: _slashed(f"tuần {period.number}", period),
    "first_months": lambda period: _spaced(f"{period.number} tháng đầu năm", period),
    "last_months": lambda period: _spaced(f"{period.number} tháng cuối năm", period),
    "year": lambda period: _spaced("năm", period),
}


def read_period(text: str) -> Period | None:
    """The first period under review, None when the text names none or only plans ahead.

    A bare "năm 2021" counts only where no other period is reviewed. A year that stands
    once for two periods is shared: "kết quả quý III, nhiệm vụ quý IV năm 2021".
    """
    text = nfc(text[:_REACH])
    whole_year = before = None
    for period in _each_period(text):
        if not _PLANNED.search(text, max(0, period.start - 100), period.start):
            if period.kind != "year" or _reviews(text, period):
                return _with_year(text, period, before)
            whole_year = whole_year or period
        before = period
    return whole_year


def _reviews(text: str, period: Period) -> bool:
    return bool(_REVIEWED.search(text, max(0, period.start - 80), period.start))


def _with_year(text: str, period: Period, before: Period | None) -> Period:
    """The year of the next period of the sentence, else of the one before it."""
    if period.year:
        return period
    rest = re.split(r"[.\n]", text[period.end : period.end + 160])[0]
    later = next((one for one in _each_period(rest) if one.year and one.kind != "year"), None)
    if later:
        return replace(period, year=later.year - (_last_month(period) > _last_month(later)))
    if before and before.year and not re.search(r"[.\n]", text[before.end : period.start][:100]):
        return replace(period, year=before.year) if period.start - before.end < 100 else period
    return period


def _last_month(period: Period) -> int:
    months = {"quarter": 3 * period.number, "last_months": 12, "week": period.number // 4}
    return months.get(period.kind, period.number)


def find_periods(text: str) -> list[Period]:
    """All periods of the text in their order, with their places in `nfc(text)`."""
    return list(_each_period(nfc(text)))


def _each_period(text: str) -> Iterator[Period]:
    found = (_period(text, match) for match in _ANY.finditer(text))
    return (period for period in found if period)


def _period(text: str, found: re.Match) -> Period | None:
    kind = found.lastgroup
    parts = _EACH[kind].match(text, found.start())
    number = _number(parts[1])
    if not (number == 0 if kind == "year" else 1 <= number <= _HIGHEST[kind]):
        return None
    if kind == "year" and _NO_WHOLE_YEAR.search(text, max(0, found.start() - 20), found.start()):
        return None
    year = int(parts[2]) if parts[2] else None
    return Period(kind, number, year, found.start(), found.end())


def _number(written: str) -> int:
    if not written:
        return 0
    if written.isdecimal():
        return int(written)
    if written.upper() in _ROMAN:
        return _ROMAN.index(written.upper())
    return _NUMBER_WORDS.get(" ".join(written.lower().split()), 0)
