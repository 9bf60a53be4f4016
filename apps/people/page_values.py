"""What the page of a person or a body says on one day, as plain values (editions/values.py).

Only what has begun by that day is told, and an end only when it is over: a page that waits for a
known change says nothing of it before. `born_on` orders equals and goes into no value.
"""

import datetime as dt
from operator import attrgetter

from apps.editions import paths
from apps.media.values import picture_values
from apps.organizations.models import Organization, Succession

from . import ranks, titles
from .held import seniority
from .models import Person
from .page_days import FIRST, all_steps, begun, last_day, over
from .page_records import DEEP, Records

# Several become one, or one becomes several: the side that all have in common.
PARTNERS = {Succession.Kind.MERGED: "after", Succession.Kind.SPLIT: "before"}


def person_values(person: Person, records: Records, day: dt.date) -> dict | None:
    """`editions.values.PersonValues`, or None for somebody of whom nothing public is known."""
    told = [held for held in _held(records.terms_of[person.pk]) if begun(held, day)]
    if not (told or person.biography or person.portrait_id):
        return None
    now = titles.without_implied(
        sorted((held for held in told if not over(held, day)), key=attrgetter("protocol"))
    )
    past = sorted((held for held in told if over(held, day)), key=_latest_first)
    held, before = [_title(each, day) for each in now], [_title(each, day) for each in past]
    return {
        "name": person.name,
        "names": [person.name, *person.other_spellings],
        "words": list(dict.fromkeys(row["words"] for row in (*held, *before))),
        "portrait": picture_values(person.portrait) if person.portrait_id else None,
        "biography": person.biography,
        "office": titles.long_form(now),
        "titles": held,
        "past": before,
        "sort": person.sort_key,
        "files": [person.portrait.sha256] if person.portrait_id else [],
    }


def _title(held, day):
    return {
        "rank": held.rank,
        "body": held.body.name,
        "body_key": paths.body_key(held.body.pk),
        "words": titles.title_form(held),
        **_span(held, day),
    }


def _span(held, day):
    return {
        "status": held.status,
        "from": _iso(held.starts_on),
        "to": _iso(last_day(held)) if over(held, day) else None,
    }


def body_values(body: Organization, records: Records, day: dt.date) -> dict | None:
    """`editions.values.BodyValues`, or None before the body exists."""
    if body.valid_from and body.valid_from > day:
        return None
    told = [held for held in _held(records.terms_in[body.pk]) if begun(held, day)]
    now = sorted((held for held in told if not over(held, day)), key=_protocol)
    past = sorted((held for held in told if over(held, day)), key=_latest_first)
    names = [body.name, *body.short_names, *body.abbreviations]
    parent = records.bodies.get(body.parent_id)
    return {
        "name": body.name,
        "names": names,
        "words": [body.place],
        "kind": body.kind,
        "level": body.level,
        "place": body.place,
        "parent": _ref(parent) if parent else None,
        "children": _children(body, records, day, DEEP),
        "from": _iso(body.valid_from),
        "to": _iso(body.valid_to) if body.valid_to and body.valid_to < day else None,
        "document": body.founding_document,
        "leaders": [_leader(held, day) for held in now],
        "former": [_leader(held, day) for held in past],
        "origins": _history(records, records.origins, "before", body, day),
        "successors": _history(records, records.successors, "after", body, day),
        "files": [],
    }


def _protocol(held):
    """The same row first every time, or equals would make a new cut now and then."""
    return (*seniority(held), held.term.pk)


def _leader(held, day):
    return {
        "person": held.person.name,
        "key": paths.person_key(held.person.pk),
        "rank": held.rank,
        "precedence": held.precedence,
        "leads": ranks.is_head(held.rank) or held.rank.lower().startswith("phó "),
        **_span(held, day),
    }


def _children(body, records, day, levels):
    if not levels:
        return []
    here = (child for child in records.children[body.pk] if _exists(child, day))
    return [
        {**_ref(child), "children": _children(child, records, day, levels - 1)}
        for child in sorted(here, key=attrgetter("name", "pk"))
    ]


def _history(records, steps, there, body, day):
    """Successions that have happened by that day, through every step, with their partners."""
    rows = {}
    for row in all_steps(steps, there, body):
        together = records.partners[_event(row)] if row.kind in PARTNERS else []
        rows |= {each.pk: each for each in (row, *together) if each.on <= day}
    return [_step(row) for row in sorted(rows.values(), key=attrgetter("on", "before.name", "pk"))]


def _event(row):
    return (row.kind, getattr(row, f"{PARTNERS[row.kind]}_id"), row.on)


def _step(row):
    told = {"kind": row.kind, "on": _iso(row.on), "document": row.document}
    return {"before": _ref(row.before), "after": _ref(row.after), **told}


def _ref(body):
    return {"key": paths.body_key(body.pk), "name": body.name}


def _iso(day):
    return day.isoformat() if day else None


def _held(terms):
    return [titles.Held(term) for term in terms]


def _latest_first(held):
    began = held.starts_on or FIRST
    return (-last_day(held).toordinal(), -began.toordinal(), held.precedence, held.term.pk)


def _exists(body, day):
    return (body.valid_from or day) <= day <= (body.valid_to or day)
