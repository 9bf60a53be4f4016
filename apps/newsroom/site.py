"""The desk: Django's admin under our name, in Vietnamese, with panels instead of an app list."""

from django.contrib.admin import AdminSite
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from . import first_links, notices_desk, noticing, resending, slots
from .menus import menu_of
from .passwords import OwnPasswordForm
from .screens import DeskAdmin

# What a person may open while the password is still the one somebody else has seen.
OPEN_BEFORE_OWN_PASSWORD = {"password_change", "password_change_done", "logout", "i18n_javascript"}


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

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only our own screens stand on the desk: not groups, nor a library's tables."""
        if admin_class is not None and issubclass(admin_class, DeskAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def admin_view(self, view, cacheable=False):
        """Whoever still has a password that others know sets his own before anything else; whoever
        sent a form after his session had ended keeps what he typed.
        """
        guarded = super().admin_view(view, cacheable)
        if getattr(view, "__name__", "") in OPEN_BEFORE_OWN_PASSWORD:
            return guarded

        def own_password_first(request, *args, **kwargs):
            if getattr(request.user, "password_is_temporary", False):
                return HttpResponseRedirect(reverse("admin:password_change"))
            if not self.has_permission(request) and (kept := resending.kept_of(request)):
                return resending.ask_to_sign_in(request, kept)
            return guarded(request, *args, **kwargs)

        own_password_first.csrf_exempt = getattr(guarded, "csrf_exempt", False)
        return own_password_first

    def login(self, request, extra_context=None):
        kept = request.POST.get(resending.FIELD, "")
        response = super().login(request, {"kept": kept, **(extra_context or {})})
        if kept and response.status_code == 302:
            return resending.give_back(request, response["Location"]) or response
        return response

    def get_urls(self):
        return [*notices_desk.urls(self), *first_links.urls(), *super().get_urls()]

    def each_context(self, request):
        context = super().each_context(request)
        signed_in = self.has_permission(request)
        return {
            **context,
            "my_portals": slots.portals_of(request) if signed_in else [],
            "frame_links": slots.frame_links(request) if signed_in else [],
            "desk_menu": menu_of(self, request) if signed_in else [],
            # Asked where it is shown: a page that only redirects asks nothing.
            "unseen_notices": lambda: noticing.unseen_number(request) if signed_in else 0,
        }

    def get_app_list(self, request, app_label=None):
        """Nothing shows it; Django's own would ask every screen for four permissions."""
        return []

    def index(self, request, extra_context=None):
        return super().index(
            request, {**(extra_context or {}), "desk_panels": slots.desk_panels(request)}
        )

    def app_index(self, request, app_label, extra_context=None):
        """The desk has one first page; lists by application say nothing to anybody."""
        return HttpResponseRedirect(reverse("admin:index"))

    def password_change(self, request, extra_context=None):
        return PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse("admin:password_change_done"),
            extra_context={**self.each_context(request), **(extra_context or {})},
        )(request)
