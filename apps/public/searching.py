"""The search page; finding itself is `editions`' work."""

import re

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from apps.editions import search as finding
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from . import lists
from .answers import Made
from .links import REGISTER, linked
from .pages import base_context, frame_of, page
from .visits import Visit

LONGEST = 200
PER_PAGE = lists.PER_PAGE
KNOWN_MOST = 4  # people and bodies above the articles
KNOWN_AMONG = 40
CURSOR = re.compile(r"[0-9]{1,18}")


def search(visit: Visit) -> Made:
    """What was found for `?q=`; an empty or unreadable question shows the empty form.

    `?truoc=` is the last showing of the page before; a wrong one begins anew.
    """
    query = clean(visit.request.GET.get("q", "")[:LONGEST])
    cursor = visit.request.GET.get("truoc", "")
    before = int(cursor) if CURSOR.fullmatch(cursor) else None
    found = finding.find(visit.portal, query, visit.now, PER_PAGE + 1, before) if query else []
    more = {"q": query, "truoc": found[PER_PAGE - 1].pk} if len(found) > PER_PAGE else {}
    title = _("Search: %(query)s") % {"query": query} if query else _("Find articles")
    here = f"/tim-kiem/?{urlencode({'q': query})}"
    context = base_context(visit, frame_of(visit), title=title, here=here, indexed=False)
    context |= {
        "query": query,
        "known": _known(visit, query) if query and before is None else [],
        "cards": [lists.card(showing) for showing in found[:PER_PAGE]],
        "older": urlencode(more),
    }
    return page("public/search.html", visit, context)


def _known(visit, query):
    """People and bodies with all these words in names or titles: names first, then titles of
    today, and what exists before what is over.
    """
    words = fold(query)
    found = finding.find(REGISTER, query, visit.now, KNOWN_AMONG)

    def place(showing):
        cut = showing.cut
        name, office = fold(cut.title), fold(cut.summary)
        said = 0 if words in name else 1 if words in office else 2
        return (said, cut.top_section == "past", not name.startswith(words), len(name))

    return [linked(row) for row in sorted(found, key=place)[:KNOWN_MOST]]
