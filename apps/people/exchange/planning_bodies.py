"""Bodies of a file beside those of the register: superiors, lives, and who follows whom."""

import datetime as dt
from collections import Counter

from django.utils.translation import gettext as _

from apps.organizations.models import Organization, Succession

from .plans import Plan

DAY = dt.timedelta(days=1)
HANDOVER = dt.timedelta(days=366)


def plan_bodies(plan: Plan) -> None:
    """Fills `plan.bodies` and the changes of bodies and successions."""
    begins = _begins_of_successors(plan)
    for record in plan.file.bodies:
        if record.ref in plan.bodies:
            plan.errors.append(_("%(where)s: this id is used twice.") % {"where": record.where})
        else:
            plan.bodies[record.ref] = _body(plan, record, begins.get(record.ref))
    done = set()
    for record in plan.file.bodies:
        if record.ref not in done:
            done.add(record.ref)
            _superior(plan, record)
    _successions(plan)


def _begins_of_successors(plan):
    """{id: first day}, if it states none: the day after the first of those it follows ends.

    A body in which somebody held a title long before did not begin then.
    """
    begins = {}
    for record in plan.file.bodies:
        for ref in record.successors if record.valid_to else ():
            first = record.valid_to + DAY
            begins[ref] = min(first, begins.get(ref, first))
    for person in plan.file.people:
        for title in person.titles:
            begin = begins.get(title.body)
            if begin and title.starts_on and title.starts_on < begin - HANDOVER:
                del begins[title.body]  # it was there before, and took another body in
    refs = {row.pk: ref for ref, row in plan.stored.bodies.items()}
    for row in plan.stored.successions.values():
        begins.setdefault(refs.get(row.after_id), row.on)
    return begins


def _body(plan, record, begin):
    starts = record.valid_from or begin
    if starts and record.valid_to and record.valid_to < starts:
        said = {"where": record.where}
        plan.errors.append(_("%(where)s: the last day is before the first.") % said)
    wanted = {
        "name": record.name,
        "short_names": record.short_names,
        "abbreviations": record.abbreviations,
        "kind": record.kind,
        "level": record.level,
        "valid_from": starts,
        "valid_to": record.valid_to,
    }
    stated = {"place": record.place, "founding_document": record.document}
    wanted |= {name: value for name, value in stated.items() if value is not None}
    row = plan.stored.bodies.get(record.ref)
    if row is None:
        row = Organization(source=plan.file.source, ref=record.ref, **wanted)
        plan.made("bodies", row, record.where)
    else:
        plan.compared("bodies", row, record.where, wanted)
    return row


def _superior(plan, record):
    row = plan.bodies[record.ref]
    parent = plan.known_body(record.parent, record.where) if record.parent else None
    if record.parent and parent is None:
        return
    if row.pk is None:
        row.parent = parent
    else:
        plan.counts["bodies"]["listed"] -= 1  # it was counted with its other columns
        plan.compared("bodies", row, record.where, {"parent": parent})


def _successions(plan):
    edges = {}
    for record in plan.file.bodies:
        for ref in record.successors:
            if ref == record.ref:
                said = {"where": record.where}
                plan.errors.append(_("%(where)s: a body does not follow itself.") % said)
            elif plan.known_body(ref, record.where):
                edges[record.ref, ref] = record
    refs = {row.pk: row.ref for row in plan.stored.bodies.values()}
    stored = {(refs.get(pair[0]), refs.get(pair[1])) for pair in plan.stored.successions}
    pairs = set(edges) | {pair for pair in stored if None not in pair}
    into, outof = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    for (before, after), record in edges.items():
        kind = succession_kind(plan.body(before), plan.body(after), into[before], outof[after])
        _succession(plan, plan.body(before), plan.body(after), kind, record)


def _succession(plan, before, after, kind, record):
    on = _turning_day(before, after)
    if on is None:
        said = {"where": record.where}
        plan.errors.append(_("%(where)s: it has successors, but no last day.") % said)
        return
    row = plan.stored.successions.get((before.pk, after.pk)) if before.pk else None
    if row is None:
        row = Succession(before=before, after=after, on=on, kind=kind)
        plan.made("successions", row, record.where)
    else:
        plan.compared("successions", row, record.where, {"on": on, "kind": kind})


def _turning_day(before, after):
    """The successor's own first day, else the day after the last; None where none is known."""
    follows = before.valid_to + DAY if before.valid_to else None
    return follows if _lived_before(before, after) else after.valid_from or follows


def succession_kind(before, after, into: int, outof: int) -> str:
    """What became of `before`, which `into` bodies follow; `after` follows `outof` bodies.

    One to one of the same kind: renamed; several to one: merged; one to several: split. Between
    levels (a town's police, the province's) and by a body that lived before only the work is
    taken over, as `reorganizing.suggesting` has it.
    """
    kinds = Succession.Kind
    if before.level != after.level or _lived_before(before, after):
        return kinds.TAKEN_OVER.value
    if into == outof == 1:
        return (kinds.RENAMED if before.kind == after.kind else kinds.TAKEN_OVER).value
    if into == 1:
        return kinds.MERGED.value
    return (kinds.SPLIT if outof == 1 else kinds.TAKEN_OVER).value


def _lived_before(before, after) -> bool:
    """Whether the successor was there long before; a handover of some weeks is no long time."""
    if before.valid_to is None:
        return False
    return after.valid_from is None or after.valid_from < before.valid_to - HANDOVER
