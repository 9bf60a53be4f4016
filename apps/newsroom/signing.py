"""Four eyes: the rule by which a text, a frame or a change of titles may go out (DESIGN §5)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.questions import Question

from .models import Signature

# What a signature says: of the two people their names, not two whole accounts for every row.
NAMES = ("user__display_name", "user__username", "delegated_by__display_name",
         "delegated_by__username")  # fmt: skip
COLUMNS = ("digest", "role", "approves", "at", "handed_by", *NAMES)


@dataclass(frozen=True)
class Standing:
    """Who signed one digest, and what is still missing before it may go out."""

    names: tuple[str, ...]
    user_ids: frozenset[int]
    approved: bool
    # (signer, who handed him link and PIN) for those who signed without signing in
    handed: frozenset[tuple[int, int]] = frozenset()

    @property
    def complete(self) -> bool:
        return self.voices() >= 2 and self.approved

    def voices(self, *more: int) -> int:
        """How many people answer for it, if `more` signed too.

        Who hands out a PIN knows it: his own signature and the one given with it count as one.
        """
        signers = self.user_ids | set(more)
        maker_of = dict(self.handed)
        return len({maker_of[s] if maker_of.get(s) in signers else s for s in signers})

    def missing(self) -> str:
        """One sentence that says what is missing; empty when nothing is."""
        if self.complete:
            return ""
        if not self.user_ids:
            return _("Nobody has signed this version yet; two people must sign it.")
        if len(self.user_ids) == 1:
            return _(
                "Only %(name)s has signed this version; one more person must sign it: the author "
                "(“Agree to the edited text”) or another person with the right to approve."
            ) % {"name": self.names[0]}
        if self.voices() < 2:
            return _(
                "Whoever makes the leader's link knows its PIN, so the two signatures count as "
                "one; one more person must sign."
            )
        return _("No signer of this version has the right to approve.")


def sign(
    key: str, *digests: str, by, role: str, approves: bool, at, handed_by=None, delegated_by=None
) -> list[Signature]:
    """Sign each of them once; a second signature of the same person changes nothing.

    `handed_by` made the link by which somebody signs who never signs in. `delegated_by` is the
    chief on whose behalf the signature approves. Who may sign what is asked by the calling verb,
    before this. Returns what counts, in the order of `digests`.
    """
    own = _OWN.asked(key=key, user=by.pk, digests=digests)
    had = {row.digest: row for row in own}
    new = {
        digest: Signature(
            key=key, digest=digest, user=by, role=role, approves=approves, at=at,
            handed_by=handed_by, delegated_by=delegated_by,
        )
        for digest in digests if digest not in had
    }  # fmt: skip
    # The same person at two screens at once: one row is kept, and says the same.
    Signature.objects.bulk_create(new.values(), ignore_conflicts=True)
    return [(had | new)[digest] for digest in digests]


def standing(key: str, digest: str) -> Standing:
    """The signatures on exactly this content."""
    return standing_of(_on(key, digest))


def missing(key: str, *digests: str) -> str:
    """What the first of them lacks that lacks anything, in one sentence; '' when nothing does."""
    rows = _on(key, *digests)
    each = (standing_of([row for row in rows if row.digest == digest]) for digest in digests)
    return next(filter(None, (those.missing() for those in each)), "")


def standing_of(rows) -> Standing:
    """The same of signatures that have been read with their people, first signed first."""
    return Standing(
        names=tuple(signer(row) for row in rows),
        user_ids=frozenset(row.user_id for row in rows),
        approved=any(row.approves for row in rows),
        handed=frozenset((row.user_id, row.handed_by_id) for row in rows if row.handed_by_id),
    )


def signers(key: str, digest: str) -> list[dict]:
    """The same as values, for the published copy: name, role and time of each signer."""
    return [
        {"name": signer(row), "role": row.role, "at": row.at.isoformat(), "digest": digest}
        for row in _on(key, digest)
    ]


def signer(signature) -> str:
    """ "Lò Thị Lan (được ủy quyền của Vàng A Páo)": whoever signs for another says so."""
    if signature.delegated_by_id is None:
        return str(signature.user)
    return for_another(signature.user, signature.delegated_by)


def doer(act) -> str:
    """Who did it, for notices: also on whose behalf, unless a delegation itself is told."""
    giver = act.after.get("delegated_by") if not act.key.startswith("delegation:") else None
    return for_another(act.by, giver) if giver else str(act.by)


def for_another(name, giver) -> str:
    """A person who acts on another's behalf, in words."""
    return _("%(name)s (by delegation of %(giver)s)") % {"name": name, "giver": giver}


def _on(key, *digests):
    return _SIGNED.asked(key=key, digests=digests)


def _signed(*, key, digests):
    rows = Signature.objects.filter(key=key, digest__in=digests)
    return rows.select_related("user", "delegated_by").only(*COLUMNS)


def _own(*, key, user, digests):
    return Signature.objects.filter(key=key, user=user, digest__in=digests).order_by()


_SIGNED, _OWN = Question(_signed), Question(_own)
