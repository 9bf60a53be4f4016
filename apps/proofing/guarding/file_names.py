"""Marks of secrecy in the names of attached files, mostly written without marks."""

import re
from collections.abc import Iterator

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import FILE, Manuscript
from lib.vietnamese.fold import MARKS, fold
from lib.vietnamese.text import nfc

from .secrecy import message

_WORD = re.compile(rf"(?:[^\W_][{MARKS}]*)+")
_BETWEEN = " "
# "mat" alone may be mặt, mất, mắt: it counts right after a kind of document, before a number or
# the end, or in brackets.
_MARKED = re.compile(
    r"(?<!\w)(?:(?P<sure>tuyet mat|toi mat|luu hanh noi bo)"
    r"|(?:(?:do|dau|van ban|tai lieu|cong van|bao cao|ke hoach|to trinh|thong bao|vb|tl|cv|bc|kh|tb"
    r"|ttr|tt|qd|hd) )(?P<perhaps>mat)(?= \d|$))(?!\w)"
)
_SHOUTED = ("MẬT", "MAT")
_IN_BRACKETS = ("Mật", "Mat", "mật", *_SHOUTED)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    for part, name in manuscript.texts(FILE):
        place = _place(name)
        if place:
            start, end = part.start + place[0], part.start + place[1]
            yield manuscript.mark_given(Kind.SECRECY_MARK, start, end, message())


def _place(name: str) -> tuple[int, int] | None:
    stem = name.rpartition(".")[0] or name
    words = list(_WORD.finditer(stem))
    folded = [fold(word[0]) for word in words]
    found = _MARKED.search(_BETWEEN.join(folded))
    if found:
        group = found.lastgroup
        before = found.string[: found.start(group)].count(_BETWEEN)
        last = before + found[group].count(_BETWEEN)
        return words[before].start(), words[last].end()
    return next((word.span() for word in words if _is_mark(stem, word)), None)


def _is_mark(stem: str, word: re.Match) -> bool:
    """ "Bao cao (Mat).docx", "BC_MẬT_rung.pdf"; not "MAT TRAN.pdf" in capitals throughout."""
    start, end = word.span()
    token = nfc(word[0])
    if token in _SHOUTED and not stem.isupper():
        return True
    return token in _IN_BRACKETS and stem[start - 1 : start] in "([" and stem[end : end + 1] in ")]"
