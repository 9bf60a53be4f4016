"""Mentions of a text and the people of the register they name, as of the day of the event."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from lib.vietnamese.fold import fold
from lib.vietnamese.titles import Mention

from .held import Held
from .house_form import Home, home_of, named
from .models import Person, Term
from .speaking import names_the_place, speaks_of

# How well a stated title fits: at another time; that day by a short name that is not the
# portal's; that day, at home or with its place.
NOT, ONCE, ELSEWHERE, EXACTLY = range(4)


@dataclass(frozen=True)
class Match:
    """One mention and who it is.

    `person` None: nobody of that name, or a title is stated that none of them ever held, or
    several fit. `certain`: a stated title fits him on the day, here or where the text named him
    before. `candidates`: all people of that name. `bodies`: those he is named as an official of.
    """

    mention: Mention
    person: Person | None
    certain: bool
    candidates: tuple[Person, ...]
    bodies: tuple[int, ...] = ()


def match(
    mentions: Iterable[Mention], *, day: dt.date, portal_key: str | None = None
) -> list[Match]:
    """One Match for each mention, in order; at most three queries for a whole article.

    Names are compared folded, other spellings count; titles of the day decide between people of
    one name. A given name alone matches nobody.
    """
    mentions = list(mentions)
    keys = {fold(mention.name) for mention in mentions if _is_full(mention.name)}
    people = people_named(keys)
    if not people:
        return [Match(mention, None, False, ()) for mention in mentions]
    terms, home = _terms_of(people), home_of(portal_key)
    first = [_by_titles(mention, people, terms, day, home) for mention in mentions]
    return _with_what_the_text_tells(first)


def people_named(keys: Iterable[str]) -> dict[str, list[Person]]:
    """{folded name: people who bear it or another spelling of it}; one query, none for no key."""
    keys = set(keys)
    if not keys:
        return {}
    spelled = reduce(or_, (Q(folded__contains=key) for key in keys))
    found = Person.objects.filter(Q(folded__in=keys) | (~Q(other_spellings=[]) & spelled))
    named_so = defaultdict(list)
    for person in found.order_by("pk"):
        for key in {fold(name) for name in (person.name, *person.other_spellings)} & keys:
            named_so[key].append(person)
    return dict(named_so)


def _is_full(name: str) -> bool:
    return len(name.split()) > 1


def _terms_of(people) -> dict[int, list[Held]]:
    ids = {person.pk for named_so in people.values() for person in named_so}
    held = defaultdict(list)
    rows = Term.objects.filter(person__in=ids).select_related("position__body__parent")
    for term in rows.order_by("pk"):
        held[term.person_id].append(Held(term))
    return held


def _by_titles(mention, people, terms, day, home) -> Match:
    named_so = people.get(fold(mention.name), []) if _is_full(mention.name) else []
    if not named_so or not mention.titles:
        only = named_so[0] if len(named_so) == 1 else None
        return Match(mention, only, False, tuple(named_so))
    fits = {person.pk: _fit(mention, terms[person.pk], day, home) for person in named_so}
    best = max(fits.values())
    fitting = [person for person in named_so if fits[person.pk] == best]
    person = fitting[0] if best > NOT and len(fitting) == 1 else None
    certain = person is not None and best > ONCE
    bodies = _bodies(mention, terms[person.pk], day, home) if certain else ()
    return Match(mention, person, certain, tuple(named_so), bodies)


def _bodies(mention, held: list[Held], day, home) -> tuple[int, ...]:
    """Of the titles that are stated and held that day."""
    fitting = (
        each.body.pk
        for title in mention.titles
        for each in held
        if _fit_of(title, each, day, home) > ONCE
    )
    return tuple(dict.fromkeys(fitting))


def _fit(mention, held: list[Held], day, home: Home) -> int:
    return max(
        (_fit_of(title, each, day, home) for title in mention.titles for each in held),
        default=NOT,
    )


def _fit_of(title, held: Held, day, home) -> int:
    if not speaks_of(title.rank, title.body, held):
        return NOT
    begun = held.starts_on is None or held.starts_on <= day
    ended = held.ends_on is not None and held.ends_on < day
    if not begun or ended != title.former:
        return ONCE
    at_home = not home or named(held.body).unit in home
    return EXACTLY if at_home or names_the_place(title.body, held.body) else ELSEWHERE


def _with_what_the_text_tells(matches: list[Match]) -> list[Match]:
    """Who is named once with a fitting title is meant wherever his name stands in the text."""
    sure = defaultdict(set)
    for found in matches:
        if found.certain:
            sure[fold(found.mention.name)].add(found.person)
    return [_inherited(found, sure.get(fold(found.mention.name), ())) for found in matches]


def _inherited(found: Match, sure) -> Match:
    if found.certain or len(sure) != 1:
        return found
    (person,) = sure
    return Match(found.mention, person, not found.mention.titles, found.candidates)
