"""Applying a decision to the register, line by line, and writing how each line is taken back.

Every changed row leaves an Act under its person or body, and an entry in the decision's `undo`
(shapes in `undoing.py`). Callers hold the publishing lock and a transaction.
"""

from apps.newsroom.refusals import Refused
from apps.people import versions
from apps.people.changes import tidied
from apps.people.contradictions import contradictions
from apps.people.models import Decision
from apps.people.undoing import Touched

from . import bodies, persons, terms
from .persons import FALLBACK
from .terms import position_of, told_term
from .work import Work

__all__ = ["FALLBACK", "apply", "position_of", "told_term"]


def apply(decision: Decision, *, by, at) -> Touched:
    """Change the register as the decision says; fills and saves `undo` and `touched`.

    Raises Refused with every contradiction when the register of this moment does not allow it.
    """
    lines = tidied(decision.changes)
    wrong = contradictions(lines, at=at)
    if wrong:
        raise Refused(" ".join(wrong[:5]))
    work = Work(decision, by, at)
    for line in lines:
        _APPLIERS[line["act"]](work, line)
    decision.undo = work.undo
    decision.touched = work.touched.as_json()
    decision.save(update_fields=["undo", "touched"])
    versions.moved()
    return work.touched


def _load(work, line):
    """A file's rows are in the register already; its signatures concern only public pages."""


_APPLIERS = {
    "person": persons.enter, "describe": persons.describe, "appoint": terms.appoint,
    "end": terms.end, "correct": terms.correct, "strike": terms.strike, "found": bodies.found,
    "close": bodies.close, "succeed": bodies.succeed, "body": bodies.correct_record,
    "load": _load,
}  # fmt: skip
