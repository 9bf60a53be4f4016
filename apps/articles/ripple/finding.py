"""The ripple of a changed term: which pieces in work or coming carry whom the register turns.

A query at the time of reading: no cron, no receiver, the clock is an argument. A decision that is
taken back takes its hits away with it. What the texts then are found to say: `verdicts.py`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from apps.editions.models import Showing
from apps.editions.paths import article_key, person_key
from apps.people.house_form import home_of, named
from apps.portals.seats import portals_of
from apps.proofing.persons import recognise
from apps.proofing.resolving import Resolver
from apps.proofing.spelling import name_key
from apps.proofing.turning import ENDS, Turn, Turns, turns_near
from lib.vietnamese.days import midnight

from ..carrying import mentions_of
from ..models import Article
from ..naming import event_day
from .bodies import bodies_of

State = Article.State
# What goes out first stands first: scheduled by their time, then by how near to readers they are.
NEARNESS = [State.PUBLISHED, State.APPROVED, State.IN_REVIEW, State.SENT_BACK, State.DRAFT]


@dataclass(frozen=True)
class Hit:
    """A piece and the turns that concern it. `day`: its titles are those of that day.

    `fixed`: the day is its event's or the one it goes out on, not only today. `goes_out`: the
    instant for which it is scheduled. `old_cut`: what then goes out, where the text was changed
    since and nobody has scheduled it anew.
    """

    article: Article
    turns: tuple[Turn, ...]
    resolver: Resolver
    day: dt.date
    fixed: bool
    goes_out: dt.datetime | None = None
    people: frozenset[int] = field(default=frozenset())
    old_cut: int | None = None

    @property
    def told_before(self) -> bool:
        """All that turns, turns behind the day the piece is about."""
        return self.fixed and all(turn.on > self.day for turn in self.turns)

    def is_settled(self, turn: Turn) -> bool:
        """The text is about a day before the change, or somebody had it in hand on a day when the
        change already counted."""
        if turn.on > self.day:
            return self.fixed
        return turn.on <= timezone.localdate(self.article.changed_at)

    @property
    def order(self) -> tuple:
        article = self.article
        return (
            self.told_before,
            self.goes_out is None,
            self.goes_out.timestamp() if self.goes_out else NEARNESS.index(article.state),
            -article.changed_at.timestamp(),
            -article.pk,
        )


def hits_for(user, now) -> list[Hit]:
    """All pieces that wait for this person's eye, what goes out first standing first.

    A constant number of queries; one more for each of his portals.
    """
    return hits_of(user, turns_near(now), now)


def hits_of(user, turns: Turns, now) -> list[Hit]:
    """`hits_for` of any turns."""
    portals = portals_of(user, now).values("key")
    return hits_among(Article.objects.in_hands_of(user, now), portals, turns, now)


def hits_among(articles, portals, turns: Turns, now) -> list[Hit]:
    """`hits_for` among any articles of these portals (keys). Days long past are out of it."""
    if not turns.of_person and not turns.of_body:
        return []
    coming = _coming(portals, now)
    rows = _in_question(articles, coming, turns)
    return hits_in(rows, coming, _resolvers({row.portal for row in rows}, turns), turns, now)


def hits_in(rows, coming, resolvers: dict[int, Resolver], turns: Turns, now) -> list[Hit]:
    """`hits_for` of rows that have been read, with `coming` of their portals."""
    bodies = bodies_of(rows, resolvers, turns)
    found = (
        _hit(row, coming, turns, resolvers[row.portal_id], bodies.get(row.pk, ()), now)
        for row in rows
    )
    return sorted((hit for hit in found if hit), key=lambda hit: hit.order)


@dataclass(frozen=True)
class Coming:
    """The next version of an article that goes out by itself, and whom its cut names."""

    at: dt.datetime
    cut: int
    subjects: list[str]


def _coming(portals, now) -> dict[str, Coming]:
    """{key: Coming} of all that is scheduled."""
    rows = Showing.objects.coming_after(now).filter(
        portal__in=portals, key__startswith=article_key("")
    ).own()  # fmt: skip
    columns = ("key", "live_from", "cut_id", "cut__subjects")
    return {key: Coming(*row) for key, *row in rows.order_by("-live_from").values_list(*columns)}


def _in_question(articles, coming, turns: Turns) -> list[Article]:
    scheduled = [int(key.partition(":")[2]) for key in coming]
    wanted = articles.filter(recent(turns.since)).defer("body", "sapo", "note", "folded").order_by()
    # Asked apart, each by its own index: with an OR or a join SQLite reads every article.
    rows = [
        *wanted.filter(state__in=NEARNESS[1:]),
        *wanted.filter(state=State.PUBLISHED, pk__in=scheduled),
    ]
    prefetch_related_objects(rows, "portal", "author")
    return rows


def recent(since: dt.date) -> Q:
    """Articles about days near enough, for any of the turns since then to concern them."""
    unpublished_or_new = Q(published_at=None) | Q(published_at__gte=midnight(since))
    return Q(event_date__gte=since) | Q(event_date=None) & unpublished_or_new


def _resolvers(portals, turns: Turns) -> dict[int, Resolver]:
    return {portal.pk: Resolver(turns.register, home_of(portal.key)) for portal in portals}


def _hit(article, coming, turns: Turns, resolver, bodies, now) -> Hit | None:
    day = event_day(article, now)
    goes = coming.get(article_key(article.pk))
    changed_since = goes is not None and article.state != State.PUBLISHED
    found = set(people_turning(article.carries, turns, resolver, day))
    if changed_since:
        found |= {pk for pk in turns.of_person if person_key(pk) in goes.subjects}
    concerned = [turn for pk in found for turn in turns.of_person[pk]]
    concerned += [turn for pk in bodies for turn in turns.of_body[pk]]
    if not concerned:
        return None
    return Hit(
        article,
        in_order(concerned),
        resolver,
        day,
        fixed=bool(article.event_date or article.published_at),
        goes_out=goes.at if goes else None,
        people=frozenset(found),
        old_cut=goes.cut if changed_since else None,
    )


def in_order(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """By day; who gives one title up and takes another gives up first."""
    return tuple(sorted(turns, key=lambda turn: (turn.on, turn.what != ENDS)))


def people_turning(carried: list, turns: Turns, resolver: Resolver, day) -> list[int]:
    """Ids of those of a text whose titles turn: told by a title, or the only one of that name and
    of the portal's own house."""
    if not any(name_key(name) in turns.names for name, _titles in carried):
        return []
    sure = defaultdict(bool)
    for known in recognise(mentions_of(carried), resolver, day, _told_of_the_day):
        for person in known.people:
            if person.pk in turns.of_person:
                alone = len(known.people) == 1 and _at_home(turns.of_person[person.pk], resolver)
                sure[person.pk] |= known.alike or alone
    return [pk for pk, is_sure in sure.items() if is_sure]


def _told_of_the_day(_title) -> tuple:
    """Whom a text carries is kept without the sentences that would tell of other days."""
    return ()


def _at_home(turns: Iterable[Turn], resolver: Resolver) -> bool:
    bodies = [term.position.body for turn in turns for term in turn.terms]
    return not resolver.home or any(named(body).unit in resolver.home for body in bodies)
