"""The days on which the pages of people and bodies change, known from the register's dates."""

import datetime as dt
from collections.abc import Iterator

from apps.organizations.models import Organization, Succession

from .held import Held
from .models import Person
from .page_records import DEEP, Records

FIRST = dt.date.min


def begun(held: Held, day: dt.date) -> bool:
    """Whether the title is held by that day, or was."""
    return first_day(held) <= day


def over(held: Held, day: dt.date) -> bool:
    last = last_day(held)
    return last is not None and last < day


def first_day(held: Held) -> dt.date:
    return max(held.starts_on or FIRST, held.body.valid_from or FIRST)


def last_day(held: Held) -> dt.date | None:
    """Nobody holds a title longer than its body exists."""
    return min(filter(None, (held.ends_on, held.body.valid_to)), default=None)


def person_days(person: Person, records: Records) -> set[dt.date]:
    """Every first day on which the page may say something else."""
    return _term_days(records.terms_of[person.pk])


def body_days(body: Organization, records: Records) -> set[dt.date]:
    """Likewise; a body's page also changes with the bodies around it."""
    bodies = [body, *_beneath(body, records, DEEP)]
    days = {day for each in bodies for day in (each.valid_from, _day_after(each.valid_to)) if day}
    turns = {row.on for row in all_steps(records.origins, "before", body)}
    turns |= {row.on for row in all_steps(records.successors, "after", body)}
    return days | turns | _term_days(records.terms_in[body.pk])


def _beneath(body, records, levels):
    for child in records.children[body.pk] if levels else ():
        yield child
        yield from _beneath(child, records, levels - 1)


def all_steps(steps: dict, there: str, body: Organization) -> Iterator[Succession]:
    """Every succession on the way, each step once; `steps` of Records, `there` the far side."""
    seen, edge = {body.pk}, [body.pk]
    while edge:
        rows = [row for pk in edge for row in steps[pk]]
        yield from rows
        edge = {getattr(row, f"{there}_id") for row in rows} - seen
        seen |= edge


def _term_days(terms):
    first = {first_day(held) for held in map(Held, terms)}
    return (first | {_day_after(last_day(held)) for held in map(Held, terms)}) - {None, FIRST}


def _day_after(day):
    return day + dt.timedelta(days=1) if day else None
