"""What a register file says, as plain records: no row of the database, no JSON any more.

`None` in a field that the contract does not require means: the file does not speak of it, so
what the register has stays. `where` is the place in the file, in words, for errors.
"""

import datetime as dt
from dataclasses import dataclass, field

from apps.people.picture import rank_key

Day = dt.date | None


@dataclass
class BodyRecord:
    ref: str
    name: str
    kind: str
    level: str
    where: str
    short_names: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    parent: str | None = None
    valid_from: Day = None
    valid_to: Day = None
    successors: list[str] = field(default_factory=list)
    place: str | None = None
    document: str | None = None


@dataclass
class TitleRecord:
    rank: str
    body: str
    where: str
    starts_on: Day = None
    ends_on: Day = None
    precedence: int | None = None
    status: str | None = None
    elected_on: Day = None
    approved_on: Day = None
    document: str | None = None

    @property
    def position(self) -> tuple[str, str]:
        """(body's id, folded rank): the same for every spelling of the rank."""
        return self.body, rank_key(self.rank)


@dataclass
class PersonRecord:
    ref: str
    name: str
    where: str
    titles: list[TitleRecord] = field(default_factory=list)
    other_spellings: list[str] | None = None
    born_on: Day = None


@dataclass(frozen=True)
class TableRow:
    """Where a rank of a body stands, whoever holds it."""

    rank: str
    body: str
    precedence: int
    where: str


@dataclass
class RegisterFile:
    """One file. With `errors` nothing of it may be loaded; `warnings` are only told.

    `precedence` is the file's table: (body's id, folded rank) -> row; `of_status` has its rows
    for who holds a rank in another way: "Quyền Chủ tịch" stands in a place of its own.
    """

    source: str = ""
    bodies: list[BodyRecord] = field(default_factory=list)
    people: list[PersonRecord] = field(default_factory=list)
    precedence: dict[tuple[str, str], TableRow] = field(default_factory=dict)
    of_status: dict[tuple[str, str, str], TableRow] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def fill_in_precedence(self) -> None:
        """The numbers of `of_status` become the titles' own, where they state none."""
        for title in (title for person in self.people for title in person.titles):
            row = self.of_status.get((*title.position, title.status))
            if row and title.precedence is None:
                title.precedence = row.precedence
