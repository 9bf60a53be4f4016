"""What a portal does with a piece of another's: the only code that sets `Sending.state`.

The text came with its signatures and never changes. The place, portal and section and address, is
signed here by the rule of every page: two different people, one of them with the right to approve.
"""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from apps.editions import showings
from apps.editions.cutting import cut_page
from apps.editions.locks import publishing_lock
from apps.newsroom import history, signing
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, seat_for, seat_with, seats_on
from lib.vietnamese.datelines import say_when

from ..publishing import sweep
from . import copying, following
from .models import Sending
from .original import Stand, end_of, live_original, planned_here, stand, with_readers

State = Sending.State
RECEIVES = (Right.PUBLISH, Right.EDIT)


def receive(sending, section, *, by, at, digest, live_from=None, expires_at=None) -> Sending:
    """Sign its place; when that has its two signatures and the person may publish, readers get it
    at once, or from `live_from` on where he may schedule. Returns the sending: still waiting where
    one more person must sign, who then finds the chosen section and hours.

    `digest` is the text that was read, of the original as readers have it. `expires_at` None: it
    ends with the original.
    """
    with transaction.atomic():
        publishing_lock()
        sending, seat, found = held(sending, by, at, *RECEIVES)
        refuse_unless(sending, State.WAITING)
        original = _read(sending, at, digest)
        if section is None:
            raise Refused(_("Choose a section first."))
        if section.portal_id != sending.to_id:
            raise OutOfSight
        _refuse_hours(original, at, live_from, expires_at)
        sending.section, sending.slug = section, copying.slug_of(original)
        sending.goes_out_at, sending.ends_at = live_from, expires_at
        right = Right.SCHEDULE if live_from else Right.PUBLISH
        missing = _sign_place(sending, seat, found, by, at, right)
        said = {"section": section.title, **_hours(sending)}
        if missing or not seat_with(found, right):
            sending.save()
            record(sending, "sign_received", by, at, seat, **said)
            return sending
        _show(sending, original, by, at, live_from=live_from or at)
        sending.state, sending.answered_at = State.RECEIVED, at
        sending.save()
        verb = "schedule_received" if live_from else "publish_received"
        record(sending, verb, by, at, seat, **said)
    return sending


@transaction.atomic
def decline(sending, *, by, at, reason) -> Sending:
    """Not here. The sender reads why, and may ask again."""
    sending, seat, _held_seats = held(sending, by, at, Right.PUBLISH)
    refuse_unless(sending, State.WAITING)
    if not reason.strip():
        raise Refused(_("Write in a sentence why it is not published here."))
    sending.state, sending.answered_at, sending.reason = State.DECLINED, at, reason.strip()
    sending.save()
    record(sending, "decline_received", by, at, seat, reason=reason)
    return sending


@transaction.atomic
def take_over(sending, *, by, at, digest) -> Sending:
    """The original's present text in place of the one shown or planned here: one act, one more
    signature; a plan keeps its hour.
    """
    publishing_lock()
    sending, seat, _held_seats = held(sending, by, at, Right.PUBLISH)
    refuse_unless(sending, State.RECEIVED)
    original = _read(sending, at, digest)
    if original.cut.text_digest == sending.digest:
        raise Refused(_("Readers here have this text already."))
    signing.sign(
        sending.key, original.cut.text_digest, by=by, role=seat.role, approves=True, at=at,
        delegated_by=seat.delegated_by,
    )  # fmt: skip
    planned = planned_here(sending, at)
    _show(sending, original, by, at, live_from=planned.live_from if planned else at)
    sending.headline, sending.left, sending.answered_at = original.cut.title, "", at
    sending.save()
    record(sending, "take_over_text", by, at, seat)
    return sending


@transaction.atomic
def leave(sending, *, by, at) -> Sending:
    """Go on with the text shown here beside the original as it stands now."""
    sending, seat, _held_seats = held(sending, by, at, Right.PUBLISH)
    if stand(sending) not in (Stand.CHANGED, Stand.GONE):
        raise Refused(_("The original is as it was received; there is nothing to decide."))
    sending.left = sending.original or Sending.GONE
    sending.save()
    record(sending, "leave_text", by, at, seat)
    return sending


@transaction.atomic
def hide(sending, *, by, at, reason="") -> Sending:
    """Readers here get 404 until it is shown again."""
    sending, seat, _held_seats = held(sending, by, at, Right.HIDE)
    if showings.hide(sending.to.key, sending.article.key, at=at) is None:
        raise Refused(_("Readers do not see this article now; there is nothing to hide."))
    record(sending, "hide_received", by, at, seat, reason=reason)
    return sending


@transaction.atomic
def show_again(sending, *, by, at) -> Sending:
    """Undo hiding: the very same copy."""
    sending, seat, _held_seats = held(sending, by, at, Right.PUBLISH)
    if showings.show_again(sending.to.key, sending.article.key, at=at) is None:
        raise Refused(_("This article is not hidden."))
    record(sending, "show_received", by, at, seat)
    return sending


