"""The search page; finding itself is `editions`' work."""

from django.utils.translation import gettext as _

from apps.editions import search as found
from lib.vietnamese.text import clean

from . import lists
from .answers import Made
from .pages import base_context, frame_of, page
from .visits import Visit

LONGEST = 200
LIMIT = 50


def search(visit: Visit) -> Made:
    """What was found for `?q=`; an empty or unreadable question shows the empty form."""
    query = clean(visit.request.GET.get("q", "")[:LONGEST])
    showings = found.find(visit.portal, query, visit.now, LIMIT) if query else []
    title = _("Search: %(query)s") % {"query": query} if query else _("Search")
    context = base_context(visit, frame_of(visit), title=title, indexed=False)
    context |= {
        "query": query,
        "cards": [lists.card(showing) for showing in showings],
        "limit": LIMIT,
    }
    return page("public/search.html", visit, context)
