"""Words of titles that came apart, came twice or changed places while they were typed.

"Thườ ng vụ" by a stray space, "tich5" by a VNI key left as a digit, "Chủ chủ tịch", "thư Bí".
"""

import re
import unicodedata
from functools import cache

from ..fold import fold
from ..tones import place_tones, split_tone
from .title_words import ORGANS, joints, pairs, title_words, whole_trie
from .tokens import LOWER, NUMBER, TITLE, UPPER, WORD, Token
from .wordlists import words

# A vowel's key (6 to 9), then the tone's (1 to 5); never a number of its own: "tổ 12".
_VNI = re.compile(r"(?:[6-9][1-5]?|[1-5])")
_MOST_KEYS = 3
# Words that end one phrase and begin another: "Ủy ban ban hành", "ngày ngày".
_SAID_TWICE = words("ủy ban đoàn đội phòng xã luôn xa người ngày")
_SURE_PHRASE = 3


def neighbours(tokens: list[Token], at: int) -> tuple[str, str]:
    """Keys of the tokens before and behind; '' at an end of the text."""
    before = tokens[at - 1].key if at else ""
    return before, tokens[at + 1].key if at + 1 < len(tokens) else ""


def torn(tokens: list[Token], at: int) -> tuple[Token, int] | None:
    """(the whole word, how many tokens it was typed as): a word of titles and no other."""
    if at + 1 == len(tokens):
        return None
    token, following = tokens[at], tokens[at + 1]
    if following.kind == NUMBER and following.start == token.end:
        word = _without_keys(token.key + following.key)
    elif _is_one_space(token, following):
        word = token.key + following.key
        if word not in title_words():
            return None
    else:
        return None
    return (token._replace(key=word, end=following.end), 2) if word else None


def _is_one_space(token: Token, following: Token) -> bool:
    """Not the dot of "UVT.Ư", which is left out of the tokens too."""
    return (
        following.kind == WORD
        and following.start == token.end + 1
        and following.case == LOWER
        and token.case != UPPER
    )


def _without_keys(typed: str) -> str:
    """ "tich5" -> "tịch", "u3y" -> "ủy", "d9a3ng" -> "đảng"; '' for what is no word of titles."""
    keys = "".join(re.findall(r"\d", typed))
    if len(keys) > _MOST_KEYS or not all(map(_VNI.fullmatch, re.findall(r"\d+", typed))):
        return ""
    letters = re.sub(r"\d", "", typed)
    if split_tone(letters)[1] and set(keys) & set("12345"):
        return ""
    fits = [word for word in _by_letters().get(fold(letters), ()) if word != letters]
    exact = [word for word in fits if _vni(word) == "".join(sorted(keys + _vni(letters)))]
    meant = set(map(place_tones, exact))
    return meant.pop() if len(meant) == 1 else ""


_KEYS = {
    "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5",
    "\u0302": "6", "\u031b": "7", "\u0306": "8", "đ": "9",
}  # fmt: skip


def _vni(word: str) -> str:
    """The keys that VNI wants for the marks of a word, sorted: "đảng" -> "39"."""
    return "".join(sorted(filter(None, map(_KEYS.get, unicodedata.normalize("NFD", word)))))


@cache
def _by_letters() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(title_words()):
        found.setdefault(fold(word), []).append(word)
    return found


def is_doubled(tokens: list[Token], at: int) -> bool:
    """A word said twice where titles say it once: the second of "Bí thư thư", "Chủ chủ tịch"."""
    key, behind = tokens[at].key, neighbours(tokens, at)[1]
    if behind == key or at < 1:
        return False
    known = pairs()
    ends = at > 1 and (tokens[at - 2].key, key) in known
    if key in ORGANS:
        return tokens[at].case == UPPER
    if not ends:
        return _length(tokens, at) >= (_SURE_PHRASE if key in _SAID_TWICE else 2)
    if key == "ban":  # "Trưởng Ban ban Tổ chức", not "Ủy ban ban hành"
        return _length(tokens, at) >= _SURE_PHRASE
    return key not in _SAID_TWICE and tokens[at].case == LOWER and bool(behind)


def _length(tokens, at) -> int:
    """Words of the phrase of a title that begins here."""
    node = whole_trie()
    for index in range(at, len(tokens)):
        node = node.get(tokens[index].key)
        if node is None:
            return index - at
    return len(tokens) - at


def is_swapped(tokens: list[Token], at: int) -> bool:
    """ "thư Bí Huyện ủy": two words that belong to nothing round them but to each other."""
    if at + 2 >= len(tokens) or tokens[at + 1].case != TITLE or tokens[at].case != LOWER:
        return False
    known, (first, second) = pairs(), (tokens[at].key, tokens[at + 1].key)
    return (
        second != "đại"  # "ngày hội Đại đoàn kết"
        and (second, first) in known
        and (first, second) not in known
        and (tokens[at - 1].key if at else "", first) not in known
        and (second, tokens[at + 2].key) not in known
        and ((first, tokens[at + 2].key) in known or (first, tokens[at + 2].key) in joints())
    )


# Words that stand in no title without the other: (word, the one that was left out).
_LOST = {"chủ": "tịch", "bí": "thư"}
LOST = frozenset(("nhân", *_LOST))
_PEOPLES = words("ban đồng")
_LEVELS = words("tỉnh thành thị huyện quận xã phường")


def word_lost(tokens: list[Token], at: int) -> list[Token]:
    """ "Phó Chủ UBND", "Ủy ban nhân tỉnh", "Hội đồng nhân nhân": both words, sharing the place of
    what was typed; empty where nothing was left out."""
    key = tokens[at].key
    if key not in LOST:
        return []
    before, behind = neighbours(tokens, at)
    if key == "nhân":
        if before == key and at > 1 and tokens[at - 2].key in _PEOPLES:
            return [tokens[at]._replace(key="dân")]
        lost = "dân" if before in _PEOPLES and behind in _LEVELS else ""
    else:
        lost = _LOST[key]
        lost = lost if (lost, behind) in joints() and (key, behind) not in pairs() else ""
    if not lost:
        return []
    half = tokens[at].start + 1
    return [tokens[at]._replace(end=half), tokens[at]._replace(key=lost, start=half, case=LOWER)]
