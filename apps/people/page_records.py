"""The rows that pages of people and bodies are made of: read at once, asked in memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from apps.organizations.models import Organization, Succession

from .models import Decision, Person, Term

CHUNK = 500  # ids in one question: engines limit the parameters of a statement
DEEP = 2  # levels of sub-bodies that a page shows


@dataclass
class Records:
    """Terms carry `person` and `position.body` from here, so that nothing is asked twice."""

    people: dict[int, Person] = field(default_factory=dict)
    bodies: dict[int, Organization] = field(default_factory=dict)
    terms_of: dict[int, list[Term]] = field(default_factory=lambda: defaultdict(list))
    terms_in: dict[int, list[Term]] = field(default_factory=lambda: defaultdict(list))
    children: dict[int, list[Organization]] = field(default_factory=lambda: defaultdict(list))
    origins: dict[int, list[Succession]] = field(default_factory=lambda: defaultdict(list))
    successors: dict[int, list[Succession]] = field(default_factory=lambda: defaultdict(list))
    partners: dict[tuple, list[Succession]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class Affected:
    """Ids of the people and bodies whose pages say something that may have changed."""

    people: set[int]
    bodies: set[int]


def affected(people: Iterable[int], bodies: Iterable[int]) -> Affected:
    """These and whoever shows their names: holders, bodies held, the bodies around."""
    people, bodies = set(people), set(bodies)
    held = _ids(Term, "position__body_id", person=people)
    holders = _ids(Term, "person_id", position__body=bodies)
    return Affected(people | holders, bodies | held | _above(bodies) | _around(bodies))


def _above(bodies):
    """Bodies that list these as sub-bodies; and those beneath name them as superior."""
    up = _ids(Organization, "parent_id", pk=bodies)
    return up | _ids(Organization, "parent_id", pk=up) | _ids(Organization, "pk", parent=bodies)


def _around(bodies):
    """All that these came from and became, through every step: their histories tell of them."""
    found = set()
    for here, there in (("before", "after"), ("after", "before")):
        edge = bodies
        while edge:
            edge = _ids(Succession, f"{there}_id", **{here: edge}) - found
            found |= edge
    return found


def held_back() -> Affected:
    """What loaded files wait to show: their pages follow when two people have signed the file."""
    waiting = Decision.objects.filter(
        kind=Decision.Kind.LOAD, state=Decision.State.IN_FORCE, signed_at=None
    )
    touched = list(waiting.values_list("touched", flat=True))
    return Affected(
        *({pk for row in touched for pk in row.get(n, [])} for n in ("people", "bodies"))
    )


def read(which: Affected) -> Records:
    """All that the pages of these need; the number of questions does not grow with the pages."""
    records = Records()
    for person in _rows(Person.objects.select_related("portrait"), pk=which.people):
        records.people[person.pk] = person
    _read_families(records, which.bodies)
    _read_terms(records, which)
    return records


def _read_families(records, bodies):
    edge, asked = set(bodies), set()
    for _level in range(DEEP):
        below = list(_rows(Organization.objects, parent=edge - asked))
        asked |= edge
        for child in below:
            records.children[child.parent_id].append(child)
            records.bodies[child.pk] = child
        edge = {child.pk for child in below}
    _read_successions(records, bodies)
    _know(records, bodies)
    _know(records, {row.parent_id for row in records.bodies.values()})


def _read_successions(records, bodies):
    for here, there, into in (
        ("after", "before", records.origins),
        ("before", "after", records.successors),
    ):
        edge, seen = set(bodies), set()
        while edge:
            seen |= edge
            rows = list(_rows(Succession.objects.select_related("before", "after"), **{here: edge}))
            for row in rows:
                into[getattr(row, f"{here}_id")].append(row)
            edge = {getattr(row, f"{there}_id") for row in rows} - seen
    _read_partners(records)


def _read_partners(records):
    """Who merged or was split off together with the bodies read."""
    for kind, side, known in (
        (Succession.Kind.MERGED, "after", records.successors),
        (Succession.Kind.SPLIT, "before", records.origins),
    ):
        ids = {getattr(row, f"{side}_id") for rows in known.values() for row in rows}
        rows = Succession.objects.filter(kind=kind).select_related("before", "after")
        for row in _rows(rows, **{side: ids}):
            records.partners[(kind, getattr(row, f"{side}_id"), row.on)].append(row)


def _read_terms(records, which):
    terms = {}
    for name, ids in (("person", which.people), ("position__body", which.bodies)):
        for term in _rows(Term.objects.select_related("position"), **{name: ids}):
            terms[term.pk] = term
    _know(records, {term.position.body_id for term in terms.values()})
    missing = {term.person_id for term in terms.values()} - set(records.people)
    for person in _rows(Person.objects, pk=missing):
        records.people[person.pk] = person
    for term in terms.values():
        term.person = records.people[term.person_id]
        term.position.body = records.bodies[term.position.body_id]
        records.terms_of[term.person_id].append(term)
        records.terms_in[term.position.body_id].append(term)


def _know(records, bodies):
    wanted = set(bodies) - set(records.bodies) - {None}
    for body in _rows(Organization.objects, pk=wanted):
        records.bodies[body.pk] = body


def _ids(model, name, **asked) -> set[int]:
    """Values of one column of the rows in which a key is one of these ids, without None."""
    rows = _rows(model.objects.order_by().values_list(name, flat=True), **asked)
    return set(rows) - {None}


def _rows(rows, **asked) -> Iterator:
    ((name, wanted),) = asked.items()
    for chunk in chunks(wanted):
        yield from rows.filter(**{f"{name}__in": chunk})


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Sorted lists of at most CHUNK."""
    listed = sorted(ids)
    for start in range(0, len(listed), CHUNK):
        yield listed[start : start + CHUNK]
