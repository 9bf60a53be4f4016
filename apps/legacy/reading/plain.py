"""Lines of a page that was saved as text."""

import re

from lib.vietnamese.text import clean

from .furniture import split_wide
from .values import Line

_BULLET = re.compile(r"(?:[•●▪■◦○‣➢►✓❖·\uf0b7\uf0a7]\s*)+")
_ENDS = (".", "!", "?", ":", ";", "…", "”", '"', ")")
_WRAP_FROM, _WRAP_TO, _WRAP_SPREAD = 45, 140, 25


def lines_of(text: str) -> list[Line]:
    """Non-empty lines, cleaned, without bullets; broken paragraphs put together again."""
    runs: list[list[Line]] = []
    gap = True
    for raw in text.splitlines():
        words = " | ".join(map(clean, split_wide(raw)))
        bare = _BULLET.sub("", words, count=1) if _BULLET.match(words) else words
        if not bare:
            gap = True
            continue
        gap = gap or bare is not words
        if gap:
            runs.append([])
        runs[-1].append(Line(bare, gap=gap))
        gap = False
    return [line for run in runs for line in _unwrapped(run)]


def _unwrapped(run: list[Line]) -> list[Line]:
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
