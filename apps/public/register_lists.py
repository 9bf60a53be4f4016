"""Everybody in office in the order of names, and every body by level and kind: /can-bo/ and
/to-chuc/.
"""

import re
from dataclasses import replace
from itertools import groupby

from django.db.models import Case, F, Value, When
from django.http import Http404
from django.template.defaultfilters import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions.models import Showing

from . import lists, spans
from .answers import Made
from .links import REGISTER, linked
from .pages import base_context, frame_of, page
from .visits import Visit

PER_PAGE = 60
NUMBER = re.compile(r"[1-9][0-9]{0,3}")
LEVELS = {
    "central": gettext_lazy("central"),
    "province": gettext_lazy("province"),
    "district": gettext_lazy("district"),
    "commune": gettext_lazy("commune"),
}
# As guests are named (DOMAIN §2.3): Party, council, committee, Front, mass organizations, others.
KINDS = (
    "party_committee", "standing_committee", "party_board", "people_council", "people_committee",
    "front", "mass_org", "military", "police", "press",
)  # fmt: skip
PLACE = re.compile(r"\A(?:tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu) ")


def asked_page(text: str) -> int:
    """The number in `?trang=`; a wrong one is the first."""
    return int(text) if NUMBER.fullmatch(text) else 1


def people(visit: Visit, number: int) -> Made:
    """Who holds a title now, given names in order. Raises Http404 beyond the last page."""
    rows = _live(visit, "person").exclude(cut__summary="")
    rows = rows.order_by("cut__values__sort", "cut_id")
    found, more = part(rows, number)
    groups = [("", [linked(row) for row in found])] if found else []
    return _page(visit, "/can-bo/", _("Officials"), groups, number, more)


def bodies(visit: Visit, number: int) -> Made:
    """Bodies by level, kind and name, those of the past last. Raises Http404 beyond the last page.

    The kind is of the page, its place among kinds is decided here: no page is cut anew for it.
    """
    levels, kinds = _order("cut__section", LEVELS), _order("cut__values__kind", KINDS)
    rows = _live(visit, "body").annotate(level=levels, rank=kinds, name=F("search_row__words"))
    rows = rows.annotate(since=F("cut__values__from"), until=F("cut__values__to"))
    rows = rows.order_by("cut__top_section", "level", "rank", "name", "cut_id")
    found, more = part(rows, number)
    groups = [(name, list(map(_dated, rows))) for name, rows in groupby(found, _heading)]
    return _page(visit, "/to-chuc/", _("Bodies and organizations"), groups, number, more)


def _order(field, names):
    """The number of the field's value among these; whatever else it may be comes after them."""
    whens = (When(**{field: name}, then=Value(n)) for n, name in enumerate(names))
    return Case(*whens, default=Value(len(names)))


def _dated(showing):
    """Who has ended is told by years: a new body may bear the same name. A place is told where the
    name does not say it: "Tỉnh ủy Vân Giang" is that of "tỉnh Vân Giang".
    """
    row = linked(showing)
    if showing.until:
        return replace(row, about=spans.years({"from": showing.since, "to": showing.until}))
    return replace(row, about="") if PLACE.sub("", row.about) in row.title else row


def _live(visit, kind):
    live = Showing.objects.live_at(visit.now).of_kind(REGISTER, kind)
    return lists.listed(live)


def part(rows, number: int) -> tuple[list, bool]:
    """(the rows of that page, whether there are more). Raises Http404 beyond the last page."""
    start = (number - 1) * PER_PAGE
    found = list(rows[start : start + PER_PAGE + 1])
    if number > 1 and not found:
        raise Http404("the list is not that long")
    return found[:PER_PAGE], len(found) > PER_PAGE


def _heading(showing):
    if showing.cut.top_section == "past":
        return _("No longer existing")
    return capfirst(str(LEVELS.get(showing.cut.section, "")))


def _page(visit, address, title, groups, number, more):
    here = address + (f"?trang={number}" if number > 1 else "")
    context = base_context(visit, frame_of(visit), title=title, address=here)
    context |= {
        "groups": groups,
        "before": f"?trang={number - 1}" if number > 2 else address if number == 2 else "",
        "after": f"?trang={number + 1}" if more else "",
        "crumbs": [],
        "name": title,
    }
    return page("public/register.html", visit, context)
