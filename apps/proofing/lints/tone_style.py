"""hoà and hòa in one text; names and places keep the tones of their owner."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.manuscript import Manuscript
from lib.vietnamese.text import nfc
from lib.vietnamese.tones import place_tones

_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])+")
# Quick looks at open rhymes of either style; quý and quỳ have no choice.
_AS_TRADITIONAL = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụÙÚỦŨỤ][yY])(?![^\W\d_])")
_AS_MODERN = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u(?<![qQ]u)[ỳýỷỹỵ]|U(?<![qQ]U)[ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")
_COMMON = frozenset({"Ủy", "Uỷ"})
_TRADITIONAL, _MODERN = "traditional", "modern"


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not _is_mixed(manuscript.text):
        return
    placed = {_TRADITIONAL: [], _MODERN: []}
    for found in _WORD.finditer(manuscript.text):
        style = _style(found[0])
        if style:
            placed[style].append(found)
    if not all(placed.values()):
        return
    few, many = (_MODERN, _TRADITIONAL)
    if len(placed[_MODERN]) > len(placed[_TRADITIONAL]):
        few, many = many, few
    for found in placed[few]:
        right = place_tones(found[0], many)
        words = _("Elsewhere in this text the tone stands as in “%(word)s”.") % {"word": right}
        more = {"severity": Severity.HINT, "expected": right, "fix": right}
        yield manuscript.mark_given(Kind.TONE_STYLE, *found.span(), words, **more)


def _is_mixed(text: str) -> bool:
    text = nfc(text)
    return bool(_AS_MODERN.search(text) and _AS_TRADITIONAL.search(text))


@lru_cache(maxsize=1 << 14)
def _style(word: str) -> str:
    """Which of the two a word is written in; "" for one without choice, and for names."""
    word = nfc(word)
    if not word.islower() and word not in _COMMON:
        return ""
    if place_tones(word, _TRADITIONAL) != word:
        return _MODERN
    return _TRADITIONAL if place_tones(word, _MODERN) != word else ""
