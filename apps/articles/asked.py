"""All that the desk's first page tells of articles, asked together once for each request.

However many portals and articles: one query for the counts, one for all rows of all panels, one
for what readers get of them, and of what is to come, and at most two for titles that change.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import (
    BooleanField,
    Case,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)

from apps.editions.models import Showing
from apps.editions.values import COPY
from apps.meetings.asked import pages_asked, pages_live
from apps.newsroom.models import Act
from apps.people.remembered import remembered, version_held
from apps.portals.held import seats_held
from apps.portals.roles import Right
from apps.proofing.models import PassedOver
from apps.proofing.resolving import Resolver
from apps.proofing.turning import Turns, turns_near
from apps.questions import Question, filled

from . import work
from .due import IN_WORK, SOONEST_FIRST
from .festive import kept_column, mourns
from .leaving import handed_to
from .models import Article, QuickSend
from .querysets import in_hands
from .ripple.banners import BannerHit, banner_hits
from .ripple.finding import Coming, Hit, hits_in, recent
from .withdrawal.hiding import hidden_acts, hidden_ids
from .work import Held

State = Article.State
SHOWN = 8
SENT_FOR = dt.timedelta(days=7)
SENT_BACK_FIRST = Case(When(state=State.SENT_BACK, then=Value(0)), default=Value(1))
COLUMNS = (
    "cut_id", "portal", "key", "live_from", "expires_at", "ended_at", "ended_why", "cut__title",
    "cut__subjects", "cut__summary", "cut__section",
)  # fmt: skip


@dataclass
class Asked:
    """`counts` by kind of work; `rows` of all panels in order of urgency; `showings` of these;
    `coming`: all showings of own articles that are to begin, `today`: those before midnight;
    `copies`: those of what other portals sent, asked where one mourns; `hits` and `banners`: titles
    that change."""

    held: Held
    counts: dict[str, int] = field(default_factory=dict)
    hidden: list[Act] = field(default_factory=list)
    rows: list[Article] = field(default_factory=list)
    showings: list[Showing] = field(default_factory=list)
    coming: list[Showing] = field(default_factory=list)
    copies: list[Showing] = field(default_factory=list)
    today: list[Showing] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    banners: list[BannerHit] = field(default_factory=list)


def articles_asked(request, now) -> Asked:
    if not hasattr(request, "articles_asked"):
        held = Held(request.user, tuple(seats_held(request)))
        request.articles_asked = _ask(request, held, now) if held.seats else Asked(held)
    return request.articles_asked


def _ask(request, held: Held, now) -> Asked:
    counts, version = work.counts(held)
    if version is not None:
        request.register_version = version
    turns = turns_near(now, at_version=version_held(request))
    hidden, keys = hidden_acts(request, now), {seat.portal.key for seat in held.seats}
    rows = _rows(held, hidden, turns, now)
    showings, coming, copies = _showings(request, rows, keys, now)
    homes = remembered(version_held(request)).home
    hits = _hits(rows, coming, turns, homes, now)
    today = [
        each for each in coming if each.portal in held.keys and work.begins_today(each, now)
    ]  # fmt: skip
    banners = banner_hits(held.seats, turns, now, homes)
    return Asked(held, counts, hidden, rows, showings, coming, copies, today, hits, banners)


def _rows(held: Held, hidden: Iterable[Act], turns: Turns, now) -> list[Article]:
    since = {"since": turns.since} if turns.of_person or turns.of_body else {}
    hidden = filled(hidden_ids(hidden))
    return _PIECES.asked(held.shape, **held.values, hidden=hidden, at=now, **since)


def _pieces(shape, *, hidden, at, since: dt.date | None = None, **values):
    """Each part is cut to its length by its own index; SQLite wants the cut one level deeper.

    `since`: days from which on a title or a body that changes may concern a piece, if any does.
    """
    held, now = Held.of(shape, **values), at
    user = held.user
    reads = Q(portal__in=held.ids(Right.READ)) | Q(author=user)
    own = Article.objects.filter(author=user, portal__in=[seat.portal_id for seat in held.seats])
    parts = [
        handed_to(user).filter(reads)[:SHOWN],
        own.filter(state__in=[State.DRAFT, State.SENT_BACK])
        .order_by(SENT_BACK_FIRST, *SOONEST_FIRST)[:SHOWN],
        _to_sign(held).order_by(*SOONEST_FIRST)[:SHOWN],
        # Twice as many: those that wait for a signature stand in their own panel only.
        Article.objects.filter(reads, state__in=[State.IN_REVIEW, State.APPROVED])
        .order_by(*SOONEST_FIRST)[: 2 * SHOWN],
        # By the author's own index alone; what stands on a portal he left is dropped below.
        Article.objects.filter(author=user).order_by("-changed_at")[:SHOWN],
        Article.objects.filter(pk__in=hidden),
        Article.objects.filter(pk__in=_newest_sends(user, now)),
    ]  # fmt: skip
    if since:
        parts += _near_turns(held, since, now)
    parts = [Article.objects.filter(pk__in=part.values("pk")).order_by().values("pk")
             for part in parts]  # fmt: skip
    rows = Article.objects.filter(pk__in=parts[0].union(*parts[1:])).with_open_notes()
    if since:
        rows = rows.annotate(is_carrier=_is(recent(since) & in_hands(held.seats, user)))
    rows = work.with_my_signature(rows, user).annotate(
        last_passed=Subquery(
            PassedOver.objects.filter(key=work.KEY).order_by("-pk").values("pk")[:1]
        ),
        sent_back_with=_only(Q(state=State.SENT_BACK, author=user), _why_sent_back()),
        **_columns_of_sends(user, now),
    )
    rows = rows.select_related("portal", "author", "handler", "came_from").defer(
        "body", "note", "folded"
    )
    return rows.order_by(SENT_BACK_FIRST, *SOONEST_FIRST)


_PIECES = Question(_pieces)


def _near_turns(held: Held, since, now) -> list:
    coming = work.articles_coming({seat.portal.key for seat in held.seats}, now)
    return [
        # More than are in his hands, by those indexes that do not lead through all he ever
        # wrote; `is_carrier` says which they are.
        Article.objects.filter(
            Q(author=held.user) | Q(portal__in=held.ids(Right.EDIT)),
            recent(since),
            state__in=IN_WORK,
        ),
        Article.objects.filter(pk__in=work.numbers_in(coming.values_list("key", flat=True))),
    ]


def _to_sign(held: Held):
    asked = work.kinds(held)
    mine = Q(author=held.user, state=State.IN_REVIEW, signed_by_me=False)
    return work.in_work(held).filter(asked["duyet"] | asked["dong-y"] | mine)


def _is(asked: Q):
    return ExpressionWrapper(asked, BooleanField())


def _only(where: Q, rows):
    """The column asked only where it can be something."""
    return Case(When(where, then=Subquery(rows)))


def _why_sent_back():
    """The last sentence with which a piece came back."""
    acts = Act.objects.filter(key=work.KEY, verb="send_back").order_by("-at", "-pk")
    return acts.values("reason")[:1]


def waiting_sends(user, now):
    """What the person sent from the phone lately and nobody has gone on with."""
    return QuickSend.objects.filter(
        by=user, at__gte=now - SENT_FOR, article__author=user,
        article__state=State.DRAFT, article__changed_at=F("at"),
    )  # fmt: skip


def _newest_sends(user, now):
    return waiting_sends(user, now).order_by("-at").values("article")[:SHOWN]


def _columns_of_sends(user, now) -> dict:
    """What a draft from the phone, with which nobody has gone on yet, came with."""
    mine, sends = Q(author=user, state=State.DRAFT), waiting_sends(user, now)
    this = sends.filter(article=OuterRef("pk")).order_by("-at", "-pk")
    names = {"send_id": "pk", "send_at": "at", "send_photos": "photos", "send_refused": "refused"}
    return {name: _only(mine, this.values(column)[:1]) for name, column in names.items()}


def sends_in(rows, user) -> list[QuickSend]:
    """The drafts from the phone among the rows, newest first."""
    found = [
        QuickSend(
            pk=row.send_id, by=user, article=row, at=row.send_at, photos=row.send_photos,
            refused=row.send_refused,
        )
        for row in rows
        if row.send_id
    ]  # fmt: skip
    return sorted(found, key=lambda send: (send.at, send.pk), reverse=True)


def _showings(request, rows, portal_keys, now) -> tuple[list[Showing], ...]:
    """(all of these articles, those of any article that are to come, copies to come); one query.

    The pages of meetings that stand beside them on the first page are asked along.
    """
    keys = {row.key for row in rows}
    found = _SHOWINGS.asked(
        mourns(seats_held(request)),
        keys=filled(keys),
        of=filled({row.portal.key for row in rows}),
        portals=filled(portal_keys),
        **pages_asked(request, now),
        at=now,
    )
    request.meeting_pages = [
        (each.portal, each.key, each.page) for each in found if each.page is not None
    ]
    ahead = [
        each for each in found
        if each.key.startswith(work.PREFIX) and each.portal in portal_keys and each.live_from > now
        and (each.ends_at() is None or each.ends_at() > each.live_from)
    ]  # fmt: skip
    copies = [each for each in ahead if COPY in each.cut.subjects]
    coming = [each for each in ahead if COPY not in each.cut.subjects]
    return [each for each in found if each.key in keys], coming, copies


def _showings_of(mourned, *, keys, of, portals, at, **pages):
    coming = [work.articles_coming(portals, at)]
    if mourned:
        coming.append(work.copies_coming(portals, at))
    parts = [rows.order_by().values("pk") for rows in [*coming, *pages_live(at=at, **pages)]]
    own = Showing.objects.filter(portal__in=of, key__in=keys).order_by().values("pk")
    of_page = Case(When(cut__kind__in=["schedule", "meeting"], then="cut__values"))
    found = Showing.objects.filter(pk__in=own.union(*parts)).annotate(page=of_page)
    found = found.select_related("cut").only(*COLUMNS)
    if mourned:
        found = found.annotate(kept=kept_column(at))
    return found.order_by("live_from", "pk")


_SHOWINGS = Question(_showings_of)


def _hits(rows, showings, turns: Turns, home_in, now) -> list[Hit]:
    if not turns.of_person and not turns.of_body:
        return []
    coming = {
        each.key: Coming(each.live_from, each.cut_id, each.cut.subjects)
        for each in reversed(showings)
    }
    carriers = [
        row for row in rows
        if row.is_carrier and (row.state != State.PUBLISHED or row.key in coming)
    ]  # fmt: skip
    portals = {row.portal_id: row.portal for row in carriers}
    resolvers = {pk: Resolver(turns.register, home_in(portal)) for pk, portal in portals.items()}
    return hits_in(carriers, coming, resolvers, turns, now)
