"""“Bàn giao, khóa tài khoản”: one act when somebody leaves, listed before and kept afterwards.

What a person holds belongs to nouns above: each fills a part of `slots.leaving_parts` with
`plan(account, at) -> Plan` and `carry_out(account, receivers, by, at) -> list[str]`.
"""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User

from . import history, sessions, slots, staffing
from .digests import digest
from .models import Act
from .refusals import Refused
from .telling import name_fields, name_verbs

VERB = "hand_over"
name_verbs({f"user:{VERB}": gettext_lazy("handed over and closed the account")})
name_fields({"done": gettext_lazy("what happened")})


@dataclass(frozen=True)
class Need:
    """What lies with the person on one portal and needs a colleague; `colleagues`: (pk, words)."""

    portal: str
    name: str
    says: str
    colleagues: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Plan:
    """What will happen, in sentences; what needs a colleague; what must be done before."""

    lines: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    hindrances: tuple[str, ...] = ()

    def __bool__(self):
        return bool(self.lines or self.needs)

    @property
    def code(self) -> str:
        """Changes with anything that is listed: nobody confirms what he has not seen."""
        return digest(asdict(self))


def plan_of(account, at) -> Plan:
    """Exactly what handing over would do at that moment; empty when nothing is left to do."""
    plans = [_own_plan(account, at), *(part.plan(account, at) for part in slots.leaving_parts())]
    return Plan(
        lines=tuple(line for plan in plans for line in plan.lines),
        needs=tuple(need for plan in plans for need in plan.needs),
        hindrances=tuple(line for plan in plans for line in plan.hindrances),
    )


@transaction.atomic
def hand_over(account, *, by, at, reason, receivers: dict[str, int], seen: str) -> list[str]:
    """Carry out the plan whose code is `seen`; `receivers` is {portal key: number of a colleague}.

    Returns what happened, in sentences. Raises Refused, also for whoever comes second.
    """
    staffing.only_administrators(by)
    account = User.objects.select_for_update().get(pk=account.pk)
    if account.pk == by.pk:
        raise Refused(_("You cannot close your own account."))
    plan = plan_of(account, at)
    _refuse(account, plan, receivers, seen)
    chosen = {need.portal: User.objects.get(pk=receivers[need.portal]) for need in plan.needs}
    done = list(_own_plan(account, at).lines)
    for part in slots.leaving_parts():
        done += part.carry_out(account, chosen, by=by, at=at)
    sessions.end_all(account, at)
    if account.is_active:
        staffing.deactivate(account, by=by, at=at, reason=reason)
    history.record(
        f"user:{account.pk}", VERB, by=by, at=at, reason=reason.strip(), after={"done": done}
    )
    return done


def last_hand_over(account) -> Act | None:
    """The newest record of it, with what happened under `after["done"]`."""
    return history.acts_about(f"user:{account.pk}").filter(verb=VERB).first()


def _refuse(account, plan, receivers, seen):
    if not plan:
        raise Refused(_("%s is handed over and closed already; nothing was done twice.") % account)
    if plan.hindrances:
        raise Refused(" ".join(plan.hindrances))
    if plan.code != seen:
        raise Refused(_("Something has changed meanwhile. Read the list again, then confirm."))
    for need in plan.needs:
        if receivers.get(need.portal) not in {pk for pk, _words in need.colleagues}:
            raise Refused(_("Choose who takes over the pieces on %s.") % need.name)


def _own_plan(account, at):
    if not account.is_active:
        return Plan()
    return Plan(
        lines=(
            _("Close the account: nobody can sign in with it any more."),
            sessions.in_words(len(sessions.open_sessions(account, at))),
        )
    )
