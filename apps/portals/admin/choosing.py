"""Screens for one portal: who has several says first which, by `?trang=` and the portal's key."""

from django.shortcuts import render

from apps.portals.models import Portal

from .scope import OwnPortals

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
