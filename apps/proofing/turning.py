"""Turns of the register: whose titles and which bodies begin or end round a day.

Read from the register in memory; nothing is kept but the turns of the last version and day asked.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from apps.people.models import Decision
from lib.vietnamese.days import HO_CHI_MINH

from .facts import BodyFact, PersonFact, TermFact
from .register import Register
from .snapshots import current_register
from .spelling import name_key

BACK, AHEAD = dt.timedelta(days=30), dt.timedelta(days=60)
ONE_DAY = dt.timedelta(days=1)
ENDS, BEGINS, TOLD_ANEW = "ends", "begins", "told_anew"


@dataclass(frozen=True)
class Turn:
    """What changes on the first day `on` that counts anew: a person's titles or a body.

    `what` is ENDS, BEGINS, or TOLD_ANEW: a decision set right what the register says of a person,
    and no title of his begins or ends by it. `decision` is told with TOLD_ANEW only.
    """

    what: str
    on: dt.date
    person: PersonFact | None = None
    body: BodyFact | None = None
    terms: tuple[TermFact, ...] = ()
    decision: str = ""


@dataclass(frozen=True)
class Turns:
    """All turns near a day. `names`: `name_key`s of the people whose titles turn."""

    register: Register
    today: dt.date
    of_person: dict[int, list[Turn]]
    of_body: dict[int, list[Turn]]
    names: frozenset[str] = field(default=frozenset())

    @property
    def since(self) -> dt.date:
        """Texts about earlier days are older than every turn."""
        return self.today - BACK


_kept: list[Turns] = []


def turns_near(now: dt.datetime, *, at_version: int | None = None) -> Turns:
    """Turns from `BACK` before the day of `now` to `AHEAD` behind it, and what decisions that took
    force in `BACK` did to titles of whatever days. One query, one more after every change."""
    register = current_register(at_version=at_version)
    today = now.astimezone(HO_CHI_MINH).date()
    for kept in _kept:
        if kept.register is register and kept.today == today:
            return kept
    _kept[:] = [_turns(register, today, _decided(register, now))]
    return _kept[0]


def turns_about(people: Iterable[int], bodies: Iterable[int], now: dt.datetime) -> Turns:
    """As if all titles of these people turned today, and these bodies: who else carries them?"""
    register, today = current_register(), now.astimezone(HO_CHI_MINH).date()
    known = [register.people[pk] for pk in set(people) if pk in register.people]
    of_person = {
        each.pk: [Turn(TOLD_ANEW, today, person=each, terms=tuple(each.terms))] for each in known
    }
    of_body = {
        pk: [Turn(TOLD_ANEW, today, body=register.bodies[pk])]
        for pk in set(bodies)
        if pk in register.bodies
    }
    names = frozenset(chain.from_iterable(map(_names, known)))
    return Turns(register, today, of_person, of_body, names)


def _turns(register: Register, today: dt.date, decided: list[tuple[int, set, str]]) -> Turns:
    """`decided`: (person, {(term, what)}, decision) of the decisions that took force lately."""
    fresh = set().union(*(edges for _person, edges, _decision in decided))
    of_person = defaultdict(list)
    for person in register.people.values():
        of_person[person.pk] += _of_terms(person, today, fresh)
    for pk, _set, decision in decided:
        if not of_person[pk]:
            of_person[pk].append(
                Turn(TOLD_ANEW, today, person=register.people[pk], decision=decision)
            )
    of_person = {pk: turns for pk, turns in of_person.items() if turns}
    people = map(register.people.get, of_person)
    return Turns(
        register, today, of_person, _of_bodies(register, today),
        frozenset(chain.from_iterable(map(_names, people))),
    )  # fmt: skip


def _names(person: PersonFact) -> Iterator[str]:
    return map(name_key, (person.name, *person.other_spellings))


def _of_terms(person: PersonFact, today, fresh) -> Iterable[Turn]:
    """Terms that turn on one day are one turn; a title held on without a gap is none."""
    together = defaultdict(list)
    for term in person.terms:
        for what, on in _edges(term):
            near = today - BACK <= on <= today + AHEAD
            if near or ((term.pk, what) in fresh and on < today):
                together[on, what].append(term)
    for (on, what), terms in sorted(together.items(), key=lambda pair: pair[0]):
        other = together.get((on, BEGINS if what == ENDS else ENDS), ())
        goes_on = {(term.position, term.status) for term in other}
        turning = tuple(t for t in terms if (t.position, t.status) not in goes_on)
        if turning:
            yield Turn(what, on, person=person, terms=turning)


def _edges(term: TermFact) -> Iterator[tuple[str, dt.date]]:
    body = term.position.body
    begins = max(filter(None, (term.starts_on, body.valid_from)), default=None)
    if term.starts_on and begins:
        yield BEGINS, begins
    if term.ends_on and term.ends_on < dt.date.max:
        yield ENDS, term.ends_on + ONE_DAY


def _of_bodies(register: Register, today) -> dict[int, list[Turn]]:
    found = defaultdict(list)
    for body in register.bodies.values():
        edges = ((BEGINS, body.valid_from), (ENDS, body.valid_to and body.valid_to + ONE_DAY))
        for what, on in edges:
            if on and today - BACK <= on <= today + AHEAD:
                found[body.pk].append(Turn(what, on, body=body))
    return dict(found)


def _decided(register: Register, now) -> list[tuple[int, set, str]]:
    """What decisions of the last days changed about people; a loaded file changes everything and
    nothing in particular."""
    rows = Decision.objects.filter(
        state=Decision.State.IN_FORCE, in_force_at__gte=now - BACK, in_force_at__lte=now
    ).exclude(kind=Decision.Kind.LOAD)
    found = []
    for subject, undo in rows.order_by("pk").values_list("subject", "undo"):
        for entry in undo:
            before, after = entry["before"] or {}, entry["after"] or {}
            row = after or before
            person = {"term": row.get("person_id"), "person": entry["pk"]}.get(entry["model"])
            if person in register.people:
                found.append((person, _edges_set(entry, before, after), subject))
    return found


def _edges_set(entry, before, after) -> set:
    """{(term, what)}: which ends of a term the decision set."""
    if entry["model"] != "term":
        return set()
    columns = ((BEGINS, "starts_on"), (ENDS, "ends_on"))
    return {(entry["pk"], what) for what, name in columns if after.get(name) != before.get(name)}
