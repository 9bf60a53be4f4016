"""A decision's way from a keeper's draft into force, and back: the only verbs that change titles.

Four eyes (DESIGN §3, §5; docs/decisions/0006): a keeper signs first, then another keeper or the
chief or deputy chief of any portal. What they sign is exactly the lines of one revision.
"""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from apps.editions.locks import publishing_lock
from apps.newsroom import history, signing
from apps.newsroom.digests import digest
from apps.newsroom.refusals import Refused
from lib.vietnamese.text import clean, nfc

from . import applying, pages, undoing
from .before_after import told
from .changes import tidied
from .contradictions import contradictions
from .keepers import KEEPER, may_keep, may_read, may_sign, require_keeper, require_signer
from .models import Decision
from .undoing import Touched

__all__ = [
    "KEEPER", "Stale", "asked_to_revoke", "content_digest", "draft", "drop", "keep", "may_keep",
    "may_read", "may_sign", "propose", "revocation", "revoke", "rewrite", "sign", "sign_load",
    "standing", "withdraw",
]  # fmt: skip

State, Kind = Decision.State, Decision.Kind
KEPT = "keep"  # the act by which a request to revoke is taken back


class Stale(Refused):
    """Somebody saved this decision in between; `theirs` is the row as it is now."""

    def __init__(self, theirs):
        super().__init__(
            _(
                "Somebody saved this decision while you were writing. Your lines are below, not "
                "saved; compare the two and save again."
            )
        )
        self.theirs = theirs


def content_digest(decision: Decision) -> str:
    """What the signers of a decision sign; the revision makes old signatures void."""
    return digest(
        {
            "v": 1,
            "kind": decision.kind,
            "revision": decision.revision,
            "subject": decision.subject,
            "number": decision.number,
            "decided_on": decision.decided_on.isoformat() if decision.decided_on else None,
            "changes": decision.changes,
        }
    )


def standing(decision: Decision) -> signing.Standing:
    """Who has signed the decision as it is now."""
    return signing.standing(decision.key, content_digest(decision))


@transaction.atomic
def draft(
    *, subject, number="", decided_on=None, changes=(), kind=Kind.TITLES, note="", by, at
) -> Decision:
    """A new draft; its lines need not be free of contradictions yet. Keepers only."""
    require_keeper(by, at)
    return begin(subject, number, decided_on, changes, kind, note, by=by, at=at)


def begin(subject, number="", decided_on=None, changes=(), kind=Kind.TITLES, note="", *, by, at):
    """The draft itself; the caller has asked for the right and holds a transaction."""
    decision = Decision(kind=kind, entered_by=by, entered_at=at)
    _fill(decision, subject, number, decided_on, changes, note)
    decision.save()
    history.record(decision.key, "draft", by=by, at=at, after={"subject": decision.subject})
    return decision


@transaction.atomic
def rewrite(decision, *, revision, subject, number, decided_on, changes, note, by, at) -> Decision:
    """Other lines for a draft. Raises Stale when `revision` is no longer the stored one."""
    require_keeper(by, at)
    claimed = Decision.objects.filter(pk=decision.pk, revision=revision, state=State.DRAFT)
    if not claimed.update(revision=F("revision") + 1):
        current = _fresh(decision)
        if current.state != State.DRAFT:
            raise Refused(_("This decision has been handed in. Withdraw it first, then edit."))
        raise Stale(current)
    fresh = _fresh(decision)
    _fill(fresh, subject, number, decided_on, changes, note)
    fresh.save()
    history.record(
        fresh.key, "rewrite", by=by, at=at,
        after={"subject": fresh.subject, "lines": len(fresh.changes)},
    )  # fmt: skip
    return fresh


def _fill(decision, subject, number, decided_on, changes, note):
    decision.subject = clean(subject)[:200]
    decision.number = clean(number)[:80]
    decision.decided_on = decided_on
    decision.changes = tidied(list(changes))
    decision.note = nfc(note)
    if not decision.subject:
        raise Refused(_("Write what the decision is about."))


@transaction.atomic
def propose(decision, *, by, at, seen=None) -> Decision:
    """A keeper signs these lines; from now on they wait for a second person.

    `seen`: the digest shown to the person. Raises Refused with every contradiction.
    """
    require_keeper(by, at)
    fresh = _in_state(decision, State.DRAFT)
    _unchanged(fresh, seen)
    if not fresh.changes:
        raise Refused(_("The decision has no lines yet."))
    wrong = contradictions(tidied(fresh.changes), at=at)
    if wrong:
        raise Refused(" ".join(wrong[:5]))
    _put_name(fresh, KEEPER, by, at)
    return _move(fresh, State.PROPOSED, "propose", by, at)


@transaction.atomic
def sign(decision, *, by, at, seen=None) -> Decision:
    """The second signature: the decision takes force, and the pages it concerns follow.

    For a loaded file the first signature and the second. Raises Refused.
    """
    publishing_lock()
    fresh = _fresh(decision)
    if fresh.kind == Kind.LOAD:
        return sign_load(fresh, by=by, at=at)
    role = require_signer(by, at)
    _expect(fresh, State.PROPOSED)
    _unchanged(fresh, seen)
    if by.pk in standing(fresh).user_ids:
        raise Refused(_("You have signed this already; another person must sign it too."))
    _put_name(fresh, role, by, at)
    fresh.told = told(tidied(fresh.changes))
    touched = applying.apply(fresh, by=by, at=at)
    fresh.in_force_at = fresh.signed_at = at
    _move(fresh, State.IN_FORCE, "sign", by, at)
    _publish(fresh, touched, by=by, at=at)
    return fresh


