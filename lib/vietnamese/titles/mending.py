"""Typing errors in the words of titles: tokens as they were meant, before the text is read.

A word is mended only where the words round it make a whole phrase of a title with it and make
none with what was typed: "Chủ tich HĐND", "Phó Bí thứ", "Trường ban Tổ chức", "Chủtịch".
"""

from collections import defaultdict
from functools import cache, lru_cache

from ..fold import fold
from ..syllables import is_syllable
from .domains import DOMAINS
from .heads import COMMITTEE_FIELDS, COMMITTEES
from .named import NAMED
from .phrases import CAPITALS, build
from .ranks import MODIFIERS, RANKS
from .tokens import LOWER, UPPER, WORD, Token
from .wordlists import words

# Spellings that the reader understands and that are typing errors all the same (DOMAIN §1.6).
MISTYPED = {
    "hđnđ": "hđnd", "hdnd": "hđnd", "ubnđ": "ubnd", "ubnn": "ubnd", "hdnđ": "hđnd",
}  # fmt: skip
# Behind these a capital begins a place or a name: "xã Hòa Phong", "Bế Văn Khoa".
_BEFORE_NAMES = words("văn xã phường thôn bản huyện chí bà ông anh chị cháu em")
# Parts of everyday words that stand beside words of titles: "truyền thống", "đồng chí Ủy viên".
_EVERYDAY = words("thống đồng tiến chế nông xin đối tân từ lưu tham")
_OTHER_SHORT = words(
    "thcs thpt hđtv hđqt ubtv ubmt ubqg ubat chđb lđtb lđtl ubvh hđbt hđkh hđcs hđtđ ubkh"
)
_SHORT = words("hđnd ubnd mttq lđlđ lhpn ubkt chqs tncs bđbp đbqh")
# Small words of every text: mended only inside three words, or where a capital stands wrong.
_PLAIN = words(
    """
    các trong trọng công động tiếp quý khối cơ chi chí và của với cho tại tới đến ca làm là theo
    có không được bị này đó khi như cả còn cùng nhân dân ban đồng quan quán toàn từ tổng tham mưu
    """
)
_SAID_TWICE = words("ban đoàn đội phòng xã luôn xa người ngày")
_LEVEL_WORDS = words("tỉnh xã huyện quận phường")
_LONGEST_WORD = 9  # letters: "thường" is six, a slip adds one
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
        if token.kind == WORD and (_mistyped(token) or _suspect(tokens, at)):
            found = _meant(tokens, at)
            if found is not None:
                mended += found
                meant = " ".join(each.key for each in found)
                places.append((token.start, token.end, meant))
                at += 1
                continue
        mended.append(token)
        at += 1
    return (mended, places) if places else (tokens, places)


def _mistyped(token: Token) -> str:
    """HĐNĐ, UBDN, LĐDĐ: the letters of an organ with one wrong or two swapped; '' for none."""
    if token.key in MISTYPED:
        return MISTYPED[token.key]
    return _short_for(token.key) if token.case == UPPER and len(token.key) == 4 else ""


@lru_cache(maxsize=1 << 12)
def _short_for(key: str) -> str:
    found = [short for short in sorted(_SHORT) if key != short and _one_letter(key, short)]
    return found[0] if len(found) == 1 and key not in _OTHER_SHORT else ""


def _suspect(tokens: list[Token], at: int) -> bool:
    """Cheap look: it makes no pair of title words with a neighbour, but a near word would."""
    key = tokens[at].key
    if at and key == tokens[at - 1].key:
        return _is_doubled(tokens, at)
    near = _near(key)
    if not near:
        return bool(_halves(key))
    before, behind = _neighbours(tokens, at)
    if _is_everyday(tokens[at], before):
        return False
    if (before, key) in _pairs() or (key, behind) in _pairs():
        return False
    pairs = _pairs()
    return any((before, word) in pairs or (word, behind) in pairs for word, _marks in near)


def _is_doubled(tokens: list[Token], at: int) -> bool:
    """ "Phó Bí thư thư Thường trực": said once, it makes a pair with what goes before."""
    key, behind = tokens[at].key, _neighbours(tokens, at)[1]
    if key in _SAID_TWICE or tokens[at].case > LOWER or at < 2:
        return False
    return (tokens[at - 2].key, key) in _pairs() and behind not in ("", key)


def _is_everyday(token: Token, before: str) -> bool:
    """A capital where a name begins, or a word of every text in small letters."""
    if token.case > LOWER:
        return before in _BEFORE_NAMES
    return token.key in _EVERYDAY


def _neighbours(tokens, at) -> tuple[str, str]:
    before = tokens[at - 1].key if at else ""
    return before, tokens[at + 1].key if at + 1 < len(tokens) else ""


def _meant(tokens: list[Token], at: int) -> list[Token] | None:
    token = tokens[at]
    if short := _mistyped(token):
        return [token._replace(key=short)]
    halves = _halves(token.key)
    if halves:
        cut = token.start + len(halves[0])
        first, second = halves
        return [token._replace(key=first, end=cut), token._replace(key=second, start=cut)]
    if token.key == _neighbours(tokens, at)[0]:
        return []
    best, most = None, 0
    (before, behind), pairs = _neighbours(tokens, at), _pairs()
    for word, marks in _near(token.key):
        if (before, word) in pairs or (word, behind) in pairs:
            length = _phrase_with(tokens, at, word, marks)
            if length > most:
                best, most = word, length
    return [token._replace(key=best)] if best else None


