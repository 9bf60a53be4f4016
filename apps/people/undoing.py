"""Taking a decision back: the inverse of every line, written when it took force.

Entries of `Decision.undo`, in the order things were done; rows are {column: value} as JSON:

    {"model": "term", "pk": 7, "before": None, "after": {…}}   made: taken back by deleting
    {"model": "term", "pk": 7, "before": {…}, "after": {…}}    changed: taken back by restoring
    {"model": "term", "pk": 7, "before": {…}, "after": None}   deleted: taken back by inserting

A row that is no longer as the decision left it was touched by a later one: then nothing is undone.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization, Succession

from . import versions
from .models import Decision, Person, Term

MODELS = {
    "person": Person, "term": Term, "organization": Organization, "succession": Succession,
}  # fmt: skip
DERIVED = {"sort_key", "folded"}


@dataclass
class Touched:
    """Ids of the people and bodies whose pages a decision concerns."""

    people: set[int] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)

    def as_json(self) -> dict:
        """The shape of `Decision.touched`."""
        return {"people": sorted(self.people), "bodies": sorted(self.bodies)}

    @classmethod
    def of(cls, decision: Decision) -> "Touched":
        """What applying this decision touched."""
        found = decision.touched or {}
        return cls(set(found.get("people", [])), set(found.get("bodies", [])))


def snapshot(row) -> dict:
    """All columns of a row as JSON values; days as ISO strings."""
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in values.items()
        if name not in DERIVED
    }


def made(row) -> dict:
    """The entry for a row just inserted."""
    return _entry(row, None, snapshot(row))


def changed(row, before: dict) -> dict:
    """The entry for a row just saved; `before` is its snapshot from before."""
    return _entry(row, before, snapshot(row))


def deleted(row) -> dict:
    """The entry for a row about to be deleted."""
    return _entry(row, snapshot(row), None)


def _entry(row, before, after):
    return {"model": row._meta.model_name, "pk": row.pk, "before": before, "after": after}


def undo(decision: Decision, *, by, at) -> Touched:
    """Bring the register back to what it was; returns whose pages change.

    Raises Refused when a later decision or a page, meeting or article builds upon this one.
    """
    for entry in reversed(decision.undo):
        _take_back(entry)
    versions.moved()
    touched = Touched.of(decision)
    for key in _subjects(touched):
        history.record(key, "take_back", by=by, at=at, reason=decision.subject)
    return touched


def _subjects(touched):
    yield from (f"person:{pk}" for pk in sorted(touched.people))
    yield from (f"organization:{pk}" for pk in sorted(touched.bodies))


def _take_back(entry):
    model = MODELS[entry["model"]]
    row = model.objects.filter(pk=entry["pk"]).first()
    if (snapshot(row) if row else None) != entry["after"]:
        raise Refused(_built_upon(row, entry))
    if entry["before"] is None:
        _delete(row)
        return
    row = row or model(pk=entry["pk"])
    for name, value in entry["before"].items():
        setattr(row, name, model._meta.get_field(name).to_python(value))
    row.save()


def _delete(row):
    """Positions that appointing made stay empty behind; they go with their body."""
    if isinstance(row, Organization):
        row.positions.filter(terms=None).delete()
    try:
        row.delete()
    except ProtectedError:
        raise Refused(
            _("“%(what)s” is already used elsewhere, so this decision cannot be revoked.")
            % {"what": row}
        ) from None


def _built_upon(row, entry):
    what = str(row) if row else (entry["after"] or entry["before"] or {}).get("name", "")
    return _(
        "A later decision changed “%(what)s” again. Revoke that one first, or correct the title "
        "by a new decision."
    ) % {"what": what or _("a row of this decision")}
