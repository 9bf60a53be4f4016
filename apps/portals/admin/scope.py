"""Which portals a screen may show: asked of seats, once for each request."""

from django.contrib.admin import SimpleListFilter
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.portals.models import Portal
from apps.portals.roles import Right, Role, rights
from apps.portals.seats import seats_of

LOOKS_AT_FRAME = {Right.FRAME, Right.SIGN_FRAME}


def portals_with(request, right) -> list[Portal]:
    """Portals on which the person of this request has the right now, by name."""
    held = {}
    for portal, role in _seats(request):
        if right in rights(role, editors_approve=portal.editors_approve):
            held[portal.pk] = portal
    return sorted(held.values(), key=str)


def portals_seen(request) -> list[Portal]:
    """Portals whose frame the person may look at: those who change or sign it, and inspectors."""
    seen = {}
    for portal, role in _seats(request):
        given = rights(role, editors_approve=portal.editors_approve)
        if role == Role.INSPECTOR or given & LOOKS_AT_FRAME:
            seen[portal.pk] = portal
    return sorted(seen.values(), key=str)


def portals_of_roles(request, *roles) -> list[Portal]:
    """Portals on which the person of this request has a seat of one of these roles."""
    return [portal for portal, role in _seats(request) if role in roles]


def _seats(request):
    if not hasattr(request, "desk_seats"):
        held = seats_of(request.user, timezone.now())
        request.desk_seats = [(seat.portal, seat.role) for seat in held]
    return request.desk_seats


class OwnPortals(SimpleListFilter):
    """Only the person's own portals are offered, and only when there are several."""

    title = _("portal")
    parameter_name = "trang"

    def lookups(self, request, model_admin):
        return [(portal.key, str(portal)) for portal in portals_with(request, Right.FRAME)]

    def has_output(self):
        return len(self.lookup_choices) > 1

    def queryset(self, request, queryset):
        return queryset.filter(portal__key=self.value()) if self.value() else queryset
