"""The desk: Django's admin under our name, in Vietnamese, with panels instead of an app list."""

from django.contrib.admin import AdminSite
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import slots


class DeskSite(AdminSite):
    site_title = "Tòa soạn"
    site_header = "Tòa soạn"
    index_title = _("My desk")
    index_template = "newsroom/desk.html"
    enable_nav_sidebar = False
    empty_value_display = "—"

    def has_permission(self, request):
        """Signed in and on the staff; what one may do is asked of seats by every verb."""
        return request.user.is_active and request.user.is_staff

    def each_context(self, request):
        context = super().each_context(request)
        signed_in = self.has_permission(request)
        return {
            **context,
            "my_portals": slots.portals_of(request.user, timezone.now()) if signed_in else [],
        }

    def index(self, request, extra_context=None):
        return super().index(
            request, {**(extra_context or {}), "desk_panels": slots.desk_panels(request)}
        )
