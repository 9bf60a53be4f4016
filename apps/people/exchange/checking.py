"""Whether the register would be free of contradictions after a file was loaded.

The rules are those of every decision (`people/contradictions.py`), played on a picture of what
the register would be; here each sentence gets its place in the file.
"""

import datetime as dt

from apps.people.contradictions import clashes_in
from apps.people.models import Term
from apps.people.picture import OneBody, OnePerson, OneTerm, Picture, rank_key
from apps.people.playing import Played

from .plans import Plan


def errors_of(plan: Plan, *, at: dt.datetime) -> list[str]:
    """Every reason why the file must not be loaded, each with its place in the file."""
    errors = [*plan.file.errors, *plan.errors]
    places = [change.where for change in plan.changes["successions"]]
    played = Played(_picture(plan), [_line(change.row) for change in plan.changes["successions"]])
    for change in plan.changes["bodies"]:
        played.bodies[_key(change.row)] = len(places)
        places.append(change.where)
    for change in plan.changes["terms"]:
        played.terms[_term_key(change.row)] = len(places)
        places.append(change.where)
    for clash in clashes_in(played, at=at):
        where = "" if clash.line is None else f"{places[clash.line]}: "
        errors.append(f"{where}{clash.sentence}")
    return list(dict.fromkeys(errors))


def _line(row):
    return {
        "act": "succeed", "before": _key(row.before), "after": _key(row.after), "kind": row.kind,
    }  # fmt: skip


def _key(row):
    return row.pk or f"new:{row.ref}"


def _term_key(term):
    return term.pk or f"line:{id(term)}"


def _picture(plan):
    """All bodies and terms of the source as they would be, and their people by name."""
    stored, picture = plan.stored, Picture()
    for row in [*stored.bodies.values(), *plan.bodies.values()]:
        picture.bodies[_key(row)] = _one_body(row)
    people = [*stored.people.values(), *stored.others.values(), *plan.people.values()]
    picture.people = {_key(row): OnePerson(_key(row), row.name) for row in people}
    for row in stored.positions.values():
        if row.seats is not None:
            picture.seats[row.body_id, rank_key(row.rank)] = row.seats
    positions = {row.pk: row for row in stored.positions.values()}
    for terms in stored.terms.values():
        for row in terms:
            picture.terms[row.pk] = _one_term(row, positions[row.position_id])
    for change in plan.changes["terms"]:
        if change.new:
            picture.terms[_term_key(change.row)] = _one_term(change.row, change.row.position)
    return picture


def _one_body(row):
    parent = row.parent_id or (_key(row.parent) if row.parent else None)
    return OneBody(
        id=_key(row),
        name=row.name,
        kind=row.kind,
        level=row.level,
        parent=parent,
        starts=row.valid_from,
        ends=row.valid_to,
    )


def _one_term(row, position):
    return OneTerm(
        id=_term_key(row),
        person=row.person_id or _key(row.person),
        rank=position.rank,
        body=position.body_id or _key(position.body),
        status=row.status or Term.Status.HOLDS.value,
        starts=row.starts_on,
        ends=row.ends_on,
    )
