"""A quarter is reviewed before it was, or planned when it is over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from apps.proofing.surroundings import sentence_before
from lib.vietnamese.periods import find_periods

_QUARTER = re.compile(r"qu[ýí] (?=(?:iv|i{1,3}|[1-4])(?!\w))")
_REVIEW = r"(?P<review>sơ kết|tổng kết|kết quả|đánh giá|kiểm điểm|báo cáo tình hình)"
_PLAN = r"(?P<plan>phương hướng|nhiệm vụ(?: trọng tâm)?|trọng tâm|kế hoạch|chương trình công tác)"
_ASKED = re.compile(rf"(?<!\w)(?:{_REVIEW}|{_PLAN})(?!\w)", re.IGNORECASE)
# "kết quả thực hiện nhiệm vụ quý III" looks back; "để thực hiện nhiệm vụ quý IV" may look anywhere.
_LOOKS_BACK = re.compile(r"[^,;]{0,12}(?:thực hiện|hoàn thành|triển khai)[^,;]{0,12}", re.I)
_CARRIED_OUT = re.compile(r"(?:thực hiện|hoàn thành)(?: các| những| tốt)* $", re.I)
_REACH = 120
# A quarter is reviewed from its last weeks on, and planned until a little after it began.
_EARLY, _LATE = timedelta(days=45), timedelta(days=10)


@dataclass(frozen=True, slots=True)
class _Quarter:
    start: int
    end: int
    number: int
    year: int | None
    role: str

    def last_day(self, event: date) -> date:
        year = self.year or self._nearest_year(event)
        month = 3 * self.number
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)

    def _nearest_year(self, event: date) -> int:
        if self.role == "review" and self.number == 4 and event.month <= 4:
            return event.year - 1
        return event.year + (self.role == "plan" and self.number == 1 and event.month >= 9)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    before = None
    for quarter in _quarters(manuscript.reading.text, manuscript.reading.lower):
        words = _against_day(quarter, manuscript.day) or _against_review(
            manuscript, quarter, before
        )
        if words:
            yield manuscript.hint(Kind.QUARTER, quarter.start, quarter.end, words)
        before = quarter


def _quarters(text: str, low: str) -> Iterator[_Quarter]:
    for found in _QUARTER.finditer(low):
        start = found.start()
        role = _role(sentence_before(text, start, _REACH))
        period = next(iter(find_periods(text[start : start + 40])), None)
        if role and period and period.kind == "quarter" and period.start == 0:
            yield _Quarter(start, start + period.end, period.number, period.year, role)


def _role(before: str) -> str:
    """What the last word of review or plan before the quarter makes of it."""
    asked = list(_ASKED.finditer(before))
    if not asked:
        return ""
    last = asked[-1]
    if last["review"]:
        return "review"
    behind = asked[-2] if len(asked) > 1 and asked[-2]["review"] else None
    if behind and _LOOKS_BACK.fullmatch(before, behind.end(), last.start()):
        return "review"
    return "" if _CARRIED_OUT.search(before, 0, last.start()) else "plan"


def _against_day(quarter: _Quarter, event: date | None) -> str:
    if event is None:
        return ""
    last = quarter.last_day(event)
    if quarter.role == "review" and last - event > _EARLY:
        return _("This quarter is not over on the day of the event: check the quarter.")
    if quarter.role == "plan" and event - last > _LATE:
        return _("This quarter is over on the day of the event: check the quarter.")
    return ""


def _against_review(manuscript: Manuscript, quarter: _Quarter, before: _Quarter | None) -> str:
    """ "kết quả quý III, nhiệm vụ quý III": the plan is for the next one."""
    if before is None or (before.role, quarter.role) != ("review", "plan"):
        return ""
    between = manuscript.reading.text[before.end : quarter.start]
    if len(between) > _REACH or "." in between or "\n" in between:
        return ""
    same_year = None in (before.year, quarter.year) or before.year == quarter.year
    if same_year and quarter.number <= before.number and quarter.number != 1:
        return _("The plan is for the quarter that is reviewed, or an earlier one.")
    return ""
