"""Four eyes on a week's schedule and on a meeting's page: sign, and with the second name publish.

The first signature proposes, the second of another person puts exactly that content before
readers. At least one of the two may approve articles or change the portal's frame. Each signature
asks anew what must not go out (`outgoing.py`, the slot `outgoing_remarks`).
"""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from apps.editions import paths, showings
from apps.editions.cutting import Page, cut_page
from apps.editions.locks import publishing_lock
from apps.editions.models import Showing
from apps.media.publishing import publish_attachments
from apps.newsroom import history, signing
from apps.newsroom.digests import digest
from apps.newsroom.outgoing import refuse_if_stopped
from apps.newsroom.refusals import Refused
from apps.portals.models import Portal
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, seat_for, seat_with, seats_on
from apps.portals.sharing import with_share_picture
from lib.vietnamese.weeks import week_code

from . import pages
from .models import Meeting
from .outgoing import remarks_on_page, remarks_on_week

APPROVES = {Right.APPROVE, Right.FRAME}


def schedule_signature_key(portal, monday: dt.date) -> str:
    """Under which a week's signatures and Acts stand."""
    return f"schedule:{portal.key}:{week_code(monday)}"


@transaction.atomic
def sign_schedule(portal, monday: dt.date, *, by, at, seen=None) -> bool:
    """Sign the week as it stands; True when that was the second name and readers have it now.

    `seen` is the digest the person looked at. Raises OutOfSight, or Refused when it has changed
    since, when readers have exactly this already, or when something in it must not go out.
    """
    portal = Portal.objects.select_for_update().get(pk=portal.pk)
    seat = seat_for(by, portal, Right.SIGN_FRAME, at)
    values = pages.schedule_values(portal, monday)
    key = schedule_signature_key(portal, monday)
    if not values["lines"] and not live_digest(portal, pages.schedule_key(monday), at):
        raise Refused(_("No line of this week is public yet."))
    live = live_digest(portal, pages.schedule_key(monday), at)
    signed = _checked(values, live, seen)
    refuse_if_stopped(remarks_on_week(portal, values))
    _sign(key, signed, seat, at)
    _record(key, "sign_schedule", portal, by, at, signed)
    if signing.standing(key, signed).missing():
        return False
    page = Page(
        portal=portal.key, key=pages.schedule_key(monday), kind="schedule", values=values,
        title=week_code(monday), text_digest=signed,
    )  # fmt: skip
    _show(page, key, paths.schedule(week_code(monday)), by=by, at=at)
    _record(key, "publish_schedule", portal, by, at, signed)
    return True


@transaction.atomic
def sign_meeting(meeting: Meeting, *, by, at, seen=None) -> bool:
    """The same for the page of one meeting, with the titles of its day as they are known now."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    portal = meeting.portal
    seat_for(by, portal, Right.READ, at)
    seat = seat_for(by, portal, Right.WRITE, at)
    if not_ready := why_not(meeting):
        raise Refused(not_ready)
    documents = pages.public_documents(meeting)
    values = pages.meeting_values(meeting, documents)
    signed = _checked(values, live_digest(portal, meeting.key, at), seen)
    refuse_if_stopped(remarks_on_page(meeting, values, documents))
    _sign(meeting.key, signed, seat, at)
    _record(meeting.key, "sign_meeting", portal, by, at, signed)
    if signing.standing(meeting.key, signed).missing():
        return False
    page = Page(
        portal=portal.key, key=meeting.key, kind="meeting", values=values, title=meeting.title,
        summary=meeting.place, subjects=pages.subjects(values), listed_at=meeting.starts_at,
        text_digest=signed,
    )  # fmt: skip
    publish_attachments(row.attachment for row in documents)
    _show(with_share_picture(page, at), meeting.key, meeting.address, by=by, at=at)
    _record(meeting.key, "publish_meeting", portal, by, at, signed)
    return True


def why_not(meeting) -> str:
    """Why the page of a meeting cannot go out at all; "" when it can."""
    if meeting.portal.is_practice:
        return _("Nothing of a practice portal reaches readers.")
    if not meeting.is_public or meeting.no_coverage:
        return _("This meeting is not public: it has no page for readers.")
    if any(row.asked for row in meeting.attendance.all()):
        return _("Some names still ask “is this …?”. Answer them first, then sign.")
    return ""


def _checked(values, live, seen) -> str:
    """The digest to sign."""
    signed = digest(values)
    if seen and seen != signed:
        raise Refused(_("This has changed since you opened it. Look at it again first."))
    if live == signed:
        raise Refused(_("Readers have exactly this already."))
    return signed


def _sign(key, signed, seat, at):
    approver = seat_with(seats_on(seat.user, seat.portal, at), *APPROVES)
    signing.sign(
        key, signed, by=seat.user, role=seat.role, approves=approver is not None, at=at,
        delegated_by=approver.delegated_by if approver else None,
    )  # fmt: skip


def _show(page, signature_key, address, *, by, at):
    publishing_lock()
    signers = signing.signers(signature_key, page.text_digest)
    cut = cut_page(page, signers=signers, by=str(by), why="", at=at)
    showings.show(cut, address=address, live_from=at, at=at)


def live_digest(portal, key: str, at) -> str:
    """The digest of what readers have now under this key; "" when they have nothing."""
    live = Showing.objects.of(portal.key, key).live_at(at)
    return live.values_list("cut__text_digest", flat=True).first() or ""


@transaction.atomic
def hide_schedule(portal, monday: dt.date, *, by, at) -> None:
    """Two taps, one person: readers get no schedule of this week until it is signed again."""
    seat = seat_for(by, portal, Right.HIDE, at)
    _hide(portal, pages.schedule_key(monday), at)
    key = schedule_signature_key(portal, monday)
    _record(key, "hide_schedule", portal, by, at, **by_delegation(seat))


@transaction.atomic
def hide_meeting(meeting, *, by, at) -> None:
    """The same for the page of one meeting."""
    seat = seat_for(by, meeting.portal, Right.HIDE, at)
    _hide(meeting.portal, meeting.key, at)
    _record(meeting.key, "hide_meeting", meeting.portal, by, at, **by_delegation(seat))


def _hide(portal, key, at):
    publishing_lock()
    if showings.hide(portal.key, key, at=at) is None:
        raise Refused(_("Readers do not see this now; there is nothing to hide."))


def _record(key, verb, portal, by, at, signed="", **note):
    after = {"digest": signed, **note} if signed else note
    history.record(key, verb, by=by, at=at, portal=portal.key, after=after)
