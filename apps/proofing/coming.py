"""Days ahead of the event that a sentence tells: "từ ngày 1/7", "ngày mai (1/7)"."""

import datetime as dt
import re
from collections.abc import Iterator

from lib.vietnamese.days import make_day

_DAY = (
    r"(?:0 ?(?:giờ|h),? )?(?:ngày )?(?P<d>\d\d?)(?:\s?[/.-]\s?| tháng )(?P<m>\d\d?)"
    r"(?:(?:\s?[/.-]\s?|,? năm )(?P<y>20\d\d))?(?!\w|[/-]\d)"
)
_SINCE = re.compile(rf"(?<!\w)(?:từ|vào) {_DAY}")
_TOMORROW = re.compile(r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối) (mai|kia)(?!\w)")
_AHEAD = {"mai": dt.timedelta(days=1), "kia": dt.timedelta(days=2)}
_HEAD = re.compile(rf"^[\W_]*(?:(?:sáng|trưa|chiều|tối|vào|đúng) )*{_DAY}")
_WILL = re.compile(r"[^.;\n]{0,80}?(?<!\w)sẽ(?!\w)")
# What begins on the day behind it: "chính thức hoạt động từ ngày 1/7".
_BEGINS_BEHIND = re.compile(
    r"[^.;\n]{0,80}?(?<!\w)(?:hoạt động|vận hành|làm việc|tiếp nhận|mang tên|bắt đầu|ra mắt"
    r"|thành lập|có trụ sở|đặt trụ sở|được lập|sẽ)(?!\w)[^.;\n]{0,40}?(?<!\w)(?:từ|vào) "
    rf"(?:{_DAY}"
    r"|(?:ngày|sáng) (?P<then>mai|kia)(?!\w))"
)
_FARTHEST = dt.timedelta(days=200)


def days_ahead(lead: str, day: dt.date) -> Iterator[dt.date]:
    """Days ahead in the small letters before some words; a year left out is the next."""
    for found in _SINCE.finditer(lead):
        yield from _ahead(found, day)
    for found in _TOMORROW.finditer(lead):
        yield day + _AHEAD[found[1]]


def days_ahead_round(lead: str, tail: str, day: dt.date) -> Iterator[dt.date]:
    """Those on which something begins: the words behind say so too."""
    yield from days_ahead(lead, day)
    head, behind = _HEAD.match(lead), _BEGINS_BEHIND.match(tail)
    if head and _WILL.match(tail):
        yield from _ahead(head, day)
    if behind and behind["then"]:
        yield day + _AHEAD[behind["then"]]
    elif behind:
        yield from _ahead(behind, day)


def _ahead(found: re.Match, day: dt.date) -> Iterator[dt.date]:
    months, days = int(found["m"]), int(found["d"])
    told = make_day(int(found["y"] or day.year), months, days)
    if told and not found["y"] and told <= day:
        told = make_day(day.year + 1, months, days)
    if told and day < told < day + _FARTHEST:
        yield told
