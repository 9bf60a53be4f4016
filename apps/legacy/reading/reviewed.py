"""The period a meeting reviews, with the year the page leaves out."""

from dataclasses import replace
from datetime import date

from lib.vietnamese.periods import Period, read_period

# Meetings that look back on a stretch of time; the others only speak of one.
_REVIEWING = {
    "hội nghị giao ban", "hội nghị sơ kết", "hội nghị tổng kết", "hội nghị Ban Chấp hành",
    "hội nghị Ban Thường vụ", "kỳ họp HĐND", "cuộc họp", "hội nghị",
}  # fmt: skip
_ENDS = {
    "quarter": lambda number: 3 * number,
    "month": lambda number: number,
    "first_months": lambda number: number,
    "last_months": lambda number: 12,
    "week": lambda number: max(1, number * 12 // 53),
    "year": lambda number: 12,
}


def reviewed(kind: str, title: str, sapo: str, body: str, day: date | None) -> str | None:
    """ "quý III/2021", "6 tháng đầu năm 2019", "năm 2021", or None; `day` is the event's or the
    publication's.

    A whole year named only in the body is background; the last months of a year are a plan, and so
    is a year that has not begun.
    """
    if kind not in _REVIEWING:
        return None
    for part, whole_years in ((title, True), (sapo, True), (body, False)):
        period = read_period(part)
        if period is None or period.kind == "last_months" or _is_ahead(period, day):
            continue
        if whole_years or period.kind != "year":
            return str(_dated(period, day))
    return None


def _is_ahead(period, day):
    return bool(period.year and day and period.year > day.year)


def _dated(period: Period, day: date | None) -> Period:
    """A period reviewed in January may be last year's: it must have begun before the day."""
    if period.year or day is None or period.kind == "year":
        return period
    late = _ENDS[period.kind](period.number) - day.month
    return replace(period, year=day.year - 1 if late > 3 else day.year)
