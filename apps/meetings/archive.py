"""The meeting an old page tells of: found again for a second page, else made, never public.

An import has no seat: this verb can only add what nobody has touched (`articles` drafts alike).
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from apps.people.models import Person
from lib.vietnamese.fold import fold
from lib.vietnamese.slug import slugify

from . import times
from .keeping import record
from .models import Attendance, Meeting


@dataclass(frozen=True)
class Held:
    """What the page says: `chairs` are (person of the register or None, name as written)."""

    kind: str
    period: str
    day: dt.date
    online: bool
    chairs: tuple[tuple[Person | None, str], ...]


@transaction.atomic
def find_or_make(portal, held: Held, *, by, at) -> tuple[Meeting, bool]:
    """(the meeting, whether it was made): one kind, period and day is one meeting of a portal.

    Two of one kind on one day are told apart by their chairs.
    """
    for meeting in _that_day(portal, held):
        if _same_chairs(meeting, held):
            return meeting, False
    return _make(portal, held, by, at), True


def _that_day(portal, held):
    begins = times.instant(held.day, None, "day")
    rows = Meeting.objects.filter(
        portal=portal, kind=held.kind, period=held.period, starts_at__gte=begins,
        starts_at__lt=begins + dt.timedelta(days=1),
    )  # fmt: skip
    return rows.order_by("pk").prefetch_related("attendance__person")


def _same_chairs(meeting, held):
    """One name in common; a page or a line that names no chair may be any of that day."""
    chairing = (Attendance.Role.CHAIR, Attendance.Role.CO_CHAIR)
    there = {
        fold(row.person.name if row.person_id else row.label)
        for row in meeting.attendance.all()
        if row.role in chairing
    }
    here = {fold(name) for _person, name in held.chairs}
    return not there or not here or bool(there & here)


def _make(portal, held, by, at):
    title = f"{held.kind} {held.period}".strip()
    title = title[0].upper() + title[1:]
    meeting = Meeting.objects.create(
        portal=portal, title=title, slug=slugify(title, 80), kind=held.kind, period=held.period,
        starts_at=times.instant(held.day, None, "day"), starts_has_time=False, revision=1,
        form=Meeting.Form.BOTH if held.online else Meeting.Form.IN_PERSON,
    )  # fmt: skip
    role = Attendance.Role.CHAIR if len(held.chairs) == 1 else Attendance.Role.CO_CHAIR
    rows = [
        Attendance(meeting=meeting, person=person, label="" if person else name[:300],
                   role=role, position=position)
        for position, (person, name) in enumerate(held.chairs)
    ]  # fmt: skip
    Attendance.objects.bulk_create(rows)
    record(meeting, "import", by=by, at=at, before={}, after={"title": title})
    return meeting
