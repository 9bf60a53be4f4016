"""What the calendar asks: due pieces, what goes live or comes down, ends of pins, meetings.

One query for each, however many rows: of each day only the first few of a kind come, with how many
there are, for an archive brought in at once puts thousands on one day.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import BigIntegerField, Case, Count, Exists, F, OuterRef, Q, When, Window
from django.db.models.functions import Cast, RowNumber, Substr, TruncDate

from apps.editions.models import Placed, Showing
from apps.editions.paths import article_key
from apps.editions.placing import FRONT
from apps.meetings.models import Assignment, Meeting
from apps.meetings.querysets import DAY
from apps.portals.roles import Right, Role
from apps.portals.seats import given_by
from lib.vietnamese.days import midnight

from ..due import IN_WORK
from ..models import Article, Sending
from ..sending.original import with_readers
from ..sending.querysets import SEES

PREFIX = article_key("")
MOST_PINS = 100  # of a whole portal at most four at a time
# The number in "article:12"; asked of no other key, whichever condition an engine looks at first.
NUMBER = Case(
    When(key__startswith=PREFIX, then=Cast(Substr("key", len(PREFIX) + 1), BigIntegerField())),
    output_field=BigIntegerField(),
)


@dataclass(frozen=True)
class Wanted:
    """Days from `first` to `last`, both included; `seats` on the portals shown; `person` an id.

    At most `each` rows of a kind on one day.
    """

    user: object
    seats: tuple
    first: dt.date
    last: dt.date
    person: int | None = None
    each: int = 40

    @property
    def reads(self) -> list:
        """Portals all of whose pieces and meetings the person sees."""
        return [seat.portal for seat in self.seats if Right.READ in given_by(seat)]

    @property
    def writes(self) -> list:
        """Portals where he sees only what is his own."""
        own = [seat.portal for seat in self.seats if seat.role == Role.CONTRIBUTOR]
        return [portal for portal in own if portal not in self.reads]

    @property
    def receives(self) -> list:
        """Portals of which he sees what other portals sent."""
        return [seat.portal for seat in self.seats if given_by(seat) & SEES]

    def during(self, column) -> Q:
        """That instant lies within these days."""
        begins, ends = midnight(self.first), midnight(self.last) + DAY
        return Q(**{f"{column}__gte": begins, f"{column}__lt": ends})


def due_rows(wanted: Wanted) -> list[dict]:
    """Pieces in work that are wanted before then: pk, at, day, of_day."""
    rows = _pieces(wanted).filter(wanted.during("due_at"), state__in=IN_WORK)
    return _first_of_day(rows, "due_at", wanted, "pk")


def live_rows(wanted: Wanted) -> list[dict]:
    """Showings that begin then: pk, portal, key, at, day, of_day."""
    rows = _own(Showing.objects.not_empty(), wanted).filter(wanted.during("live_from"))
    return _first_of_day(rows, "live_from", wanted, "pk", "portal", "key")


def end_rows(wanted: Wanted) -> list[dict]:
    """Showings that come down by themselves then: not those replaced, hidden or taken down."""
    rows = _own(Showing.objects.not_empty(), wanted).filter(wanted.during("expires_at"))
    rows = rows.filter(Q(ended_at=None) | Q(ended_at__gte=F("expires_at")))
    return _first_of_day(rows, "expires_at", wanted, "pk", "portal", "key")


def pin_rows(wanted: Wanted) -> list[dict]:
    """Ends of pins to the front page: portal, key, at."""
    rows = _own(Placed.objects.filter(wanted.during("until"), section=FRONT), wanted)
    rows = rows.order_by("until", "pk").annotate(at=F("until"))
    return list(rows.values("portal", "key", "at")[:MOST_PINS])


def meetings_then(wanted: Wanted) -> list[Meeting]:
    """Those to be reported on, each with `day`, `of_day`, its portal and who is sent."""
    sent = Assignment.objects.filter(meeting=OuterRef("pk"))
    mine = Exists(sent.filter(user=wanted.user))
    rows = Meeting.objects.between(wanted.first, wanted.last).filter(
        Q(portal__in=wanted.reads) | Q(mine, portal__in=wanted.writes)
    )
    if wanted.person:
        rows = rows.filter(Exists(sent.filter(user=wanted.person)))
    rows = _numbered(rows, "starts_at", wanted).defer("agenda", "folded")
    return list(rows.select_related("portal").prefetch_related("assignments__user"))


def articles_of(wanted: Wanted, ids) -> dict[int, Article]:
    """{pk: article} of those the person may see."""
    rows = Article.objects.seen_from(wanted.seats, wanted.user).filter(pk__in=ids)
    rows = rows.select_related("portal", "author", "handler")
    return {row.pk: row for row in rows.only(
        "headline", "state", "due_at", "published_at", "portal", "author", "handler"
    )} if ids else {}  # fmt: skip


def sendings_of(wanted: Wanted, keys: set, now) -> dict[tuple, Sending]:
    """{(portal's key, article's id): sending}, of those pairs, with what readers have; no query
    for none."""
    if not keys:
        return {}
    rows = Sending.objects.received_from(wanted.seats).filter(
        article__in={number for _portal, number in keys}
    )
    return {(row.to.key, row.article_id): row for row in with_readers(rows, now)}


def _pieces(wanted):
    rows = Article.objects.seen_from(wanted.seats, wanted.user)
    return rows.filter(_of_person(wanted.person)) if wanted.person else rows


def _of_person(person):
    return Q(author=person) | Q(handler=person)


def _own(rows, wanted):
    """Of rows with a portal's and a page's key: articles he sees, of the person asked for, and
    what other portals sent.
    """
    rows = rows.filter(key__startswith=PREFIX).annotate(number=NUMBER)
    of = Article.objects.filter(pk=OuterRef("number")).order_by()
    own = Exists(of.filter(author=wanted.user))
    here = Exists(of.filter(portal__key=OuterRef("portal")))
    sent = Sending.objects.filter(article=OuterRef("number"), to__key=OuterRef("portal"))
    rows = rows.filter(
        Q(here, portal__in=[portal.key for portal in wanted.reads])
        | Q(own, here, portal__in=[portal.key for portal in wanted.writes])
        | Q(Exists(sent.order_by()), portal__in=[portal.key for portal in wanted.receives])
    )
    return rows.filter(Exists(of.filter(_of_person(wanted.person)))) if wanted.person else rows


def _first_of_day(rows, column, wanted, *names) -> list[dict]:
    rows = _numbered(rows.annotate(at=F(column)), column, wanted)
    return list(rows.values("at", "day", "of_day", *names))


def _numbered(rows, column, wanted):
    """The first rows of each day, with `day` and `of_day`: how many the day has of them."""
    rows = rows.order_by().annotate(day=TruncDate(column)).annotate(
        nth=Window(RowNumber(), partition_by="day", order_by=[column, "pk"]),
        of_day=Window(Count("pk"), partition_by="day"),
    )  # fmt: skip
    return rows.filter(nth__lte=wanted.each).order_by(column, "pk")
