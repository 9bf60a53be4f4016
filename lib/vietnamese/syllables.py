"""Whether a word can be a Vietnamese syllable: evidence for names and for old encodings."""

import re
from functools import lru_cache

from .tones import ACUTE, DOT, split_tone

_ONSET = r"(?:ngh|ng|nh|th|tr|ph|kh|gh|gi|ch|qu|[bcdđghklmnpqrstvx])?"

# Rhymes by their letters without tone: nucleus -> codas ("" is the open rhyme).
_RHYMES = {
    "a": " c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": " c m n ng o p t",
    "ê": " c ch m n nh p t u",
    "i": " a c ch m n nh p t u",
    "iê": "c m n ng p t u",
    "yê": "m n ng t u",
    "o": " c i m n ng p t",
    "oa": " c ch i m n ng nh o p t y",
    "oă": "c m n ng t p",
    "oe": " m n ng o t",
    "oo": "c n ng",
    "ô": " c i m n ng p t",
    "ơ": " c i m n ng p t",
    "u": " a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": " ch n nh u",
    "uô": "c i m n ng p t",
    "uơ": " n",
    "uy": " a ch n nh p t u",
    "uyê": "n t",
    "ư": " a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": " ch m n nh p t",
}
_STOPPED = re.compile(r"(?:c|ch|p|t)$")


def _rhyme_form() -> str:
    forms = []
    for nucleus, codas in _RHYMES.items():
        forms.append(f"{nucleus}(?:{'|'.join(sorted(codas.split(' '), reverse=True))})")
    return "|".join(forms)


_SYLLABLE = re.compile(rf"{_ONSET}(?:{_rhyme_form()})|gi(?:ng|nh|n|m)?|q(?:ua|uy)")


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """True for a well-formed syllable in any letter case: one tone, a known rhyme.

    A rhyme that ends in a stop (c, ch, p, t) carries sắc or nặng when it carries a mark at all:
    half-typed "lanh dao" still passes, "cảc" does not.
    """
    if not 1 <= len(word) <= 14:
        return False
    letters, marks = split_tone(word.lower())
    if len(marks) > 1 or not _SYLLABLE.fullmatch(letters):
        return False
    return not marks or marks in (ACUTE, DOT) or not _STOPPED.search(letters)


def is_word_case(word: str) -> bool:
    """Lower, Title or UPPER: no capital in the middle of a small word."""
    return word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())
