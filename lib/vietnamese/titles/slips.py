"""Words of titles one slip away from what was typed: a letter, a mark, a sound."""

from collections import defaultdict
from functools import cache, lru_cache

from ..fold import fold
from ..syllables import is_syllable
from .title_words import ORGANS, is_short, joints, pairs, title_words

MARKS, LETTER, SHORT = 1, 2, 3
LONGEST_WORD = 9  # letters: "thường" is six, a slip adds one


@cache
def _by_deletion() -> dict[str, list[str]]:
    found = defaultdict(list)
    for word in sorted(title_words()):
        for key in {_sound(fold(word)), *_deletions(word), *_deletions(fold(word))}:
            found[key].append(word)
    return dict(found)


def _deletions(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


@lru_cache(maxsize=1 << 14)
def near(key: str) -> tuple[tuple[str, int], ...]:
    """(word of titles, which slip) one slip away, nearest first; see MARKS, LETTER, SHORT."""
    if len(key) == 1:
        return tuple((word, LETTER) for word in _by_deletion().get(key, ()) if len(word) == 2)
    if not 2 <= len(key) <= LONGEST_WORD or not key.isalpha():
        return ()
    table, folded = _by_deletion(), fold(key)
    found = {
        word
        for each in {_sound(folded), *_deletions(key), *_deletions(folded), *_untelexed(folded)}
        for word in table.get(each, ())
        if word != key
    }
    slips = sorted(
        (slip, not dropped(key, word), word) for word in found if (slip := _slip(key, folded, word))
    )
    return tuple((word, slip) for slip, _whole, word in slips)


# Heard alike in some region: chính/trính, sở/xở, dân/giân, lao/nao.
_HEARD = (("tr", "ch"), ("gi", "d"), ("s", "x"), ("n", "l"), ("r", "d"), ("v", "d"), ("gh", "g"))

_HEARD_LAST = (("ch", "t"), ("nh", "n"), ("ng", "n"), ("c", "t"))


@lru_cache(maxsize=1 << 14)
def _sound(plain: str) -> str:
    for one, other in _HEARD:
        if plain.startswith(one):
            plain = other + plain[len(one) :]
            break
    for one, other in _HEARD_LAST:
        if plain.endswith(one):
            return plain[: -len(one)] + other
    return plain


_TELEX = frozenset("sfrxj")


def _untelexed(plain: str) -> set[str]:
    """ "tihcj" is "tịch" with its tone's key left and two letters swapped."""
    return _deletions(plain[:-1]) if plain[-1:] in _TELEX and len(plain) > 3 else set()


def _slip(key: str, folded: str, word: str) -> int | None:
    """MARKS: only they differ. LETTER: one added, dropped, changed or swapped. SHORT: the same of
    a word of two letters, which may be any. None: more."""
    plain = fold(word)
    if plain == folded:
        return MARKS
    if key[-1] in _TELEX and len(key) > 3 and not is_syllable(key):
        return LETTER if one_letter(folded, plain) or one_letter(folded[:-1], plain) else None
    if key[1:] == word[1:] and _sound(folded) == _sound(plain):
        return LETTER  # "thị sã"
    if len(key) < 3 and (is_short(key) or is_syllable(key)) and not dropped(key, word):
        return SHORT if len(word) < 3 and one_letter(folded, plain) else None
    return LETTER if one_letter(folded, plain) or _sound(folded) == _sound(plain) else None


def dropped(key: str, word: str) -> bool:
    """ "tư" is "thư" with a letter not struck, marks and all."""
    return key in _deletions(word)


def one_letter(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i in range(len(one)) if one[i] != other[i]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped


@lru_cache(maxsize=1 << 14)
def halves(key: str) -> tuple[str, str] | None:
    """ "chủtịch" is two words of a title without the space between them."""
    if not 4 <= len(key) <= 2 * LONGEST_WORD or is_short(key) or is_syllable(key):
        return None
    for cut in range(2, len(key)):
        first, second = key[:cut], key[cut:]
        for pair in ((first, second), (first, first[-1] + second)):
            if (pair in pairs() or pair in joints()) and _stands_alone(*pair):
                return pair
    return None


def _stands_alone(first: str, second: str) -> bool:
    """No abbreviation of several is taken apart: "UVTƯ", "UBMTTQ"; but "HĐNDxã" is."""
    if first in ORGANS:
        return is_syllable(second)
    return is_syllable(first) and (is_syllable(second) or second in ORGANS or second == "btv")
