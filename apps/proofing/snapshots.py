"""Reading the register into memory; each process keeps the version it has read last."""

import datetime as dt
import threading

from apps.organizations.models import Organization
from apps.people.models import Person, Position, Term
from apps.people.versions import version

from .facts import BodyFact, PersonFact, PositionFact, TermFact
from .register import Register

_lock = threading.Lock()
_kept: dict[str, Register] = {}


def current_register(using="default", *, at_version: int | None = None) -> Register:
    """The register as it is now: one query, and a reading anew after any change of it.

    No query where the caller has asked for its version already (`at_version`).
    """
    now = version() if at_version is None else at_version
    kept = _kept.get(using)
    if kept is not None and kept.version == now:
        return kept
    with _lock:
        kept = _kept.get(using)
        if kept is None or kept.version != now:
            kept = _kept[using] = read_register()
    return kept


def forget() -> None:
    """For tests, whose databases are emptied under the same version."""
    _kept.clear()


def read_register() -> Register:
    """All bodies, people and terms; five queries."""
    now = version()
    bodies = _bodies()
    people = _people()
    _terms(people, _positions(bodies))
    return Register(now, people, bodies)


def _bodies() -> dict[int, BodyFact]:
    rows = Organization.objects.order_by("pk").values_list(
        "pk", "name", "place", "level", "kind", "short_names", "abbreviations", "parent_id",
        "valid_from", "valid_to",
    )  # fmt: skip
    bodies = {
        pk: BodyFact(pk, name, place, level, kind, tuple(short), tuple(abbreviated), *rest)
        for pk, name, place, level, kind, short, abbreviated, *rest in rows.iterator()
    }
    for body in bodies.values():
        body.parent = bodies.get(body.parent_id)
    return bodies


def _people() -> dict[int, PersonFact]:
    rows = Person.objects.order_by("pk").values_list(
        "pk", "ref", "name", "other_spellings", "sort_key", "born_on"
    )
    return {
        pk: PersonFact(pk, ref, name, tuple(others), sort_key, born_on)
        for pk, ref, name, others, sort_key, born_on in rows.iterator()
    }


def _positions(bodies) -> dict[int, PositionFact]:
    rows = Position.objects.values_list("pk", "rank", "body_id", "precedence")
    return {
        pk: PositionFact(rank, bodies[body], precedence)
        for pk, rank, body, precedence in rows.iterator()
    }


def _terms(people, positions) -> None:
    rows = Term.objects.order_by("pk").values_list(
        "pk", "person_id", "position_id", "status", "starts_on", "ends_on", "precedence",
        "document",
    )  # fmt: skip
    for pk, person, position, status, starts_on, ends_on, precedence, document in rows.iterator():
        at = positions[position]
        last = _earlier(ends_on, at.body.valid_to)
        people[person].terms.append(
            TermFact(pk, people[person], at, status, starts_on, last, precedence, document)
        )


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min((day for day in (one, other) if day), default=None)
