"""What is not there: moved, gone, never was, broken; always a page of the house."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.http import escape_leading_slashes
from django.utils.translation import gettext as _

from apps.editions import paths, plans
from apps.editions.models import Showing

from . import visits
from .answers import nothing
from .keeping import REVALIDATE
from .pages import base_context, frame_of, page
from .visits import Visit

Ended = Showing.Ended


class Moved(Exception):
    """Raised by a view: the page stands at `address` now."""

    def __init__(self, address: str):
        self.address = address


class Gone(Exception):
    """Raised by a view: readers had this page and will not get it again."""


def not_live(visit: Visit, key: str) -> Exception:
    """Why readers do not get this key: Gone when taken down, redacted or expired, else Http404.

    Hidden, never published and coming pages are not told apart from pages that never were.
    """
    last = plans.last_shown(visit.portal, key, visit.now)
    if last is None:
        return Http404("never shown")
    expired = last.expires_at is not None and last.expires_at == last.ends_at()
    if last.ended_why in (Ended.TAKEN_DOWN, Ended.REDACTED) or expired:
        return Gone()
    return Http404("not shown now")


def moved_page(address: str) -> HttpResponse:
    """Asked for anew every time: a browser would keep a 301 for good, and a piece that goes back
    to its old section would send its readers round and round.
    """
    headers = {"Cache-Control": REVALIDATE}
    return HttpResponsePermanentRedirect(escape_leading_slashes(address), headers=headers)


def new_address(visit: Visit) -> str:
    """Where the page of an old portal's address is now, or ''."""
    if not visit.moved_key:
        return ""
    showing = visit.load(visit.moved_key).get(visit.moved_key)
    return showing.address if showing and showing.address != visit.request.path else ""


def elsewhere(visit: Visit) -> HttpResponse:
    """Nothing stands here: perhaps it moved or is gone, perhaps only the slash is missing."""
    address = new_address(visit) or with_slash(visit)
    if address:
        return moved_page(address)
    if visit.moved_key and isinstance(not_live(visit, visit.moved_key), Gone):
        return gone_page(visit)
    return not_found_page(visit)


def with_slash(visit: Visit) -> str:
    """The same address with the slash it lacks, if one of our pages stands there, or ''.

    A page that is found by its number has its own address at once, never by a second redirect.
    """
    path = visit.request.path_info
    if path.endswith("/"):
        return ""
    try:
        found = resolve(f"{path}/")
    except Resolver404:
        return ""
    if found.url_name == "elsewhere":
        return ""
    key = _numbered(found.kwargs)
    showing = visit.load(key).get(key) if key else None
    query = visit.request.META.get("QUERY_STRING", "")
    return (showing.address if showing else f"{path}/") + (f"?{query}" if query else "")


def _numbered(captured):
    """The key of the page that an address names by number, or ''."""
    if "number" in captured:
        return paths.article_key(int(captured["number"]))
    return f"meeting:{int(captured['meeting_number'])}" if "meeting_number" in captured else ""


def not_found_page(visit: Visit) -> HttpResponse:
    title = _("This page does not exist")
    sentence = _("The address may be mistyped, or the page may have been moved or withdrawn.")
    return _page(visit, title, sentence, 404)


def gone_page(visit: Visit) -> HttpResponse:
    title = _("This article is no longer published")
    return _page(visit, title, _("The office has ended its publication at this address."), 410)


def handler404(request, exception) -> HttpResponse:
    """For the root URLconf: addresses outside this app's patterns."""
    return not_found_page(visits.arrive(request, now=visits.clock()))


def _page(visit, title, sentence, status):
    def made():
        context = base_context(visit, frame_of(visit), title=title, indexed=False)
        return page("public/nothing.html", visit, {**context, "sentence": sentence})

    return nothing(visit, made, status)
