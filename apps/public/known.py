"""People and bodies above what was found: those of whom the words are said in one breath.

A page of the register is found by words from all over it; here they must stand together in one
name, one title or one document, as the marks were typed.
"""

from dataclasses import replace
from functools import lru_cache

from apps.editions.search import Question, documents, has_accents
from apps.editions.search_marks import Word, words_of
from apps.editions.search_spellings import unparted

from .links import linked

MOST = 4
NAME, OFFICE, FORMER, DOCUMENT = range(4)  # where the words may stand, the best first
TOGETHER, APART, ALIKE = range(3)  # how they may stand there, the best first
I_FOR_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")  # of words that are one without marks


def known(showings, question: Question) -> list:
    """[(showing, `Linked`)], the best first: of those that say it best, whatever exists before
    what is over. `showings` have their values as `text`.
    """
    asked = tuple(word for run in question.runs for word in run)
    found = [(*place, row) for row in showings if (place := _place(asked, row))]
    best = min((how for how, *_rest in found), default=TOGETHER)
    rows = sorted((each for each in found if each[0] == best), key=lambda each: each[1:-2])
    return [(row, _told(row, where, text)) for _how, where, *_order, text, row in rows[:MOST]]


def _told(row, where, text):
    page = linked(row)
    return replace(page, about=text) if where == DOCUMENT else page


def _place(asked, row):
    """How and where it is said, what orders equals, and the words; None if it is not said."""
    own, past = _name_inside(asked, row), row.cut.top_section == "past"
    wanted = {folded for _exact, folded in own}
    places = [
        (how, where, past, not _begins(own, line), len(line), text)
        for where, text in _told_of(row.cut.kind, row.text)
        for line, folded in _spelled(text)
        if wanted <= folded
        if (how := _said(own, line, where == NAME and row.cut.kind == "person")) is not None
        if how != ALIKE or where == NAME
    ]
    return min(places, default=None)


def _name_inside(asked, row):
    """What is left beside a person's whole name: "Bí thư Hà Văn Minh" asks him for the rank."""
    for name in row.text.get("names", []) if row.cut.kind == "person" else ():
        words = _spelled(name)[0][0]
        for at in range(len(asked) - len(words) + 1):
            if _begins(words, asked[at:], _alike) and len(words) < len(asked):
                return asked[:at] + asked[at + len(words) :]
    return asked


def _told_of(kind, values):
    """(where, text) of all that is said in one breath."""
    names = values.get("names", [])
    told = [(NAME, name) for name in names]
    if kind == "person":
        now = [title["words"] for title in values.get("titles", [])]
        told += [(OFFICE, words) for words in now]
        told += [(FORMER, words) for words in values.get("words", []) if words not in now]
    else:
        told += [(NAME, f"{name} {values.get('place', '')}") for name in names]
        told += [(DOCUMENT, document) for document in documents(values)]
    return told


@lru_cache(maxsize=1 << 13)
def _spelled(text) -> list[tuple[tuple[Word, ...], frozenset[str]]]:
    """The words in either spelling, as written first, and beside them those without accents."""
    found = [tuple(words_of(each)) for each in dict.fromkeys([text, unparted(text)])]
    return [(words, frozenset(folded for _exact, folded in words)) for words in found]


def _said(asked, line, is_persons_name):
    """How a line has the words. Of a person's name some may be left out; of another line behind
    its first word: "Bí thư Sông Vân".
    """
    if any(_begins(asked, line[at:]) for at in range(len(line))):
        return TOGETHER
    if is_persons_name and len(asked) > 1 and _in_order(asked, line):
        return TOGETHER
    if len(asked) > 2 and _begins(asked[:1], line) and _in_order(asked, line):
        return APART
    if len(asked) > 1 and any(_begins(asked, line[at:], _alike) for at in range(len(line))):
        return ALIKE
    return None


def _in_order(asked, line):
    left = iter(line)
    return all(any(_same(word, other) for other in left) for word in asked)


def _begins(asked, line, same=None):
    same = same or _same
    return len(asked) <= len(line) and all(map(same, asked, line))


def _same(asked, said):
    """Typed with accents, a word is that word; typed without, any that is written so."""
    return asked[1] == said[1] and (
        not has_accents(asked[0]) or asked[0].translate(I_FOR_Y) == said[0].translate(I_FOR_Y)
    )


def _alike(asked, said):
    return asked[1] == said[1]
