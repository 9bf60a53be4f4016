"""Names of offices that are in no list: how far they reach is read from their capitals."""

from .heads import COMMITTEES, OPEN_HEADS
from .named import NAMED
from .names import begins_name
from .phrases import longest
from .ranks import RANKS
from .tokens import LOWER, NUMBER, TITLE, UPPER, WORD, Token
from .units import LEVELS, read_level
from .wordlists import words

# Lower-case words that begin the sentence again behind the name of an office.
_STOPS = words(
    """
    phát chủ dự báo cho yêu đề đã đang sẽ cùng nói trao tặng kết khẳng nhấn ghi lưu trình tiếp
    kiểm chỉ làm là được bị có không tại trong về với từ đến để khi thì mà rằng nêu chúc thăm
    phó trưởng kiêm và hoặc của đồng tham gửi ký trả thông giới khai thay thừa cảm bày chia tuyên
    công đánh quán triển đi ở theo do bởi vào ra lên xuống này đó hiện sinh giữ thôi tự vừa mới
    nguyên quyền ông bà các những cũng vẫn còn luôn rất khảo rà hướng phối ủng hỗ cam mong kêu động
    vận biểu cập mở dẫn đưa lãnh thực hoàn tiến giải bàn thống xin nhận trồng hiến vui xúc tích nhắc
    phê quyết đón dâng thắp chứng cắt bấm hỏi gợi tranh vào viếng đọc bế nghe mừng tổ
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
    if end > at:
        end = behind_small_words(tokens, end)
    return surface(at, end), end


def behind_small_words(tokens: list[Token], at: int) -> int:
    """Phòng Tổ chức | cán bộ | Sở Nội vụ: behind small words if an office or level follows."""
    end = at
    while end < min(at + 5, len(tokens)) and is_plain(tokens, end):
        end += 1
    return end if at < end < len(tokens) and _is_office_start(tokens, end) else at


def _is_office_start(tokens, at) -> bool:
    if longest(LEVELS, tokens, at):
        return True
    tries = (OPEN_HEADS, NAMED, COMMITTEES)
    return tokens[at].case != LOWER and any(longest(trie, tokens, at) for trie in tries)


def is_plain(tokens: list[Token], at: int) -> bool:
    """A small word that neither begins an office or unit nor goes on with the sentence."""
    token = tokens[at]
    if token.kind != WORD or token.case != LOWER or token.key in _STOPS:
        return False
    return not any(longest(trie, tokens, at) for trie in (LEVELS, RANKS, COMMITTEES))


def _continues(tokens, at, end) -> bool:
    token = tokens[end]
    if token.kind == NUMBER:
        return True
    if token.kind != WORD or token.key == "và":
        return end > at and _joins(tokens, end)
    if longest(RANKS, tokens, end):
        return False
    if token.case == LOWER:
        return _is_second_syllable(tokens, at, end)
    return not (begins_name(tokens, end) or read_level(tokens, end))


def _is_second_syllable(tokens, at, end) -> bool:
    """At most two small words behind a capital: "Cấp thoát nước"."""
    if end == at or tokens[end].key in _STOPS or read_level(tokens, end):
        return False
    before = tokens[max(at, end - 2) : end]
    small = sum(token.case == LOWER and token.key != "và" for token in before)
    return before[-1].kind == WORD and before[-1].case != UPPER and small < 2


def _joins(tokens, end) -> bool:
    """A dash or & between two capitals, "và" before a capital and a small word."""
    if tokens[end].key == "và":
        return _is_field(tokens, end + 1)
    if tokens[end].key not in ("-", "–", "&", "/") or end + 1 >= len(tokens):
        return False
    return tokens[end + 1].case in (TITLE, UPPER) and not longest(RANKS, tokens, end + 1)


def _is_field(tokens, at) -> bool:
    """Pháp luật và | Tư pháp: no name, whose words are all capitalised."""
    if at + 1 >= len(tokens) or tokens[at].case != TITLE or longest(RANKS, tokens, at):
        return False
    return is_plain(tokens, at + 1)
