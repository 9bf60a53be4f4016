"""What a reorganization is, before it becomes lines of a decision.

A body is its id, or the key of one the plan makes: "new:" and a check of its name, so that a key
stays the same while other names are typed before and after it.
"""

import datetime as dt
import zlib
from dataclasses import dataclass, field

from apps.people.models import Term
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

Key = int | str


def key_of(name: str) -> str:
    """The key of a new body of that name; case and spaces do not count, marks do."""
    words = " ".join(clean(name).lower().split())
    return f"new:{zlib.crc32(words.encode()):08x}"


def is_new(key: Key | None) -> bool:
    return isinstance(key, str)


@dataclass(frozen=True)
class NewBody:
    name: str
    kind: str
    level: str
    place: str = ""
    parent: Key | None = None
    short_names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return key_of(self.name)


@dataclass(frozen=True)
class Carry:
    """The holder of `term` goes on in `body` as `rank` from the day of the plan."""

    term: int
    person: int
    rank: str
    body: Key
    status: str = Term.Status.HOLDS.value


@dataclass
class Plan:
    """`day` is the first day of the new order; what ends is last there on the day before.

    `successions`: (before, after, kind) · `parents`: sub-body -> its new superior, or None ·
    `other`: lines of the decision that are no part of a plan, kept as they are · `lost`: how many
    lines named rows that are no longer there (made by a decision revoked since).
    """

    day: dt.date
    document: str = ""
    ending: list[int] = field(default_factory=list)
    founding: list[NewBody] = field(default_factory=list)
    successions: list[tuple[int, Key, str]] = field(default_factory=list)
    parents: dict[int, Key | None] = field(default_factory=dict)
    carries: list[Carry] = field(default_factory=list)
    other: list[dict] = field(default_factory=list)
    lost: int = 0

    @property
    def last_day(self) -> dt.date:
        return self.day - dt.timedelta(days=1)


def same_rank(one: str, other: str) -> bool:
    """Ranks are compared without case and marks: "Phó bí thư" is "Phó Bí thư"."""
    return fold(one) == fold(other)
