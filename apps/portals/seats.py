"""Asking for rights. Verbs call `require`; screens call the questions only to hide things."""

from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused

from .models import Portal, Seat
from .roles import Right, rights


def seats_of(user, at):
    """The person's seats held now, with their portals."""
    if not user.is_authenticated or not user.is_active:
        return Seat.objects.none()
    return Seat.objects.active_at(at).filter(user=user).select_related("portal")


def portals_of(user, at):
    """Portals on which the person has any seat now: what every desk list is scoped by."""
    return Portal.objects.filter(pk__in=seats_of(user, at).values("portal_id"))


def rights_of(user, portal, at) -> set:
    """All rights of the person on that portal now; empty without a seat."""
    held = seats_of(user, at).filter(portal=portal)
    return {
        right
        for seat in held
        for right in rights(seat.role, editors_approve=seat.portal.editors_approve)
    }


def may(user, portal, right, at) -> bool:
    return right in rights_of(user, portal, at)


def seat_for(user, portal, right, at):
    """The seat that gives the right, or refuses.

    Raises OutOfSight without any seat on the portal, Refused with the missing right in words.
    """
    held = list(seats_of(user, at).filter(portal=portal))
    if not held:
        raise OutOfSight
    for seat in held:
        if right in rights(seat.role, editors_approve=seat.portal.editors_approve):
            return seat
    raise Refused(
        _("You are %(role)s on this portal and have no right to %(right)s.")
        % {"role": held[0].get_role_display(), "right": Right(right).label}
    )


def may_see(user, portal_key, at) -> bool:
    """Fills newsroom's `seat_check`: any seat on the portal with that key."""
    return seats_of(user, at).filter(portal__key=portal_key).exists()
