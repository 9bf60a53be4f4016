"""What search knows of a page: a set of marks. What a reader asks for: marks again.

A page is found when it has every mark that is asked for, newest first; both engines keep the same
marks, so they find the same. There are five sorts:

    hoa          a word of the page, without accents
    =hòa         a word as it is written, if it has accents
    /hoa /=hòa   the same, of the title
    hoi_nghi     two words side by side
    #y:2021      what a filter asks: portal, section, year, kind, genre, a subject
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile

from lib.vietnamese.days import HO_CHI_MINH
from lib.vietnamese.fold import fold_tokens, tokens
from lib.vietnamese.text import clean

from .search_spellings import unparted, whole_numbers

PLACES = 1 << 24  # showings of one second, and of a newsroom: a thousand a day for 45 years
QUERY_LENGTH = 1000  # characters read of what a reader typed
QUERY_WORDS = 32
STRINGS = 4  # long phrases that are looked up in the text; of more, neighbours decide
LINE = 4_000  # characters: longer ones are not kept in memory
WORD_LENGTH = 100  # a longer run of letters is no word
TITLE_BYTES, BODY_BYTES = 5_000, 150_000  # far beyond any article; a tsvector holds a megabyte
DIGITS = re.compile(r"[0-9]+|[^0-9]+")
QUOTES = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02]')
# 17-NQ/TU, 2020-2025, 8/3, 31 - HD/BTCTW: one thing, though it is cut into words.
JOINED = re.compile(
    r"(?=\S*[0-9])[^\W_]+(?:[-\u2010-\u2015/][^\W_]+)+"
    r"|[0-9]+\s*[-\u2010-\u2015/]\s*[^\W_]+(?:[-\u2010-\u2015/][^\W_]+)*"
)

Word = tuple[str, str]  # as written, without accents


def words_of(text: str) -> list[Word]:
    """The words of a text in order; digits and letters are words apart (COVID19, COVID-19), but
    1.400 is one.
    """
    parts = (part for token in tokens(whole_numbers(text)) for part in _parts(token))
    cut = [part for part in parts if len(part) <= WORD_LENGTH]
    pairs = zip(cut, fold_tokens(cut), strict=True)
    return [pair for pair in pairs if pair[1]]


def _parts(token):
    return [token] if token.isalpha() else DIGITS.findall(token)


@dataclass(frozen=True)
class Marked:
    """`words` are all words without accents in order, the title's on a line of their own;
    each stands between spaces.
    """

    words: str
    marks: str


@dataclass(frozen=True)
class Line:
    """A line of a page as search reads it: its words, their bytes, what they are found by."""

    folded: tuple[str, ...]
    size: int
    marks: frozenset[str]
    words: str


def marked(title: str, body: str, facets: Iterable[str]) -> Marked:
    """A page as search keeps it: two texts with spaces between the words."""
    spellings = (words_of(each) for each in dict.fromkeys([title, unparted(title)]))
    heads = [words[: _fitting(words, TITLE_BYTES)] for words in spellings]
    rest = _lines(body)
    marks = set(facets).union(*(_written(head, "/") | _line(head).marks for head in heads))
    marks.update(*(line.marks for line in rest))
    marks.update(f"{one.folded[-1]}_{two.folded[0]}" for one, two in pairwise(rest))
    words = " \n ".join([_line(heads[0]).words, " ".join(line.words for line in rest)])
    return Marked(f" {words} ", " ".join(sorted(marks)))


def _lines(body):
    """Lines that have words, as far as they fit into `BODY_BYTES`."""
    lines, left = [], BODY_BYTES
    for text in body.split("\n"):
        line = _read(text) if len(text) <= LINE else _spelled(text)
        if line.size > left:
            words = words_of(text)
            line, left = _line(words[: _fitting(words, left)]), 0
        left = max(0, left - line.size)
        lines += [line] if line.folded else []
    return lines


@lru_cache(maxsize=64)
def _read(text):
    """A line of ordinary length; those made by the hundred have most of theirs in common."""
    return _spelled(text)


def _spelled(text):
    """Found by either spelling of the names in it; of phrases the words stand as written."""
    line, other = _line(words_of(text)), unparted(text)
    if other == text:
        return line
    also = _line(words_of(other))
    return replace(line, size=line.size + also.size, marks=line.marks | also.marks)


def _line(words):
    folded = tuple(plain for _exact, plain in words)
    size = sum(len(exact.encode()) + 1 for exact, _folded in words)
    return Line(folded, size, frozenset({*_written(words), *_pairs(folded)}), " ".join(folded))


def _fitting(words, most):
    """How many of them, from the first, have so many bytes together."""
    ends = accumulate(len(exact.encode()) + 1 for exact, _folded in words)
    return sum(1 for _end in takewhile(most.__ge__, ends))


def _written(words, place=""):
    """Marks of words one by one, with and without accents."""
    plain = {place + folded for _exact, folded in words}
    return plain | {f"{place}={exact}" for exact, _folded in words if has_accents(exact)}


def has_accents(word: str) -> bool:
    """Typed without accents, a word says nothing of how it is written: "hoa" may be any of them."""
    return not word.isascii()


def _pairs(folded):
    return [f"{one}_{two}" for one, two in zip(folded, folded[1:], strict=False)]


@dataclass(frozen=True)
class Question:
    """What was typed, taken apart. `runs` are words that follow one another in it, `phrases` those
    of them that must do so on the page too.
    """

    runs: tuple[tuple[Word, ...], ...] = ()
    phrases: tuple[tuple[Word, ...], ...] = ()

    def __bool__(self):
        return bool(self.runs)

    @property
    def words(self) -> list[Word]:
        """Each once, in order."""
        return list(dict.fromkeys(word for run in self.runs for word in run))

    def wanted(self) -> list[str]:
        """The marks every page that is found has; neighbours say that both words are there."""
        near, said = [], set()
        for phrase in self.phrases:
            folded = [plain for _exact, plain in phrase]
            near += _pairs(folded)
            said.update(folded)
        return _list([folded for _exact, folded in self.words if folded not in said] + near)

    def strings(self) -> list[str]:
        """Phrases that their pairs alone do not prove, as they stand in `Marked.words`."""
        long = (phrase for phrase in self.phrases if len(phrase) > 2)
        found = [f" {' '.join(folded for _exact, folded in phrase)} " for phrase in long]
        return found[:STRINGS]

    def tiers(self) -> list[list[str]]:
        """Marks that put a page before others: the first list it has all of is its rank.

        As the accents were typed before other accents; the title, side by side, anywhere.
        """
        words = self.words
        title = _list("/" + folded for _exact, folded in words)
        exact = [word for word, _folded in words if has_accents(word)]
        near = _list(
            pair for run in self.runs for pair in _pairs([folded for _exact, folded in run])
        )
        loose = [title, near] if near else [title]
        strict = []
        if exact:
            anywhere = _list("=" + word for word in exact)
            strict = [[*title, *_list("/=" + word for word in exact)]]
            strict += [[*near, *anywhere]] if near else []
            strict += [anywhere]
        return _telling([*strict, *loose], set(self.wanted()))

    def as_typed(self) -> int:
        """How many of the first tiers ask for the accents that were typed."""
        return sum(any(m.startswith(("=", "/=")) for m in marks) for marks in self.tiers())


def _telling(tiers, wanted):
    """What tells pages apart: not what all have that are found, and nothing twice.

    Of a phrase every page has the neighbours already: of five lists three are left.
    """
    found = []
    for marks in tiers:
        left = [mark for mark in marks if mark not in wanted]
        if not left:  # whatever comes after it would be reached by none
            break
        found += [left] if left not in found else []
    return found


def _list(marks):
    return list(dict.fromkeys(marks))


def ask(text: str) -> Question:
    """Read what a reader typed: words, "phrases" in any quotes, numbers of documents.

    What cannot be read asks for nothing; nothing in it is an operator.
    """
    runs, phrases, left = [], [], QUERY_WORDS
    typed = whole_numbers(clean(text[:QUERY_LENGTH]))
    for number, part in enumerate(QUOTES.split(typed)):
        quoted = number % 2 == 1 and bool(part)
        run = tuple(words_of(part)[:left])
        if not run:
            continue
        left -= len(run)
        runs.append(run)
        if quoted:
            phrases.append(run)
        else:
            phrases += [tuple(words_of(found[0])) for found in JOINED.finditer(part)]
    kept = {word for run in runs for word in run}
    phrases = [each for each in phrases if len(each) > 1 and kept.issuperset(each)]
    return Question(tuple(runs), tuple(dict.fromkeys(phrases)))


def without_quotes(text: str) -> str:
    return " ".join(QUOTES.sub(" ", text).split())


@dataclass(frozen=True)
class Filters:
    """What else a page must be: each '' asks for nothing. A subject is a key, "person:12"."""

    section: str = ""
    year: int = 0
    kind: str = ""  # article, meeting, person, body
    genre: str = ""
    subjects: tuple[str, ...] = ()

    def marks(self) -> list[str]:
        asked = {"s": self.section, "y": str(self.year or ""), "k": self.kind, "g": self.genre}
        found = [f"#{name}:{_safe(value)}" for name, value in asked.items() if value]
        return found + [f"#{_safe(key)}" for key in self.subjects]


def facets(cut, listed_at: datetime) -> set[str]:
    """The marks filters ask for, of a cut that lists call `listed_at`."""
    day = listed_at.astimezone(HO_CHI_MINH)
    plain = {"p": cut.portal, "k": cut.kind, "g": cut.genre}
    plain["y"], plain["q"] = str(day.year), f"{day.year}-{(day.month + 2) // 3}"
    found = {f"#{name}:{_safe(value)}" for name, value in plain.items() if value}
    found |= {f"#s:{_safe(slug)}" for slug in (cut.section, cut.top_section) if slug}
    found.add(portal_mark(cut.portal))
    return found | {f"#{_safe(key)}" for key in cut.subjects}


def portal_mark(portal: str) -> str:
    return f"#p:{_safe(portal)}"


def _safe(value):
    """No space and no quote can be in a mark, whatever a reader writes into an address."""
    return re.sub(r"[^a-z0-9:_-]", "", value.lower())[:WORD_LENGTH]
