"""Four eyes: the rule by which a text, a frame or a change of titles may go out (DESIGN §5)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .models import Signature


@dataclass(frozen=True)
class Standing:
    """Who signed one digest, and what is still missing before it may go out."""

    names: tuple[str, ...]
    user_ids: frozenset[int]
    approved: bool

    @property
    def complete(self) -> bool:
        return len(self.user_ids) >= 2 and self.approved

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
        return _("No signer of this version has the right to approve.")


def sign(key: str, digest: str, *, by, role: str, approves: bool, at) -> Signature:
    """Sign once; a second signature of the same person on the same content changes nothing.

    Who may sign what is asked by the calling verb, before this.
    """
    signature, _made = Signature.objects.get_or_create(
        key=key, digest=digest, user=by, defaults={"role": role, "approves": approves, "at": at}
    )
    return signature


def standing(key: str, digest: str) -> Standing:
    """The signatures on exactly this content."""
    rows = list(Signature.objects.filter(key=key, digest=digest).select_related("user"))
    return Standing(
        names=tuple(str(row.user) for row in rows),
        user_ids=frozenset(row.user_id for row in rows),
        approved=any(row.approves for row in rows),
    )


def signers(key: str, digest: str) -> list[dict]:
    """The same as values, for the published copy: name, role and time of each signer."""
    rows = Signature.objects.filter(key=key, digest=digest).select_related("user")
    return [
        {"name": str(row.user), "role": row.role, "at": row.at.isoformat(), "digest": digest}
        for row in rows
    ]
