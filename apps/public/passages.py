"""Where a text says what was looked for: the words in <mark>, and the part of it around them."""

import functools
import re
from collections import Counter
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from apps.editions.search import Question, has_accents
from apps.editions.search_spellings import APOSTROPHES, thousands, unparted, whole_numbers
from lib.vietnamese.fold import fold_tokens, tokens
from lib.vietnamese.text import clean

LENGTH = 230  # of a passage, in letters
LEAD = 70  # of them before the first word looked for, where no sentence begins near it
SENTENCE = 140  # how far before it one may begin
LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
BREAK = " · "  # where a line ends and no sign of a sentence says so
STOP = re.compile(rf"[.!?…]\s+|{BREAK}")
SAID = (".", "!", "?", "…", ":", ";", ",")  # ends that need no sign of ours
# Hloan, H'Loan: two consonants with which no word of ours begins, so few are looked for twice.
PARTED = re.compile("(?!ng|nh|th|tr|ph|kh|gh|ch)[bcdghklmnpqrstvx]{2}")
SIGNS = re.compile(r"[^\w·]{0,3}")  # between neighbours: "17 - NQ", but no other line
GAP = re.compile(r"</mark>(\s+)<mark>")


class Marker:
    """Marks the words of one question in any number of texts; they come out escaped."""

    def __init__(self, question: Question):
        self._exact: dict[str, set[str]] = {}
        runs = [[folded for _exact, folded in run] for run in question.runs]
        self._pairs = {pair for run in runs for pair in pairwise(run)}
        for exact, folded in question.words:
            self._exact.setdefault(folded, set()).update({exact} if has_accents(exact) else ())
        self._form = _form(tuple(sorted(self._exact, key=len, reverse=True)))

    def line(self, text: str) -> SafeString:
        """The whole text."""
        return self._marked(text, self._hits(text), 0, len(text))

    def passage(self, text: str) -> SafeString:
        """The part of the text that has most of the words; its beginning if it has none.

        `text` is one line, as `flat` makes it.
        """
        hits = self._hits(text)
        first, last = self._densest(text, hits)
        start = _start(text, first, LENGTH - (last - first))
        end = _end(text, start, last)
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

    def _densest(self, text, hits):
        """Where the stretch begins and ends that has most different words, then most of them side
        by side as they were typed; the shortest of such.
        """
        beside = self._beside(text, hits)
        best, span, first = (0,), (0, 0), 0
        words, pairs = Counter(), Counter()  # of the stretch; what it has no more is deleted
        for last, (_start, end, word) in enumerate(hits):
            words[word] += 1
            if last > first and beside[last]:
                pairs[beside[last]] += 1
            while first < last:
                start, _end, word = hits[first]
                pair = beside[first + 1]
                if end - start <= LENGTH and (words[word] == 1 or pairs.get(pair) == 1):
                    break  # short enough, and no word of it too many
                _less(words, word)
                if pair:
                    _less(pairs, pair)
                first += 1
            said = (len(words), len(pairs), hits[first][0] - end)
            if said > best:
                best, span = said, (hits[first][0], end)
        return span

    def _beside(self, text, hits):
        """For each of them the two words, if it follows the one before as it was typed."""
        found = [None] * len(hits)
        for number, ((_at, before, one), (after, _end, two)) in enumerate(pairwise(hits), 1):
            if (one, two) in self._pairs and SIGNS.fullmatch(text, before, after):
                found[number] = (one, two)
        return found

    def _marked(self, text, hits, start, end):
        parts, at = [], start
        for begins, ends, _word in hits:
            parts += [escape(text[at:begins]), f"<mark>{escape(text[begins:ends])}</mark>"]
            at = ends
        html = "".join([*parts, escape(text[at:end])])
        return mark_safe(GAP.sub(r"\1", html))


def _less(counter, each):
    counter[each] -= 1
    if not counter[each]:
        del counter[each]


@functools.lru_cache(maxsize=4096)
def _read(written):
    """(the word to compare by, as it is written); a text says the same few words many times."""
    written = unparted(whole_numbers(written))
    return "".join(fold_tokens([written.lower()])), "".join(tokens(written))


def flat(lines: str) -> str:
    """A text of several lines as one, with a sign where one ends that nothing else closes."""
    parts = []
    for line in filter(None, map(str.strip, lines.split("\n"))):
        if parts:
            parts.append(" " if parts[-1].rstrip('\u201d\u201c"»)').endswith(SAID) else BREAK)
        parts.append(line)
    return clean("".join(parts))


def _start(text, at, room):
    """A little before: at the sentence's beginning if it is near, else between two words; never so
    far that the passage would end before what was found does.
    """
    near = min(SENTENCE, room)
    stops = [found.end() for found in STOP.finditer(text, max(0, at - near - len(BREAK)), at)]
    if stops and at - stops[-1] <= near:
        return stops[-1]
    return 0 if at <= near else text.find(" ", at - min(LEAD, room), at) + 1 or at


def _end(text, start, last):
    if len(text) <= start + LENGTH:
        return len(text)
    space = text.rfind(" ", start, start + LENGTH + 1)
    end = space if space > start else start + LENGTH
    return max(last, start + len(text[start:end].rstrip(BREAK)))


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
        forms = dict.fromkeys([word, thousands(word)])
        return "|".join(rf"{re.escape(form)}(?<!\d.{{{len(form)}}})(?!\d)" for form in forms)
    letters = _letters()
    first, *rest = (letters.get(letter, re.escape(letter)) for letter in word)
    forms = {len(word): "".join([first, *rest])}
    if PARTED.match(word):
        forms[len(word) + 1] = "".join([first, f"[{APOSTROPHES}]", *rest])
    return "|".join(rf"{form}(?<![^\W\d_].{{{size}}})(?![^\W\d_])" for size, form in forms.items())


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
