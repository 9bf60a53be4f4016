"""From a text to its mentions: one pass over the tokens."""

from dataclasses import replace

from .candidates import TitleRead, is_title_start
from .honours import HONOURS
from .lists import OpenList, Person, number_lists, share_backwards
from .names import begins_name, has_surname, keys, run_end
from .people import (
    Honour,
    bare_name,
    place_end,
    read_honour,
    read_name,
    surname_honour,
    tokens_break,
)
from .people_first import AS, read_behind_name, read_given, trailing
from .phrases import first_words, longest
from .ranks import RANKS, STATUSES
from .sequences import Sequence, read_sequence
from .surnames import PLACES
from .text_view import View
from .title_only import SPOKEN_OF, is_spoken_of, stands_alone
from .tokens import LOWER, NUMBER, WORD
from .units import MANY

# Small words with which a mention can begin; most words of a text are none of them.
_ADDRESSED = first_words(HONOURS)
_STARTS = first_words(HONOURS, RANKS, STATUSES)
# Between a title and the name of who holds it.
_NAMING = frozenset((":", "là", "-", "–", ","))
_LIST_WORDS = frozenset((":", "gồm", "là"))
_MOST_BEFORE_COLON = 16


class Reader:
    """Reads one text. `people` grows in text order; `spoken` has titles that stand for nobody."""

    def __init__(self, view: View):
        self.view = view
        self.people: list[Person] = []
        self.spoken: list[Person] = []
        self.list = OpenList()

    def read(self) -> list[Person]:
        at, tokens = 0, self.view.tokens
        while at < len(tokens):
            token = tokens[at]
            if token.kind != WORD or (token.case == LOWER and token.key not in _STARTS):
                at += 1
                continue
            behind = self._read_at(at)
            at = behind if behind and behind > at else at + 1
        return self.people

    def _read_at(self, at: int) -> int | None:
        view = self.view
        if view.tokens[at].key in _ADDRESSED and longest(HONOURS, view.tokens, at):
            honour = read_honour(view, at)
            if not surname_honour(view, at, honour):
                return self._behind_honour(at, honour)
        if is_title_start(view, at):
            return self._titles_first(at, at, None)
        if view.tokens[at].case != LOWER:
            return self._bare(at)
        return None

    def _behind_honour(self, first: int, honour: Honour) -> int:
        view, at = self.view, honour.end
        if honour.plural or (self._lists_people(at) and not self.list.reaches(view, first)):
            self.list.begin(at)
        if at < len(view.tokens) and is_title_start(view, at):
            return self._titles_first(first, at, honour) or at
        name = read_name(view, at, honour) if at < len(view.tokens) else None
        if name:
            return self._person(first, name, honour)
        if honour.plural:
            return self._behind_colon(at) or at
        return at

    def _lists_people(self, at: int) -> bool:
        """đồng chí A, Trần Thị B, ...: a list, though only one comrade is announced."""
        end = run_end(self.view.tokens, at)
        if self.view.key(end) not in (",", "và") or end + 1 >= len(self.view.tokens):
            return False
        return begins_name(self.view.tokens, end + 1) and end - at > 1

    def _behind_colon(self, at: int) -> int | None:
        """các đồng chí trong Ban Thường vụ Tỉnh ủy: | A, ...: a list without shared titles."""
        for index in range(at, min(at + _MOST_BEFORE_COLON, len(self.view.tokens))):
            if self.view.key(index) == ":":
                self.list.begin(index + 1)
                return index + 1
            if tokens_break(self.view, index) or longest(HONOURS, self.view.tokens, index):
                return None
        return None

    def _titles_first(self, first: int, at: int, honour: Honour | None) -> int | None:
        view = self.view
        sequence = read_sequence(view, at, named=False)
        if not sequence.titles:
            return None
        plural = honour.plural if honour else self._is_plural(at)
        spoken = honour and view.key(honour.end - 1) == ":"
        if sequence.name and not sequence.many:
            return self._named_behind(first, sequence, honour, plural and not spoken)
        if plural:
            self._share(sequence)
        elif name := self._name_behind_mark(sequence, honour, at):
            sequence.name = name
            return self._named_behind(first, sequence, honour, plural)
        elif stands_alone(view, sequence, first, bool(honour)):
            word = honour.word if honour else ""
            self.people.append(Person(first, sequence.end, None, sequence.titles, word))
        elif is_spoken_of(sequence):
            self.spoken.append(Person(first, sequence.end, None, sequence.titles, ""))
        return sequence.end

    def _is_plural(self, at: int) -> bool:
        before = self.view.tokens[at - 1] if at else None
        return bool(before) and (before.key in MANY or before.kind == NUMBER)

    def _share(self, sequence: Sequence) -> None:
        """các Phó Chủ tịch UBND tỉnh: | A, B."""
        at = sequence.end
        if sequence.many or self.view.key(at) not in _LIST_WORDS:
            return
        while self.view.key(at) in _LIST_WORDS:
            at += 1
        self.list.begin(at, sequence.titles)

    def _name_behind_mark(self, sequence, honour, first) -> tuple[int, int] | None:
        """Chủ tịch UBND xã: Nguyễn Văn A; Bí thư Đảng ủy xã là đồng chí Nguyễn Văn A."""
        view, at = self.view, sequence.end
        joined = bool(longest(HONOURS, view.tokens, at))
        if sequence.many or not (joined or view.key(at) in _NAMING):
            return None
        behind = at if joined else at + 1
        inner = read_honour(view, behind) if behind < len(view.tokens) else None
        if view.key(at) == "," and not (inner and self._may_be_named(first, inner, honour)):
            return None
        start = inner.end if inner else behind
        if (inner and inner.plural) or start >= len(view.tokens):
            return None
        name = read_name(view, start, inner)
        if not name or not has_surname(view.tokens, name[0]) or name[1] - name[0] < 2:
            return None
        # Bí thư: A; Phó Bí thư: B. Bí thư là ông A; Phó Bí thư là ông B
        series = view.key(at) in (":", "là") and view.key(name[1]) == ";"
        return name if series or not read_behind_name(view, name[1])[0].titles else None

    def _may_be_named(self, first: int, inner: Honour, honour: Honour | None) -> bool:
        """Whether a title and a name behind a comma are one person's.

        "Giám đốc Công an tỉnh, Đại tá A": yes. "Thừa ủy quyền của Chủ tịch nước, đồng chí A": no.
        """
        if self._is_told_as(first):
            return True
        if not inner.spoken:
            return self.view.key(first - 1) not in SPOKEN_OF
        return bool(honour) or self._begins(first)

    def _is_told_as(self, at: int) -> bool:
        """ "Với cương vị | Bí thư Huyện ủy, đồng chí A"."""
        starts = (at - back for back in (3, 4) if at >= back)
        return any((longest(AS, self.view.tokens, start) or ("", 0))[1] == at for start in starts)

    def _begins(self, at: int) -> bool:
        return at == 0 or tokens_break(self.view, at - 1)

    def _named_behind(self, first, sequence, honour, plural) -> int:
        """Titles and then the name; more titles may follow it."""
        name = self._checked_name(sequence.name)
        if self._is_hero(name, sequence):
            return name[1]
        more = trailing(self.view, name[1])
        titles = [*sequence.titles, *more.titles]
        in_list = self.list.reaches(self.view, first)
        if in_list:
            titles = self.list.titles_for(titles)
        end = more.end if more.titles else name[1]
        self._add(Person(first, end, name, titles, honour.word if honour else ""))
        if plural:
            self.list.begin(end, sequence.titles, for_untitled=True)
        return self._behind(end, in_list or plural)

    def _is_hero(self, name: tuple[int, int], sequence: Sequence) -> bool:
        """Chủ tịch Tôn Đức Thắng, Tổng Bí thư Lê Hồng Phong: history, and no office of today."""
        bare = not any(title.body.stated for title in sequence.titles)
        return bare and keys(self.view.tokens, *name) in PLACES

    def _checked_name(self, name: tuple[int, int]) -> tuple[int, int]:
        read = read_name(self.view, name[0], Honour())
        return read or name

    def _bare(self, at: int) -> int | None:
        """A name without honour word: a person when titles follow, or inside a list."""
        view = self.view
        name = bare_name(view, at)
        if not name:
            return place_end(view, at)
        if self.list.reaches(view, name[0]) or self._is_titled(name):
            return self._person(name[0], name, None)
        return name[1]

    def _is_titled(self, name: tuple[int, int]) -> bool:
        sequence, several = read_behind_name(self.view, name[1], honoured=False)
        given = read_given(self.view, Person(name[0], name[1], name, []))
        if not sequence.titles:
            return bool(given) and has_surname(self.view.tokens, name[0])
        return not several and not sequence.many

    def _person(self, first: int, name: tuple[int, int], honour: Honour | None) -> int:
        view = self.view
        if honour and not honour.plural and self.list.bare:
            self.list.begin(first)  # "các Phó Bí thư: A, B; đồng chí C": not one of them
        in_list = self.list.reaches(view, first) or bool(honour and honour.plural)
        sequence, several = read_behind_name(view, name[1], honoured=bool(honour))
        titles = [] if sequence.many and not several else sequence.titles
        if titles and in_list:
            share_backwards(view, self.people, first, titles, several)
        if in_list:
            titles = self.list.titles_for(titles)
        person = Person(first, sequence.end, name, titles, honour.word if honour else "")
        person.untitled_in_list = in_list and not person.titles
        self.list.bare |= in_list and not honour and bool(self.list.shared)
        person.end = self._bracketed(person)
        self._add(person)
        return self._behind(person.end, in_list)

    def _bracketed(self, person: Person) -> int:
        """các Phó Chủ tịch: A (Thường trực), B: the bracket belongs to A's shared title."""
        view, at = self.view, person.end
        if [view.key(at + step) for step in range(4)] != ["(", "thường", "trực", ")"]:
            return at
        shared, own = person.titles[:1], person.titles[1:]
        person.titles = [_standing(title) for title in shared] + own
        return at + 4

    def _add(self, person: Person) -> None:
        given = read_given(self.view, person)
        if given:
            person.titles = [*person.titles, *given.titles]
            person.end = given.end
        self.people.append(person)
        self.view.known.add(keys(self.view.tokens, *person.name))

    def _behind(self, end: int, in_list: bool) -> int:
        """The list goes on behind one of its people, and ends with anybody else."""
        self.list.at, self.list.open = end, in_list
        return end

    def numbered(self) -> list[tuple[Person, int]]:
        """People with the numbers of their lists."""
        return list(zip(self.people, number_lists(self.view, self.people), strict=True))


def _standing(title: TitleRead) -> TitleRead:
    return replace(title, rank=f"{title.rank} Thường trực")
