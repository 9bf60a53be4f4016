"""Which buttons a person finds under a decision, and why some cannot be pressed now."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import decisions
from .models import Decision

State, Kind = Decision.State, Decision.Kind
LABELS = {
    "propose": gettext_lazy("Ask for the signature"),
    "sign": gettext_lazy("Sign"),
    "withdraw": gettext_lazy("Withdraw"),
    "drop": gettext_lazy("Drop"),
    "revoke": gettext_lazy("Revoke"),
    "keep": gettext_lazy("Do not revoke"),
}
DONE = {
    "propose": gettext_lazy("Signed by you. One more person must sign before it counts."),
    "sign": gettext_lazy("Signed."),
    "withdraw": gettext_lazy("Withdrawn; you can go on writing."),
    "drop": gettext_lazy("Dropped."),
    "ask_revocation": gettext_lazy("Recorded. One more person must agree to revoke it."),
    "revoke": gettext_lazy("Revoked; the register is as it was before."),
    "keep": gettext_lazy("The request is taken back; the decision stays in force."),
}
VERBS = {
    "propose": decisions.propose,
    "sign": decisions.sign,
    "withdraw": decisions.withdraw,
    "drop": decisions.drop,
    "revoke": decisions.revoke,
    "keep": decisions.keep,
}
SEES_DIGEST = {"propose", "sign"}
ASKS_REASON = {"withdraw", "drop", "revoke", "keep"}


@dataclass(frozen=True)
class Offer:
    """A button; with `why_not` it is shown but cannot be pressed."""

    act: str
    label: str
    why_not: str = ""
    primary: bool = False
    danger: bool = False


def offers(decision, user, at, *, wrong=False) -> list[Offer]:
    """In the order of the work; `wrong`: the lines contradict the register now."""
    keeps, signs = decisions.may_keep(user, at), decisions.may_sign(user, at)
    state = decision.state
    found = []
    if state == State.DRAFT and keeps:
        found.append(_offer("propose", _contradicts(wrong), primary=True))
    if state == State.PROPOSED or _unsigned_file(decision):
        found.append(_offer("sign", _cannot_sign(decision, user, signs, wrong), primary=True))
    if state == State.PROPOSED and signs:
        found.append(_offer("withdraw"))
    if state in (State.DRAFT, State.PROPOSED) and keeps:
        found.append(_offer("drop", danger=True))
    if state == State.IN_FORCE and signs:
        found += _revoking(decision, user)
    return found


def _revoking(decision, user):
    asked = decisions.asked_to_revoke(decision)
    if asked:
        yield _offer("keep")
    again = _("You have asked for this already; another person must agree.")
    yield _offer("revoke", again if str(user) in asked else "", danger=True)


def _offer(act, why_not="", **more):
    return Offer(act, str(LABELS[act]), why_not, **more)


def _contradicts(wrong):
    return _("Mend the contradictions first.") if wrong else ""


def _unsigned_file(decision):
    in_force = decision.state == State.IN_FORCE
    return in_force and decision.kind == Kind.LOAD and not decision.signed_at


def _cannot_sign(decision, user, signs, wrong):
    if not signs:
        return _("Keepers of titles, chiefs and deputy chiefs sign changes of titles.")
    if user.pk in decisions.standing(decision).user_ids:
        return _("You have signed this already; another person must sign it too.")
    return _contradicts(wrong)


def done(wanted, decision) -> str:
    """What is said after an act; the first press of “Revoke” only asks for it."""
    only_asked = wanted == "revoke" and decision.state == State.IN_FORCE
    return str(DONE["ask_revocation" if only_asked else wanted])


def missing(decision) -> str:
    """One sentence that says which signature is missing; empty when none is."""
    if decision.state == State.DRAFT:
        return _("Nobody has signed yet: a keeper of titles signs first.")
    if decision.state == State.PROPOSED or _unsigned_file(decision):
        names = decisions.standing(decision).names
        if not names:
            return _("Nobody has signed yet: a keeper of titles signs first.")
        return _(
            "%(name)s has signed. Still missing: another keeper of titles, or the chief or deputy "
            "chief of a portal."
        ) % {"name": ", ".join(names)}
    return ""
