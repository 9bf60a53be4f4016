"""Applying a decision to the register, line by line, and writing how each line is taken back.

Every changed row leaves an Act under its person or body, and an entry in the decision's `undo`
(shapes in `undoing.py`). Callers hold the publishing lock and a transaction.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization, Succession
from apps.organizations.slugs import mint_slug

from . import undoing, wording
from .changes import day, tidied
from .contradictions import contradictions
from .models import Decision, Person, Position, Term
from .picture import rank_key
from .playing import BODY_FIELDS, DAYS
from .ranks import precedence_for, seats_for
from .undoing import Touched

TERM_COLUMNS = {
    "from": "starts_on", "to": "ends_on", "elected": "elected_on", "approved": "approved_on",
    "status": "status", "precedence": "precedence", "document": "document",
}  # fmt: skip
BODY_COLUMNS = {"starts": "valid_from", "ends": "valid_to"}
FALLBACK = "can-bo"


def apply(decision: Decision, *, by, at) -> Touched:
    """Change the register as the decision says; fills and saves `undo` and `touched`.

    Raises Refused with every contradiction when the register of this moment does not allow it.
    """
    lines = tidied(decision.changes)
    wrong = contradictions(lines, at=at)
    if wrong:
        raise Refused(" ".join(wrong[:5]))
    work = _Work(decision, by, at)
    for line in lines:
        _APPLIERS[line["act"]](work, line)
    decision.undo = work.undo
    decision.touched = work.touched.as_json()
    decision.save(update_fields=["undo", "touched"])
    return work.touched


@dataclass
class _Work:
    """What the lines share: who is new under which ref, what was touched, how to go back."""

    decision: Decision
    by: object
    at: object
    made: dict = field(default_factory=dict)
    undo: list = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)

    def pk(self, key):
        return self.made.get(key, key)

    def note(self, key, verb, before=None, after=None):
        history.record(
            key, verb, by=self.by, at=self.at, before=before, after=after,
            reason=" ".join(filter(None, [self.decision.subject, self.decision.number])),
        )  # fmt: skip

    def touch(self, term):
        self.touched.people.add(term.person_id)
        self.touched.bodies.add(term.position.body_id)


def _person(work, line):
    person = Person(
        name=line["name"], other_spellings=line["other_spellings"], born_on=day(line["born_on"])
    )
    person.slug = mint_slug(person.name, Person, fallback=FALLBACK)
    person.save()
    work.made[line["ref"]] = person.pk
    work.touched.people.add(person.pk)
    work.undo.append(undoing.made(person))
    work.note(f"person:{person.pk}", "add_person", after={"name": person.name})


def _describe(work, line):
    person = _locked(Person, work.pk(line["person"]))
    before = undoing.snapshot(person)
    for name, value in line["set"].items():
        setattr(person, _COLUMN.get(name, name), day(value) if name == "born_on" else value)
    person.full_clean(exclude=["slug", "sort_key"])
    person.save()
    work.undo.append(undoing.changed(person, before))
    work.touched.people.add(person.pk)
    bodies = person.terms.values_list("position__body_id", flat=True)
    work.touched.bodies.update(bodies)
    names = [_COLUMN.get(name, name) for name in line["set"]]
    work.note(f"person:{person.pk}", "describe_person", *_told(before, person, names))


_COLUMN = {"portrait": "portrait_id"}


def _told(before, row, names):
    """Only what changed, both ways; the private birth date is not repeated in history."""
    after = undoing.snapshot(row)
    names = [name for name in names if before[name] != after[name] and name != "born_on"]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def _locked(model, pk):
    """The row as it is now; Refused when it is gone."""
    row = model.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        raise Refused(_("This is no longer in the register; choose again."))
    return row


def position_of(rank: str, body_id: int) -> Position:
    """The body's position of that rank in whatever capitals, made if nobody has held it yet."""
    wanted = rank_key(rank)
    for position in Position.objects.filter(body_id=body_id).select_related("body"):
        if rank_key(position.rank) == wanted:
            return position
    body = Organization.objects.get(pk=body_id)
    return Position.objects.create(
        rank=rank,
        body=body,
        precedence=precedence_for(rank, body.kind, body.level, body=body.name),
        seats=seats_for(rank),
    )


def _appoint(work, line):
    position = position_of(line["rank"], work.pk(line["body"]))
    columns = {column: _value(line, name) for name, column in TERM_COLUMNS.items()}
    term = Term(
        person_id=work.pk(line["person"]), position=position, decision=work.decision, **columns
    )
    term.document = term.document or work.decision.number
    term.save()
    work.undo.append(undoing.made(term))
    work.touch(term)
    work.note(f"person:{term.person_id}", "appoint", after=told_term(term))


def _value(line, name):
    return day(line[name]) if name in DAYS else line[name]


