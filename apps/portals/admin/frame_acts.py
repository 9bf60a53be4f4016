"""Looking at, signing and publishing a frame, from the page of its portal."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.media.addresses import draft_picture
from apps.newsroom import slots
from apps.newsroom.refusals import Refused
from apps.portals import frame
from apps.portals.frame import frame_values, mourning_values
from apps.portals.models import Portal
from apps.portals.topic_values import topics_of
from lib.vietnamese.dates import read_date

from .scope import portals_seen


class FrameActs:
    """Addresses under one portal's page; a stranger's portal is 404 in each of them."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:portal_id>/preview/", view(self.preview), name="portals_portal_preview"),
            path(
                "<int:portal_id>/sign/", view(require_POST(self.sign)), name="portals_portal_sign"
            ),
            path(
                "<int:portal_id>/publish/",
                view(require_POST(self.publish)),
                name="portals_portal_publish",
            ),
        ] + super().get_urls()

    def preview(self, request, portal_id):
        """The front page in the new frame, with pictures nobody else can open yet; `ngay` shows it
        as it will be at noon of a coming day.
        """
        portal, now = _portal(request, portal_id), timezone.now()
        values = _with_private_pictures(portal, frame_values(portal))
        values["mourning"] = mourning_values(portal, now)
        at = _noon_of(request.GET.get("ngay", ""), now)
        answer = slots.render_page(request, "frame", values, portal.key, at)
        if answer is None:
            raise Http404
        return answer

    def sign(self, request, portal_id):
        return _act(request, portal_id, frame.sign_frame, _("You have signed this frame."))

    def publish(self, request, portal_id):
        return _act(request, portal_id, frame.publish_frame, _("Readers have the new frame now."))


def _act(request, portal_id, verb, done):
    portal = _portal(request, portal_id)
    try:
        verb(portal, by=request.user, at=timezone.now(), seen=request.POST.get("digest") or "?")
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("admin:portals_portal_change", args=[portal.pk]))


def _noon_of(day, now):
    """Noon of a day that is written and to come, else now."""
    found = read_date(day[:40])
    if found is None or found <= timezone.localdate(now):
        return now
    return dt.datetime.combine(found, dt.time(12), timezone.get_default_timezone())


def _portal(request, portal_id) -> Portal:
    for portal in portals_seen(request):
        if portal.pk == portal_id:
            return portal
    raise Http404


def _with_private_pictures(portal, values):
    """Pictures of the frame are public only after publication: show the desk's copies."""
    banners = [*portal.banners.select_related("wide", "narrow"), *topics_of(portal)]
    ids = {p.sha256: p.pk for b in banners for p in (b.wide, b.narrow) if p}
    if portal.masthead_id:
        ids[portal.masthead.sha256] = portal.masthead_id
    for holder, name in [
        (values, "masthead"),
        *(
            (row, name)
            for row in (*values["banners"], *values.get("topics", []))
            for name in ("wide", "narrow")
        ),
    ]:
        if holder[name]:
            holder[name] = {**holder[name], "src": draft_picture(ids[holder[name]["sha256"]], 1600)}
    return values
