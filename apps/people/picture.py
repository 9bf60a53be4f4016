"""The part of the register that a decision concerns, in memory: read once, changed freely.

Contradictions, sentences and "before and after" are all worked out on a `Picture`, never on the
database, so that a draft of forty lines or a file of 30,000 terms costs a few queries.
"""

import datetime as dt
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache

from django.db.models import Q

from apps.organizations.models import Organization, Succession
from lib.vietnamese.fold import fold

from . import changes
from .models import Person, Position, Term

CHUNK = 500  # ids in one query: databases limit how many parameters they take
Key = int | str  # a row's id, or "new:1" for what the decision itself makes


@dataclass
class OnePerson:
    id: Key
    name: str
    other_spellings: list = field(default_factory=list)
    born_on: dt.date | None = None
    portrait: int | None = None
    biography: str = ""


@dataclass
class OneBody:
    id: Key
    name: str
    kind: str = Organization.Kind.OTHER.value
    level: str = ""
    place: str = ""
    parent: Key | None = None
    starts: dt.date | None = None
    ends: dt.date | None = None
    short_names: list = field(default_factory=list)
    abbreviations: list = field(default_factory=list)


@dataclass
class OneTerm:
    """`starts` and `ends` are days held, both inclusive; None is open."""

    id: Key
    person: Key
    rank: str
    body: Key
    status: str = Term.Status.HOLDS.value
    starts: dt.date | None = None
    ends: dt.date | None = None
    elected: dt.date | None = None
    approved: dt.date | None = None
    precedence: int | None = None
    document: str = ""

    @property
    def rank_key(self) -> str:
        """Ranks are compared without case and marks: "Phó bí thư" is "Phó Bí thư"."""
        return rank_key(self.rank)


@lru_cache(maxsize=1 << 12)
def rank_key(rank: str) -> str:
    """A rank without case and marks; there are a few hundred among 30,000 terms."""
    return fold(rank)


@dataclass
class Picture:
    """`seats`: (body, folded rank) -> how many may hold it, where the register says so itself."""

    people: dict[Key, OnePerson] = field(default_factory=dict)
    bodies: dict[Key, OneBody] = field(default_factory=dict)
    terms: dict[Key, OneTerm] = field(default_factory=dict)
    seats: dict[tuple, int] = field(default_factory=dict)
    precedence: dict[tuple, int] = field(default_factory=dict)
    successions: set[tuple] = field(default_factory=set)

    def copy(self) -> "Picture":
        return deepcopy(self)


def read_picture(lines) -> Picture:
    """What these tidied lines concern, in about ten queries."""
    picture = Picture()
    named = _terms(pk__in=changes.ids(lines, "term"))
    people = changes.ids(lines, "person") | {term.person for term in named}
    bodies = changes.ids(lines, "body", "parent", "before", "after") | {t.body for t in named}
    _add_terms(picture, people, bodies, named)
    people |= {term.person for term in picture.terms.values()}
    bodies |= {term.body for term in picture.terms.values()}
    _add_people(picture, people)
    _add_bodies(picture, bodies)
    _add_positions(picture)
    return picture


def _add_terms(picture, people, bodies, named):
    for chunk in chunks(people):
        picture.terms |= {term.id: term for term in _terms(person_id__in=chunk)}
    for chunk in chunks(bodies):
        picture.terms |= {term.id: term for term in _terms(position__body_id__in=chunk)}
    picture.terms |= {term.id: term for term in named}


def _terms(*conditions, **filters):
    rows = Term.objects.filter(*conditions, **filters).select_related("position").order_by("pk")
    return [one_term(row) for row in rows]


def one_term(row: Term) -> OneTerm:
    """A term as a value; `row.position` should be loaded."""
    return OneTerm(
        id=row.pk,
        person=row.person_id,
        rank=row.position.rank,
        body=row.position.body_id,
        status=row.status,
        starts=row.starts_on,
        ends=row.ends_on,
        elected=row.elected_on,
        approved=row.approved_on,
        precedence=row.precedence,
        document=row.document,
    )


def _add_people(picture, people):
    for chunk in chunks(people):
        for row in Person.objects.filter(pk__in=chunk):
            picture.people[row.pk] = one_person(row)


def one_person(row: Person) -> OnePerson:
    return OnePerson(
        row.pk, row.name, row.other_spellings, row.born_on, row.portrait_id, row.biography
    )


def _add_bodies(picture, bodies):
    """The bodies, and all above them: a superior may not stand below its own subordinate."""
    wanted = set(bodies)
    while wanted:
        found = {}
        for chunk in chunks(wanted):
            found |= {row.pk: one_body(row) for row in Organization.objects.filter(pk__in=chunk)}
        picture.bodies |= found
        wanted = {b.parent for b in found.values() if b.parent} - set(picture.bodies)
    for chunk in chunks(bodies):
        pairs = Succession.objects.filter(Q(before_id__in=chunk) | Q(after_id__in=chunk))
        picture.successions |= set(pairs.values_list("before_id", "after_id"))


def one_body(row: Organization) -> OneBody:
    return OneBody(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        level=row.level,
        place=row.place,
        parent=row.parent_id,
        starts=row.valid_from,
        ends=row.valid_to,
        short_names=row.short_names,
        abbreviations=row.abbreviations,
    )


def _add_positions(picture):
    for chunk in chunks(key for key in picture.bodies if isinstance(key, int)):
        for row in Position.objects.filter(body_id__in=chunk):
            key = (row.body_id, rank_key(row.rank))
            picture.precedence[key] = row.precedence
            if row.seats is not None:
                picture.seats[key] = row.seats


def chunks(values):
    """Sorted lists of at most CHUNK of these ids."""
    listed = sorted(values)
    return [listed[start : start + CHUNK] for start in range(0, len(listed), CHUNK)]


def differences(before, after) -> dict:
    """{field: (before, after)} of two values of one kind: what a correction really changes."""
    pairs = ((f.name, getattr(before, f.name), getattr(after, f.name)) for f in fields(after))
    return {name: (old, new) for name, old, new in pairs if old != new}


def changed(term: OneTerm, **values) -> OneTerm:
    """The term with other values; the one given stays as it was."""
    return replace(term, **values)


def as_line(term: OneTerm) -> dict:
    """A `OneTerm` under the names of a line."""
    days = {"from": term.starts, "to": term.ends, "elected": term.elected,
            "approved": term.approved}  # fmt: skip
    return {name: day.isoformat() if day else None for name, day in days.items()} | {
        "person": term.person, "rank": term.rank, "body": term.body, "status": term.status,
        "precedence": term.precedence, "document": term.document,
    }  # fmt: skip
