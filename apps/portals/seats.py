"""Asking for rights. Verbs call `require`; screens call the questions only to hide things."""

from django.db.models import Q
from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused
from apps.questions import Question

from .lapsed import lapsed_delegation
from .models import Portal, Seat
from .roles import PRACTISED, Right, rights


def seats_of(user, at):
    """The person's seats held now, for a query of something else; `listed_of` to look at them."""
    if not user.is_authenticated or not user.is_active:
        return Seat.objects.none()
    return Seat.objects.active_at(at).filter(user=user)


def listed_of(user, at, *where) -> list[Seat]:
    """The person's seats held now, with their portals; `where` are further conditions (Q)."""
    if not user.is_authenticated or not user.is_active:
        return []
    if where:
        return Seat.objects.filter(*where, user=user.pk).listed_at(at)
    return _listed(at, user=user.pk)


def listed_on(portal_key: str, at) -> list[Seat]:
    """All seats held now on the portal of that name."""
    return _listed(at, portal__key=portal_key)


def _by_days(*, at, **which):
    return Seat.objects.filter(**which).order_by().select_related("portal").on_day_of(at)


_BY_DAYS = Question(_by_days)


def _listed(at, **which):
    return Seat.objects.filter(**which).listed_at(at, _BY_DAYS.asked(at=at, **which))


def portals_of(user, at):
    """Portals on which the person has any seat now: what every desk list is scoped by."""
    return Portal.objects.filter(pk__in=seats_of(user, at).values("portal_id"))


def portal_to_open(user, key: str, at) -> Portal | None:
    """The portal of that name where the person has a seat on it now, or on its office."""
    portals = [seat.portal for seat in listed_of(user, at, with_practice(key))]
    return next((each if each.key == key else each.practice for each in portals), None)


def with_practice(key: str) -> Q:
    """Of seats: those on the portal of that name, or on its office where it is for practice."""
    return Q(portal__key=key) | Q(portal__practice__key=key)


def rights_of(user, portal, at) -> set:
    """All rights of the person on that portal now; empty without a seat."""
    return {right for seat in seats_on(user, portal, at) for right in given_by(seat)}


def seats_on(user, portal, at) -> list[Seat]:
    """The person's seats on one portal now, his own before what was delegated to him.

    On a practice portal those of its office, with the rights of practice.
    """
    office = portal.practice_of_id or portal.pk
    held = _listed(at, user=user.pk, portal=office) if user.pk else []
    for seat in held:
        seat.practises = portal.is_practice
    return sorted(held, key=lambda seat: seat.delegated_by_id is not None)


def given_by(seat) -> set:
    """The rights of one seat, held or not."""
    given = rights(seat.role, editors_approve=seat.portal.editors_approve)
    return given & PRACTISED if seat.practises else given


def seat_with(seats, *rights):
    """The first of these seats that gives one of the rights, or None."""
    return next((seat for seat in seats if given_by(seat) & set(rights)), None)


def by_delegation(seat) -> dict:
    """For the record of an act: on whose behalf this seat acts; empty for a seat of one's own."""
    if seat is None or seat.delegated_by_id is None:
        return {}
    return {"delegated_by": str(seat.delegated_by)}


def may(user, portal, right, at) -> bool:
    return right in rights_of(user, portal, at)


def seat_for(user, portal, right, at):
    """The seat that gives the right, or refuses.

    Raises OutOfSight without any seat on the portal, Refused with the missing right in words:
    also that a delegation which would have given it has ended.
    """
    held = seats_on(user, portal, at)
    if not held:
        raise OutOfSight
    if seat := seat_with(held, right):
        return seat
    if lapsed := lapsed_delegation(user, portal, right, at):
        raise Refused(lapsed)
    raise Refused(
        _("You are %(role)s on this portal and have no right to %(right)s.")
        % {"role": held[0].get_role_display(), "right": Right(right).label}
    )


def may_see(user, portal_key, at) -> bool:
    """Fills newsroom's `seat_check`: any seat on the portal with that key, or on its office."""
    return bool(listed_of(user, at, with_practice(portal_key)))
