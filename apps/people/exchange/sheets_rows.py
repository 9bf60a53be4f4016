"""The register as lines of the workbook: what goes out, what comes in is compared with."""

from collections import Counter
from dataclasses import dataclass, field

from apps.organizations.models import Organization
from apps.people.models import Person, Term
from lib.vietnamese.text import clean

from .words import BODIES, CODE, KINDS, LEVELS, PEOPLE, STATUSES, TITLES


@dataclass
class Book:
    """All rows of the register by their codes, in the order of the sheets."""

    bodies: dict[str, Organization] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)

    def lines(self) -> dict[str, list[dict]]:
        """{sheet: lines}, each line {column: text, day or number}."""
        bodies, people = _labels(BODIES, self.bodies), _labels(PEOPLE, self.people)
        return {
            BODIES: [_body(code, row, bodies) for code, row in self.bodies.items()],
            PEOPLE: [_person(code, row) for code, row in self.people.items()],
            TITLES: [_term(code, row, people, bodies) for code, row in self.terms.items()],
        }


def read_book() -> Book:
    """The whole register in three queries."""
    bodies = Organization.objects.order_by("level", "name", "pk")
    terms = Term.objects.select_related("position").order_by(
        "person__sort_key", "person_id", "starts_on", "pk"
    )
    return Book(
        {code_of(BODIES, row.pk): row for row in bodies},
        {code_of(PEOPLE, row.pk): row for row in Person.objects.order_by("sort_key", "pk")},
        {code_of(TITLES, row.pk): row for row in terms},
    )


def code_of(sheet: str, pk: int) -> str:
    """The code of a row in the workbook: "CQ12"."""
    return f"{CODE[sheet]}{pk}"


def name_key(name: str) -> str:
    """Names are one when they differ only in case and spaces; marks count."""
    return clean(name).casefold()


def _labels(sheet, rows):
    """{row's id: its name}, with the code behind where several have the name."""
    times = Counter(name_key(row.name) for row in rows.values())
    return {
        row.pk: row.name if times[name_key(row.name)] == 1 else f"{row.name} [{code}]"
        for code, row in rows.items()
    }


def _body(code, row, bodies):
    return {
        "code": code,
        "name": row.name,
        "short_names": row.short_names,
        "abbreviations": row.abbreviations,
        "kind": KINDS[row.kind],
        "level": LEVELS.get(row.level, ""),
        "place": row.place,
        "parent": bodies.get(row.parent_id, ""),
        "from": row.valid_from,
        "to": row.valid_to,
        "document": row.founding_document,
    }


def _person(code, row):
    return {"code": code, "name": row.name, "other_spellings": row.other_spellings}


def _term(code, row, people, bodies):
    return {
        "code": code,
        "person": people[row.person_id],
        "rank": row.position.rank,
        "body": bodies[row.position.body_id],
        "status": STATUSES[row.status],
        "from": row.starts_on,
        "to": row.ends_on,
        "elected": row.elected_on,
        "approved": row.approved_on,
        "precedence": row.precedence,
        "document": row.document,
    }
