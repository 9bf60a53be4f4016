"""Who of the register a mention means: by name, by titles, by a name one syllable away."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lib.vietnamese.titles import Mention, Title

from .dated import Span
from .facts import PersonFact
from .resolving import Resolver
from .saying import terms_spoken_of
from .spelling import deletions, distance, name_key

_LEAST_NAME = 2  # syllables; one alone tells nobody, unless it is all of a name: K'Brội
_SLIP = 2  # letters
ToldOf = Callable[[Title], Sequence[Span]]


@dataclass(frozen=True)
class Known:
    """A mention and the people of that name. `misspelled`: the name is not quite theirs.

    `alike`: a stated title is one that a candidate has held.
    """

    mention: Mention
    people: tuple[PersonFact, ...] = ()
    misspelled: bool = False
    alike: bool = False


def recognise(
    mentions: Iterable[Mention], resolver: Resolver, day: dt.date, told_of: ToldOf
) -> list[Known]:
    """One Known for each mention, in order; a person once told apart stays told apart.

    `told_of`: the days of history of which a title is told, none for the day itself.
    """
    known = [_known(mention, resolver, day, told_of) for mention in mentions]
    told = {}
    for each in known:
        if each.alike and len(each.people) == 1 and not each.misspelled:
            told.setdefault(name_key(each.mention.name), each.people)
    return [_as_told(each, told) for each in known]


def _as_told(known: Known, told) -> Known:
    if known.alike or len(known.people) < 2:
        return known
    people = told.get(name_key(known.mention.name))
    return Known(known.mention, people, alike=False) if people else known


def _known(mention: Mention, resolver: Resolver, day, told_of: ToldOf) -> Known:
    key, people = name_key(mention.name), resolver.register.people_by_name
    # "Ông Thị Nga": Ông is her surname.
    named_so = people.get(key) or people.get(f"{mention.honour} {key}".lower())
    if named_so:
        return _best(mention, named_so, day)
    if len(mention.name.split()) < _LEAST_NAME and "'" not in mention.name:
        return Known(mention)
    return _near(mention, key, resolver, day, told_of)


def _best(mention, people, day) -> Known:
    """Of several people of one name those whom the titles fit best."""
    marks = {person.pk: _mark(mention, person, day) for person in people}
    best = max(marks.values())
    fitting = tuple(person for person in people if marks[person.pk] == best)
    return Known(mention, fitting, alike=best[0] > 0 or best[1] > 0)


def _mark(mention, person, day) -> tuple[int, int]:
    """(titles that fit on the day, titles that fit at some time)."""
    now = ever = 0
    for title in mention.titles:
        terms = terms_spoken_of(title, person)
        ever += bool(terms)
        now += any(term.covers(day, day) != title.former for term in terms)
    return now, ever


def _near(mention, key, resolver: Resolver, day, told_of: ToldOf) -> Known:
    """A syllable differs, is missing or is too many, and a stated title fits that day, or the days
    of which it is told."""
    neighbours = _neighbours(key, resolver) if mention.titles else ()
    days = {id(title): told_of(title) or [(day, day)] for title in mention.titles if neighbours}
    marked = []
    for person in neighbours:
        far = _far(key, person)
        fits = sum(_fits(each, person, resolver, days[id(each)], far) for each in mention.titles)
        if fits:
            marked.append(((far, -fits), person))
    least = min((mark for mark, _person in marked), default=None)
    nearest = tuple(person for mark, person in marked if mark == least)
    if len(nearest) != 1:
        return Known(mention)
    return Known(mention, nearest, misspelled=True, alike=True)


def _far(key: str, person: PersonFact) -> int:
    """Letters between the name as written and the nearest spelling of the person's."""
    return min(distance(key, name_key(name)) for name in (person.name, *person.other_spellings))


def _neighbours(key: str, resolver: Resolver) -> list[PersonFact]:
    """People whose name has one syllable other, one more or one less."""
    register, found = resolver.register, {}
    if " " not in key:
        return [each for each in register.singles if _far(key, each) <= _SLIP]
    for place, rest in enumerate(deletions(key)):
        for person, where in register.near.get(rest, ()):
            if where == place:
                found[person.pk] = person
        for person in register.people_by_name.get(rest, ()):
            found[person.pk] = person
    for person, _where in register.near.get(key, ()):
        if not name_key(person.name).endswith(f" {key}"):  # "Duy Anh" is said for short
            found[person.pk] = person
    return list(found.values())


def _fits(title: Title, person, resolver: Resolver, days: Sequence[Span], far: int) -> bool:
    """Held on those days (earlier for "nguyên …"). Where the words leave open which unit, the name
    must be a slip of the finger away."""
    meant = resolver.meant(title.body)
    bodies = {body.pk for body in meant.bodies}
    return (meant.sure or far <= _SLIP) and any(
        term.position.body.pk in bodies
        and any(
            term.over_before(last) if title.former else term.covers(first, last)
            for first, last in days
        )
        for term in terms_spoken_of(title, person)
    )
