"""A plan as lines of a decision (`people/changes.py`), and a decision's lines as a plan again.

The appointment of somebody who is carried over stands right behind the end of the old title: so
the two are one row again when the draft is opened.
"""

import datetime as dt

from .plan import Carry, NewBody, Plan, is_new

REFERENCES = ("person", "body", "parent", "before", "after")


def lines_of(plan: Plan, holders) -> list[dict]:
    """The lines, new bodies first and each after its superior.

    `holders` are the terms held in the ending bodies on the last day or after (`ground.holders`);
    each that would outlive its body gets an end.
    """
    refs = {new.key: f"new:{number}" for number, new in enumerate(_parents_first(plan.founding), 1)}
    lines = [_found(new, plan) for new in _parents_first(plan.founding)]
    lines += [{"act": "body", "body": body, "set": {"parent": parent}}
              for body, parent in plan.parents.items()]  # fmt: skip
    for body in plan.ending:
        lines += _endings(plan, [term for term in holders if term.position.body_id == body])
        lines.append({"act": "close", "body": body, "on": plan.last_day.isoformat()})
        lines += [_succeed(plan, *each) for each in plan.successions if each[0] == body]
    return [translated(line, refs) for line in [*lines, *plan.other]]


def _parents_first(founding):
    """Sorted by depth; a superior that is nobody's line stays where it is and is refused later."""
    parents = {new.key: new.parent for new in founding}

    def depth(key, seen=()):
        parent = parents.get(key)
        return 0 if not is_new(parent) or parent in seen else 1 + depth(parent, (*seen, key))

    return sorted(founding, key=lambda new: depth(new.key))


def _found(new: NewBody, plan: Plan) -> dict:
    return {
        "act": "found", "ref": new.key, "name": new.name, "short_names": list(new.short_names),
        "abbreviations": list(new.abbreviations), "kind": new.kind, "level": new.level,
        "place": new.place, "parent": new.parent, "from": plan.day.isoformat(),
        "document": plan.document,
    }  # fmt: skip


def _succeed(plan, before, after, kind):
    return {
        "act": "succeed", "before": before, "after": after, "kind": kind,
        "on": plan.day.isoformat(), "document": plan.document,
    }  # fmt: skip


def _endings(plan, holders):
    carried = {carry.term: carry for carry in plan.carries}
    for term in holders:
        if term.ends_on is None or term.ends_on > plan.last_day:
            yield {"act": "end", "term": term.pk, "on": plan.last_day.isoformat()}
        if term.pk in carried:
            yield _appoint(plan, carried[term.pk])


def _appoint(plan, carry: Carry):
    return {
        "act": "appoint", "person": carry.person, "rank": carry.rank, "body": carry.body,
        "status": carry.status, "from": plan.day.isoformat(), "to": None, "elected": None,
        "approved": None, "precedence": None, "document": plan.document,
    }  # fmt: skip


def translated(line: dict, names: dict) -> dict:
    """The line with other names for what the decision makes, in `set` too."""
    found = dict(line)
    if found.get("ref") in names:
        found["ref"] = names[found["ref"]]
    for name in REFERENCES:
        if is_new(found.get(name)):
            found[name] = names.get(found[name], found[name])
    if isinstance(found.get("set"), dict):
        found["set"] = translated(found["set"], names)
    return found


def plan_of(changes: list[dict], terms: dict) -> Plan:
    """The plan these lines came from; `terms`: {id: Term with its position} they end.

    Lines that no plan makes stay in `other`. Without a body that ends or begins the day is the
    earliest one named, so that any decision about bodies can be opened.
    """
    names = {line["ref"]: _new_body(line).key for line in changes if line["act"] == "found"}
    lines = [translated(line, names) for line in changes]
    plan = Plan(day=_day_of(lines))
    before = None
    for line in lines:
        if not _read(plan, line, before, terms):
            plan.other.append(line)
        before = line
    return plan


def _read(plan, line, before, terms) -> bool:
    reader = _READERS.get(line["act"])
    return bool(reader and reader(plan, line, before, terms))


def _read_found(plan, line, before, terms):
    plan.founding.append(_new_body(line))
    plan.document = plan.document or line.get("document", "")
    return True


def _read_close(plan, line, before, terms):
    plan.ending.append(line["body"])
    return True


def _read_succeed(plan, line, before, terms):
    plan.successions.append((line["before"], line["after"], line["kind"]))
    plan.document = plan.document or line.get("document", "")
    return True


def _read_body(plan, line, before, terms):
    if set(line["set"]) != {"parent"}:
        return False
    plan.parents[line["body"]] = line["set"]["parent"]
    return True


def _read_end(plan, line, before, terms):
    """An end in a body that goes on is somebody's own line, not the plan's."""
    return line["term"] in terms and line["on"] == plan.last_day.isoformat()


def _read_appoint(plan, line, before, terms):
    held = _carried_from(plan, line, before, terms)
    if held is None or not _is_plain(plan, line, held):
        return False
    plan.carries.append(Carry(held.pk, held.person_id, line["rank"], line["body"], line["status"]))
    return True


def _is_plain(plan, line, held) -> bool:
    """An appointment somebody has refined (an acting head, an election day) stays as it is."""
    usual = _appoint(plan, Carry(held.pk, held.person_id, line["rank"], line["body"], held.status))
    return all(line[name] == usual[name] for name in usual if name != "document")


def _carried_from(plan, line, before, terms):
    """The title this one goes on from: ended just before, or ending by itself on that day."""
    held = terms.get(before.get("term")) if before and before["act"] == "end" else None
    if held is not None and held.person_id == line["person"]:
        return held
    taken = {carry.term for carry in plan.carries}
    by_itself = (
        term for term in terms.values()
        if term.ends_on == plan.last_day and term.pk not in taken
        and term.person_id == line["person"] and line["from"] == plan.day.isoformat()
    )  # fmt: skip
    return next(by_itself, None)


_READERS = {
    "found": _read_found, "close": _read_close, "succeed": _read_succeed, "body": _read_body,
    "end": _read_end, "appoint": _read_appoint,
}  # fmt: skip


def _new_body(line) -> NewBody:
    return NewBody(
        line["name"], line["kind"], line["level"], line.get("place", ""), line.get("parent"),
        tuple(line.get("short_names", ())), tuple(line.get("abbreviations", ())),
    )  # fmt: skip


def _day_of(lines) -> dt.date:
    closed = [dt.date.fromisoformat(line["on"]) for line in lines if line["act"] == "close"]
    if closed:
        return min(closed) + dt.timedelta(days=1)
    named = [line[name] for line in lines for name in ("from", "on") if line.get(name)]
    return dt.date.fromisoformat(min(named)) if named else dt.date.min
