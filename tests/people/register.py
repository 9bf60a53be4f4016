"""A small register to test against: bodies by name, people by name, titles in one line."""

import datetime as dt
import itertools
import json
from pathlib import Path

from apps.organizations.models import Organization
from apps.organizations.naming import guess
from apps.people.models import Person, Position, Term

DEMO = Path(__file__).resolve().parents[2] / "config/demo/content/register.json"
_serial = itertools.count(1)


def day(words):
    """ "2024-06-01" as a day; None stays None."""
    return dt.date.fromisoformat(words) if isinstance(words, str) else words


def body(name, parent=None, **fields):
    known = guess(name)
    fields = {"kind": known.kind, "level": known.level or "district", **fields}
    number = next(_serial)
    return Organization.objects.create(
        name=name,
        slug=f"co-quan-{number}",
        parent=parent,
        source="test",
        ref=f"b{number}",
        **fields,
    )


def person(name, **fields):
    return Person.objects.create(name=name, slug=f"can-bo-{next(_serial)}", **fields)


def holds(who, rank, of, starts=None, ends=None, **fields):
    """One term; `precedence` belongs to the position, `own` to the term."""
    position, _made = Position.objects.get_or_create(
        rank=rank, body=of, defaults={"precedence": fields.pop("precedence", 999)}
    )
    return Term.objects.create(
        person=who, position=position, starts_on=day(starts), ends_on=day(ends), **fields
    )


def load_demo():
    """The demo office's register as rows; {its id: body}."""
    demo = json.loads(DEMO.read_text(encoding="utf-8"))
    bodies = {}
    for row in demo["bodies"]:
        bodies[row["id"]] = body(
            row["name"], bodies.get(row["parent"]), kind=row["kind"], level=row["level"],
            short_names=row["short_names"], abbreviations=row["abbreviations"],
            valid_from=day(row["valid_from"]), valid_to=day(row["valid_to"]),
        )  # fmt: skip
        Organization.objects.filter(pk=bodies[row["id"]].pk).update(ref=row["id"])
    for row in demo["people"]:
        who = person(row["name"])
        for title in row["titles"]:
            of = bodies[title["body"]]
            holds(
                who, title["rank"], of, title["from"], title["to"], precedence=title["precedence"]
            )
    return bodies
