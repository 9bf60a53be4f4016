"""Which portal a screen of meetings is about: asked of seats, never of the address alone."""

from django.http import Http404
from django.utils import timezone

from apps.portals.admin.choosing import chosen
from apps.portals.roles import Right, rights
from apps.portals.seats import seats_of


def portals_read(request) -> list:
    """Portals on which the person may read what others write, by name."""
    if not hasattr(request, "meeting_portals"):
        held = seats_of(request.user, timezone.now())
        request.meeting_portals = sorted(
            {
                seat.portal
                for seat in held
                if Right.READ in rights(seat.role, editors_approve=seat.portal.editors_approve)
            },
            key=str,
        )
    return request.meeting_portals


def portal_of(request):
    """The one the address names with `trang`, else the person's first. Raises Http404."""
    portal = chosen(request, portals_read(request))
    if portal is None:
        raise Http404
    return portal
