"""Keeping meetings: the facts of one, calling one off, dropping one. Every save is an Act.

Nothing here reaches readers: what changed waits for two signatures (`publishing.py`); only what
stops being public, or is deleted, leaves them at once (`withdrawing.py`).
"""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils.translation import gettext as _

from apps.editions.models import Showing
from apps.newsroom import history
from apps.newsroom.refusals import Refused
from apps.portals.roles import Right
from apps.portals.seats import rights_of, seat_for
from lib.vietnamese.slug import slugify

from .models import Meeting
from .withdrawing import withdraw

TOLD = [
    "title", "kind", "host", "series", "period", "starts_at", "ends_at", "place", "form",
    "remote_points", "chair_words", "guest_words", "prepared_by", "agenda", "public_link",
    "private_link", "is_public", "no_coverage", "needs_reporter", "state",
]  # fmt: skip


KEEPS = {Right.READ, Right.WRITE}


def may_keep(user, portal, at) -> bool:
    """Whoever writes on the portal and may read what others write."""
    return rights_of(user, portal, at) >= KEEPS


def check_keeper(user, portal, at) -> None:
    """Raises OutOfSight without a seat, Refused without the rights of `may_keep`."""
    for right in (Right.READ, Right.WRITE):
        seat_for(user, portal, right, at)


def check(meeting) -> None:
    """Raises ValidationError with sentences for people."""
    if meeting.needs_reporter and meeting.no_coverage:
        raise ValidationError(_("What gets no coverage needs no reporter."))
    meeting.full_clean(exclude=["portal", "host"])


@transaction.atomic
def keep(meeting: Meeting, *, by, at) -> Meeting:
    """Add or change one meeting. Raises OutOfSight, Refused or ValidationError."""
    check_keeper(by, meeting.portal, at)
    check(meeting)
    stored = Meeting.objects.filter(pk=meeting.pk).first() if meeting.pk else None
    meeting.slug = slugify(meeting.title, 80)
    meeting.revision = F("revision") + 1 if stored else 1
    meeting.save()
    meeting.refresh_from_db(fields=["revision"])
    before, after = told_values(stored) if stored else {}, told_values(meeting)
    changed = [name for name in TOLD if before.get(name) != after[name]]
    if changed:
        record(
            meeting, "change_meeting" if stored else "add_meeting", by=by, at=at,
            before={name: before[name] for name in changed if stored},
            after={name: after[name] for name in changed if stored or after[name]},
        )  # fmt: skip
    if stored and stored.is_public and not meeting.is_public:
        withdraw(meeting, by=by, at=at)
    return meeting


@transaction.atomic
def call_off(meeting: Meeting, state: str, *, by, at) -> Meeting:
    """Postpone, cancel, or hold after all; readers learn it when two have signed."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if state not in Meeting.State.values:
        raise Refused(_("Say whether it is postponed or cancelled."))
    meeting.state = state
    return keep(meeting, by=by, at=at)


@transaction.atomic
def drop(meeting: Meeting, *, by, at) -> None:
    """Delete a meeting that was never on a page of its own and that no article is about."""
    seat_for(by, meeting.portal, Right.EDIT, at)
    check_droppable(meeting)
    withdraw(meeting, by=by, at=at)
    record(meeting, "drop_meeting", by=by, at=at, before=told_values(meeting))
    try:
        meeting.delete()
    except ProtectedError as error:
        raise Refused(_("An article is about this meeting; cancel it instead.")) from error


def had_page(meeting) -> bool:
    """Did readers ever get a page of this meeting?"""
    return Showing.objects.of(meeting.portal.key, meeting.key).exists()


def check_droppable(meeting) -> None:
    """Raises Refused for what readers had on a page of its own."""
    if had_page(meeting):
        raise Refused(_("This meeting has a page of its own; cancel it instead of deleting it."))


def told_values(meeting) -> dict:
    """The facts as words for the history."""
    return {name: _plain(getattr(meeting, name)) for name in TOLD}


def _plain(value):
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    return value if value is None or isinstance(value, bool | int) else str(value)


def record(meeting, verb, *, by, at, before=None, after=None, reason=""):
    """An Act under the meeting's key."""
    history.record(
        meeting.key, verb, by=by, at=at, portal=meeting.portal.key, before=before, after=after,
        reason=reason,
    )  # fmt: skip
