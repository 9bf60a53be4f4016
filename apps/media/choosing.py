"""The page the rich-text editor opens in a small window to choose a picture, or add one."""

import re

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.newsroom.admin import FoldedSearch
from apps.newsroom.refusals import OutOfSight

from .albums import events_with_pictures
from .forms import PictureUploadForm
from .models import Picture
from .pictured import found_by, say_links
from .receiving import (
    as_json,
    bound,
    just_added,
    open_portals,
    own_portals,
    received_from,
    say_known,
    wants_json,
)
from .uploads import add_picture

PER_PAGE = 24
CALLBACK = re.compile(r"-?\d{1,9}")  # the editor counts its callbacks downward from -1


def choose_picture(request):
    """`?portal=<key>&CKEditorFuncNum=<n>`, also `q` to search, `hoi-nghi` for
    the pictures of one meeting, `p` to page, `moi` just added.

    Raises OutOfSight without a seat on the portal.
    """
    portal = _portal(request)
    form = bound(request, PictureUploadForm, [portal])
    received = received_from(request, form, add_picture)
    if wants_json(request):
        return as_json(form, received)
    if received:
        say_saved(request, received)
        if not received.refused:
            return HttpResponseRedirect(_address(request, portal, received))
    context = {
        **admin.site.each_context(request),
        **_pictures(request, portal[0]),
        "title": _("Choose a picture"),
        "is_popup": True,
        "form": form,
        "portal": portal,
        "callback": _callback(request),
        "upload_done": _address(request, portal),
    }
    return render(request, "media/choose_picture.html", context)


def say_saved(request, received) -> None:
    """One line that says how many files are in the library now."""
    count = len(received.saved)
    if count:
        messages.success(
            request,
            ngettext("%d file is in the library.", "%d files are in the library.", count) % count,
        )
    for row in received.known:
        messages.info(request, say_known(row))


def _portal(request):
    portals = own_portals(request)
    key = request.GET.get("portal") or next((key for key, _name in portals), "")
    name = dict(portals).get(key) or dict(open_portals(request)).get(key)
    if name is None:
        raise OutOfSight
    return key, name


def _callback(request):
    number = request.GET.get("CKEditorFuncNum", "")
    if number and not CALLBACK.fullmatch(number):
        raise Http404
    return number


def _pictures(request, portal):
    words = request.GET.get("q", "")
    event = request.GET.get("hoi-nghi", "")[:60]
    rows = Picture.objects.filter(portal=portal)
    own = FoldedSearch().get_search_results(request, rows, words)[0]
    found = found_by(rows, own, words, timezone.now())
    if event:
        found = found.filter(event=event)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    added = list(rows.filter(pk__in=just_added(request)))
    say_links([*added, *page.object_list])
    return {
        "words": words,
        "event": event,
        "events": events_with_pictures([portal], timezone.now()),
        "added": added,
        "page": page,
    }


def _address(request, portal, received=None):
    query = request.GET.copy()
    for name in ("q", "p", "moi", "hoi-nghi"):
        query.pop(name, None)
    query["portal"] = portal[0]
    if received:
        query.setlist("moi", [row.pk for row in received.saved])
    return f"{request.path}?{query.urlencode()}"
