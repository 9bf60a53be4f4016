"""Bodies that change: a plan of endings, beginnings and carried holders becomes one decision.

Renaming, merging, splitting, many to many (DESIGN §3, DOMAIN §1.7). The plan is written as lines
of a `Decision` of kind BODIES; proposing, signing, dropping and revoking it are `decisions.py`'s.
"""

import datetime as dt
from dataclasses import dataclass

from apps.newsroom.digests import digest
from apps.organizations.models import Organization

from . import decisions
from .changes import ids, tidied
from .contradictions import contradictions
from .models import Decision, Person, Term
from .reorganizing.consequences import Consequence, consequences
from .reorganizing.ground import holders
from .reorganizing.lines import lines_of, plan_of
from .reorganizing.plan import Plan

OPEN = (Decision.State.DRAFT, Decision.State.PROPOSED)


@dataclass(frozen=True)
class Heading:
    """What a decision says of itself: `decided_on` is the day of the document."""

    subject: str
    number: str = ""
    decided_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True)
class Preview:
    """The lines of a plan, all that follows from them, and why they may not be signed."""

    lines: list[dict]
    consequences: list[Consequence]
    wrong: list[str]

    @property
    def digest(self) -> str:
        """Tells whether what is saved is what was looked at."""
        return digest({"lines": self.lines})


def lines(plan: Plan) -> list[dict]:
    """The plan as tidied lines, with an end for every title held in a body that ends."""
    return tidied(lines_of(plan, holders(plan.ending, plan.last_day)))


def preview(plan: Plan, *, at: dt.datetime, decision: Decision | None = None) -> Preview:
    """What the plan would do. Raises Refused when it is too long for one decision."""
    written = lines(plan)
    but = decision.pk if decision else None
    follows = consequences(written, first_day=plan.day, at=at, but=but)
    return Preview(written, follows, list(dict.fromkeys(contradictions(written, at=at))))


def save(plan: Plan, heading: Heading, *, by, at, decision=None, revision=None) -> Decision:
    """A draft of this plan, or the draft `decision` written anew from its `revision`.

    The same plan saved twice by one person (a second press, a page gone back to) stays one draft.
    Raises Refused as `decisions.draft` and `decisions.rewrite` do.
    """
    written = lines(plan)
    said = {
        "subject": heading.subject, "number": heading.number, "decided_on": heading.decided_on,
        "note": heading.note, "changes": written, "by": by, "at": at,
    }  # fmt: skip
    if decision is not None:
        return decisions.rewrite(decision, revision=revision, **said)
    return _same_draft(heading, written, by) or decisions.draft(kind=Decision.Kind.BODIES, **said)


def _same_draft(heading, written, by):
    mine = Decision.objects.filter(
        kind=Decision.Kind.BODIES, state=Decision.State.DRAFT, entered_by=by,
        subject=heading.subject, number=heading.number,
    )  # fmt: skip
    return next((row for row in mine if row.changes == written), None)


def plan_from(decision: Decision) -> Plan:
    """The plan of a decision, to be looked at or written again (also one dropped or revoked).

    What another revoked decision had made is gone: lines about it are left out and counted.
    """
    changes = _still_there(decision.changes)
    closed = [line["body"] for line in changes if line["act"] == "close"]
    plan = plan_of(changes, {})
    terms = {term.pk: term for term in holders(closed, plan.last_day)}
    found = plan_of(changes, terms)
    found.lost = len(decision.changes) - len(changes)
    return found


def _still_there(changes):
    """The lines all of whose rows exist; an appointment goes with the end it continues."""
    gone = {
        "body": _missing(Organization, ids(changes, "body", "parent", "before", "after")),
        "person": _missing(Person, ids(changes, "person")),
        "term": _missing(Term, ids(changes, "term")),
    }
    bodies = ("body", "parent", "before", "after")
    return [
        line
        for line in changes
        if not (
            ids([line], *bodies) & gone["body"]
            or ids([line], "person") & gone["person"]
            or ids([line], "term") & gone["term"]
        )
    ]


def _missing(model, wanted):
    return wanted - set(model.objects.filter(pk__in=wanted).values_list("pk", flat=True))
