"""Honour words and the name behind them; names without honour words."""

from dataclasses import dataclass

from .honours import HONOURS, PLURAL, RANK, SINGLE
from .names import MOST_SYLLABLES, has_surname, is_name, is_other_start, keys, run_end
from .phrases import longest
from .surnames import STRONG, WEAK
from .text_view import View
from .tokens import BREAK, LOWER, MARK, NUMBER, WORD
from .wordlists import words

# Capitalised because they begin a sentence, not because a name begins.
_LEADERS = words(
    """
    theo tại trong khi sau trước và với cùng do để được có gồm dự ngày sáng chiều tối trưa còn
    nhưng riêng đây đó từ đến ở về cho của là bởi nếu nói xin nay hiện ảnh nguồn tin bài gặp
    thăm tặng đưa chúc mừng viếng tham tới cũng gửi nhân bên ngoài trên dưới thứ người đại
    khách chủ phóng mời kính ký vẫn đã đang sẽ tiếp trao điều bổ phân thầy cô em cháu nhà
    """
)
_PLACE_WORDS = words(
    """
    tỉnh phố xã huyện quận phường trấn khu thôn bản ấp xóm tp tx tt đường chợ cầu trường ủy
    đoàn hđnd ubnd học thpt thcs ptdtbt tphcm sông núi hồ đèo buôn làng khóm phum sóc
    """
)
_MOTION = words("tại ở từ đến tới về qua ra vào")


@dataclass(frozen=True, slots=True)
class Honour:
    """`word` is "đồng chí", "ông", "bà" or the rank as written; `end` the index behind.

    `spoken`: there is a word of address, not only a rank or degree.
    """

    word: str = ""
    plural: bool = False
    end: int = 0
    spoken: bool = False


def read_honour(view: View, at: int) -> Honour | None:
    """đồng chí, các đồng chí:, Đồng chí Đại tá, PGS.TS."""
    word, end, spoken = "", at, False
    plural = at > 0 and view.tokens[at - 1].kind == NUMBER
    while found := longest(HONOURS, view.tokens, end):
        (kind, house), behind = found
        if kind == RANK:
            word = word or view.surface(end, behind)
        elif spoken and kind == SINGLE and not plural:
            break
        else:
            word, spoken = house, True
            plural = plural or kind == PLURAL
        end = behind
        if spoken and view.key(end) == ":":
            end += 1
    return Honour(word, plural and spoken, end, spoken) if end > at else None


def read_name(view: View, at: int, honour: Honour | None) -> tuple[int, int] | None:
    """Token indices of the name at `at`; one syllable is enough behind an honour word."""
    end = run_end(view.tokens, at)
    if end == at or end - at > MOST_SYLLABLES:
        end = _shortened(view, at, end)
    if honour:
        return (at, end) if end > at and not _is_known_word(view, at, end) else None
    return (at, end) if is_name(view.tokens, at, end) else None


def _is_known_word(view: View, at: int, end: int) -> bool:
    """One letter or a lone word that begins an office."""
    return end == at + 1 and is_other_start(view.tokens, at, first=True)


def _shortened(view: View, at: int, end: int) -> int:
    """A run longer than any name: four syllables when a surname begins it."""
    return min(end, at + 4) if end > at and has_surname(view.tokens, at) else at


def surname_honour(view: View, at: int, honour: Honour) -> bool:
    """ "của Ông Thế Cường": Ông inside a sentence, no surname behind it, is the surname."""
    token = view.tokens[at]
    if token.key != "ông" or token.case == LOWER or honour.end != at + 1 or not at:
        return False
    if view.tokens[at - 1].kind in (MARK, BREAK) or honour.end >= len(view.tokens):
        return False
    following = view.key(honour.end)
    count = run_end(view.tokens, honour.end) - honour.end
    return 1 < count < 4 and following not in STRONG and following not in WEAK


def bare_name(view: View, at: int) -> tuple[int, int] | None:
    """A name with no honour word: capitalised words that are no place and begin no sentence."""
    tokens = view.tokens
    end = run_end(tokens, at)
    start = _behind_leaders(view, at, end)
    if keys(tokens, start, end) in view.known:
        return start, end
    if start == end or _is_placed(view, start, end):
        return None
    return read_name(view, start, None)


def place_end(view: View, at: int) -> int | None:
    """Index behind capitalised words that name a place or a school, or None."""
    end = run_end(view.tokens, at)
    return end if end > at and _is_placed(view, at, end) else None


def _behind_leaders(view: View, at: int, end: int) -> int:
    start = at
    begins = at == 0 or tokens_break(view, at - 1)
    while start < end and view.key(start) in _LEADERS and (begins or start > at):
        if has_surname(view.tokens, start) and end - start > 2 and start == at:
            break
        start += 1
    return start


def tokens_break(view: View, at: int) -> bool:
    """Whether a sentence or a clause ends with this token."""
    token = view.tokens[at]
    return token.kind == BREAK or (token.kind == MARK and token.key not in ",/")


def _is_placed(view: View, at: int, end: int) -> bool:
    """xã Lương Phú, tại Hà Nội: not people, whatever they look like."""
    before = view.tokens[at - 1] if at else None
    if not before or before.kind != WORD:
        return False
    if before.key in _PLACE_WORDS:
        return True
    return before.key in _MOTION and not (has_surname(view.tokens, at) and end - at > 2)
