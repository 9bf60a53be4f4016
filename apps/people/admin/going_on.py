"""The screen on which a decision is written on, or written once more from its lines."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.people.models import Decision

State, Kind = Decision.State, Decision.Kind


@dataclass(frozen=True)
class Way:
    """A link under the decision."""

    label: str
    address: str


def goes_on(decision: Decision) -> Way | None:
    """For a draft the screen it was written on; for one given up, a new one with its lines."""
    if decision.kind == Kind.LOAD:
        return None
    if decision.state == State.DRAFT:
        return Way(_("Go on writing"), _draft(decision))
    if decision.state in (State.REVOKED, State.DROPPED):
        return Way(_("Do it again from this one"), f"{_empty(decision)}?theo={decision.pk}")
    return None


def _draft(decision):
    if changes_bodies(decision):
        return reverse("admin:organizations_organization_draft", args=[decision.pk])
    return reverse("admin:people_decision_edit", args=[decision.pk])


def _empty(decision):
    if changes_bodies(decision):
        return reverse("admin:organizations_organization_reorganize")
    return reverse("admin:people_decision_add")


def changes_bodies(decision: Decision) -> bool:
    """Whether it has a plan for the screen of reorganizations; a corrected record has none."""
    acts = {line["act"] for line in decision.changes}
    return decision.kind == Kind.BODIES and bool(acts & {"close", "succeed"})
