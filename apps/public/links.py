"""Pages of people and bodies that are live now: where names may link to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.editions.models import Showing

from . import lists
from .pictures import Shown, shown
from .visits import Visit

REGISTER = ""  # the portal of pages that belong to the whole installation


@dataclass(frozen=True)
class Linked:
    """A live page of the register as others name it."""

    href: str
    title: str
    about: str
    picture: Shown | None


def with_links(visit: Visit, showings, keys) -> tuple[list[Showing], dict[str, Linked]]:
    """These showings (a sliced queryset, or None) and the live pages of these keys by key.

    One query for both, none when there is nothing to ask.
    """
    live, parts = Showing.objects.live_at(visit.now), []
    if keys:
        parts.append(live.filter(portal=REGISTER, key__in=sorted(set(keys))))
    if showings is not None:
        parts.append(live.filter(pk__in=showings.values("pk")))
    if not parts:
        return [], {}
    found = list(lists.listed(_either(live, *parts)))
    pages = {row.key: linked(row) for row in found if row.portal == REGISTER}
    return [row for row in found if row.portal != REGISTER], pages


def _either(live, first, *second):
    """Rows of one or of both: a union, for with OR PostgreSQL looks at every showing there is."""
    if not second:
        return first
    ids = [part.order_by().values("pk") for part in (first, *second)]
    return live.filter(pk__in=ids[0].union(*ids[1:]))


def linked(showing: Showing) -> Linked:
    """A showing of the register, loaded with its cut, as others name it."""
    cut = showing.cut
    about = "" if cut.summary in cut.title else cut.summary  # a place that the name says already
    if cut.kind == "body" and cut.top_section == "past":
        about = _("No longer existing")  # a new body may bear the same name
    return Linked(showing.address, cut.title, about, shown(cut.picture))
