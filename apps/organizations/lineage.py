"""What a body came from and what became of it, through several steps."""

from dataclasses import dataclass

from .models import Organization, Succession


@dataclass(frozen=True)
class Step:
    """One succession on the way; `depth` 1 is next to the body asked about."""

    depth: int
    body: Organization
    succession: Succession


def origins(body: Organization) -> list[Step]:
    """The bodies before this one, nearest first; one query for each step back."""
    return _walk(body, here="after_id", there="before")


def successors(body: Organization) -> list[Step]:
    """The bodies after this one, nearest first; one query for each step on."""
    return _walk(body, here="before_id", there="after")


def present_successors(body: Organization, day) -> list[Organization]:
    """The bodies that do its work on that day: the ends of its successions that exist then."""
    return [step.body for step in successors(body) if _exists(step.body, day)]


def _exists(body, day):
    return (body.valid_from is None or body.valid_from <= day) and (
        body.valid_to is None or body.valid_to >= day
    )


def _walk(body, *, here, there):
    """Breadth first; a body met twice (merged again after a split) counts once."""
    steps, seen, edge, depth = [], {body.pk}, [body.pk], 0
    while edge:
        depth += 1
        rows = Succession.objects.filter(**{f"{here}__in": edge}).select_related(there)
        edge = []
        for row in rows.order_by("-on" if there == "before" else "on", "pk"):
            other = getattr(row, there)
            if other.pk not in seen:
                seen.add(other.pk)
                edge.append(other.pk)
                steps.append(Step(depth, other, row))
    return steps
