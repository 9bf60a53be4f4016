"""The register in memory, with the keys by which a text names people and bodies."""

from collections import defaultdict
from dataclasses import dataclass, field

from apps.people.house_form import named, spelled
from apps.people.speaking import body_keys

from .facts import BodyFact, PersonFact
from .spelling import deletions, name_key, phrase_of

# A body is looked for by itself only under words that say a committee, a level or a place.
_LONG = (
    ("HĐND", "Hội đồng nhân dân"),
    ("UBND", "Ủy ban nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("LHPN", "Liên hiệp Phụ nữ"),
)


@dataclass
class Register:
    """Snapshot of one version of the register.

    people_by_name: {name_key: people}; near: {name without one syllable: (person, which)};
    bodies_by_key: {speaking.body_key: bodies}; phrases: {words of a body: bodies}.
    """

    version: int
    people: dict[int, PersonFact]
    bodies: dict[int, BodyFact]
    people_by_name: dict[str, list[PersonFact]] = field(default_factory=dict)
    near: dict[str, list[tuple[PersonFact, int]]] = field(default_factory=dict)
    bodies_by_key: dict[str, list[BodyFact]] = field(default_factory=dict)
    phrases: dict[str, list[BodyFact]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def __post_init__(self):
        self._index_people()
        self._index_bodies()

    def _index_people(self):
        by_name, near = defaultdict(list), defaultdict(list)
        for person in self.people.values():
            for key in {name_key(name) for name in (person.name, *person.other_spellings)}:
                by_name[key].append(person)
                for place, rest in enumerate(deletions(key)):
                    near[rest].append((person, place))
        self.people_by_name, self.near = dict(by_name), dict(near)

    def _index_bodies(self):
        by_key, phrases = defaultdict(list), defaultdict(list)
        for body in self.bodies.values():
            for key in body_keys(body):
                by_key[key].append(body)
            for phrase in {phrase_of(words) for words in spoken(body)}:
                phrases[phrase].append(body)
        self.bodies_by_key, self.phrases = dict(by_key), dict(phrases)
        for phrase in phrases:
            first, _space, rest = phrase.partition(" ")
            self.longest[first] = max(self.longest.get(first, 0), rest.count(" ") + 2)


def spoken(body: BodyFact) -> set[str]:
    """All words by which a text may call the body; long and short ways of the same name."""
    name = named(body)
    others = (*body.short_names, *body.abbreviations)
    said = {body.name, spelled(body.name), name.stem, name.whole, *others}
    said |= {_long(words) for words in said}
    return {words for words in said if words}


def _long(words: str) -> str:
    for short, long in _LONG:
        words = words.replace(short, long)
    return words
