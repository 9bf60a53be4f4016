"""An abbreviation that is never spelled out."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import BODY, CAPTION, HEADLINE, SAPO, Manuscript
from lib.vietnamese.syllables import is_syllable

from .known_abbreviations import KNOWN

# Not a part of 17-NQ/TU, H.T.X, TP.HCM, and no Roman number.
_SHORT = re.compile(r"(?<![\w/&.\-–])(?![IVXLCDM]+(?!\w))[A-ZĐƯ]{2,7}(?![\w/&]|[\-–]\w|\.\w)")
_SPELLED = re.compile(r"\(([^()\n]{1,60})\)|(?P<before>[A-ZĐƯ]{2,7})(?= \([^()\n]{0,80}\w \w)")
_CAPITALS_BEFORE = re.compile(r"[A-ZĐÀ-Ỹ]{2,}[ ,]{1,2}$")
_CAPITALS_AFTER = re.compile(r"[ ,]{1,2}[A-ZĐÀ-Ỹ]{2,}(?!\w)")
_READ = (HEADLINE, SAPO, BODY, CAPTION)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.reading.text
    told: set[str] = set()
    for found in _SHORT.finditer(text):
        short = found[0]
        if short in KNOWN or short in told or _is_shouted(text, found):
            continue
        if not told:
            told |= _spelled(text)
        if short in told:
            continue
        told.add(short)
        if manuscript.part_holding(found.start()).name in _READ:
            words = _("Spell “%(short)s” out where it stands first.") % {"short": short}
            yield manuscript.hint(Kind.ABBREVIATION, *found.span(), words)


def _spelled(text: str) -> set[str]:
    """What stands in brackets, and what has brackets of words behind it."""
    spelled = {""}
    for found in _SPELLED.finditer(text):
        spelled.update(re.findall(r"\w+", found[0]) if found[1] else [found["before"]])
    return spelled


def _is_shouted(text: str, found: re.Match) -> bool:
    """A plain syllable in a line of capitals: "BAN CHẤP HÀNH"."""
    start, end = found.span()
    if not is_syllable(found[0]):
        return False
    return bool(
        _CAPITALS_BEFORE.search(text, max(0, start - 12), start) or _CAPITALS_AFTER.match(text, end)
    )
