"""Where a text says what was looked for: the words in <mark>, and the part of it around them."""

import functools
import re
from collections import Counter

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from apps.editions.search import Question, has_accents
from lib.vietnamese.fold import fold_tokens, tokens

LENGTH = 230  # of a passage, in letters
LEAD = 70  # of them before the first word looked for, at most
LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
STOP = re.compile(r"[.!?…]\s+")
GAP = re.compile(r"</mark>(\s+)<mark>")


class Marker:
    """Marks the words of one question in any number of texts; they come out escaped."""

    def __init__(self, question: Question):
        self._exact: dict[str, set[str]] = {}
        for exact, folded in question.words:
            self._exact.setdefault(folded, set()).update({exact} if has_accents(exact) else ())
        self._form = _form(tuple(sorted(self._exact, key=len, reverse=True)))

    def line(self, text: str) -> SafeString:
        """The whole text."""
        return self._marked(text, self._hits(text), 0, len(text))

    def passage(self, text: str) -> SafeString:
        """The part of the text that has most of the words; its beginning if it has none."""
        hits = self._hits(text)
        start = _start(text, _densest(hits))
        end = _end(text, start)
        inside = [hit for hit in hits if start <= hit[0] and hit[1] <= end]
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return mark_safe(f"{before}{self._marked(text, inside, start, end)}{after}")

    def _hits(self, text):
        """[(start, end, word)]: as the accents were typed, where the text has it so."""
        if not self._exact:
            return []
        found = []
        for match in self._form.finditer(text):
            word, written = _read(match[0])
            if word in self._exact:
                found.append((*match.span(), word, written))
        said = {word for *_span, word, written in found if written in self._exact[word]}
        return [
            (start, end, word)
            for start, end, word, written in found
            if word not in said or written in self._exact[word]
        ]

    def _marked(self, text, hits, start, end):
        parts, at = [], start
        for begins, ends, _word in hits:
            parts += [escape(text[at:begins]), f"<mark>{escape(text[begins:ends])}</mark>"]
            at = ends
        html = "".join([*parts, escape(text[at:end])])
        return mark_safe(GAP.sub(r"\1", html))


@functools.lru_cache(maxsize=4096)
def _read(written):
    """(the word to compare by, as it is written); a text says the same few words many times."""
    return "".join(fold_tokens([written.lower()])), "".join(tokens(written))


def _densest(hits):
    """Where the stretch begins that has most different words, then most words; 0 without any."""
    best, at, last = (0, 0), 0, 0
    inside = Counter()
    for start, _end, word in hits:
        while last < len(hits) and hits[last][0] < start + LENGTH:
            inside[hits[last][2]] += 1
            last += 1
        said = (len(inside), inside.total())
        if said > best:
            best, at = said, start
        inside[word] -= 1
        if not inside[word]:
            del inside[word]
    return at


def _start(text, at):
    """A little before: at the sentence's beginning if it is near, else between two words."""
    if at <= LEAD:
        return 0
    stops = [found.end() for found in STOP.finditer(text, at - LEAD * 2, at)]
    if stops and at - stops[-1] <= LEAD * 2:
        return stops[-1]
    return text.find(" ", at - LEAD, at) + 1 or at


def _end(text, start):
    if len(text) <= start + LENGTH:
        return len(text)
    space = text.rfind(" ", start, start + LENGTH + 1)
    return space if space > start else start + LENGTH


@functools.lru_cache(maxsize=256)
def _form(words):
    """Finds everything that may be one of these words, whatever its accents."""
    forms = "|".join(map(_form_of, words)) or "(?!)"
    return re.compile(forms, re.DOTALL)


def _form_of(word):
    """A number stands by itself between letters, a word between digits.

    What stands before is asked last: most places of a text are passed over by the first letter.
    """
    if word.isdigit():
        return rf"{re.escape(word)}(?<!\d.{{{len(word)}}})(?!\d)"
    letters = _letters()
    form = "".join(letters.get(letter, re.escape(letter)) for letter in word)
    return rf"{form}(?<![^\W\d_].{{{len(word)}}})(?![^\W\d_])"


@functools.cache
def _letters():
    """{letter: class of all that fold to it}; i and y are one, as in "kỷ luật", "kỉ luật"."""
    found: dict[str, str] = {}
    for letter in map(chr, LATIN):
        for base in fold_tokens([letter.lower()]):
            if len(base) == 1 and base.isalpha() and base.isascii():
                found[base] = found.get(base, "") + letter
    found["i"] += found["y"]
    return {base: f"[{re.escape(each)}]" for base, each in found.items()}
