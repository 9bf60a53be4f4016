"""Where the tone mark stands in open oa, oe, uy: hòa or hoà.

Both are tolerated: offices mostly write hòa, thủy; the school rule (1989/QĐ-BGDĐT, 2018) asks for
hoà, thuỷ. Unicode does not unify them. Names keep the placing of their owner: compare by `fold`.
"""

import re
import unicodedata

from .text import nfc

GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
TONE_MARKS = GRAVE + HOOK + TILDE + ACUTE + DOT

STYLES = ("traditional", "modern")

_PAIRS = ("oa", "oA", "Oa", "OA", "oe", "oE", "Oe", "OE", "uy", "uY", "Uy", "UY")


def _both_spellings():
    for first, second in _PAIRS:
        for mark in TONE_MARKS:
            yield nfc(first + mark) + second, first + nfc(second + mark)


_TO_MODERN = dict(_both_spellings())
_TO_TRADITIONAL = {modern: traditional for traditional, modern in _TO_MODERN.items()}
_TABLES = {"modern": _TO_MODERN, "traditional": _TO_TRADITIONAL}


def _vowels():
    letters = [letter + mark for letter in "aăâeêioôơuưy" for mark in ("", *TONE_MARKS)]
    lower = "".join(map(nfc, letters))
    return lower + lower.upper()


VOWELS = _vowels()

# A whole open rhyme: no q and no vowel before it, no letter and no mark after it. What stands
# before is asked last: most places of a text are passed over by the first letter.
_OPEN_RHYME = {
    style: re.compile(
        rf"(?:{'|'.join(table)})(?<![qQ{VOWELS}]..)(?![^\W\d_]|[\u0300-\u036f])", re.DOTALL
    )
    for style, table in _TABLES.items()
}


def place_tones(s: str, style: str = "traditional") -> str:
    """Text in NFC with the tone of open oa, oe, uy placed as `style` asks.

    Closed syllables (hoàn, thuyền) and those after q (quý) have one spelling and are left alone.
    Raises ValueError for a style that is not in STYLES.
    """
    if style not in _TABLES:
        raise ValueError(f"Unknown style {style!r}: use one of {', '.join(STYLES)}.")
    table = _TABLES[style]
    return _OPEN_RHYME[style].sub(lambda found: table[found[0]], nfc(s))


def split_tone(syllable: str) -> tuple[str, str]:
    """(letters without tone in NFC, tone marks found): "hòa" -> ("hoa", GRAVE)."""
    decomposed = unicodedata.normalize("NFD", syllable)
    marks = "".join(sign for sign in decomposed if sign in TONE_MARKS)
    return nfc("".join(sign for sign in decomposed if sign not in TONE_MARKS)), marks
