"""The typed week: its lines are checked together and saved all or none."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import seat_for

from . import cells
from .keeping import check, check_droppable, drop, keep
from .lines import Line, fill, line_of
from .models import Meeting


@transaction.atomic
def save_week(portal, monday: dt.date, lines: list[Line], *, by, at) -> bool:
    """Write the typed lines of a week, all or none; False when a line carries a fault.

    Lines nobody touched are left alone, also when a colleague has changed them since.
    """
    seat_for(by, portal, Right.EDIT, at)
    stored = _stored(portal, lines)
    wanted = [line for line in lines if not line.is_blank or line.number in stored]
    above = None
    changes = []
    for line in wanted:
        line.meeting = stored.get(line.number)
        try:
            when = cells.read_when(line.day, line.time, monday=monday, above=above)
            above = when.day
            if _touched(line):
                changes.append(_changed(portal, line, when))
        except (Refused, ValidationError) as fault:
            line.fault = " ".join(getattr(fault, "messages", [str(fault)]))
    if any(line.fault for line in wanted):
        return False
    for meeting, dropped in changes:
        (drop if dropped else keep)(meeting, by=by, at=at)
    return True


def _stored(portal, lines):
    """Present rows by number; a number of another portal's meeting is out of sight."""
    rows = Meeting.objects.select_for_update().filter(number__in=[line.number for line in lines])
    found = {row.number: row for row in rows}
    if any(row.portal_id != portal.pk for row in found.values()):
        raise OutOfSight
    return found


def _touched(line):
    """Did this person change the line? Refuses when a colleague changed it too."""
    if line.meeting is None:
        return not line.dropped
    present = line_of(line.meeting)
    if line.digest() in (line.was, present.was) and not line.dropped:
        return False
    if present.was != line.was:
        line.was, line.theirs = present.was, " · ".join(_shown(present))
        raise Refused(
            _(
                "A colleague changed this line meanwhile. Compare, then save again: yours replaces "
                "it."
            )
        )
    return True


def _shown(line):
    return [text for text in (line.day, line.time, *line.texts.values()) if text]


def _changed(portal, line, when):
    meeting = line.meeting or Meeting(portal=portal, number=line.number)
    if not line.texts["title"].strip() and not line.dropped:
        raise Refused(_("Write what takes place."))
    if line.dropped:
        check_droppable(meeting)
        return meeting, True
    fill(meeting, line, when)
    check(meeting)
    return meeting, False
