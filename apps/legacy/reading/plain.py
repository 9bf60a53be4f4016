"""Lines of a page that was saved as text."""

import re
from itertools import pairwise

from lib.vietnamese.text import clean

from . import dumped
from .furniture import split_wide
from .values import Line

_BULLET = re.compile(r"(?:[•●▪■◦○‣➢►✓❖·\uf0b7\uf0a7]\s*)+")
_ENDS = (".", "!", "?", ":", ";", "…", "”", '"', ")")
_WRAP_FROM, _WRAP_TO, _WRAP_SPREAD = 45, 140, 25
_SURE = 5


def lines_of(text: str) -> list[Line]:
    """Non-empty lines, cleaned, without bullets; broken paragraphs put together again."""
    runs: list[list[Line]] = []
    gap = True
    for raw in dumped.without_marks(text).splitlines():
        pieces = map(clean, split_wide(raw))
        words = " | ".join(piece for piece in pieces if piece.strip("| "))
        bare = _BULLET.sub("", words, count=1) if _BULLET.match(words) else words
        if not bare:
            gap = True
            continue
        gap = gap or bare is not words
        if gap:
            runs.append([])
        runs[-1].append(Line(bare, gap=gap))
        gap = False
    width = _width(runs)
    return [line for run in runs for line in _unwrapped(run, width)]


def _width(runs: list[list[Line]]) -> int:
    """Where a whole file was broken into lines of one width; 0 where it was not.

    Then the first word of nearly every line had no room in the line before it.
    """
    width = max((len(line.text) for run in runs for line in run if len(run) > 1), default=0)
    pairs = [pair for run in runs for pair in pairwise(run) if len(pair[0].text) >= _WRAP_FROM]
    if not _WRAP_FROM < width <= _WRAP_TO or len(pairs) < _SURE:
        return 0
    full = sum(_has_no_room(*pair, width) for pair in pairs)
    return width if full * 10 >= len(pairs) * 9 else 0


def _has_no_room(line: Line, following: Line, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > width


def _unwrapped(run: list[Line], width: int) -> list[Line]:
    if width and all(_has_no_room(*pair, width) for pair in pairwise(run)):
        return [Line(" ".join(line.text for line in run), gap=run[0].gap)]
    if _is_wrapped(run):
        return [Line(" ".join(line.text for line in run), gap=run[0].gap)]
    lines = run[:1]
    for line in run[1:]:
        if goes_on(lines[-1].text, line.text):
            lines[-1] = Line(f"{lines[-1].text} {line.text}", gap=lines[-1].gap)
        else:
            lines.append(line)
    return lines


def _is_wrapped(run: list[Line]) -> bool:
    """Three lines and more of nearly one length, most of them breaking off inside a sentence."""
    full = [line.text for line in run[:-1]]
    if len(full) < 2 or not all(_WRAP_FROM <= len(text) <= _WRAP_TO for text in full):
        return False
    if max(map(len, full)) - min(map(len, full)) > _WRAP_SPREAD:
        return False
    if sum(text.endswith(_ENDS) for text in full) * 2 >= len(full):
        return False
    return sum(line.text[:1].islower() for line in run[1:]) * 5 >= 2 * len(full)


def goes_on(text: str, following: str) -> bool:
    """Whether the next line goes on within the sentence of this one."""
    return following[:1].islower() and not text.endswith(_ENDS)
