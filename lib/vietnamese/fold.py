"""Text folded for comparing and searching: no case, no marks, one spelling."""

import re
import unicodedata
from functools import lru_cache

from .text import clean, collapse
from .tones import place_tones

# Letters that Unicode does not take apart, and the apostrophes of H'Mlô, K’ Vàng.
_PLAIN = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ɖ": "d",
        "ƀ": "b",
        "ł": "l",
        "ø": "o",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u00b4": "'",
        "`": "'",
    }
)

# Marks of Latin, Khmer, Tai Viet and Cham writing: part of the letter they follow.
MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}\u17b4-\u17d3\uaab0-\uaabf\uaa29-\uaa36])*")

# kỹ/kĩ, lý/lí, tỷ/tỉ: y is the only vowel, but not Y of Y Niê. quy/qui, quýt/quít: not quyết.
_ONLY_Y = re.compile(r"[bcdghklmnprstvx]{1,3}y")


class _NoMarks(dict):
    """A table for `str.translate` that asks for the category of each letter once."""

    def __missing__(self, code):
        self[code] = None if unicodedata.category(chr(code)) == "Mn" else code
        return self[code]


_NO_MARKS = _NoMarks()
SHORT = 60  # up to it a key is kept: names and titles are folded again and again
# What taking letters apart leaves of Vietnamese, đ aside: none of it needs to be looked up.
_BEYOND = re.compile("[^\x00-\x7f\u0300-\u036f]")


def fold(s: str) -> str:
    """Key for comparing: "Đảng ủy" and "ĐẢNG UỶ" -> "dang uy". Punctuation stays."""
    return _folded_before(s) if len(s) < SHORT else _folded(s)


def _folded(s: str) -> str:
    apart = unicodedata.normalize("NFD", clean(s).lower()).replace("đ", "d").replace("`", "'")
    if not _BEYOND.search(apart):
        return collapse(apart.encode("ascii", "ignore").decode("ascii"))
    once = apart.translate(_NO_MARKS)
    plain = once.translate(_PLAIN)
    if not plain.isascii():  # a small letter may have brought marks of its own
        again = unicodedata.normalize("NFD", once.lower()).translate(_NO_MARKS)
        plain = again.translate(_PLAIN)
    return collapse(plain)


_folded_before = lru_cache(maxsize=1 << 14)(_folded)


def tokens(s: str) -> list[str]:
    """Search words: lower case, one tone placing, cut at all but letters and digits.

    "27-CT/TW" -> ["27", "ct", "tw"]. Letters with combining marks (ơ̆) stay in their word.
    """
    return _TOKEN.findall(place_tones(clean(s).lower()).replace("\u02bc", "'"))


def folded_tokens(s: str) -> list[str]:
    """`tokens`, each folded and with i for y where both are written; same length as `tokens`."""
    return fold_tokens(tokens(s))


def fold_tokens(words: list[str]) -> list[str]:
    """The second half of `folded_tokens`, for who has the tokens already."""
    return [_folded_token(word) for word in words]


@lru_cache(maxsize=1 << 15)
def _folded_token(token: str) -> str:
    return _one_i(fold(token))


def _one_i(token: str) -> str:
    if token.startswith("quy") and not token.startswith("quye"):
        return "qui" + token[3:]
    return token[:-1] + "i" if _ONLY_Y.fullmatch(token) else token
