"""What the person at the screen holds, asked once for each request.

For showing and hiding only: a verb asks `seats.py` anew.
"""

from django.utils import timezone

from .seats import given_by, seats_of


def seats_held(request) -> list:
    """The person's seats when the request began to ask, with their portals."""
    if not hasattr(request, "seats_held"):
        request.seats_held = list(seats_of(request.user, timezone.now()))
    return request.seats_held


def portals_held(request) -> list:
    """The portals of these seats, each once, in the order of portals."""
    found = {seat.portal_id: seat.portal for seat in seats_held(request)}
    return sorted(found.values(), key=lambda portal: (portal.name, portal.pk))


def rights_held(request, portal) -> set:
    """All rights of the person on that portal."""
    here = (seat for seat in seats_held(request) if seat.portal_id == portal.pk)
    return {right for seat in here for right in given_by(seat)}
