"""Pages of people and bodies that are live now: where names may link to."""

from dataclasses import dataclass

from django.db.models import Q
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
    wanted = Q()
    if keys:
        wanted |= Q(portal=REGISTER, key__in=sorted(set(keys)))
    if showings is not None:
        wanted |= Q(pk__in=showings.values("pk"))
    if not wanted:
        return [], {}
    found = list(lists.listed(Showing.objects.live_at(visit.now).filter(wanted)))
    pages = {row.key: linked(row) for row in found if row.portal == REGISTER}
    return [row for row in found if row.portal != REGISTER], pages


def linked(showing: Showing) -> Linked:
    """A showing of the register, loaded with its cut, as others name it."""
    cut = showing.cut
    about = "" if cut.summary in cut.title else cut.summary  # a place that the name says already
    if cut.kind == "body" and cut.top_section == "past":
        about = _("No longer existing")  # a new body may bear the same name
    return Linked(showing.address, cut.title, about, shown(cut.picture))
