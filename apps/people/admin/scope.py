"""Who may look at the register's screens, and the frame their own pages stand in."""

from django.contrib import admin
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from apps.newsroom.refusals import Refused
from apps.people import decisions
from apps.portals.held import seats_held


class RegisterScreen:
    """Looking is for keepers and everybody with a seat; nothing is changed but by decisions."""

    actions = None

    def has_module_permission(self, request):
        return reads(request)

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


def reads(request) -> bool:
    """Whether this person may look at the register: `keepers.may_read`, for a screen."""
    return decisions.may_keep(request.user, timezone.now()) or bool(seats_held(request))


def readers_only(request, now):
    """404 for whoever has no business here at all."""
    if not reads(request):
        raise Http404


def keepers_only(request, now, why):
    """404 for strangers; the sentence `why` for those who may read but not keep."""
    readers_only(request, now)
    if not decisions.may_keep(request.user, now):
        raise Refused(why)


def page(request, template, title, context):
    """A page of ours inside the desk's frame."""
    frame = admin.site.each_context(request)
    return render(request, template, {**frame, "title": title, **context})
