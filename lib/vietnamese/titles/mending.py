"""Typing errors in the words of titles: tokens as they were meant, before the text is read.

A word is mended only where the words round it make a whole phrase of a title with it and make
none with what was typed: "Chủ tich HĐND", "Phó Bí thứ", "Trường ban Tổ chức", "Chủtịch".
"""

from collections import defaultdict
from functools import cache, lru_cache

from ..fold import fold
from .heads import COMMITTEES
from .named import NAMED
from .phrases import CAPITALS
from .ranks import MODIFIERS, RANKS
from .tokens import LOWER, WORD, Token
from .wordlists import words

# Spellings that the reader understands and that are typing errors all the same (DOMAIN §1.6).
MISTYPED = {
    "hđnđ": "hđnd", "hdnd": "hđnd", "ubnđ": "ubnd", "ubnn": "ubnd", "hdnđ": "hđnd",
    "mtqt": "mttq", "mttqq": "mttq", "ubdn": "ubnd", "hđdn": "hđnd",
}  # fmt: skip
# Small words of every text: never mended into a word of a title.
_PLAIN = words(
    """
    các trong trọng công động tiếp quý khối cơ chi chí và của với cho tại tới đến ca làm là theo
    có không được bị này đó khi như cả còn cùng nhân dân ban đồng quan quán toàn từ tổng tham mưu
    """
)
_LEAST_PHRASE = 2
_LONGEST_PHRASE = 8


def mend(tokens: list[Token]) -> tuple[list[Token], list[tuple[int, int, str]]]:
    """(tokens, mended places); a place is (start, end, the word that was meant).

    Tokens keep the places of what was typed. A text without errors comes back as it is.
    """
    mended: list[Token] = []
    places: list[tuple[int, int, str]] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.kind == WORD and (token.key in MISTYPED or _suspect(tokens, at)):
            found = _meant(tokens, at)
            if found:
                mended += found
                meant = " ".join(each.key for each in found)
                places.append((token.start, token.end, meant))
                at += 1
                continue
        mended.append(token)
        at += 1
    return (mended, places) if places else (tokens, places)


def _suspect(tokens: list[Token], at: int) -> bool:
    """Cheap look: it makes no pair of title words with a neighbour, but a near word would."""
    key = tokens[at].key
    near = _near(key)
    if not near:
        return bool(_halves(key))
    before, behind = _neighbours(tokens, at)
    if (before, key) in _pairs() or (key, behind) in _pairs():
        return False
    return any((before, word) in _pairs() or (word, behind) in _pairs() for word in near)


def _neighbours(tokens, at) -> tuple[str, str]:
    before = tokens[at - 1].key if at else ""
    return before, tokens[at + 1].key if at + 1 < len(tokens) else ""


def _meant(tokens: list[Token], at: int) -> list[Token] | None:
    token = tokens[at]
    if token.key in MISTYPED:
        return [token._replace(key=MISTYPED[token.key])]
    halves = _halves(token.key)
    if halves:
        cut = token.start + len(halves[0])
        first, second = halves
        return [token._replace(key=first, end=cut), token._replace(key=second, start=cut)]
    folded = fold(token.key)
    for word in _near(token.key):
        sure = token.case > LOWER or _slip(token.key, folded, word) == 1
        if _makes_phrase(tokens, at, word, _LEAST_PHRASE if sure else _LEAST_PHRASE + 1):
            return [token._replace(key=word)]
    return None


def _makes_phrase(tokens: list[Token], at: int, word: str, least: int) -> bool:
    """Whether a phrase of at least `least` words runs over the place with `word` in it."""
    return any(
        _covers(trie, tokens, start, at, word, least)
        for start in range(max(0, at - _LONGEST_PHRASE + 1), at + 1)
        for trie in _TRIES
    )


def _covers(trie, tokens, start, at, word, least) -> bool:
    node = trie
    for index in range(start, min(len(tokens), start + _LONGEST_PHRASE)):
        key = word if index == at else tokens[index].key
        following = node.get(key)
        if following is None and tokens[index].case > LOWER and index != at:
            following = node.get(CAPITALS + key)
        if following is None:
            return False
        node = following
        if index >= at and None in node and index - start + 1 >= least:
            return True
    return False


_TRIES = (RANKS, COMMITTEES, NAMED, MODIFIERS)


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Every two words that stand together in a phrase of a title."""
    found: set[tuple[str, str]] = set()
    for trie in _TRIES:
        _collect(trie, "", found)
    return frozenset(found)


def _collect(node: dict, before: str, found: set) -> None:
    for key, following in node.items():
        if key is None:
            continue
        word = key.lstrip(CAPITALS)
        if before:
            found.add((before, word))
        _collect(following, word, found)


@cache
def _words() -> frozenset[str]:
    """Words of the phrases that can be mistyped: not letters, not abbreviations."""
    return frozenset(
        word for pair in _pairs() for word in pair if len(word) > 1 and not _is_short(word)
    )


def _is_short(word: str) -> bool:
    return not any(letter in "aăâeêioôơuưyàáảãạ" or ord(letter) > 0x1E00 for letter in fold(word))


@cache
def _by_deletion() -> dict[str, list[str]]:
    found = defaultdict(list)
    for word in sorted(_words()):
        for key in {fold(word), *_deletions(word), *_deletions(fold(word))}:
            found[key].append(word)
    return dict(found)


def _deletions(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


@lru_cache(maxsize=1 << 14)
def _near(key: str) -> tuple[str, ...]:
    """Words of titles one slip away, nearest first: other marks, or one letter."""
    if len(key) < 2 or not key.isalpha() or key in _PLAIN:
        return ()
    table, folded = _by_deletion(), fold(key)
    found = {
        word
        for each in {folded, *_deletions(key), *_deletions(folded)}
        for word in table.get(each, ())
        if word != key and _slip(key, folded, word) is not None
    }
    return tuple(sorted(found, key=lambda word: (_slip(key, folded, word), word)))


def _slip(key: str, folded: str, word: str) -> int | None:
    """1: only marks differ. 2: one letter added, dropped, changed or swapped. None: more."""
    plain = fold(word)
    if plain == folded:
        return 1
    if len(key) < 3:
        return None
    return 2 if _one_letter(folded, plain) else None


def _one_letter(one: str, other: str) -> bool:
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
def _halves(key: str) -> tuple[str, str] | None:
    """ "chủtịch" is two words of a title without the space between them."""
    if len(key) < 5:
        return None
    words = _words()
    for cut in range(2, len(key) - 1):
        if key[:cut] in words and key[cut:] in words and (key[:cut], key[cut:]) in _pairs():
            return key[:cut], key[cut:]
    return None
