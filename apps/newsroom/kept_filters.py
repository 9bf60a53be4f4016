"""“Bộ lọc của tôi”: what a person has filtered a list by, kept under a name of his own.

A comfort of one screen, not of the record: no Act. Nobody sees another's.
"""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lib.vietnamese.text import clean

from .models import KeptFilter
from .refusals import OutOfSight, Refused

MOST = 20
LONGEST_NAME, LONGEST_QUERY = 60, 500
NOT_KEPT = ("p", "e", "all")  # the page one is on, Django's own marks


def query_of(given: str) -> str:
    """A query string without the page one was on; raises Refused when nothing is filtered."""
    found = QueryDict(given[: LONGEST_QUERY * 2], mutable=True)
    for name in [name for name in found if name in NOT_KEPT or not any(found.getlist(name))]:
        del found[name]
    query = found.urlencode()
    if not query:
        raise Refused(_("Choose a filter or search for something first, then keep it."))
    if len(query) > LONGEST_QUERY:
        raise Refused(_("This filter is too long to be kept."))
    return query


def kept_by(user, screen: str) -> list[KeptFilter]:
    return list(KeptFilter.objects.filter(user=user, screen=screen))


@transaction.atomic
def keep(screen: str, name: str, given: str, *, by) -> KeptFilter:
    """Under a name not used yet; the same name keeps the new filter instead. Refused in words."""
    name, query = clean(name)[:LONGEST_NAME], query_of(given)
    if not name:
        raise Refused(_("Give the filter a name."))
    rows = KeptFilter.objects.filter(user=by, screen=screen)
    if rows.count() >= MOST and not rows.filter(name=name).exists():
        raise Refused(_("You keep %d filters already; remove one first.") % MOST)
    row, _made = rows.update_or_create(
        name=name, defaults={"query": query}, create_defaults={"user": by, "screen": screen,
                                                               "name": name, "query": query},
    )  # fmt: skip
    return row


@transaction.atomic
def remove(pk, screen: str, *, by) -> str:
    """Its name; OutOfSight for one of somebody else's."""
    row = _own(pk, screen, by)
    row.delete()
    return row.name


@transaction.atomic
def open_first(pk, screen: str, *, by) -> KeptFilter:
    """The list opens with it from now on; pressed again, no longer."""
    row = _own(pk, screen, by)
    was = row.opens_first
    KeptFilter.objects.filter(user=by, screen=screen, opens_first=True).update(opens_first=False)
    row.opens_first = not was
    row.save(update_fields=["opens_first"])
    return row


def _own(pk, screen, by):
    number = int(pk[:15]) if pk.isascii() and pk.isdigit() else 0
    row = KeptFilter.objects.filter(pk=number, user=by, screen=screen).first()
    if row is None:
        raise OutOfSight
    return row


def kept_filters_view(screen: str, address: str):
    """The view behind the three buttons; `address` names the list to go back to."""

    @require_POST
    def view(request):
        back = f"{address}?{request.POST.get('loc', '')[:1000]}"
        try:
            messages.success(request, _act(request, screen))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return HttpResponseRedirect(back)

    return view


def _act(request, screen) -> str:
    pk = request.POST.get("bo-loc", "")
    if request.POST.get("lam") == "bo":
        return _("The filter “%s” is removed.") % remove(pk, screen, by=request.user)
    if request.POST.get("lam") == "mac-dinh":
        row = open_first(pk, screen, by=request.user)
        if row.opens_first:
            return _("The list opens with “%s” from now on.") % row.name
        return _("The list opens with everything from now on.")
    row = keep(screen, request.POST.get("ten", ""), request.POST.get("loc", ""), by=request.user)
    return _("The filter “%s” is kept.") % row.name


def opening(request, kept) -> str:
    """The query with which a list opens that is come to from elsewhere; "" for as it is."""
    if request.GET or request.method != "GET":
        return ""
    if request.path in request.headers.get("Referer", ""):  # “show everything” was pressed here
        return ""
    return next((row.query for row in kept if row.opens_first), "")
