"""Which encoding a text that was already decoded really was written in.

Asks which reading makes Vietnamese syllables: TCVN3 puts signs like © and µ inside words, VNI
two letters for one. French, English and figures make no syllables and are left alone.
"""

import re
from dataclasses import dataclass

from .legacy_tables import tcvn3_to_unicode, vni_to_unicode
from .mojibake import misread_share, mojibake_to_unicode
from .syllables import is_syllable, is_word_case
from .text import nfc

_CONVERTERS = {
    "tcvn3": tcvn3_to_unicode,
    "vni": vni_to_unicode,
    "mojibake": mojibake_to_unicode,
}
_ENOUGH = 100_000
_WORD = re.compile(r"[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\u2000-\u206f]+")
# A sign between letters (nh©n), or a capital after a small letter (tØnh).
_SIGN_IN_WORD = re.compile(r"[a-zA-Z][\xa1-\xbf\xd7\xf7][a-zA-Z]|[a-z][\xc0-\xde]")


@dataclass(frozen=True)
class _Reading:
    """How much Vietnamese a reading makes of the distinct words with non-ASCII letters."""

    words: int
    syllables: int
    gained: int
    signs: int

    def convinces_over(self, as_it_is: "_Reading") -> bool:
        enough = self.gained >= 2 or (self.gained and self.signs)
        return bool(
            enough
            and self.syllables >= 0.7 * self.words
            and self.syllables - as_it_is.syllables >= 0.25 * self.words
        )


def detect(text: str) -> str:
    """What a text decoded as UTF-8, Latin-1 or CP1252 really is.

    "unicode" (also for any other language), "tcvn3", "vni" or "mojibake". A sentence is enough;
    a single word is told only for TCVN3 with a sign inside it. Ask block by block where old
    and new text stand on one page.
    """
    sample = text[:_ENOUGH]
    if sample.isascii():
        return "unicode"
    if misread_share(sample) >= 0.5:
        return "mojibake"
    words = {word for word in _WORD.findall(sample) if _tells(word)}
    as_it_is = _read(words, _same)
    readings = {kind: _read(words, _CONVERTERS[kind]) for kind in ("tcvn3", "vni")}
    best = max(readings, key=lambda kind: readings[kind].syllables)
    return best if readings[best].convinces_over(as_it_is) else "unicode"


def to_unicode(text: str) -> tuple[str, str]:
    """(the text in NFC, converted if it needs to be; what `detect` said)."""
    kind = detect(text)
    return nfc(_CONVERTERS.get(kind, _same)(text)), kind


def _same(text: str) -> str:
    return text


def _tells(word: str) -> bool:
    return not word.isascii() and len(word) <= 20 and any(sign.isalpha() for sign in word)


def _read(words: set[str], convert) -> _Reading:
    syllables = gained = signs = 0
    for word in words:
        if not is_syllable(convert(word)) or (convert is _same and not is_word_case(word)):
            continue
        syllables += 1
        if re.search("[A-Za-z]", word) and not _is_good(word):
            gained += 1
            signs += bool(_SIGN_IN_WORD.search(word))
    return _Reading(len(words), syllables, gained, signs)


def _is_good(word: str) -> bool:
    return is_word_case(word) and is_syllable(word)


def good_words(text: str) -> int:
    """How many different words with non-ASCII letters are Vietnamese as they stand."""
    return _read(set(filter(_tells, _WORD.findall(text[:_ENOUGH]))), _same).syllables
