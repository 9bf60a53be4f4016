"""Screens for one portal: who has several says first which, by `?trang=` and the portal's key."""

from django.http import Http404
from django.shortcuts import render

from apps.newsroom.admin import DeskAdmin
from apps.portals.models import Portal

from .scope import OwnPortals, portals_with

WHICH = OwnPortals.parameter_name


def ask_which(model_admin, request, portals, title):
    """The page that asks on which portal; None when there is one, or it has been said."""
    if len(portals) < 2 or WHICH in request.GET:
        return None
    context = model_admin.admin_site.each_context(request)
    context |= {"title": title, "opts": model_admin.opts, "portals": portals}
    return render(request, "portals/choose_portal.html", context)


def chosen(request, portals) -> Portal | None:
    """The one that was said, or the first; None when it is not among them."""
    wanted = request.GET.get(WHICH)
    return next((portal for portal in portals if not wanted or portal.key == wanted), None)


class OfOnePortal(DeskAdmin):
    """A screen that is one page for each portal on which the person has `right`, not a list.

    `page_title` heads it; `page(request, portal)` answers. The rows are nobody's own business.
    """

    right = None
    page_title = ""

    def has_module_permission(self, request):
        return bool(portals_with(request, self.right))

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        portals = portals_with(request, self.right)
        if not portals:
            raise Http404
        if asked := ask_which(self, request, portals, self.page_title):
            return asked
        portal = chosen(request, portals)
        if portal is None:
            raise Http404
        return self.page(request, portal)

    def shown(self, request, template, portal, context):
        """The page in the desk's frame."""
        frame = self.admin_site.each_context(request) | {"opts": self.opts, "portal": portal}
        return render(request, template, frame | {"title": self.page_title} | context)
