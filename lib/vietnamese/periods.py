"""Periods a meeting reviews: quý III/2021, 6 tháng đầu năm 2019, tháng 7/2025."""

import re
from dataclasses import dataclass, field

from .text import nfc

KINDS = ("quarter", "month", "first_months", "last_months", "week", "year")

_ROMAN = ("", "I", "II", "III", "IV")
_NUMBER_WORDS = {
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
}
_YEAR = r"(?:\s?,?\s?\(?\s?năm\s{1,3}|\s?[/.,\-–]\s?(?:năm\s)?|\s\(?)((?:19|20)\d\d)(?!\d|[-–/]\d)"
_FORMS = {
    "quarter": rf"(?<!\w)qu[ýí]\s{{1,3}}(IV|I{{1,3}}|[1-4])(?!\w)(?:{_YEAR})?",
    "first_months": (
        r"(?<!\w)(\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\smột)?)\s{1,3}tháng\s{1,3}đầu"
        r"\s{1,3}năm(?:\s{1,3}((?:19|20)\d\d)(?!\d))?"
    ),
    "last_months": (
        r"(?<!\w)(\d{1,2}|hai|ba|bốn|năm|sáu)\s{1,3}tháng\s{1,3}cuối"
        r"\s{1,3}năm(?:\s{1,3}((?:19|20)\d\d)(?!\d))?"
    ),
    "month": rf"(?<!\w)(?<!\d )(?<!\d/)tháng\s{{1,3}}(\d{{1,2}})(?!\d)(?:{_YEAR})?",
    "week": (
        rf"(?<!\w)(?<!\d )tuần\s{{1,3}}(?:thứ\s{{1,3}})?(\d{{1,2}})(?!\w)(?!\stháng)(?:{_YEAR})?"
    ),
    "year": r"(?<!\w)năm\s{1,3}()((?:19|20)\d\d)(?![\w/]|\s?[-–]\s?\d)",
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
    """The first period under review; a period only planned ("phương hướng quý IV") comes last."""
    text = nfc(text)
    periods = find_periods(text)
    reviewed = (
        period
        for period in periods
        if not _PLANNED.search(text, max(0, period.start - 100), period.start)
    )
    return next(reviewed, periods[0] if periods else None)


def find_periods(text: str) -> list[Period]:
    """All periods of the text in their order, with their places in `nfc(text)`."""
    text = nfc(text)
    found = (_period(text, match) for match in _ANY.finditer(text))
    return [period for period in found if period]


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
