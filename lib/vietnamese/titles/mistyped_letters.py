"""Abbreviations of organs with a letter wrong, left out, doubled or swapped: UBDN, HĐN, LĐLĐĐ."""

from functools import lru_cache

from .slips import one_letter
from .title_words import ORGANS
from .tokens import UPPER, Token
from .wordlists import words

# Spellings that the reader understands and that are typing errors all the same (DOMAIN §1.6).
MISTYPED = {
    "hddnd": "hđnd", "lddldd": "lđlđ",
    "hđnđ": "hđnd", "hdnd": "hđnd", "ubnđ": "ubnd", "ubnn": "ubnd", "hdnđ": "hđnd",
}  # fmt: skip
_OTHER_SHORT = words(
    "thcs thpt hđtv hđqt ubtv ubmt ubqg ubat chđb lđtb lđtl ubvh hđbt hđkh hđcs hđtđ ubkh"
    " hnd hpn bđb đbq lhp"
)


def mistyped(token: Token) -> str:
    """HĐNĐ, UBDN, LĐDĐ: the letters of an organ with one wrong or two swapped; '' for none."""
    if token.key in MISTYPED:
        return MISTYPED[token.key]
    return _short_for(token.key) if token.case == UPPER and 3 <= len(token.key) <= 5 else ""


def looks_mistyped(key: str) -> bool:
    """Whether these letters are wrong, if they stand in capitals."""
    return key in MISTYPED or (3 <= len(key) <= 5 and bool(_short_for(key)))


@lru_cache(maxsize=1 << 12)
def _short_for(key: str) -> str:
    found = [short for short in sorted(ORGANS) if key != short and one_letter(key, short)]
    return found[0] if len(found) == 1 and key not in _OTHER_SHORT else ""
