"""The rows a plan stands on, read once: bodies that end, those beneath them, who holds what."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q

from apps.organizations.models import Organization
from apps.people.models import Term


@dataclass
class Ground:
    """`ending` are the bodies chosen, `of_places` those that end with their place; `beneath` are
    these and all that exist below either on the last day."""

    day: dt.date
    ending: list[Organization] = field(default_factory=list)
    of_places: list[Organization] = field(default_factory=list)
    beneath: list[Organization] = field(default_factory=list)
    receiving: list[Organization] = field(default_factory=list)

    @property
    def last_day(self) -> dt.date:
        return self.day - dt.timedelta(days=1)


def read_ground(day: dt.date, ending, receiving=(), of_places=()) -> Ground:
    """All three are rows or ids of bodies; costs one query for each depth."""
    found = Ground(day)
    chosen, placed, kept = (_ids(bodies) for bodies in (ending, of_places, receiving))
    rows = Organization.objects.select_related("parent")
    found.ending = _in_tree_order(rows.filter(pk__in=chosen))
    beneath = rows.beneath([*chosen, *placed]).existing_on(found.last_day)
    below = {body.pk: body for body in rows.filter(pk__in=placed)}
    below |= {body.pk: body for body in beneath.select_related("parent")}
    found.beneath = _in_tree_order(body for pk, body in below.items() if pk not in chosen)
    found.of_places = [body for body in found.beneath if body.pk in placed]
    found.receiving = list(rows.filter(pk__in=kept))
    return found


def _ids(bodies):
    return [getattr(body, "pk", body) for body in bodies]


def holders(bodies, last_day: dt.date) -> list[Term]:
    """Terms in these bodies that reach the last day or lie after it, in protocol order.

    `bodies` are ids. A term that begins only later is there too: the decision must say what
    becomes of it, and contradicts itself otherwise.
    """
    terms = Term.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=last_day), position__body__in=list(bodies)
    ).select_related("person", "position__body")
    return sorted(terms, key=_protocol)


def _protocol(term):
    precedence = term.position.precedence if term.precedence is None else term.precedence
    since = term.starts_on or dt.date.min
    return (precedence, since, term.person.born_on or dt.date.max, term.person.sort_key, term.pk)


def _in_tree_order(bodies):
    """A superior before its own, so that the table reads like the office's list."""
    bodies = list(bodies)
    known = {body.pk: body for body in bodies}

    def path(body, seen=()):
        above = known.get(body.parent_id)
        own = (_KIND_ORDER.get(body.kind, 99), body.name, body.pk)
        return (*path(above, (*seen, body.pk)), own) if above and above.pk not in seen else (own,)

    return sorted(bodies, key=path)


_KIND_ORDER = {kind: number for number, kind in enumerate(Organization.Kind.values)}
