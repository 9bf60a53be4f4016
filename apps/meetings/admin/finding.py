"""The address the chair's cell asks while somebody types a name."""

from django.http import JsonResponse
from django.utils import timezone

from apps.meetings import cells
from apps.meetings.models import Attendance
from apps.newsroom.refusals import Refused
from apps.people.mentioning import suggest
from lib.vietnamese.dates import read_date
from lib.vietnamese.weeks import monday_of, read_week

from .scope import portal_of

MOST_SIGNS = 60


def officials_named(request):
    """Officials whose name has `q`, with their titles on the day of the cell `ngay` in `tuan`.

    {"found": [{"label", "says", "value"}]}; `value` is one of `chairs.read_cells`' `chosen`. 404
    without a portal whose meetings the person may read.
    """
    portal = portal_of(request)
    rows = suggest(request.GET.get("q", "")[:MOST_SIGNS], day=_day(request), portal_key=portal.key)
    return JsonResponse({"found": [_values(row) for row in rows]})


def _day(request):
    """A whole date, or a day of the week shown; its Monday where the cell cannot be read."""
    words = request.GET.get("ngay", "")[:80]
    whole = read_date(words)
    if whole:
        return whole
    monday = read_week(request.GET.get("tuan", "")) or monday_of(timezone.localdate())
    try:
        return cells.read_when(words, "", monday=monday, above=monday).day
    except Refused:
        return monday


def _values(row):
    half = str(Attendance.Half(row.half).label) if row.half else ""
    return {
        "label": row.name,
        "says": ": ".join(filter(None, [half, row.titles])),
        "value": f"{row.person}:{row.half}".rstrip(":"),
    }
