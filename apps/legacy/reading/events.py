"""The day of the event a page tells of."""

import re
from datetime import date, timedelta

from lib.vietnamese.dates import event_day
from lib.vietnamese.periods import Period, find_periods, read_period

_REVIEW = re.compile(
    r"tổng kết|sơ kết|đánh giá|kết quả|giao ban|kiểm điểm|nhìn lại",
    re.IGNORECASE,
)
_EARLY = timedelta(days=75)
_LAST_MONTH = {"quarter": lambda n: 3 * n, "month": lambda n: n, "first_months": lambda n: n}


def find_event_day(title: str, text: str, others: str, published: date | None) -> date | None:
    """From the text, else the headline, else the captions.

    Without a date of publication the year comes from the period under review: a meeting that
    reviews a year or a last quarter may be held early in the next year.
    """
    whole = f"{title}\n{text}"
    hint = None if published else _period(whole)
    for part in (text, title, others):
        if found := event_day(part, published, hint.year if hint else None):
            stated = hint is None or event_day(part, None, None) == found
            return found if stated else _after_period(found, hint, whole)
    return None


def _period(text: str) -> Period | None:
    period = read_period(text)
    if period and period.year:
        return period
    return next((other for other in find_periods(text) if other.year), None)


def _after_period(found: date, period: Period, text: str) -> date:
    before = text[max(0, period.start - 100) : period.start]
    if found.year != period.year or not _REVIEW.search(before):
        return found
    month = _LAST_MONTH.get(period.kind, lambda n: 12)(period.number)
    if found >= date(period.year, month, 28) - _EARLY:
        return found
    return found.replace(year=found.year + 1) if (found.month, found.day) != (2, 29) else found
