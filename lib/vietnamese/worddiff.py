"""Two texts word by word: what stayed, what went, what came.

A word is a Vietnamese syllable with its marks, or a figure with what belongs to it ("17-NQ/TU",
"10/6/2025", "6,5"); every punctuation mark stands by itself. White space is never a difference.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from .text import nfc

WORD = re.compile(r"\d[\w.,/:-]*\w|[^\W\d_]+(?:-[^\W_]+)*|\w+|[^\w\s]", re.UNICODE)
SAME, GONE, NEW = "same", "gone", "new"
# Beyond this the search for the longest match may look less closely, so that a page always comes.
MANY = 4_000_000


@dataclass(frozen=True)
class Token:
    """One word as a person reads it; `look` is how it is set (bold, a link), part of the word."""

    word: str
    look: str = ""
    spaced: bool = False  # white space stands before it

    @property
    def same_as(self):
        return self.word, self.look


def tokens(text: str, look: str = "", *, spaced: bool = False) -> list[Token]:
    """The words of a text. `spaced`: white space stands before the first of them."""
    text, end, found = nfc(text), 0, []
    for match in WORD.finditer(text):
        gap = match.start() > end or (not found and spaced)
        found.append(Token(match[0], look, gap))
        end = match.end()
    return found


def differences(old: list[Token], new: list[Token]) -> list[tuple[str, list[Token]]]:
    """[(SAME | GONE | NEW, words)]; what went stands before what came in its place."""
    left, right = [t.same_as for t in old], [t.same_as for t in new]
    matcher = SequenceMatcher(None, left, right, autojunk=len(left) * len(right) > MANY)
    found = []
    for kind, a, b, c, d in _readable(matcher.get_opcodes(), old):
        if kind == "equal":
            found.append((SAME, new[c:d]))
            continue
        if old[a:b]:
            found.append((GONE, old[a:b]))
        if new[c:d]:
            found.append((NEW, new[c:d]))
    return found


def _readable(steps, old):
    """A lone comma or syllable left standing between two rewritten runs joins them."""
    found = []
    for index, (kind, a, b, c, d) in enumerate(steps):
        between = 0 < index < len(steps) - 1
        if kind == "equal" and between and _slight(steps, index, old[a:b]):
            kind = "replace"
        if found and kind != "equal" and found[-1][0] != "equal":
            _kind, a, _b, c, _d = found.pop()
            kind = "replace"
        found.append((kind, a, b, c, d))
    return found


def _slight(steps, index, words):
    """One word, and on both sides at least two go or come: the eye finds no rest in it."""
    if len(words) > 1:
        return False
    return all(max(b - a, d - c) > 1 for _kind, a, b, c, d in (steps[index - 1], steps[index + 1]))


def likeness(old: list[Token], new: list[Token]) -> float:
    """From 0 (no word in common) to 1: how far one is a rewriting of the other."""
    matcher = SequenceMatcher(None, [t.word for t in old], [t.word for t in new], autojunk=False)
    return matcher.quick_ratio()
