"""Typing errors in the words of titles: tokens as they were meant, before the text is read.

A word is mended only where the words round it make a whole phrase of a title with it and make
none with what was typed: "Chủ tich HĐND", "Phó Bí thứ", "Trường ban Tổ chức", "Chủtịch".
"""

from functools import lru_cache

from ..syllables import is_syllable
from .mistyped_letters import looks_mistyped, mistyped
from .slips import MARKS, SHORT, dropped, halves, near
from .surnames import STRONG
from .title_words import END, joints, pairs, title_words, whole_trie
from .tokens import LOWER, TITLE, UPPER, WORD, Token
from .torn import LOST, is_doubled, is_swapped, neighbours, torn, word_lost
from .wordlists import words

# Behind these a capital begins a place or a name: "xã Hòa Phong", "Bế Văn Khoa".
_BEFORE_NAMES = words("văn xã phường thôn bản huyện chí bà ông anh chị cháu em")
# Parts of everyday words that stand beside words of titles: "truyền thống", "đồng chí Ủy viên".
_EVERYDAY = words("thống đồng tiến chế nông xin đối tân từ lưu tham diễn viết ông hai gần biên")
# Small words of every text: mended only inside three words, or where a capital stands wrong.
_PLAIN = words(
    """
    các trong trọng công động tiếp quý khối cơ chi chí và của với cho tại tới đến ca làm là theo
    có không được bị này đó khi như cả còn cùng nhân dân ban đồng quan quán toàn từ tổng tham mưu
    """
)
_LEVEL_WORDS = words("tỉnh xã huyện quận phường")
_TU = ("tư", "tu")  # of "Trung ương", or "thư" mistyped
_LEAST_PHRASE = 2
_LONGEST_PHRASE = 8


def mend(tokens: list[Token]) -> tuple[list[Token], list[tuple[int, int, str]]]:
    """(tokens, mended places); a place is (start, end, the words that were meant).

    Tokens keep the places of what was typed. A text without errors comes back as it is.
    """
    mended: list[Token] = []
    places: list[tuple[int, int, str]] = []
    keys = ["", *(token.key for token in tokens), ""]
    at, copied = 0, 0
    while at < len(tokens):
        suspect = tokens[at].kind == WORD and _may_be_wrong(keys[at], keys[at + 1], keys[at + 2])
        found = _meant(tokens, at) if suspect else None
        if found is None:
            at += 1
            continue
        meant, count = found
        mended += [*tokens[copied:at], *meant]
        words_meant = " ".join(each.key for each in meant)
        places.append((tokens[at].start, tokens[at + count - 1].end, words_meant))
        at += count
        copied = at
    return ([*mended, *tokens[copied:]], places) if places else (tokens, places)


@lru_cache(maxsize=1 << 15)
def _may_be_wrong(before: str, key: str, behind: str) -> bool:
    """Whether a word between these may be mistyped at all, whatever its capitals: nearly none is,
    and a text is read again and again while it is written."""
    known = pairs()
    if key == before or key in LOST or key in _TU or looks_mistyped(key) or halves(key):
        return True
    if behind[:1].isdigit() or key + behind in title_words():
        return True
    if (behind, key) in known and (key, behind) not in known:
        return True
    if (before, key) in known or (key, behind) in known:
        return False
    return any((before, word) in known or (word, behind) in known for word, _slip in near(key))


def _meant(tokens: list[Token], at: int) -> tuple[list[Token], int] | None:
    """(tokens that were meant, how many typed ones they stand for); None where all is well."""
    token = tokens[at]
    before, behind = neighbours(tokens, at)
    if short := mistyped(token):
        return [token._replace(key=short)], 1
    if came_apart := torn(tokens, at):
        whole, count = came_apart
        return ([whole], count) if _fits(tokens, at, whole, count) else None
    if lost := word_lost(tokens, at):
        return lost, 1
    if token.key == before:
        return ([], 1) if is_doubled(tokens, at) else None
    if is_swapped(tokens, at):
        other = tokens[at + 1]
        return [
            token._replace(key=other.key, case=other.case),
            other._replace(key=token.key, case=token.case),
        ], 2
    return _respelled(tokens, at, before, behind)


def _fits(tokens, at, whole: Token, count: int) -> bool:
    """Whether the word that came apart makes a phrase of a title where it stands."""
    first = max(0, at - _LONGEST_PHRASE)
    window = [*tokens[first:at], whole, *tokens[at + count : at + count + _LONGEST_PHRASE]]
    return _makes_phrase(window, at - first, whole.key, sure=True) > 0


