"""What somebody who leaves holds on portals: roles, and delegations given or received.

A part of newsroom's `leaving_parts`.
"""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.leaving import Plan
from apps.newsroom.refusals import Refused

from .appointing import end_seat
from .models import Delegation, Portal, Seat
from .roles import Right
from .seats import given_by, seat_with


def plan(account, at) -> Plan:
    """Roles and delegations that will end; refused while nobody else could approve."""
    return Plan(
        lines=tuple(_in_words(seat, account) for seat in _held(account, at)),
        hindrances=tuple(_last_approver_of(account, at)),
    )


def carry_out(account, _receivers, *, by, at) -> list[str]:
    """End them all. Asks again for the last approver, with the portals' rows held: two people who
    leave at once do not each count on the other.
    """
    seats = _held(account, at)
    portals = {seat.portal_id for seat in seats}
    list(Portal.objects.select_for_update().filter(pk__in=portals).order_by("pk"))
    for hindrance in _last_approver_of(account, at):
        raise Refused(hindrance)
    for seat in seats:
        end_seat(seat, by=by, at=at)
    return [_in_words(seat, account) for seat in seats]


def _held(account, at):
    """Seats and delegations, held or given, that are not over: also those still to begin."""
    today = timezone.localdate(at)
    own = Seat.objects.own().filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), user=account)
    mine = Q(user=account) | Q(delegated_by=account)
    handed = Delegation.objects.not_over(at).filter(mine)
    about = ("portal", "user", "delegated_by")
    return [*own.select_related(*about), *handed.select_related(*about)]


def _in_words(seat, account):
    words = {
        "role": seat.get_role_display(),
        "portal": seat.portal,
        "giver": seat.delegated_by,
        "name": seat.user,
    }
    if seat.delegated_by_id is None:
        return _("End the role %(role)s on %(portal)s.") % words
    if seat.user_id == account.pk:
        return _("Withdraw the delegation by %(giver)s on %(portal)s.") % words
    return _("Withdraw the delegation to %(name)s on %(portal)s.") % words


def _last_approver_of(account, at):
    """One sentence for each portal on which nobody else could approve."""
    active = Seat.objects.active_at(at).own().select_related("portal", "user")
    approves = [
        seat.portal for seat in active.filter(user=account) if Right.APPROVE in given_by(seat)
    ]
    for portal in dict.fromkeys(approves):
        if seat_with(active.filter(portal=portal).exclude(user=account), Right.APPROVE) is None:
            yield _(
                "%(name)s is the last one who may approve on %(portal)s: first give another person "
                "the role of chief or deputy chief on this portal."
            ) % {"name": account, "portal": portal}
