"""Sending people to a meeting: who reports on it, who takes the photos. Every change is an Act."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.newsroom.refusals import Refused
from apps.portals.models import Seat
from apps.portals.roles import Right
from apps.portals.seats import given_by, seat_for
from lib.vietnamese.datelines import say_when

from .keeping import record
from .models import Assignment, Meeting
from .times import session_of

Part = Assignment.Part
USUAL_LENGTH = dt.timedelta(hours=2)
SESSION_LENGTHS = {"day": dt.timedelta(days=1)}
HALF_DAY = dt.timedelta(hours=6)
# No meeting that begins earlier than this can still be going on.
LONGEST = dt.timedelta(days=14)


@dataclass(frozen=True)
class Sent:
    """Ids of the people who go; None: nobody."""

    reporter: int | None = None
    photographer: int | None = None

    @property
    def mark(self) -> str:
        """What a form shows, to be named again when it is sent."""
        return f"{self.reporter or 0}-{self.photographer or 0}"

    def by_part(self) -> dict:
        return {Part.REPORTER: self.reporter, Part.PHOTOGRAPHER: self.photographer}


def sent_to(meeting) -> Sent:
    """Who goes now; reads `meeting.assignments` as it was loaded."""
    return Sent(**{row.part: row.user_id for row in meeting.assignments.all()})


@transaction.atomic
def assign(meeting, wanted: Sent, *, seen: str, by, at) -> list[str]:
    """Send these people, instead of those who were sent; sentences about clashes of time.

    `seen` is the mark of what the person had before him: when a colleague has changed it since,
    nothing is written. Raises OutOfSight without a seat on the portal, Refused without the right
    to assign, for somebody new who does not write there and for a meeting nobody may report on.
    """
    seat_for(by, meeting.portal, Right.ASSIGN, at)
    meeting = Meeting.objects.select_for_update(of=["self"]).select_related("portal").get(
        pk=meeting.pk
    )  # fmt: skip
    present = {row.part: row for row in meeting.assignments.select_related("user")}
    before = sent_to(meeting)
    if before == wanted:
        return []
    if before.mark != seen:
        raise Refused(_already_sent(present.values()))
    people = _checked(meeting, wanted, before, at)
    for part, person in wanted.by_part().items():
        _put(meeting, part, present.get(part), people.get(person), by=by, at=at)
    _note(meeting, present, wanted, people, by=by, at=at)
    return [
        sentence
        for person in people.values()
        if person.pk not in (before.reporter, before.photographer)
        for sentence in clashes(meeting, person, by=by, at=at)
    ]


def colleagues(portal, at) -> list[User]:
    """Who writes on the portal now, by name: the people that may be sent."""
    seats = Seat.objects.active_at(at).filter(portal=portal).select_related("user", "portal")
    writers = {seat.user for seat in seats if Right.WRITE in given_by(seat)}
    return sorted(writers, key=lambda person: (str(person), person.pk))


def clashes(meeting, person, *, by, at) -> list[str]:
    """At most one sentence: what else the person is sent to in the same hours."""
    begins, ends = hours_of(meeting)
    within_a_day = Q(ends_at__isnull=True, starts_at__gt=begins - dt.timedelta(days=1))
    near = Meeting.objects.filter(
        Q(ends_at__gt=begins) | within_a_day,
        assignments__user=person, starts_at__lt=ends, starts_at__gt=begins - LONGEST,
        state=Meeting.State.PLANNED,
    ).exclude(pk=meeting.pk)  # fmt: skip
    found = [
        other for other in near.order_by("starts_at").distinct() if hours_of(other)[1] > begins
    ]
    if not found:
        return []
    seen = Meeting.objects.seen_by(by, at).filter(pk__in=[other.pk for other in found])
    words = {"name": person, "when": say_when(found[0].starts_at, at)}
    if titled := next((other for other in found if other in set(seen)), None):
        words |= {"title": titled.title, "when": say_when(titled.starts_at, at)}
        return [_("%(name)s is also sent to “%(title)s”, %(when)s.") % words]
    return [_("%(name)s is also sent somewhere else, %(when)s.") % words]


def hours_of(meeting) -> tuple[dt.datetime, dt.datetime]:
    """From when till when somebody who goes there is busy."""
    begins = meeting.starts_at
    if meeting.ends_at:
        return begins, max(meeting.ends_at, begins + dt.timedelta(minutes=1))
    if meeting.starts_has_time:
        return begins, begins + USUAL_LENGTH
    return begins, begins + SESSION_LENGTHS.get(session_of(begins, False), HALF_DAY)


def coming(user, at):
    """The person's assignments to meetings that are not over yet."""
    ahead = Q(meeting__ends_at__gt=at) | Q(meeting__starts_at__gt=at - USUAL_LENGTH)
    rows = Assignment.objects.filter(ahead, user=user).select_related("meeting__portal", "user")
    return rows.order_by("meeting__portal__name", "meeting__starts_at", "-part")


def _checked(meeting, wanted, before, at):
    """{id: person} of those who shall go. Whoever goes already may stay, whatever became of him."""
    ids = {person for person in wanted.by_part().values() if person}
    new = ids - {before.reporter, before.photographer}
    if new and meeting.no_coverage:
        raise Refused(_("This meeting gets no coverage."))
    if new and meeting.state == Meeting.State.CANCELLED:
        raise Refused(_("This meeting is cancelled: nobody can be sent to it."))
    writers = {person.pk for person in colleagues(meeting.portal, at)}
    if not new <= writers:
        raise Refused(_("Choose somebody who writes on this portal."))
    return {person.pk: person for person in User.objects.filter(pk__in=ids)}


def _put(meeting, part, present, person, *, by, at):
    if person is None:
        if present:
            present.delete()
        return
    if present and present.user_id == person.pk:
        return
    Assignment.objects.update_or_create(
        meeting=meeting, part=part, defaults={"user": person, "by": by, "at": at}
    )


def _note(meeting, present, wanted, people, *, by, at):
    before = {part: row.user for part, row in present.items()}
    after = {part: people[pk] for part, pk in wanted.by_part().items() if pk}
    note(meeting, before, after, by=by, at=at)


def note(meeting, before: dict, after: dict, *, by, at) -> None:
    """An Act: {part: person} before and after.

    Only what changed, by name: history must say it also when an account is gone. `sent` has the
    ids of all who went and go, for `noticed.py`.
    """
    changed = [part for part in Part.values if before.get(part) != after.get(part)]
    before, after = (
        {f"{part}_sent": str(people.get(part, "")) for part in changed}
        | {"sent": {str(part): person.pk for part, person in people.items()}}
        for people in (before, after)
    )
    record(meeting, "assign", by=by, at=at, before=before, after=after)


def _already_sent(rows):
    names = [f"{row.user} ({row.get_part_display()})" for row in rows]
    if not names:
        return _("A colleague has just withdrawn this assignment. Look, then assign again.")
    return _(
        "A colleague has just assigned %(names)s. Look whether that is right, then assign again."
    ) % {"names": ", ".join(names)}


def of_person(user, first, last, at):
    """What the person goes to on these days, in order, on portals where he has a seat."""
    meetings = Meeting.objects.between(first, last)
    rows = Assignment.objects.filter(user=user, meeting__in=meetings)
    reach = Seat.objects.active_at(at).filter(user=user).values("portal")
    rows = rows.filter(meeting__portal__in=reach).select_related("meeting__portal")
    return rows.order_by("meeting__starts_at", "meeting__number", "-part")
