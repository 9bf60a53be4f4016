"""Names of offices that are in no list: how far they reach is read from their capitals."""

from .names import begins_name
from .phrases import longest
from .ranks import RANKS
from .tokens import LOWER, NUMBER, TITLE, UPPER, WORD, Token
from .units import read_level
from .wordlists import words

# Lower-case words that begin the sentence again behind the name of an office.
_STOPS = words(
    """
    phát chủ dự báo cho yêu đề đã đang sẽ cùng nói trao tặng kết khẳng nhấn ghi lưu trình tiếp
    kiểm chỉ làm là được bị có không tại trong về với từ đến để khi thì mà rằng nêu chúc thăm
    phó trưởng kiêm và hoặc của đồng tham gửi ký trả thông giới khai thay thừa cảm bày chia tuyên
    công đánh quán triển đi ở theo do bởi vào ra lên xuống này đó hiện sinh giữ thôi tự vừa mới
    nguyên quyền ông bà các những cũng vẫn còn luôn rất
    """
)
_MOST_WORDS = 9


def read_open_name(tokens: list[Token], at: int, surface) -> tuple[str, int]:
    """("Cấp nước Sơn Thạch", index behind), or ("", at) when no name begins here."""
    end = at
    while end < min(len(tokens), at + _MOST_WORDS) and _continues(tokens, at, end):
        end += 1
    while end > at and tokens[end - 1].kind not in (WORD, NUMBER):
        end -= 1
    return surface(at, end), end


def is_plain(tokens: list[Token], at: int) -> bool:
    """A small word that neither begins an office or unit nor goes on with the sentence."""
    token = tokens[at]
    if token.kind != WORD or token.case != LOWER or token.key in _STOPS:
        return False
    return not (read_level(tokens, at) or longest(RANKS, tokens, at))


def _continues(tokens, at, end) -> bool:
    token = tokens[end]
    if token.kind == NUMBER:
        return True
    if token.kind != WORD:
        return _joins(tokens, end)
    if longest(RANKS, tokens, end):
        return False
    if token.case == LOWER:
        return _is_second_syllable(tokens, at, end)
    return not (begins_name(tokens, end) or read_level(tokens, end))


def _is_second_syllable(tokens, at, end) -> bool:
    """At most two small words behind a capital: "Bảo trợ xã hội" needs its level noun unread."""
    if end == at or tokens[end].key in _STOPS or read_level(tokens, end):
        return False
    small = sum(token.case == LOWER for token in tokens[max(at, end - 2) : end])
    return tokens[end - 1].kind == WORD and tokens[end - 1].case != UPPER and small < 1


def _joins(tokens, end) -> bool:
    """A dash or & between two capitals."""
    if tokens[end].key not in ("-", "–", "&", "/") or end + 1 >= len(tokens):
        return False
    return tokens[end + 1].case in (TITLE, UPPER) and not longest(RANKS, tokens, end + 1)
