"""Which portals a screen may show: asked of seats, once for each request."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

from apps.portals.held import portals_held, rights_held, seats_held
from apps.portals.models import Portal
from apps.portals.roles import Right, Role

LOOKS_AT_FRAME = {Right.FRAME, Right.SIGN_FRAME}


def portals_with(request, right) -> list[Portal]:
    """Portals on which the person of this request has the right now, by name."""
    return [portal for portal in portals_held(request) if right in rights_held(request, portal)]


def portals_seen(request) -> list[Portal]:
    """Portals whose frame the person may look at: those who change or sign it, and inspectors."""
    inspected = portals_of_roles(request, Role.INSPECTOR)
    return [
        portal
        for portal in portals_held(request)
        if portal in inspected or rights_held(request, portal) & LOOKS_AT_FRAME
    ]


def portals_of_roles(request, *roles) -> list[Portal]:
    """Portals on which the person of this request has a seat of one of these roles."""
    return [seat.portal for seat in seats_held(request) if seat.role in roles]


class OwnPortals(SimpleListFilter):
    """Only the person's own portals are offered, and only when there are several."""

    title = _("portal")
    parameter_name = "trang"
    right = Right.FRAME

    def lookups(self, request, model_admin):
        return [(portal.key, str(portal)) for portal in self.offered(request)]

    def offered(self, request) -> list[Portal]:
        return portals_with(request, self.right)

    def has_output(self):
        return len(self.lookup_choices) > 1

    def queryset(self, request, queryset):
        return queryset.filter(portal__key=self.value()) if self.value() else queryset