def _respelled(tokens, at, before, behind) -> tuple[list[Token], int] | None:
    """The word of titles next to what was typed, or the two it was before a space was lost."""
    token, known = tokens[at], pairs()
    close, key = near(token.key), token.key
    if halves(key):
        return _cut(token), 1
    if not close:
        return None
    if begun := _begun(tokens, at):
        return [token._replace(key=begun)], 1
    if len(key) == 1:
        return None
    right = (before, key) in known or (key, behind) in known
    if right or (len(key) < 3 and token.case == UPPER):
        if not _is_shouted(tokens, at):
            return None
    elif _is_everyday(tokens, at, before):
        return None
    best = _nearest(tokens, at, before, behind)
    return ([token._replace(key=best)], 1) if best else None


# Words of which no other word of a title is a letter away: what follows them decides.
_BEGUN = {("bí", "thư"), ("ủy", "viên"), ("chủ", "tịch"), ("chủ", "nhiệm"), ("phó", "bí"),
          ("phó", "chủ"), ("trưởng", "ban")}  # fmt: skip
_BEHIND_RANK = words("thường trực đảng hđnd ubnd ủy")


def _begun(tokens, at) -> str:
    """ "Í thư Huyện ủy", "Bu thư Đảng ủy", "Y viên Ban Thường vụ": the first word of a rank, in a
    phrase of three words that only it begins; '' for none."""
    behind = tokens[at + 1 : at + 3]
    if len(behind) < 2 or is_syllable(tokens[at].key) and tokens[at].case == LOWER:
        return ""
    second, third = behind[0].key, behind[1].key
    if second == "thư" and behind[0].case != LOWER or (tokens[at].key, second) in pairs():
        return ""
    known = (second, third) in joints() or (second, third) in pairs()
    if not known and third not in _BEHIND_RANK:
        return ""
    fits = [word for word, _slip in near(tokens[at].key) if (word, second) in _BEGUN]
    return fits[0] if len(fits) == 1 else ""


def _nearest(tokens, at, before, behind) -> str | None:
    """Of the words next to what was typed the one that makes the longest phrase here."""
    best, most, known = None, 0, pairs()
    for word, slip in near(tokens[at].key):
        fits = ((before, word) in known) + ((word, behind) in known)
        if fits > (slip == SHORT):
            length = _phrase_with(tokens, at, word, slip == MARKS)
            if length > most:
                best, most = word, length
    return best


def _is_shouted(tokens, at) -> bool:
    """ "BÍ TƯ ĐẢNG ỦY": between other words in capitals it is no abbreviation of Trung ương."""
    around = tokens[max(0, at - 1) : at + 2]
    return (
        tokens[at].key in _TU
        and len(around) == 3
        and all(
            each.case == UPPER and (each is tokens[at] or is_syllable(each.key)) for each in around
        )
    )


def _cut(token: Token) -> list[Token]:
    first, second = halves(token.key)
    cut = token.start + len(first)
    return [token._replace(key=first, end=cut), token._replace(key=second, start=cut)]


def _is_everyday(tokens, at, before: str) -> bool:
    """A capital where a name begins, or a word of every text in small letters."""
    if tokens[at].key in ("tân", "dân", "ông") or (before, tokens[at].key) == ("đồng", "chí"):
        return True  # "Tân Bí thư", "Dân cần", "các đồng chí Ủy viên"
    if _is_in_a_name(tokens, at):
        return True
    if tokens[at].case > LOWER:
        goes_on = at + 1 < len(tokens) and tokens[at + 1].case > LOWER
        return before in _BEFORE_NAMES and (goes_on or before != "chí")
    return tokens[at].key in _EVERYDAY


def _is_in_a_name(tokens, at) -> bool:
    """ "Phí Thị | Loan" is no "Thị đoàn", "Nông | Văn Khuyến" no "dân"."""
    for start in range(max(0, at - 3), at + 1):
        words = tokens[start : max(at + 1, start + 3)]
        if (
            len(words) > 2
            and words[1].key in ("thị", "văn")
            and words[0].key in STRONG
            and all(word.case == TITLE for word in words)
        ):
            return True
    return False


def _phrase_with(tokens, at, word, marks: bool) -> int:
    """Words of the longest phrase with the near word; 0 where that is not to be believed."""
    token = tokens[at]
    valid = is_syllable(token.key)
    sure = token.case > LOWER or marks or not valid
    if token.key in _PLAIN:
        sure = token.case > LOWER and marks
    unsure = not marks and valid and not dropped(token.key, word)
    if unsure and word in _LEVEL_WORDS and neighbours(tokens, at)[0] != "thị":
        return 0  # "Đảng ủy trình bày" is no "Đảng ủy tỉnh", but "thị sã" is "thị xã"
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
    node, longest = whole_trie(), 0
    for index in range(start, min(len(tokens), start + _LONGEST_PHRASE)):
        node = node.get(word if index == at else tokens[index].key)
        if node is None:
            break
        if index >= at and END in node:
            longest = index - start + 1
    return longest
