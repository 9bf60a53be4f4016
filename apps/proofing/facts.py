"""The register as plain values: what proofreading asks thousands of times without a query.

Shapes mirror `people.models`, so that `people.titles` and `people.speaking` work on them too.
"""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from apps.people.held import Held
from apps.people.house_form import named, spelled

from .spelling import phrase_of

# One body said longer or shorter (DOMAIN §1.6); each way with the level and place behind it.
_WAYS = (
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam", "UBMTTQ Việt Nam", "UBMTTQVN",
     "UBMTTQ", "Ủy ban MTTQ", "Ủy ban Mặt trận Tổ quốc", "MTTQ Việt Nam", "MTTQ"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Ủy ban nhân dân", "UBND"),
    ("Hội Liên hiệp Phụ nữ Việt Nam", "Hội Liên hiệp Phụ nữ", "Hội LHPN Việt Nam", "Hội LHPN",
     "Hội Phụ nữ"),
    ("Hội Nông dân Việt Nam", "Hội Nông dân"),
    ("Hội Cựu chiến binh Việt Nam", "Hội Cựu chiến binh", "Hội CCB"),
    ("Liên đoàn Lao động", "LĐLĐ"),
    ("Ủy ban Kiểm tra", "UBKT"),
    ("Ban Chỉ huy Quân sự", "Ban CHQS", "BCHQS"),
    ("Bộ Chỉ huy Quân sự", "Bộ CHQS"),
    ("Ban Thường vụ", "BTV"),
    ("Ban Chấp hành", "BCH"),
)  # fmt: skip


def _all_ways(words: str) -> set[str]:
    """The name in every way of saying its work: "UBMTTQ huyện Ia Mơng"."""
    for ways in _WAYS:
        begun = next((way for way in ways if words.startswith(way)), None)
        if begun:
            return {way + words[len(begun) :] for way in ways}
    return {words}


@dataclass(eq=False)
class BodyFact:
    """An Organization: the columns that words and days of titles depend on."""

    pk: int
    name: str
    place: str
    level: str
    kind: str
    short_names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    parent_id: int | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    parent: "BodyFact | None" = None

    @cached_property
    def phrases(self) -> frozenset[str]:
        """All words by which a text may call it, long and short, in small letters with marks."""
        name = named(self)
        others = (*self.short_names, *self.abbreviations)
        said = {self.name, spelled(self.name), name.stem, name.whole, *others}
        if name.stem.startswith("Sở "):  # there is one level of them
            said.add(name.bare)
        said = {way for words in said for way in _all_ways(words)}
        return frozenset(phrase_of(words) for words in said if words)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of its names, with marks."""
        return frozenset(word for phrase in self.phrases for word in phrase.split())

    @cached_property
    def titles(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """{rank: {way to write the rank: titles}} with this body, filled as they are asked for."""
        return {}

    def exists_on(self, day: dt.date) -> bool:
        """Both ends count."""
        return not self.begins_after(day) and not self.ended_before(day)

    def begins_after(self, day: dt.date) -> bool:
        return self.valid_from is not None and self.valid_from > day

    def ended_before(self, day: dt.date) -> bool:
        return self.valid_to is not None and self.valid_to < day


@dataclass(eq=False, slots=True)
class PositionFact:
    """A rank in a body."""

    rank: str
    body: BodyFact
    precedence: int


@dataclass(eq=False, slots=True)
class TermFact:
    """A Term; `ends_on` is never after the body's own end."""

    pk: int
    person: "PersonFact"
    position: PositionFact
    status: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    precedence: int | None
    document: str

    def covers(self, first: dt.date, last: dt.date) -> bool:
        """Held on some day of [first, last]."""
        begun = self.starts_on is None or self.starts_on <= last
        return begun and (self.ends_on is None or self.ends_on >= first)

    def over_before(self, day: dt.date) -> bool:
        return self.ends_on is not None and self.ends_on < day

    def begins_after(self, day: dt.date) -> bool:
        return self.starts_on is not None and self.starts_on > day


@dataclass(eq=False)
class PersonFact:
    """A Person with all terms, in the order they were entered."""

    pk: int
    ref: str
    name: str
    other_spellings: tuple[str, ...]
    sort_key: str
    born_on: dt.date | None
    terms: list[TermFact] = field(default_factory=list)

    @cached_property
    def held(self) -> list[Held]:
        """The terms as `people.titles` takes them."""
        return [Held(term) for term in self.terms]

    def held_on(self, day: dt.date) -> list[Held]:
        """Titles of the day in protocol order; on the day of a handover both count."""
        return sorted(
            (held for held in self.held if held.term.covers(day, day)),
            key=lambda held: held.protocol,
        )

    def precedence_on(self, day: dt.date) -> int | None:
        """The lowest of the day, shown or not (CONTRACTS, protocol_order); None without a title."""
        return min((held.precedence for held in self.held_on(day)), default=None)
