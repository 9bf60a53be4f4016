"""The typed week: its lines are checked together and saved all or none."""

import datetime as dt
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import seat_for
from lib.vietnamese.text import clean

from . import cells
from .attending import set_chairs
from .chairs import put_cell, read_cells, with_chairs
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
    touched = []
    for line in wanted:
        line.meeting = stored.get(line.number)
        with _telling(line):
            when = cells.read_when(line.day, line.time, monday=monday, above=above)
            above = when.day
            if _touched(line):
                touched.append((line, when))
    chairs, changes = _read_chairs(touched), []
    for line, when in touched:
        with _telling(line):
            changes.append(_changed(portal, line, when, chairs.get(line.number)))
    if any(line.fault for line in wanted):
        return False
    for change in changes:
        _write(*change, by=by, at=at)
    return True


@contextmanager
def _telling(line):
    """What is wrong with a line is said beside it."""
    try:
        yield
    except (Refused, ValidationError) as fault:
        line.fault = " ".join(getattr(fault, "messages", [str(fault)]))


def _read_chairs(touched):
    """{number: chairs} of the lines whose chair this person changed."""
    changed = [
        line
        for line, _when in touched
        if line.meeting is None or line.chair_cell != line_of(line.meeting).chair_cell
    ]
    read = read_cells([line.chair_cell for line in changed])
    return {line.number: chairs for line, chairs in zip(changed, read, strict=True)}


def _write(meeting, dropped, chairs, *, by, at):
    if dropped:
        drop(meeting, by=by, at=at)
        return
    keep(meeting, by=by, at=at)
    if chairs is not None:
        set_chairs(meeting, chairs, by=by, at=at)


def _stored(portal, lines):
    """Present rows by number; a number of another portal's meeting is out of sight."""
    rows = Meeting.objects.select_for_update().filter(number__in=[line.number for line in lines])
    found = {row.number: row for row in with_chairs(rows)}
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


def _changed(portal, line, when, chairs):
    meeting = line.meeting or Meeting(portal=portal, number=line.number)
    if not line.texts["title"].strip() and not line.dropped:
        raise Refused(_("Write what takes place."))
    if line.dropped:
        check_droppable(meeting)
        return meeting, True, None
    fill(meeting, line, when)
    if chairs is not None:
        chairs = put_cell(meeting, clean(line.texts["chair"]), chairs)
    check(meeting)
    return meeting, False, chairs
