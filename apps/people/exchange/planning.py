"""Comparing a file with the register: makes a `Plan`, writes nothing.

`checking.py` judges the outcome, `loading.py` writes it.
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from apps.people import wording
from apps.people.models import Person, Position, Term
from apps.people.ranks import precedence_for, seats_for
from lib.vietnamese.names import sort_key

from .matching import pair_titles
from .planning_bodies import plan_bodies
from .plans import Plan
from .records import RegisterFile
from .stored import Stored


def plan(file: RegisterFile, stored: Stored) -> Plan:
    """What the file changes. The rows of `stored` get their new values here; nothing is saved."""
    made = Plan(file, stored)
    plan_bodies(made)
    _people(made)
    _positions(made)
    _terms(made)
    made.finish_counts()
    return made


def _people(plan):
    for record in plan.file.people:
        if record.ref in plan.people:
            plan.errors.append(_("%(where)s: this id is used twice.") % {"where": record.where})
            continue
        wanted = {"name": record.name, "sort_key": sort_key(record.name)}
        stated = {"other_spellings": record.other_spellings, "born_on": record.born_on}
        wanted |= {name: value for name, value in stated.items() if value is not None}
        row = plan.stored.people.get(record.ref)
        if row is None:
            row = Person(source=plan.file.source, ref=record.ref, **wanted)
            plan.made("people", row, record.where)
        else:
            plan.compared("people", row, record.where, wanted)
        plan.people[record.ref] = row


def _positions(plan):
    """Every rank of a body that the file names, in its table or in a title."""
    for key, row in plan.file.precedence.items():
        _position(plan, key, row.rank, row.where, stated=row.precedence)
    own = _own_precedence(plan.file)
    unknown = set()
    for person in plan.file.people:
        for title in person.titles:
            key = title.position
            if key not in plan.positions and key not in unknown:
                _position(plan, key, title.rank, title.where, guess=own.get(key))
                if key not in plan.positions:
                    unknown.add(key)


def _own_precedence(file):
    """{position: number} where every title of the file in it states the same one."""
    stated = defaultdict(set)
    for person in file.people:
        for title in person.titles:
            stated[title.position].add(title.precedence)
    return {key: next(iter(numbers)) for key, numbers in stated.items() if len(numbers) == 1}


def _position(plan, key, rank, where, *, stated=None, guess=None):
    """`stated` by the table: the register follows. `guess` from titles: only for a new one."""
    body = plan.known_body(key[0], where)
    if body is None:
        return
    row = plan.stored.positions.get((body.pk, key[1])) if body.pk else None
    if row is None:
        row = _new_position(rank, body, stated if stated is not None else guess)
        plan.made("positions", row, where)
    else:
        plan.compared("positions", row, where, {} if stated is None else {"precedence": stated})
    plan.positions[key] = row


def _new_position(rank, body, precedence):
    usual = precedence_for(rank, body.kind, body.level, body=body.name)
    return Position(
        rank=rank,
        body=body,
        precedence=usual if precedence is None else precedence,
        seats=seats_for(rank),
    )


def _terms(plan):
    seen = set()
    for record in plan.file.people:
        if record.ref in seen:
            continue
        seen.add(record.ref)
        titles = defaultdict(list)
        for title in record.titles:
            if title.position in plan.positions and _in_order(plan, title):
                titles[title.position].append(title)
        for key, same in titles.items():
            _titles(plan, plan.people[record.ref], plan.positions[key], same)


def _in_order(plan, title):
    if title.starts_on and title.ends_on and title.ends_on < title.starts_on:
        said = {"where": title.where}
        plan.errors.append(_("%(where)s: the last day is before the first.") % said)
        return False
    return True


def _titles(plan, person, position, titles):
    stored = plan.stored.terms.get((person.pk, position.pk), []) if position.pk else []
    for title, term in pair_titles(_distinct(plan, titles), stored):
        if term is not None:
            term.person, term.position = person, position
            plan.compared("terms", term, title.where, _columns(plan, position, title))
        elif plan.stored.was_taken_away(person.pk, position.pk, title.starts_on):
            plan.counts["terms"]["kept"] += 1
            plan.warnings.append(
                _("%(where)s: struck or corrected on the desk, not loaded again.")
                % {"where": title.where}
            )
        else:
            row = Term(person=person, position=position, **_columns(plan, position, title))
            plan.made("terms", row, title.where)


def _distinct(plan, titles):
    """The same title with the same days, said twice, counts once."""
    found = {}
    for title in titles:
        if found.setdefault((title.starts_on, title.ends_on), title) is not title:
            said = {"where": title.where}
            plan.warnings.append(_("%(where)s: said twice; once is enough.") % said)
    return list(found.values())


def _columns(plan, position, title):
    """The columns of a term that the title states; what it does not speak of stays."""
    own = None if title.precedence == position.precedence else title.precedence
    stated = {
        "status": title.status,
        "elected_on": title.elected_on,
        "approved_on": title.approved_on,
        "document": title.document,
    }
    return {
        "starts_on": title.starts_on,
        "ends_on": _last_day(plan, position.body, title),
        "precedence": own,
        **{name: value for name, value in stated.items() if value is not None},
    }


def _last_day(plan, body, title):
    """A title without a last day ends with its body, and the report says so."""
    if title.ends_on is None and body.valid_to:
        plan.warnings.append(
            _("%(where)s: no last day given; it ends with the body on %(day)s.")
            % {"where": title.where, "day": wording.on(body.valid_to)}
        )
        return body.valid_to
    return title.ends_on
