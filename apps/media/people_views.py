"""What the row of names under a picture asks: whom to offer, and which words would fit."""

from django.http import Http404, JsonResponse
from django.utils import timezone

from apps.newsroom import slots
from lib.vietnamese.dates import read_date
from lib.vietnamese.text import clean

from .pictured import MOST
from .receiving import open_portals


def people_offered(request) -> JsonResponse:
    """`?portal=<key>&event=<key>&ngay=<day>&q=<words>`: {"people": [{"key", "name", "says"}]}.

    404 without a seat on that portal.
    """
    asked = _asked(request)
    words = request.GET.get("q", "")
    portal, event, day, at = asked
    found = slots.people_to_show(request.user, portal, event, words, day, at)
    return JsonResponse({"people": found})


def words_proposed(request) -> JsonResponse:
    """The same with `ten` and `khoa` for each in the picture, in order: {"caption", "alt"}."""
    portal, event, day, at = _asked(request)
    names, keys = request.GET.getlist("ten")[:MOST], request.GET.getlist("khoa")[:MOST]
    if len(names) != len(keys):
        raise Http404
    people = [(clean(name)[:120], key[:60]) for name, key in zip(names, keys, strict=True)]
    return JsonResponse(slots.words_for_picture(request.user, portal, event, people, day, at))


def _asked(request):
    """(portal key, event key, day, now). Raises Http404 for another portal."""
    portal = request.GET.get("portal", "")
    if portal not in dict(open_portals(request)):
        raise Http404
    now = timezone.now()
    day = read_date(request.GET.get("ngay", "")[:40]) or timezone.localdate(now)
    return portal, request.GET.get("event", "")[:60], day, now
