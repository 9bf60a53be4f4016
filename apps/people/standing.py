"""Who held what on a day. Reads terms once for any number of people; judges in memory."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from apps.organizations.models import Organization

from .held import Held, seniority
from .models import Person, Position, Term

MANY = 500  # people from whom on two more queries cost less than the same bodies built anew


@dataclass(frozen=True)
class Standing:
    """One person on one day, both lists in protocol order.

    `handover`: he takes or gives over a title that day, so that before and after differ.
    """

    now: list[Held] = field(default_factory=list)
    former: list[Held] = field(default_factory=list)
    handover: bool = False


def standing_on(people: Iterable, day: dt.date, *, half: str | None = None) -> dict[int, Standing]:
    """{person id: Standing} for people or their ids; at most two queries, four above MANY.

    `half` None: on the day of a handover both count (CONTRACTS, load_register); "before" and
    "after" choose one side of it. A last day without a successor that day counts whole.
    """
    terms = _terms_of(people, day)
    met = _met_in_others(terms, day)
    return {pk: _standing(found, day, half, met) for pk, found in terms.items()}


def titles_on(people: Iterable, day: dt.date, *, half: str | None = None) -> dict[int, list[Held]]:
    """{person id: titles held that day in protocol order}, implied memberships included."""
    return {pk: found.now for pk, found in sides_on(people, day, half).items()}


def former_titles(people: Iterable, day: dt.date) -> dict[int, list[Held]]:
    """{person id: titles that had ended before the day, in protocol order}."""
    return {pk: found.former for pk, found in sides_on(people, day, None).items()}


def sides_on(people: Iterable, day: dt.date, half: str | None) -> dict[int, Standing]:
    """`standing_on` that asks for handovers, one more query, only where a half is wanted."""
    if half:
        return standing_on(people, day, half=half)
    found = _terms_of(people, day).items()
    return {pk: _standing(terms, day, None, set()) for pk, terms in found}


def halves_on(people: Iterable, day: dt.date) -> dict[int, list[tuple[str, Standing]]]:
    """{person id: [("", Standing)]}, or [("before", …), ("after", …)] where he hands over.

    At most two queries.
    """
    terms = _terms_of(people, day)
    met = _met_in_others(terms, day)
    return {pk: _halves(found, day, met) for pk, found in terms.items()}


def on_days(wanted: Iterable[tuple[int, dt.date]]) -> dict[tuple[int, dt.date], dict]:
    """{(person id, day): {"": Standing}}, with "before" and "after" too where he hands over.

    Each person on days of his own; at most two queries for any number of days.
    """
    wanted = set(wanted)
    if not wanted:
        return {}
    terms = _terms_of({pk for pk, _day in wanted}, max(day for _pk, day in wanted))
    begun = {(pk, day): [term for term in terms[pk] if _has_begun(term, day)] for pk, day in wanted}
    met = _met_on_days(begun)
    return {
        (pk, day): {
            "": _standing(found, day, None, met[day]), **dict(_halves(found, day, met[day]))
        }
        for (pk, day), found in begun.items()
    }  # fmt: skip


def people_of(body: Organization | int, day: dt.date) -> list[Held]:
    """Who holds a position of the body that day, by precedence, earlier appointment, age."""
    terms = _terms_begun(day).filter(position__body=getattr(body, "pk", body))
    found = [Held(term) for term in terms if not _is_over(term, day)]
    return sorted(found, key=seniority)


def _terms_of(people, day) -> dict[int, list[Term]]:
    terms = {getattr(person, "pk", person): [] for person in people}
    found = _terms_begun(day).filter(person__in=list(terms))
    for term in _sharing(found.select_related(None)) if len(terms) > MANY else found:
        terms[term.person_id].append(term)
    return terms


def _sharing(terms) -> list[Term]:
    """The terms with their people and bodies, each of which is built once."""
    rows = list(terms)
    positions = Position.objects.select_related("body__parent").filter(
        pk__in={term.position_id for term in rows}
    )
    of_position = {position.pk: position for position in positions}
    of_person = {who.pk: who for who in Person.objects.filter(pk__in={t.person_id for t in rows})}
    for term in rows:
        term.position, term.person = of_position[term.position_id], of_person[term.person_id]
    return rows


def _terms_begun(day):
    return (
        Term.objects.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day),
            Q(position__body__valid_from__isnull=True) | Q(position__body__valid_from__lte=day),
        )
        .select_related("person", "position__body__parent")
        .order_by("pk")
    )


def _last_day(term) -> dt.date:
    """A title ends with its body, whether or not somebody has closed the term."""
    body = term.position.body
    return min(term.ends_on or dt.date.max, body.valid_to or dt.date.max)


def _is_over(term, day) -> bool:
    return _last_day(term) < day


def _has_begun(term, day) -> bool:
    """What `_terms_begun` asks of the database."""
    begins = (term.starts_on, term.position.body.valid_from)
    return all(start is None or start <= day for start in begins)


def _met_in_others(terms, day) -> set:
    """(position, side) that somebody else begins or ends that day; no query on most days."""
    return _met_on_days({(pk, day): found for pk, found in terms.items()}).get(day, set())


def _met_on_days(begun) -> dict[dt.date, set]:
    """{day: {(position, side)}} of the days in the keys (person, day)."""
    edges = {
        (day, term.position_id)
        for (_pk, day), found in begun.items()
        for term in found
        if day in (term.starts_on, term.ends_on)
    }
    met = {day: set() for _pk, day in begun}
    if not edges:
        return met
    days, positions = ({edge[place] for edge in edges} for place in (0, 1))
    rows = Term.objects.filter(
        Q(starts_on__in=days) | Q(ends_on__in=days), position__in=positions
    ).values_list("position", "starts_on", "ends_on")
    for position, starts, ends in rows:
        for side, edge in (("starts", starts), ("ends", ends)):
            if starts != ends and (edge, position) in edges:
                met[edge].add((position, side))
    return met


def _standing(terms, day, half, met) -> Standing:
    handover = _hands_over(terms, day, met)
    current = [term for term in terms if not _is_over(term, day)]
    gone = [term for term in terms if _is_over(term, day)]
    if handover and half == "before":
        current = [term for term in current if not _begins(term, day)]
    elif handover and half == "after":
        gone += [term for term in current if _ends(term, day)]
        current = [term for term in current if not _ends(term, day)]
    return Standing(_in_order(current), _in_order(gone), handover)


def _halves(terms, day, met) -> list[tuple[str, Standing]]:
    if not _hands_over(terms, day, met):
        return [("", _standing(terms, day, None, met))]
    return [(half, _standing(terms, day, half, met)) for half in ("before", "after")]


def _hands_over(terms, day, met) -> bool:
    begun = [term for term in terms if _begins(term, day)]
    ended = [term for term in terms if _ends(term, day)]
    return bool(
        (begun and ended)
        or any((term.position_id, "ends") in met for term in begun)
        or any((term.position_id, "starts") in met for term in ended)
    )


def _begins(term, day):
    return term.starts_on == day and term.ends_on != day


def _ends(term, day):
    return term.ends_on == day and term.starts_on != day


def _in_order(terms) -> list[Held]:
    return sorted(map(Held, terms), key=lambda held: held.protocol)
