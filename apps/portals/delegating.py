"""“Ủy quyền duyệt”: a chief lets somebody of the portal approve for him between two days.

Whether a delegation counts is asked when somebody acts (`SeatQuerySet.active_at`): it ends by
itself, and what was signed while it counted stays signed.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.newsroom.telling import name_fields, name_verbs
from lib.vietnamese.text import clean

from .models import Delegation, Portal, Seat
from .roles import Right, Role
from .seats import rights_of, seat_with, seats_on

name_verbs(
    {
        "delegate": gettext_lazy("delegated approving"),
        "withdraw_delegation": gettext_lazy("withdrew the delegation"),
    }
)
name_fields({"delegated_by": gettext_lazy("delegated by"), "to": gettext_lazy("to")})


@transaction.atomic
def delegate(portal, user, *, by, at, starts_on, ends_on, reason, document="") -> Delegation:
    """Approving for `by` from one day to another, both included.

    Raises OutOfSight to a stranger of the portal, else what `refuse_delegation` raises.
    """
    refuse_delegation(
        portal, user, by=by, at=at, starts_on=starts_on, ends_on=ends_on, reason=reason
    )
    seat = Delegation(
        portal=portal,
        user=user,
        role=Role.DELEGATE,
        delegated_by=by,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=clean(reason),
        document=clean(document),
    )
    seat.full_clean()
    seat.save()
    _record("delegate", seat, by, at, reason=seat.reason)
    return seat


@transaction.atomic
def withdraw(seat, *, by, at, reason="") -> None:
    """End it at this moment: the giver himself, or another chief of the portal.

    Raises OutOfSight to a stranger, Refused for a delegation that is over already.
    """
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    if by.pk != seat.delegated_by_id and Right.DELEGATE not in rights_of(by, seat.portal, at):
        if not rights_of(by, seat.portal, at):
            raise OutOfSight
        raise Refused(_("Only the giver or another chief of the portal withdraws a delegation."))
    if seat.withdrawn_at or seat.ends_on < timezone.localdate(at):
        raise Refused(_("This delegation has ended already."))
    end_now(seat, by=by, at=at, reason=reason)


def end_now(seat, *, by, at, reason="") -> None:
    """Withdraw; the caller holds the row and has asked for the right."""
    seat.withdrawn_at = at
    seat.save(update_fields=["withdrawn_at"])
    _record("withdraw_delegation", seat, by, at, reason=clean(reason))


def refuse_delegation(portal, user, *, by, at, starts_on, ends_on, reason) -> None:
    """Holds the portal's row, so that two delegations at once are asked one after the other.

    Raises OutOfSight, or Refused with one sentence.
    """
    Portal.objects.select_for_update().get(pk=portal.pk)
    _refuse_giver(portal, by, at)
    _refuse_days(starts_on, ends_on, timezone.localdate(at))
    if not clean(reason or ""):
        raise Refused(_("Write the reason of the delegation."))
    _refuse_receiver(portal, user, by, at)
    _refuse_second(portal, user, by, at, starts_on, ends_on)


def may_receive(seats) -> bool:
    """Somebody who reads and writes on the portal by a seat of his own, and cannot approve yet."""
    own = [seat for seat in seats if seat.delegated_by_id is None]
    writes = seat_with(own, Right.READ) and seat_with(own, Right.WRITE)
    return bool(writes) and seat_with(own, Right.APPROVE) is None


def _refuse_giver(portal, by, at):
    held = seats_on(by, portal, at)
    if not held:
        raise OutOfSight
    if seat_with(held, Right.DELEGATE):
        return
    if any(seat.delegated_by_id for seat in held):
        raise Refused(_("What was delegated to you cannot be passed on to somebody else."))
    raise Refused(_("Only a chief or a deputy chief delegates approving."))


def _refuse_days(starts_on, ends_on, today):
    if starts_on is None or ends_on is None:
        raise Refused(_("Write the first and the last day of the delegation."))
    if ends_on < starts_on:
        raise Refused(_("The last day must not be before the first."))
    if starts_on < today:
        raise Refused(_("A delegation begins today at the earliest."))


def _refuse_receiver(portal, user, by, at):
    if user.pk == by.pk:
        raise Refused(_("Nobody delegates to himself; choose a colleague."))
    seats = seats_on(user, portal, at)
    own = [seat for seat in seats if seat.delegated_by_id is None]
    if not user.is_active and user.seats.filter(portal=portal).exists():
        raise Refused(_("The account of %s is closed; choose another colleague.") % user)
    if not own:
        raise Refused(_("This person has no role on this portal; ask the technical administrator "
                        "to give one first."))  # fmt: skip
    if seat_with(own, Right.APPROVE):
        raise Refused(_("%s may approve on this portal already; no delegation is needed.") % user)
    if not may_receive(own):
        raise Refused(
            _("%(name)s is %(role)s on this portal: approving is delegated only to a reporter, an "
              "editor or a managing editor.") % {"name": user, "role": own[0].get_role_display()}
        )  # fmt: skip


def _refuse_second(portal, user, by, at, starts_on, ends_on):
    """One giver has one delegate at a time, and the other way round: who answers stays clear."""
    others = Delegation.objects.not_over(at).filter(
        portal=portal, starts_on__lte=ends_on, ends_on__gte=starts_on
    )
    for other in others.select_related("user", "delegated_by"):
        words = {
            "giver": other.delegated_by,
            "name": other.user,
            "from": f"{other.starts_on:%d/%m/%Y}",
            "until": f"{other.ends_on:%d/%m/%Y}",
        }
        if other.delegated_by_id == by.pk:
            raise Refused(_("You have delegated to %(name)s from %(from)s until %(until)s already; "
                            "withdraw that first or choose other days.") % words)  # fmt: skip
        if other.user_id == user.pk:
            raise Refused(_("%(name)s approves for %(giver)s from %(from)s until %(until)s "
                            "already; choose another colleague or other days.")
                          % words)  # fmt: skip


def _record(verb, seat, by, at, reason=""):
    history.record(
        f"delegation:{seat.pk}",
        verb,
        by=by,
        at=at,
        portal=seat.portal.key,
        after={
            "delegated_by": str(seat.delegated_by),
            "to": str(seat.user),
            "starts_on": f"{seat.starts_on:%d/%m/%Y}",
            "ends_on": f"{seat.ends_on:%d/%m/%Y}",
            "document": seat.document,
        },
        reason=reason,
    )
