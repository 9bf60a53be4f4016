"""A title of one person, its place among his others and among other people's."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from apps.organizations.models import Organization

from .models import Person, Term
from .ranks import BLOCKS, LEVELS, block_of, implies, precedence_for

UNSET = 999  # Position's default: nobody has said where it stands
STANDING = "standing_committee"
EVER = dt.date.min


@dataclass(frozen=True)
class Held:
    """A title of one person: a term with its position and body at hand."""

    term: Term

    @property
    def person(self) -> Person:
        return self.term.person

    @property
    def rank(self) -> str:
        return self.term.position.rank

    @property
    def body(self) -> Organization:
        return self.term.position.body

    @property
    def status(self) -> str:
        return self.term.status

    @property
    def starts_on(self) -> dt.date | None:
        return self.term.starts_on

    @property
    def ends_on(self) -> dt.date | None:
        return self.term.ends_on

    @cached_property
    def precedence(self) -> int:
        """The term's own, else the position's, else what the rank usually has."""
        if self.term.precedence is not None:
            return self.term.precedence
        if self.term.position.precedence != UNSET:
            return self.term.position.precedence
        body = self.body
        return precedence_for(self.rank, body.kind, body.level, body=body.name)

    @property
    def committee(self) -> int | None:
        """The party committee it is a seat of; a standing committee is a part of its parent."""
        return self.body.parent_id if self.body.kind == STANDING else self.body.pk

    @cached_property
    def protocol(self) -> tuple:
        """Key of one person's titles: higher level, then block, then precedence (DOMAIN §2.2)."""
        level = LEVELS.index(self.body.level) if self.body.level in LEVELS else len(LEVELS)
        block = BLOCKS.index(block_of(self.body.kind))
        return (level, block, self.precedence, self.starts_on or EVER, self.term.pk)


def seniority(held: Held) -> tuple:
    """Lower precedence, earlier appointment, older; unknown appointment is oldest of all."""
    return (
        held.precedence,
        held.starts_on or EVER,
        held.person.born_on or dt.date.max,
        held.person.sort_key,
    )


def without_implied(held: Iterable[Held]) -> list[Held]:
    """The titles that are told: no membership that a higher seat implies, none twice."""
    told, seen = [], set()
    titles = list(held)
    for title in titles:
        same = (title.rank, title.body.pk, title.status)
        if same not in seen and not any(_implied(title, other) for other in titles):
            seen.add(same)
            told.append(title)
    return told


def _implied(title: Held, other: Held) -> bool:
    return title.committee == other.committee and implies(other.rank, title.rank, other.body.kind)
