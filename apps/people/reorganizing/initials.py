"""What stands in the screen's fields at first: from a plan that is opened again, or nothing."""

from apps.organizations.models import Organization

from . import suggesting
from .ground import Ground
from .plan import NewBody, Plan, key_of


def chosen(ending) -> dict:
    """Of the whole, when somebody comes from the page of a body with it already chosen."""
    return {"ending": list(ending), "branch": True} if ending else {}


def of_whole(plan: Plan | None, heading) -> dict:
    """The first form: everything a plan and a decision's heading say of the whole."""
    if plan is None:
        return {}
    ending, receiving = _bodies_of(plan)
    kinds = {kind for _before, _after, kind in plan.successions}
    return {
        "subject": heading.subject, "number": heading.number, "decided_on": heading.decided_on,
        "note": heading.note, "day": plan.day, "ending": ending, "branch": False,
        "names": [new.name for new in plan.founding], "receiving": receiving,
        "kind": kinds.pop() if len(kinds) == 1 else "",
    }  # fmt: skip


def _bodies_of(plan):
    keys = {after for _before, after, _kind in plan.successions} | set(plan.parents.values())
    keys |= {carry.body for carry in plan.carries}
    receiving = {key for key in keys if isinstance(key, int)}
    return plan.ending, sorted(receiving - set(plan.ending))


def of_fate(plan: Plan, body: Organization) -> dict:
    """What the plan does with a body that ends or stands beneath one."""
    after = [str(key) for before, key, _kind in plan.successions if before == body.pk]
    # Made anew since a decision was revoked: it ends as the one it stands for did.
    again = plan.lost and body.parent_id in plan.ending
    fate = "end" if body.pk in plan.ending or again else "stay"
    if body.pk in plan.parents:
        fate = f"under:{plan.parents[body.pk]}"
    return {"fate": fate, "after": after}


def of_new_body(new: NewBody) -> dict:
    """Lists stand in one line, parted by semicolons."""
    return {
        "kind": new.kind, "level": new.level, "place": new.place, "parent": str(new.parent or ""),
        "short_names": "; ".join(new.short_names), "abbreviations": "; ".join(new.abbreviations),
    }  # fmt: skip


def superiors(ground: Ground, names) -> list[tuple[str, str]]:
    """Bodies a new one may stand under: new and receiving ones, those above, the province's."""
    ending = ground.ending + ground.of_places
    gone = {body.pk for body in ending}
    above = {body.parent for body in ending if body.parent_id} | set(ground.receiving)
    above |= set(
        Organization.objects.existing_on(ground.day).filter(
            level__in=[Organization.Level.CENTRAL, Organization.Level.PROVINCE],
            kind__in=suggesting.ONE_PER_PLACE,
        )
    )
    rows = sorted((body for body in above if body.pk not in gone), key=str)
    new = [(key_of(name), name) for name in names]
    return [*new, *((str(body.pk), body.name) for body in rows)]


def and_this(choices, parent) -> list[tuple[str, str]]:
    """The choices with the superior that stands there now, also when no list offers it."""
    if not isinstance(parent, int) or str(parent) in dict(choices):
        return choices
    found = Organization.objects.filter(pk=parent)
    return [*choices, *((str(body.pk), body.name) for body in found)]
