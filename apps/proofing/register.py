"""The register in memory, with the keys by which a text names people and bodies."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from apps.people.house_form import Unit, named
from apps.people.speaking import body_keys

from .facts import BodyFact, PersonFact
from .spelling import deletions, distance, name_key

_LEAST = 3  # syllables of a name that is known although its first one is wrong
_SLIP = 2  # letters
ByUnit = dict[Unit, list[BodyFact]]


@dataclass
class Register:
    """Snapshot of one version of the register.

    surnames: {name without its first word: these first words}.
    singles: people whose whole name is one word, K'Brội.
    people_by_name: {name_key: people}; near: {name without one syllable: (person, which)};
    bodies_by_key: {speaking.body_key: bodies by unit}; phrases: {words of a body: bodies by unit}.
    """

    version: int
    people: dict[int, PersonFact]
    bodies: dict[int, BodyFact]
    people_by_name: dict[str, list[PersonFact]] = field(default_factory=dict)
    near: dict[str, list[tuple[PersonFact, int]]] = field(default_factory=dict)
    bodies_by_key: dict[str, ByUnit] = field(default_factory=dict)
    phrases: dict[str, ByUnit] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    singles: list[PersonFact] = field(default_factory=list)
    units: set[Unit] = field(default_factory=set)
    surnames: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self):
        self._index_people()
        self._index_bodies()

    def _index_people(self):
        by_name, near = defaultdict(list), defaultdict(list)
        for person in self.people.values():
            for key in {name_key(name) for name in (person.name, *person.other_spellings)}:
                by_name[key].append(person)
                if " " not in key:
                    self.singles.append(person)
                first, _space, others = key.partition(" ")
                self.surnames[others].add(first)
                for place, rest in enumerate(deletions(key)):
                    near[rest].append((person, place))
        self.people_by_name, self.near = dict(by_name), dict(near)

    def __contains__(self, name: str) -> bool:
        """Whether these words can only be one of our people's names, its first word perhaps
        mistyped: "Huyện ủy Pha Nhật Tiến" names no place where there is a Phan Nhật Tiến."""
        if name in self.people_by_name:
            return True
        first, _space, rest = name.partition(" ")
        if rest.count(" ") + 2 < _LEAST or rest not in self.surnames:
            return False
        return any(distance(first, other) <= _SLIP for other in self.surnames[rest])

    def _index_bodies(self):
        for body in self.bodies.values():
            unit = named(body).unit
            self.units.add(unit)
            for key in _with_shorter(body_keys(body)):
                self.bodies_by_key.setdefault(key, {}).setdefault(unit, []).append(body)
            for phrase in body.phrases:
                self.phrases.setdefault(phrase, {}).setdefault(unit, []).append(body)
        for phrase in self.phrases:
            first, _space, rest = phrase.partition(" ")
            self.longest[first] = max(self.longest.get(first, 0), rest.count(" ") + 2)


# "Ban Xây dựng Đảng Đảng ủy phường": whose Đảng ủy it is need not be said.
_WHOSE_COMMITTEE = re.compile(r"(?<= dang uy) (?:xa|phuong|thi tran|dac khu)$")


def _with_shorter(keys: frozenset[str]) -> set[str]:
    return {*keys, *(_WHOSE_COMMITTEE.sub("", key) for key in keys)}
