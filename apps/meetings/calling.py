"""Calling a meeting off quickly: change its state and give the first signature in one tap."""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused

from . import keeping, pages, publishing


@transaction.atomic
def call_off_and_sign(meeting, state: str, *, by, at) -> str:
    """Postpone or cancel, and sign what readers have of it; the sentence to show.

    The second tap is the second person's signature (`publishing.sign_schedule`). Raises Refused
    or OutOfSight; who may not sign only changes the state.
    """
    meeting = keeping.call_off(meeting, state, by=by, at=at)
    signed = [_sign(publishing.sign_meeting, meeting, meeting.key, by=by, at=at)]
    week = pages.week_of(meeting)
    signed.append(
        _sign(
            publishing.sign_schedule, meeting.portal, pages.schedule_key(week), week, by=by, at=at
        )
    )
    if not meeting.is_public or not any(signed):
        return _("Noted.")
    return _("Noted and signed by you. Readers learn it when a second person signs.")


def _sign(verb, about, key, *more, by, at) -> bool:
    """Only what readers already have; who may not sign leaves that to others."""
    portal = getattr(about, "portal", about)
    if not publishing.live_digest(portal, key, at):
        return False
    try:
        with transaction.atomic():
            verb(about, *more, by=by, at=at)
    except Refused:
        return False
    return True