@transaction.atomic
def take_down(sending, *, by, at, reason) -> Sending:
    """For good here: 410 for readers. The original is its own portal's."""
    publishing_lock()
    sending, seat, _held_seats = held(sending, by, at, Right.TAKE_DOWN)
    refuse_unless(sending, State.RECEIVED)
    if not reason.strip():
        raise Refused(_("Write why the article is taken down and who ordered it."))
    unused = showings.take_down(sending.to.key, sending.article.key, at=at)
    sending.state, sending.answered_at, sending.reason = State.TAKEN_DOWN, at, reason.strip()
    sending.save()
    record(sending, "take_down_received", by, at, seat, reason=reason)
    transaction.on_commit(lambda: sweep(unused))
    return sending


def still_missing(sending) -> str:
    """One sentence, or '' when the place has its two signatures."""
    if sending.section_id is None:
        return ""
    return _missing(signing.standing(sending.key, copying.placement_digest(sending)))


def held(sending, by, at, *rights):
    """(the row as it stands, locked; the seat that gives one of the rights; all seats)."""
    Sending.objects.select_for_update().get(pk=sending.pk)
    sending = with_readers(Sending.objects.filter(pk=sending.pk), at).get()
    seats = seats_on(by, sending.to, at)
    return sending, seat_with(seats, *rights) or seat_for(by, sending.to, rights[0], at), seats


def refuse_unless(sending, state):
    if sending.state != state:
        raise Refused(
            _("This is not possible now: the article is “%(state)s”.")
            % {"state": sending.get_state_display()}
        )


def _read(sending, at, digest):
    """The original's showing, whose text is the one that was read."""
    original = live_original(sending, at)
    if original is None:
        raise Refused(_("The original is not on its own portal now; nothing can be received."))
    if original.cut.text_digest != digest:
        raise Refused(
            _("The text has changed since you opened it. Read the present version first.")
        )
    return original


def _refuse_hours(original, at, live_from, expires_at):
    if live_from is not None and live_from <= at:
        raise Refused(_("Choose a time in the future."))
    if expires_at is not None and expires_at <= (live_from or at):
        raise Refused(_("The end must be later than the time it goes out."))
    end = original.expires_at
    if end is not None and live_from is not None and live_from >= end:
        raise Refused(
            _("The original ends %(when)s; choose an earlier time.") % {"when": say_when(end, at)}
        )


def _hours(sending) -> dict:
    """What is told of the chosen hours."""
    said = {"live_from": sending.goes_out_at, "expires_at": sending.ends_at}
    return {name: moment.isoformat() for name, moment in said.items() if moment}


def _sign_place(sending, seat, seats, by, at, right) -> str:
    """What is missing once the person has signed. Raises Refused where he has signed before and
    adds nothing now: one more must sign, or he has not the right to publish (or to schedule).
    """
    place = copying.placement_digest(sending)
    before = signing.standing(sending.key, place)
    approver = seat_with(seats, Right.APPROVE)
    signing.sign(
        sending.key, place, by=by, role=seat.role, approves=approver is not None, at=at,
        delegated_by=approver.delegated_by if approver else None,
    )  # fmt: skip
    missing = _missing(signing.standing(sending.key, place))
    if by.pk in before.user_ids:
        if missing:
            raise Refused(missing)
        seat_for(by, sending.to, right, at)
    return missing


def _missing(standing) -> str:
    if standing.complete:
        return ""
    if not standing.user_ids:
        return _("Nobody here has signed its place yet; two people must sign it.")
    if len(standing.user_ids) == 1:
        return _(
            "Only %(name)s has signed its place; one more person of this portal must sign, and one "
            "of the two must have the right to approve."
        ) % {"name": standing.names[0]}
    return _("No signer of its place has the right to approve.")


def _show(sending, original, by, at, *, live_from):
    """The copy goes to readers from then on, until its end if it has one."""
    page = copying.page_of(sending, original)
    own = signing.signers(sending.key, copying.placement_digest(sending))
    own += signing.signers(sending.key, page.text_digest)
    cut = cut_page(page, signers=[*original.cut.signers, *own], by=str(by), why="", at=at)
    address = copying.address_of(sending)
    try:
        with transaction.atomic():
            showings.show(
                cut, address=address, live_from=live_from, at=at,
                expires_at=end_of(sending, original.expires_at),
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(_("Another page stands at this address; change the address.")) from error
    following.foresee(sending, at)
    sending.digest = page.text_digest


def record(sending, verb, by, at, seat, reason="", **after):
    history.record(
        sending.key, verb, by=by, at=at, portal=sending.to.key, reason=reason.strip(),
        after={**by_delegation(seat), **after},
    )  # fmt: skip
