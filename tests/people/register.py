"""A small register to test against: bodies by name, people by name, titles in one line."""

import datetime as dt
import itertools
import json
from pathlib import Path

from apps.organizations.models import Organization
from apps.organizations.naming import guess
from apps.people.models import Person, Position, Term

HERE = Path(__file__).resolve().parent
DEMO = HERE.parents[1] / "config/demo/content/register.json"
SONG_VAN = HERE / "song_van.json"
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


def load_file(path=SONG_VAN):
    """The rows of a register file; {its id: body}. SONG_VAN stays as it is, DEMO may grow."""
    told = json.loads(path.read_text(encoding="utf-8"))
    bodies = {}
    for row in told["bodies"]:
        bodies[row["id"]] = body(
            row["name"], bodies.get(row.get("parent")), kind=row["kind"], level=row["level"],
            short_names=row.get("short_names", []), abbreviations=row.get("abbreviations", []),
            valid_from=day(row.get("valid_from")), valid_to=day(row.get("valid_to")),
        )  # fmt: skip
        Organization.objects.filter(pk=bodies[row["id"]].pk).update(ref=row["id"])
    for row in told["people"]:
        _with_titles(person(row["name"]), row["titles"], bodies)
    return bodies


def _with_titles(who, titles, bodies):
    for row in titles:
        of, weight = bodies[row["body"]], row.get("precedence", 999)
        holds(who, row["rank"], of, row.get("from"), row.get("to"), precedence=weight)
