"""Which portal a screen of meetings is about: asked of seats, never of the address alone."""

from django.http import Http404

from apps.portals.admin.choosing import chosen
from apps.portals.admin.scope import portals_with
from apps.portals.roles import Right


def portals_read(request) -> list:
    """Portals on which the person may read what others write, by name."""
    return portals_with(request, Right.READ)


def portal_of(request):
    """The one the address names with `trang`, else the person's first. Raises Http404."""
    portal = chosen(request, portals_read(request))
    if portal is None:
        raise Http404
    return portal
