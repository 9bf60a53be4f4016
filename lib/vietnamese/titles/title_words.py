"""Which words stand together in titles: the ground on which typing errors are seen."""

from functools import cache

from ..fold import fold
from .domains import DOMAINS
from .heads import COMMITTEE_FIELDS, COMMITTEES
from .named import NAMED
from .phrases import CAPITALS, build
from .ranks import MODIFIERS, RANKS
from .wordlists import words

END = ""
# Organs by their letters, where one letter wrong is seen.
ORGANS = words("hđnd ubnd mttq lđlđ lhpn ubkt chqs tncs bđbp đbqh")


@cache
def whole_trie() -> dict:
    """All phrases of titles in one; what wants capitals is taken in any case."""
    whole: dict = {}
    for trie in _TRIES:
        _merge(trie, whole)
    return whole


def _merge(trie: dict, whole: dict) -> None:
    for key, following in trie.items():
        if key is None:
            whole[END] = {}
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
_WITH_HEADS = build(
    (phrase, phrase)
    for phrase in (
        "giám đốc sở", "giám đốc trung tâm", "giám đốc công an", "hiệu trưởng trường",
        "tổng biên tập báo", "trưởng công an", "chánh thanh tra",
    )
)  # fmt: skip
_TRIES = (
    _WITH_HEADS,
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
def pairs() -> frozenset[tuple[str, str]]:
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
def joints() -> frozenset[tuple[str, str]]:
    """The last word of a rank and the first of its body: "Bí thư|Huyện ủy", "Chủ tịch|UBND"."""
    last: set[str] = set()
    for trie in (RANKS, DOMAINS):
        _last_words(trie, "", last)
    first = {key.lstrip(CAPITALS) for trie in (COMMITTEES, NAMED) for key in trie if key}
    return frozenset((one, other) for one in last for other in first if len(other) > 2)


def _last_words(node: dict, word: str, found: set[str]) -> None:
    for key, following in node.items():
        if key is None:
            found.add(word)
        else:
            _last_words(following, key.lstrip(CAPITALS), found)


@cache
def title_words() -> frozenset[str]:
    """Words of the phrases that can be mistyped: not letters, not abbreviations."""
    return frozenset(
        word for pair in pairs() for word in pair if len(word) > 1 and not is_short(word)
    )


def is_short(word: str) -> bool:
    return not any(letter in "aăâeêioôơuưyàáảãạ" or ord(letter) > 0x1E00 for letter in fold(word))
