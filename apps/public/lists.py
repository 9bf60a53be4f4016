"""Which articles stand in a list: every query asks the clock and loads no bodies."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q
from django.http import Http404

from apps.editions.models import About, Showing
from apps.editions.placing import FRONT, placed_at
from apps.editions.values import CORRECTED
from lib.vietnamese.datelines import format_dateline

from . import together
from .pictures import Shown, shown
from .typography import set_line
from .visits import Visit

PER_PAGE = 20
LEADS = 8
PER_SECTION = 4
CURSOR = re.compile(r"([0-9]{20})-([0-9]{1,18})")
CURSOR_TIME = "%Y%m%d%H%M%S%f"


@dataclass(frozen=True)
class Card:
    """An article in a list."""

    key: str
    title: str
    summary: str
    href: str
    picture: Shown | None
    day: str
    iso: str
    section: str
    top_section: str
    cursor: str
    pinned: bool = False
    corrected: bool = False

    @property
    def headline(self) -> str:
        """The title as it is set on a page."""
        return set_line(self.title)

    @property
    def sapo(self) -> str:
        """The summary, whole, as it is set on a page."""
        return set_line(self.summary)


@dataclass(frozen=True)
class Leaf:
    """One page of a long list; `older` is the cursor of the next, or ''."""

    cards: list[Card]
    older: str


def card(showing: Showing) -> Card:
    cut = showing.cut
    return Card(
        key=showing.key,
        title=cut.title,
        summary=cut.summary,
        href=showing.address,
        picture=shown(cut.picture),
        day=format_dateline("date", cut.listed_at) if cut.listed_at else "",
        iso=cut.listed_at.isoformat(timespec="seconds") if cut.listed_at else "",
        section=cut.section,
        top_section=cut.top_section,
        cursor=f"{_stamp(cut.listed_at)}-{cut.pk}" if cut.listed_at else "",
        pinned=bool(getattr(showing, "pinned", False)),
        corrected=CORRECTED in cut.subjects,
    )


def live(visit: Visit):
    """Everything that stands in lists now, newest first.

    The portal is asked of the cut alone (a showing has its cut's): the order then comes from the
    index of cuts, where `pages()` made SQLite sort all of a portal's showings for every list.
    """
    return live_at(visit.now, visit.portal)


def live_at(now: datetime, portal: str):
    """`live`, for who asks without a visit."""
    return listed(Showing.objects.live_at(now)).filter(
        cut__portal=portal, cut__kind="article", cut__listed_at__isnull=False
    )


def listed(showings):
    """Newest first, with what a list shows and without what it does not."""
    return showings.listed()


def in_section(
    visit: Visit, slug: str, *, top: bool, cursor: str = "", most: int = PER_PAGE
) -> list:
    """One page and one more of a section's list: its own, and what is listed there too.

    A top section shows what lies in the sections beneath it too. Its own come by the index,
    already cut short; what is listed too is few.
    """
    known = {"now": visit.now, "portal": visit.portal, "section": slug}
    if cursor:
        known["listed_at"], known["cut"] = read_cursor(cursor)
    own = together.asked(_own, top, bool(cursor), most + 1, **known)
    too = together.asked(placed, bool(cursor), **known)
    return together.together([own, too])[: most + 1]


def _live():
    """Of whoever reads, whenever he does."""
    return live_at(together.NOW.value, together.PORTAL.value)


def _own(top, after_cursor, most):
    field = "cut__top_section" if top else "cut__section"
    rows = _live().filter(**{field: together.SECTION.value})
    return (_older(rows) if after_cursor else rows).values("pk")[:most]


def placed(after_cursor):
    """For `together.asked`: live articles that an office put into one more place."""
    keys = placed_at(together.PORTAL.value, together.NOW.value)
    keys = keys.filter(section=together.SECTION.value).values("key")
    rows = _live().filter(portal=together.PORTAL.value, key__in=keys)
    return (_older(rows) if after_cursor else rows).order_by().values("pk")


def _older(rows):
    return older_than(rows, together.LISTED_AT.value, together.CUT.value)


def after(showings, cursor: str):
    """What stands on the page after `cursor` ('' = the first), and one more.

    Raises Http404 for a cursor that is none.
    """
    return before(showings, cursor)[: PER_PAGE + 1]


def before(showings, cursor: str):
    """All that is older than the cursor; '' is the newest of all. Raises as `after` does."""
    if not cursor:
        return showings
    return older_than(showings, *read_cursor(cursor))


def leaf_of(showings, cursor: str) -> Leaf:
    """The page of these showings; raises Http404 when nothing is that old."""
    cards = [card(showing) for showing in showings]
    if cursor and not cards:
        raise Http404("nothing is that old")
    older = cards[PER_PAGE - 1].cursor if len(cards) > PER_PAGE else ""
    return Leaf(cards[:PER_PAGE], older)


def read_cursor(text: str) -> tuple[datetime, int]:
    """`20211011002800000000-12`: the instant in UTC and the cut after which a page begins."""
    found = CURSOR.fullmatch(text)
    if not found:
        raise Http404("no such page of the list")
    try:
        at = datetime.strptime(found[1], CURSOR_TIME).replace(tzinfo=UTC)
    except ValueError as error:
        raise Http404("no such page of the list") from error
    return at, int(found[2])


def _stamp(at):
    at = at.astimezone(UTC)
    return f"{at.year:04}{at:%m%d%H%M%S%f}"


def front(visit: Visit, slugs: list[str]) -> list[Card]:
    """The newest of all and of each top section, in one query; what is pinned stands first."""
    known = {"now": visit.now, "portal": visit.portal}
    pins = together.asked(placed, False, section=FRONT, **known)
    parts = [together.asked(_newest, **known)]
    parts += [
        together.asked(_own, True, False, LEADS + PER_SECTION, section=slug, **known)
        for slug in slugs
    ]
    found = together.together(parts, pinned=pins)
    return sorted(map(card, found), key=lambda shown: not shown.pinned)


def _newest():
    return _live().values("pk")[:LEADS]


def newer_than(rows, at: datetime, cut_id: int):
    """Articles of these that stand before that place in a list, the nearest first."""
    rows = rows.filter(cut__listed_at__gte=at)
    return rows.filter(Q(cut__listed_at__gt=at) | Q(cut_id__gt=cut_id)).order_by(
        "cut__listed_at", "cut_id"
    )


def older_than(rows, at: datetime, cut_id: int):
    """Articles of these that stand after that place in a list, the nearest first."""
    rows = rows.filter(cut__listed_at__lte=at)
    return rows.filter(Q(cut__listed_at__lt=at) | Q(cut_id__lt=cut_id))


def about(visit: Visit, subject: str):
    """Articles about a subject, the newest first: the appearances of a person, a topic."""
    return about_in(live(visit), subject)


def about_in(rows, subject: str):
    """Those of these articles that are about the subject; the index of subjects orders them."""
    return rows.filter(about__subject=subject).order_by("-about__listed_at", "-cut_id")


def about_any(visit: Visit, subjects: list[str]):
    """Articles about at least one of these, each once."""
    named = About.objects.filter(subject__in=subjects)
    return live(visit).filter(pk__in=named.values("showing"))