def told_term(term: Term) -> dict:
    """A term in an Act: its row, title and days as people write them."""
    return {
        "term": term.pk,
        "title": wording.title(term.position.rank, term.position.body.name, term.status),
        "starts_on": wording.on(term.starts_on),
        "ends_on": wording.on(term.ends_on),
        "elected_on": wording.on(term.elected_on),
        "approved_on": wording.on(term.approved_on),
        "document": term.document,
    }


def _term(pk):
    row = Term.objects.select_related("position__body").filter(pk=pk).first()
    if row is None:
        raise Refused(_("This is no longer in the register; choose again."))
    return row


def _end(work, line):
    _rewrite(work, _term(line["term"]), "end", {"ends_on": day(line["on"])})


def _rewrite(work, term, verb, columns):
    before, said = undoing.snapshot(term), told_term(term)
    work.touch(term)
    for name, value in columns.items():
        setattr(term, name, value)
    term.save()
    work.undo.append(undoing.changed(term, before))
    work.touch(term)
    work.note(f"person:{term.person_id}", verb, said, told_term(term))


def _correct(work, line):
    term, given = _term(line["term"]), line["set"]
    columns = {TERM_COLUMNS[n]: _value(given, n) for n in given if n in TERM_COLUMNS}
    if "person" in given:
        columns["person_id"] = work.pk(given["person"])
    if "rank" in given or "body" in given:
        body = work.pk(given.get("body", term.position.body_id))
        columns["position"] = position_of(given.get("rank", term.position.rank), body)
    former = term.person_id
    _rewrite(work, term, "correct", columns)
    if term.person_id != former:
        work.note(f"person:{former}", "give_over", told_term(term))


def _strike(work, line):
    term = _term(line["term"])
    work.undo.append(undoing.deleted(term))
    work.touch(term)
    work.note(f"person:{term.person_id}", "strike", told_term(term))
    term.delete()


def _found(work, line):
    body = Organization(
        name=line["name"], short_names=line["short_names"], abbreviations=line["abbreviations"],
        kind=line["kind"], level=line["level"], place=line["place"],
        parent_id=work.pk(line["parent"]), valid_from=day(line["from"]),
        founding_document=line["document"] or work.decision.number,
    )  # fmt: skip
    body.slug = mint_slug(body.name, Organization)
    body.save()
    work.made[line["ref"]] = body.pk
    work.undo.append(undoing.made(body))
    _touch_body(work, body)
    work.note(
        _body_key(body), "found", after={"name": body.name, "valid_from": _on(body.valid_from)}
    )


def _body_key(body):
    return f"organization:{body.pk}"


def _on(value):
    return wording.on(value)


def _touch_body(work, body):
    work.touched.bodies.update(filter(None, [body.pk, body.parent_id]))


def _close(work, line):
    body = _locked(Organization, work.pk(line["body"]))
    before = undoing.snapshot(body)
    body.valid_to = day(line["on"])
    body.save()
    work.undo.append(undoing.changed(body, before))
    _touch_body(work, body)
    work.note(_body_key(body), "close", after={"valid_to": _on(body.valid_to)})


def _succeed(work, line):
    link = Succession.objects.create(
        before_id=work.pk(line["before"]), after_id=work.pk(line["after"]), kind=line["kind"],
        on=day(line["on"]), document=line["document"] or work.decision.number,
    )  # fmt: skip
    work.undo.append(undoing.made(link))
    work.touched.bodies.update([link.before_id, link.after_id])
    told = {"kind": link.kind, "on": _on(link.on)}
    work.note(_body_key(link.before), "succeed", after=told | {"after": link.after.name})
    work.note(_body_key(link.after), "succeed", after=told | {"before": link.before.name})


def _body(work, line):
    body = _locked(Organization, work.pk(line["body"]))
    _touch_body(work, body)
    before = undoing.snapshot(body)
    for name, value in line["set"].items():
        field_name = BODY_FIELDS.get(name, name)
        column = {**BODY_COLUMNS, "parent": "parent_id"}.get(field_name, field_name)
        value = work.pk(value) if name == "parent" else _value(line["set"], name)
        setattr(body, column, value)
    body.save()
    work.undo.append(undoing.changed(body, before))
    _touch_body(work, body)
    holders = Term.objects.filter(position__body=body).values_list("person_id", flat=True)
    work.touched.people.update(holders)
    names = [name for name in before if name != "folded"]
    work.note(_body_key(body), "correct_body", *_told(before, body, names))


def _load(work, line):
    """A file's rows are in the register already; its signatures concern only public pages."""


_APPLIERS = {
    "person": _person, "describe": _describe, "appoint": _appoint, "end": _end,
    "correct": _correct, "strike": _strike, "found": _found, "close": _close,
    "succeed": _succeed, "body": _body, "load": _load,
}  # fmt: skip