def _phrase_with(tokens, at, word, marks: bool) -> int:
    """Words of the longest phrase with the near word; 0 where that is not to be believed."""
    token = tokens[at]
    valid = is_syllable(token.key)
    sure = token.case > LOWER or marks or not valid
    if token.key in _PLAIN:
        sure = token.case > LOWER and marks
    if word in _LEVEL_WORDS and not marks and valid:
        return 0  # "Đảng ủy trình bày" is no "Đảng ủy tỉnh"
    return _makes_phrase(tokens, at, word, sure)


def _makes_phrase(tokens: list[Token], at: int, word: str, sure: bool) -> int:
    """Words of the longest phrase of a title that runs over the place with `word` in it: two at
    least, three where what was typed is a word of its own in a phrase without a capital."""
    plain, most = tokens[at].key in _PLAIN, 0
    for start in range(max(0, at - _LONGEST_PHRASE + 1), at + 1):
        capital = tokens[start].case > LOWER and start != at and not plain
        least = _LEAST_PHRASE if sure or capital else _LEAST_PHRASE + 1
        length = _covered(tokens, start, at, word)
        if length >= least:
            most = max(most, length)
    return most


def _covered(tokens, start, at, word) -> int:
    """Words of the longest phrase from `start` that reaches beyond `at`; 0 for none."""
    node, longest = _trie(), 0
    for index in range(start, min(len(tokens), start + _LONGEST_PHRASE)):
        node = node.get(word if index == at else tokens[index].key)
        if node is None:
            break
        if index >= at and _END in node:
            longest = index - start + 1
    return longest


_END = ""


@cache
def _trie() -> dict:
    """All phrases of titles in one; what wants capitals is taken in any case."""
    whole: dict = {}
    for trie in _TRIES:
        _merge(trie, whole)
    return whole


def _merge(trie: dict, whole: dict) -> None:
    for key, following in trie.items():
        if key is None:
            whole[_END] = {}
        else:
            _merge(following, whole.setdefault(key.lstrip(CAPITALS), {}))


# Organs with the noun of their level behind: "UBND tình" is "UBND tỉnh".
_WITH_LEVELS = build(
    (f"{organ} {level}", level)
    for organ in (
        "hđnd", "ubnd", "hội đồng nhân dân", "ủy ban nhân dân", "việt nam", "mttq", "công an",
        "quân sự", "chqs", "nông dân", "phụ nữ", "lhpn", "chiến binh", "ccb", "lao động", "lđlđ",
        "đảng bộ", "đảng ủy",
    )
    for level in (
        "tỉnh", "thành phố", "thị xã", "huyện", "quận", "xã", "phường", "thị trấn", "đặc khu",
    )
)  # fmt: skip
_WITH_STATUS = build(
    (f"{status} {rank}", rank)
    for status in ("quyền", "nguyên")
    for rank in (
        "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư", "trưởng ban", "trưởng phòng",
        "giám đốc", "chủ nhiệm", "chánh văn phòng", "ủy viên",
    )
)  # fmt: skip
_TRIES = (
    _WITH_STATUS,
    RANKS,
    COMMITTEES,
    NAMED,
    MODIFIERS,
    DOMAINS,
    COMMITTEE_FIELDS,
    _WITH_LEVELS,
)


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
def _joints() -> frozenset[tuple[str, str]]:
    """The last word of a rank and the first of its body: "Bí thư|Huyện ủy", "Chủ tịch|UBND"."""
    last: set[str] = set()
    _last_words(RANKS, "", last)
    first = {key.lstrip(CAPITALS) for trie in (COMMITTEES, NAMED) for key in trie if key}
    return frozenset((one, other) for one in last for other in first if len(other) > 2)


def _last_words(node: dict, word: str, found: set[str]) -> None:
    for key, following in node.items():
        if key is None:
            found.add(word)
        else:
            _last_words(following, key.lstrip(CAPITALS), found)


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
        for key in {_sound(fold(word)), *_deletions(word), *_deletions(fold(word))}:
            found[key].append(word)
    return dict(found)


def _deletions(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


@lru_cache(maxsize=1 << 14)
def _near(key: str) -> tuple[tuple[str, bool], ...]:
    """(word of titles, whether only its marks differ) one slip away, nearest first."""
    if not 2 <= len(key) <= _LONGEST_WORD or not key.isalpha():
        return ()
    table, folded = _by_deletion(), fold(key)
    words = {
        word
        for each in {_sound(folded), *_deletions(key), *_deletions(folded)}
        for word in table.get(each, ())
        if word != key
    }
    slips = sorted((slip, word) for word in words if (slip := _slip(key, folded, word)))
    return tuple((word, slip == 1) for slip, word in slips)


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


def _slip(key: str, folded: str, word: str) -> int | None:
    """1: only marks differ. 2: one letter added, dropped, changed or swapped. None: more."""
    plain = fold(word)
    if plain == folded:
        return 1
    if len(key) < 3 and (_is_short(key) or (is_syllable(key) and not _dropped(key, word))):
        return None
    return 2 if _one_letter(folded, plain) or _sound(folded) == _sound(plain) else None


def _dropped(key: str, word: str) -> bool:
    """ "tư" is "thư" with a letter not struck, marks and all."""
    return key in _deletions(word)


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
    if not 5 <= len(key) <= 2 * _LONGEST_WORD:
        return None
    words = _words()
    for cut in range(2, len(key) - 1):
        pair = key[:cut], key[cut:]
        if (pair[0] in words and pair[1] in words and pair in _pairs()) or pair in _joints():
            return key[:cut], key[cut:]
    return None
