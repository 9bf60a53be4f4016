"""The articles of a span of days, and the nearest days beside it that have some: one question."""

from dataclasses import dataclass
from datetime import date, datetime

from lib.vietnamese.datelines import local

from . import lists, together
from .visits import Visit


@dataclass(frozen=True)
class Span:
    """`before` and `after` are the nearest days on which something stands, or None."""

    leaf: lists.Leaf
    before: date | None
    after: date | None


def of_span(visit: Visit, start: datetime, end: datetime, cursor: str) -> Span:
    """The page after `cursor` ('' = the first) of what stands from `start` on and before `end`.

    Raises Http404 for a cursor that is none and where nothing is that old.
    """
    known = {"now": visit.now, "portal": visit.portal, "since": start, "until": end}
    if cursor:
        known["listed_at"], known["cut"] = lists.read_cursor(cursor)
    parts = [together.asked(_inside, bool(cursor), **known)]
    parts += [together.asked(make, **known) for make in (_before, _after)]
    found = together.together(parts)
    inside = [row for row in found if start <= row.cut.listed_at < end]
    return Span(
        lists.leaf_of(inside, cursor),
        before=next((_day(row) for row in found if row.cut.listed_at < start), None),
        after=next((_day(row) for row in found if row.cut.listed_at >= end), None),
    )


def _day(row):
    return local(row.cut.listed_at).date()


def _live(**span):
    return lists.live_at(together.NOW.value, together.PORTAL.value).filter(**span)


def _inside(after_cursor):
    rows = _live(cut__listed_at__gte=together.SINCE.value, cut__listed_at__lt=together.UNTIL.value)
    if after_cursor:
        rows = lists.older_than(rows, together.LISTED_AT.value, together.CUT.value)
    return rows.values("pk")[: lists.PER_PAGE + 1]


def _before():
    return _live(cut__listed_at__lt=together.SINCE.value).values("pk")[:1]


def _after():
    rows = _live(
        cut__listed_at__gte=together.UNTIL.value,
        cut__listed_at__lte=together.NOW.value,  # no day to come has a page
    )
    return rows.order_by("cut__listed_at", "cut_id").values("pk")[:1]
