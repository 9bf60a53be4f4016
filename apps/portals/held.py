"""What the person at the screen holds, asked once for each request.

For showing and hiding only: a verb asks `seats.py` anew.
"""

from django.db.models import Exists, Q
from django.utils import timezone

from .models import Delegation, Portal, Seat
from .roles import PRACTISED
from .seats import given_by


def seats_held(request) -> list:
    """The person's seats when the request began to ask, with their portals.

    Each says `delegations`: whether there is anything on the person in them, also to come.
    """
    if not hasattr(request, "seats_held"):
        user, now = request.user, timezone.now()
        about_me = Q(user=user.pk) | Q(delegated_by=user.pk)
        concerning = Delegation.objects.not_over(now).filter(about_me)
        mine = Seat.objects.filter(user=user.pk).annotate(delegations=Exists(concerning))
        request.seats_held = mine.listed_at(now)
    return request.seats_held


def portals_held(request) -> list:
    """The portals of these seats, each once, in the order of portals."""
    found = {seat.portal_id: seat.portal for seat in seats_held(request)}
    return sorted(found.values(), key=lambda portal: (portal.name, portal.pk))


def rights_held(request, portal) -> set:
    """All rights of the person on that portal; on a practice portal what is left for practice."""
    office = portal.practice_of_id or portal.pk
    here = (seat for seat in seats_held(request) if seat.portal_id == office)
    given = {right for seat in here for right in given_by(seat)}
    return given & PRACTISED if portal.is_practice else given


def practice_held(request) -> list:
    """The practice portals of these offices."""
    if not hasattr(request, "practice_held"):
        offices = {seat.portal_id for seat in seats_held(request)}
        request.practice_held = list(Portal.objects.filter(practice_of__in=offices))
    return request.practice_held
