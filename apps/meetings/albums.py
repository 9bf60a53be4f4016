"""Meetings as events that pictures may be of: what the library offers."""

import datetime as dt
import re

from lib.vietnamese.datelines import local

from .cells import day_cell
from .models import Meeting

KEY = re.compile(r"meeting:([0-9]{1,18})")
OFFERED = 40
AHEAD = dt.timedelta(days=1)


def events_of(portal_keys, at, keys=()) -> list[tuple[str, str, str]]:
    """(portal key, "meeting:<number>", label): the latest and those named, newest first.

    Meetings that are not for readers are not offered: pictures stand in what readers get.
    """
    numbers = [int(named[1]) for key in keys if (named := KEY.fullmatch(key))]
    rows = Meeting.objects.for_readers().filter(portal__key__in=portal_keys)
    rows = rows.order_by("-starts_at").select_related("portal")
    latest = list(rows.filter(starts_at__lt=at + AHEAD)[:OFFERED])
    older = (
        list(rows.filter(number__in=numbers).exclude(pk__in=[row.pk for row in latest]))
        if numbers
        else []
    )
    return [(row.portal.key, row.key, label(row)) for row in [*latest, *older]]


def label(meeting) -> str:
    """Day, year and title, as the desk's choices show it."""
    return f"{day_cell(meeting.starts_at)}/{local(meeting.starts_at).year}: {meeting}"