@transaction.atomic
def sign_load(decision, *, by, at) -> Decision:
    """Sign a loaded file, which is in force already; with the second name its pages go out.

    One of the two is a keeper.
    """
    publishing_lock()
    role = require_signer(by, at)
    fresh = _in_state(decision, State.IN_FORCE)
    if fresh.signed_at:
        raise Refused(_("Two people have signed this file already."))
    before = standing(fresh)
    if by.pk in before.user_ids:
        raise Refused(_("You have signed this already; another person must sign it too."))
    if role != KEEPER and not before.user_ids:
        raise Refused(_("A keeper of titles signs first."))
    _put_name(fresh, role, by, at)
    if before.user_ids:
        fresh.signed_at = at
        fresh.save(update_fields=["signed_at"])
        _publish(fresh, Touched.of(fresh), by=by, at=at)
    history.record(fresh.key, "sign", by=by, at=at)
    return fresh


@transaction.atomic
def withdraw(decision, *, by, at, reason="") -> Decision:
    """Back to a draft, by a keeper or by who should have signed; signatures so far are void."""
    require_signer(by, at)
    fresh = _in_state(decision, State.PROPOSED)
    fresh.revision += 1
    return _move(fresh, State.DRAFT, "withdraw", by, at, reason)


@transaction.atomic
def drop(decision, *, by, at, reason="") -> Decision:
    """Give up what has not taken force. It stays to be read."""
    require_keeper(by, at)
    fresh = _fresh(decision)
    if fresh.state not in (State.DRAFT, State.PROPOSED):
        raise Refused(_("Only a draft or what waits for a signature can be dropped."))
    fresh.revision += 1
    return _move(fresh, State.DROPPED, "drop", by, at, reason)


@transaction.atomic
def revoke(decision, *, by, at, reason="") -> Decision:
    """The first call asks, the call of a second person brings the register back to what it was."""
    publishing_lock()
    role = require_signer(by, at)
    fresh = _in_state(decision, State.IN_FORCE)
    key, code = revocation(fresh)
    asked = signing.standing(key, code)
    if by.pk in asked.user_ids:
        raise Refused(_("You have asked for this already; another person must agree."))
    signing.sign(key, code, by=by, role=role, approves=True, at=at)
    if not asked.user_ids:
        history.record(fresh.key, "ask_revocation", by=by, at=at, reason=reason)
        return fresh
    touched = undoing.undo(fresh, by=by, at=at)
    _move(fresh, State.REVOKED, "revoke", by, at, reason)
    _publish(fresh, touched, by=by, at=at)
    return fresh


@transaction.atomic
def keep(decision, *, by, at, reason="") -> Decision:
    """Take back a request to revoke: by who asked, or by who should have agreed."""
    require_signer(by, at)
    fresh = _in_state(decision, State.IN_FORCE)
    if not asked_to_revoke(fresh):
        raise Refused(_("Nobody asks to revoke this decision."))
    history.record(fresh.key, KEPT, by=by, at=at, reason=reason)
    return fresh


def revocation(decision) -> tuple[str, str]:
    """(key, digest) under which two people sign that this decision is taken back.

    Signatures stay for ever; each request taken back begins a new round with another digest.
    """
    said = {"v": 1, "revokes": content_digest(decision)}
    rounds = history.acts_about(decision.key).filter(verb=KEPT).count()
    return f"{decision.key}:revoke", digest({**said, "round": rounds} if rounds else said)


def asked_to_revoke(decision) -> tuple[str, ...]:
    """Names of those who asked for the revocation and wait for a second person."""
    return signing.standing(*revocation(decision)).names


def _publish(decision, touched, *, by, at):
    pages.publish(
        people=touched.people, bodies=touched.bodies, by=str(by), why=str(decision), at=at,
        signers=signing.signers(decision.key, content_digest(decision)),
    )  # fmt: skip


def _put_name(decision, role, by, at):
    code = content_digest(decision)
    signing.sign(decision.key, code, by=by, role=role, approves=True, at=at)


def _move(decision, state, verb, by, at, reason=""):
    before, decision.state = decision.state, state
    decision.save()
    history.record(
        decision.key, verb, by=by, at=at, before={"state": before}, after={"state": state},
        reason=reason,
    )  # fmt: skip
    return decision


def _fresh(decision):
    return Decision.objects.select_for_update().get(pk=decision.pk)


def _in_state(decision, state):
    fresh = _fresh(decision)
    _expect(fresh, state)
    return fresh


def _expect(decision, state):
    if decision.state != state:
        raise Refused(
            _("This is not possible now; the decision is “%(state)s”.")
            % {"state": decision.get_state_display()}
        )


def _unchanged(decision, seen):
    if seen and seen != content_digest(decision):
        raise Refused(_("The decision was changed while you read it. Read it again, then sign."))
