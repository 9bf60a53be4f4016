"""Marks of secrecy in the names of attached files, mostly written without marks."""

import re
from collections.abc import Iterator

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import FILE, Manuscript
from lib.vietnamese.fold import MARKS, fold

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
_IN_BRACKETS = re.compile(
    r"[(\[] ?(?P<mark>M[AaẬậ][Tt]|mật) ?[)\]]|(?<![^\W_])(?P<bare>MẬT|MAT)(?![^\W_])"
)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    for part, name in manuscript.texts(FILE):
        place = _place(name)
        if place:
            start, end = part.start + place[0], part.start + place[1]
            yield manuscript.mark_given(Kind.SECRECY_MARK, start, end, message())


def _place(name: str) -> tuple[int, int] | None:
    words = list(_WORD.finditer(name.rpartition(".")[0] or name))
    folded = [fold(word[0]) for word in words]
    found = _MARKED.search(_BETWEEN.join(folded))
    if found:
        group = found.lastgroup
        before = found.string[: found.start(group)].count(_BETWEEN)
        last = before + found[group].count(_BETWEEN)
        return words[before].start(), words[last].end()
    return _by_case(name)


def _by_case(name: str) -> tuple[int, int] | None:
    """ "Bao cao (Mat).docx", "BC_MẬT_rung.pdf"; not "MAT TRAN.pdf" in capitals throughout."""
    found = _IN_BRACKETS.search(name)
    if not found or (found["bare"] and name.rpartition(".")[0].isupper()):
        return None
    return found.span(found.lastgroup)
