"""The page of one body: who holds what on a day, what stands beneath, what was before."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q

from apps.organizations.lineage import origins, successors
from apps.organizations.models import Organization
from apps.people.models import Position, Term


@dataclass
class Branch:
    """A body of the tree beneath; `own` are the branches under it."""

    body: Organization
    own: list = field(default_factory=list)


def facts(body: Organization, day: dt.date) -> dict:
    """All parts of the page on that day, for the template; queries do not grow with holders."""
    return {
        "positions": positions(body, day),
        "branches": branches(body, day),
        "origins": origins(body),
        "successors": successors(body),
    }


def positions(body: Organization, day: dt.date) -> list[tuple[Position, list[Term]]]:
    """Each position of the body in protocol order with who holds it that day, maybe nobody."""
    held = (
        Term.objects.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day),
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            position__body=body,
        )
        .select_related("person")
        .order_by("precedence", "starts_on", "person__sort_key", "pk")
    )
    holders = {}
    for term in held:
        holders.setdefault(term.position_id, []).append(term)
    return [(row, holders.get(row.pk, [])) for row in Position.objects.filter(body=body)]


def branches(body: Organization, day: dt.date) -> list[Branch]:
    """What stands beneath the body on that day, as a tree."""
    rows = Organization.objects.beneath([body.pk]).existing_on(day).order_by("name", "pk")
    known = {row.pk: Branch(row) for row in rows}
    top = []
    for branch in known.values():
        above = known.get(branch.body.parent_id)
        (above.own if above and above is not branch else top).append(branch)
    return top
