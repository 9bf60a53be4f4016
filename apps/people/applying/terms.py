"""Titles: taken, given up, set right, taken out."""

from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization
from apps.people import undoing, wording
from apps.people.changes import day
from apps.people.models import Position, Term
from apps.people.picture import rank_key
from apps.people.playing import DAYS
from apps.people.ranks import precedence_for, seats_for

TERM_COLUMNS = {
    "from": "starts_on", "to": "ends_on", "elected": "elected_on", "approved": "approved_on",
    "status": "status", "precedence": "precedence", "document": "document",
}  # fmt: skip


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


def appoint(work, line):
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


def end(work, line):
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


def correct(work, line):
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


def strike(work, line):
    term = _term(line["term"])
    work.undo.append(undoing.deleted(term))
    work.touch(term)
    work.note(f"person:{term.person_id}", "strike", told_term(term))
    term.delete()
