"""From a pasted name to an official of the register: surely, perhaps, or not at all.

Sure is only who bears exactly this name, alone, and of whom the pasted titles say nothing else.
A name a letter away, a namesake or foreign titles are a question for the person at the screen:
nobody is put on a list silently.
"""

import datetime as dt
from dataclasses import dataclass

from apps.people.matching import people_named
from apps.people.models import Person, Term
from lib.vietnamese.fold import fold
from lib.vietnamese.names import sort_key

from .pasting import Pasted

MOST_ASKED = 4
FARTHEST = 2  # typing errors in one syllable


@dataclass(frozen=True)
class Found:
    """Either `person` (sure), or `asked` (ids of whom it may be, nearest first), or neither."""

    person: int | None = None
    asked: tuple[int, ...] = ()


def recognize(lines: list[Pasted], *, day: dt.date) -> list[Found]:
    """One answer for each line. Three queries for any number of lines."""
    register = _Register.loaded(line.name for line in lines if line.name)
    answers = [_answer(line, register) for line in lines]
    candidates = {pk for _line, ids in answers for pk in ids}
    ranks = _ranks_of(candidates)
    return [_decided(line, ids, register, ranks) for line, ids in answers]


def surely(lines: list[Pasted]) -> list[Person | None]:
    """Only who is sure, without a question for anybody: two queries, however many people."""
    named = people_named(fold(line.name) for line in lines if line.name)
    people = {person.pk: person for bearers in named.values() for person in bearers}
    register = _Register(
        (pk, person.name, person.other_spellings, person.folded) for pk, person in people.items()
    )
    ids = [register.exactly(line.name) if line.name else [] for line in lines]
    ranks = _ranks_of(people) if people else {}
    found = (_decided(line, pks, register, ranks) for line, pks in zip(lines, ids, strict=True))
    return [people.get(one.person) for one in found]


class _Register:
    """Names of all officials: few kilobytes a thousand, compared in memory."""

    def __init__(self, rows):
        self.spellings, self.by_key, self.by_place = {}, {}, {}
        for pk, name, others, folded in rows:
            self.spellings[pk] = (name, *others)
            for key in map(fold, self.spellings[pk]) if others else (folded,):
                self._add(pk, key)

    def _add(self, pk, key):
        self.by_key.setdefault(key, set()).add(pk)
        syllables = key.split()
        for place in range(len(syllables)):
            hole = (len(syllables), place, *syllables[:place], *syllables[place + 1 :])
            self.by_place.setdefault(hole, {})[pk] = syllables[place]

    @classmethod
    def loaded(cls, names):
        """The stored folding is that of the name alone where nobody has other spellings."""
        wanted = any(True for _name in names)
        columns = ("pk", "name", "other_spellings", "folded")
        rows = Person.objects.order_by().values_list(*columns)
        return cls(rows.iterator() if wanted else ())

    def exactly(self, name):
        """Same letters and marks, wherever a tone is placed."""
        same = sort_key(name)
        return [
            pk
            for pk in self.by_key.get(fold(name), ())
            if same in map(sort_key, self.spellings[pk])
        ]

    def near(self, name):
        """Other marks, one syllable misspelled, or the middle name left out."""
        key = fold(name)
        found = dict.fromkeys(self.by_key.get(key, ()), 0)
        syllables = key.split()
        for place, syllable in enumerate(syllables):
            hole = (len(syllables), place, *syllables[:place], *syllables[place + 1 :])
            for pk, other in self.by_place.get(hole, {}).items():
                if len(syllables) > 1 and (far := distance(syllable, other)) <= FARTHEST:
                    found.setdefault(pk, far)
        for pk in self._with_another_middle(syllables):
            found.setdefault(pk, FARTHEST + 1)
        return [pk for pk, _far in sorted(found.items(), key=lambda pair: (pair[1], pair[0]))]

    def _with_another_middle(self, syllables):
        """One syllable more or less in the middle: "Nguyễn Bưởi" for "Nguyễn Văn Bưởi"."""
        longer = len(syllables) + 1
        for place in range(1, longer - 1):
            yield from self.by_place.get((longer, place, *syllables), {})
        for place in range(1, len(syllables) - 1):
            yield from self.by_key.get(" ".join(syllables[:place] + syllables[place + 1 :]), ())


def _answer(line, register):
    if not line.name:
        return line, []
    exact = register.exactly(line.name)
    return line, exact or register.near(line.name)


def _ranks_of(people) -> dict[int, set[tuple[str, str]]]:
    """{person: {(rank, body)}} folded, of all titles ever held: pasted lists carry old ones."""
    rows = Term.objects.filter(person__in=people).order_by()
    found: dict[int, set] = {}
    for pk, rank, body in rows.values_list("person", "position__rank", "position__body__name"):
        found.setdefault(pk, set()).add((fold(rank), fold(body)))
    return found


def _decided(line, ids, register, ranks):
    fitting = [pk for pk in ids if _fits(line, ranks.get(pk, set()))]
    exact = set(register.exactly(line.name)) if line.name else set()
    sure = [pk for pk in fitting if pk in exact]
    if len(sure) == 1 and (len(ids) == 1 or _titles(line)):
        return Found(person=sure[0])
    asked = sorted(ids, key=lambda pk: (pk not in fitting, ids.index(pk)))
    return Found(asked=tuple(asked[:MOST_ASKED]))


def _titles(line):
    return line.mention.titles if line.mention else ()


def _fits(line, held):
    """No titles said, or one of them was held at some time: the rank and its kind of body."""
    titles = _titles(line)
    if not titles:
        return bool(held)
    return any(
        fold(title.rank).removeprefix("nguyen ") == rank and _same_body(fold(title.body), body)
        for title in titles
        for rank, body in held
    )


def _same_body(said, body):
    """ "thi uy" is "thi uy song van"; abbreviations as the reader of titles writes them."""
    long = body.replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")
    return not said or set(said.split()) <= set(long.split()) | set(body.split())


def distance(one: str, other: str) -> int:
    """Typing errors between two short words: letters changed, left out, added or swapped."""
    before, last = None, list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if before and i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
