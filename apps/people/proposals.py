"""Terms the archive tells of: the keeper accepts, edits or refuses; nothing enters by itself.

What is accepted gathers as lines of one draft decision, which two people sign like any other.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import Refused
from lib.vietnamese.text import clean
from lib.vietnamese.tones import place_tones

from . import decisions
from .changes import tidied
from .contradictions import contradictions
from .models import Decision, Person, Proposal

State = Proposal.State
MOST_EVIDENCE = 40


@dataclass
class Found:
    """One title of one person in the archive of a portal; `seen` are (day, article key, words)."""

    name: str
    rank: str
    body_words: str
    person_id: int | None = None
    body_id: int | None = None
    other_spellings: set[str] = field(default_factory=set)
    seen: list[tuple[dt.date, str, str]] = field(default_factory=list)


def identity(row) -> tuple:
    """Which proposal a finding is: of a Found or a Proposal, whatever tone style and case."""
    who = row.person_id or _same(row.name)
    return who, _same(row.rank), row.body_id or _same(row.body_words)


def _same(words):
    return place_tones(clean(words)).lower()


@transaction.atomic
def renew(portal: str, found: list[Found], *, at) -> dict[str, int]:
    """Bring the waiting proposals of a portal up to what the archive says now.

    Counts {"new", "changed", "same", "settled", "gone"}: what a keeper has accepted or refused
    stays settled; an open proposal the archive no longer tells of goes.
    """
    counts = dict.fromkeys(("new", "changed", "same", "settled", "gone"), 0)
    stored = {identity(row): row for row in Proposal.objects.filter(portal=portal)}
    fresh, changed = [], []
    for one in found:
        row = stored.pop(identity(one), None)
        if row is None:
            fresh.append(_filled(Proposal(portal=portal), one))
        elif row.state != State.OPEN:
            counts["settled"] += 1
        elif _told(row) != _told(_filled(row, one)):
            changed.append(row)
        else:
            counts["same"] += 1
    gone = [row.pk for row in stored.values() if row.state == State.OPEN]
    Proposal.objects.bulk_create(fresh, batch_size=500)
    Proposal.objects.bulk_update(changed, FIELDS, batch_size=200)
    Proposal.objects.filter(pk__in=gone).delete()
    return counts | {"new": len(fresh), "changed": len(changed), "gone": len(gone)}


FIELDS = [
    "name", "rank", "body_words", "person", "body", "first_seen", "last_seen", "times", "evidence",
    "folded",
]  # fmt: skip


def _filled(row, one):
    seen = sorted(one.seen)
    row.name, row.rank, row.body_words = one.name[:120], one.rank[:120], one.body_words[:200]
    row.person_id, row.body_id = one.person_id, one.body_id
    row.first_seen, row.last_seen, row.times = seen[0][0], seen[-1][0], len(seen)
    kept = seen if len(seen) <= MOST_EVIDENCE else seen[: MOST_EVIDENCE - 1] + seen[-1:]
    row.evidence = [
        {"key": key, "day": day.isoformat(), "quote": words[:300]} for day, key, words in kept
    ]
    return row


def _told(row):
    return row.first_seen, row.last_seen, row.times, row.person_id, row.body_id, row.name


@transaction.atomic
def accept(
    proposal: Proposal, *, name, rank, body, person=None, starts_on=None, ends_on=None, by, at
) -> Decision:
    """Put the term, as the keeper sees it, into his draft of accepted proposals.

    Without `person` the draft also makes the person. Raises Refused for who is no keeper, for a
    missing body, and with the contradiction the new line would bring.
    """
    row = _open(proposal, by, at)
    if body is None:
        raise Refused(_("Choose the body of this title first."))
    if not clean(name) or not clean(rank):
        raise Refused(_("Write the name and the rank."))
    draft = _gathering(row, by, at)
    lines = list(draft.changes)
    line = {
        "act": "appoint",
        "person": person.pk if person else _new_person(lines, clean(name)),
        "rank": clean(rank),
        "body": body.pk,
        "from": starts_on and starts_on.isoformat(),
        "to": ends_on and ends_on.isoformat(),
    }
    lines.append(line)
    before = set(contradictions(tidied(draft.changes), at=at))
    wrong = [fault for fault in contradictions(tidied(lines), at=at) if fault not in before]
    if wrong:
        raise Refused(" ".join(wrong[:2]))
    draft = decisions.rewrite(
        draft, revision=draft.revision, subject=draft.subject, number=draft.number,
        decided_on=draft.decided_on, changes=lines, note=draft.note, by=by, at=at,
    )  # fmt: skip
    _settle(row, State.ACCEPTED, by, at, draft)
    return draft


@transaction.atomic
def refuse(proposal: Proposal, *, by, at, reason="") -> Proposal:
    """Never proposed again, unless the keeper reopens it."""
    return _settle(_open(proposal, by, at), State.REFUSED, by, at, reason=reason)


@transaction.atomic
def reopen(proposal: Proposal, *, by, at) -> Proposal:
    """Take a refusal back. What was accepted is changed in its draft."""
    _keeper(by, at)
    row = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if row.state == State.ACCEPTED:
        raise Refused(_("This term stands in the decision already; change it there."))
    return _settle(row, State.OPEN, by, at)


def suggested_end(proposal: Proposal, others: list[Proposal]) -> dt.date | None:
    """The last day the archive shows, where it shows somebody else in that seat later.

    Otherwise nothing: that a name no longer occurs does not say the term has ended.
    """
    later = any(
        other.pk != proposal.pk
        and identity(other)[1:] == identity(proposal)[1:]
        and other.first_seen > proposal.last_seen
        for other in others
    )
    if later:
        return proposal.last_seen
    return proposal.body.valid_to if proposal.body_id else None


def _keeper(by, at):
    if not decisions.may_keep(by, at):
        raise Refused(_("Only keepers of titles accept or refuse proposed terms."))


def _open(proposal, by, at):
    _keeper(by, at)
    row = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if row.state != State.OPEN:
        raise Refused(
            _("A colleague has settled this already: %(state)s.")
            % {"state": row.get_state_display()}
        )
    return row


def _gathering(row, by, at):
    """The keeper's own open draft of accepted proposals of that portal, else a new one."""
    drafts = Decision.objects.filter(
        state=Decision.State.DRAFT, entered_by=by, proposals__portal=row.portal
    )
    return drafts.order_by("-pk").first() or decisions.draft(
        subject=_("Titles from the archive, %(day)s") % {"day": f"{at:%d/%m/%Y}"}, by=by, at=at
    )


def _new_person(lines, name):
    """The ref of the person this draft makes, found again by the name."""
    made = [line for line in lines if line["act"] == "person"]
    for line in made:
        if _same(line["name"]) == _same(name):
            return line["ref"]
    if Person.objects.filter(name=name).exists():
        raise Refused(
            _("The register knows a %(name)s already: choose that person, or write the name apart.")
            % {"name": name}
        )
    ref = f"new:{len(made) + 1}"
    lines.append({"act": "person", "ref": ref, "name": name, "other_spellings": []})
    return ref


def _settle(row, state, by, at, decision=None, reason=""):
    before, row.state, row.decision = row.state, state, decision
    row.save(update_fields=["state", "decision"])
    history.record(
        f"proposal:{row.pk}", state, by=by, at=at, portal=row.portal, before={"state": before},
        after={"state": state}, reason=reason,
    )  # fmt: skip
    return row
