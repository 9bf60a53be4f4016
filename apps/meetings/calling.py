"""Calling a meeting off quickly: change its state and give the first signature in one tap."""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom.outgoing import Stopped
from apps.newsroom.refusals import Refused

from . import keeping, pages, publishing
from .week import line_differences, live_values, page_difference


@transaction.atomic
def call_off_and_sign(meeting, state: str, *, by, at) -> str:
    """Postpone or cancel, and sign what readers have of it; the sentence to show.

    Nothing is signed where other changes wait too: they have not been looked at. The second tap
    is the second person's signature (`publishing.sign_schedule`). Raises Refused or OutOfSight;
    who may not sign only changes the state.
    """
    meeting = keeping.call_off(meeting, state, by=by, at=at)
    if not meeting.is_public:
        return _("Noted.")
    portal, week = meeting.portal, pages.week_of(meeting)
    page = live_values(portal, meeting.key, at)
    lines = live_values(portal, pages.schedule_key(week), at)
    unseen = line_differences(lines, pages.schedule_values(portal, week))
    changed = page and page_difference(page, pages.meeting_values(meeting))
    try:
        signed = [
            _signed(changed, publishing.sign_meeting, meeting, by=by, at=at),
            all(each.of_state for each in unseen)
            and _signed(unseen, publishing.sign_schedule, portal, week, by=by, at=at),
        ]
    except Stopped as stopped:
        return _("Noted, but not signed. %(why)s") % {"why": stopped}
    if any(signed):
        return _("Noted and signed by you. Readers learn it when a second person signs.")
    if len(unseen) > 1:
        return _("Noted. Other changes of this week wait too: look at them, then sign.")
    return _("Noted.")


def _signed(changed, verb, about, *more, by, at) -> bool:
    """Only what readers already have, and nothing the person has not seen along with it.

    Raises Stopped where something must not go out.
    """
    if not changed or not getattr(changed, "of_state", True):
        return False
    try:
        with transaction.atomic():
            verb(about, *more, by=by, at=at)
    except Stopped:
        raise
    except Refused:
        return False
    return True
