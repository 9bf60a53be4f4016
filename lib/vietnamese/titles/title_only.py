"""A title without a name: the person was named earlier, or is known from the office."""

from .people import tokens_break
from .sequences import Sequence
from .text_view import View
from .tokens import LOWER, WORD
from .wordlists import words

# What an official does, right behind the title: only then does a title without "đồng chí" stand
# for a person. "Bí thư chi bộ là tên cuốn sổ tay" does not.
_ACTS = words(
    """
    yêu đề giao chỉ phát nhấn khẳng kết chủ ký cho thừa ghi biểu đánh lưu kiểm trao tiếp thăm khảo
    thông nêu nhận quyết cùng đã cũng vừa mong chúc báo trả hứa trình dự điều
    """
)
# Words before a title that only is spoken of: "thừa ủy quyền của Chủ tịch nước, đồng chí A".
SPOKEN_OF = words("của vụ chức danh bầu là làm cử mặt quyền vị giả")


def stands_alone(view: View, sequence: Sequence, first: int, honoured: bool) -> bool:
    """Whether these titles without a name stand for one person."""
    titles = [title for title in sequence.titles if not title.event]
    if sequence.many or not titles or _is_set(titles):
        return False
    if honoured:
        return any(title.body.stated and not title.body.bare for title in titles)
    return _is_complete(titles[-1]) and _begins(view, first) and _acts(view, sequence.end)


def is_spoken_of(sequence: Sequence) -> bool:
    """ "Ý kiến của Chủ tịch UBND xã": nobody's title, but one that can be mistyped."""
    titles = [title for title in sequence.titles if not title.event]
    return not sequence.many and bool(titles) and _is_complete(titles[-1])


def _is_set(titles) -> bool:
    """Bí thư, Phó Bí thư Huyện ủy: nobody is both."""
    ranks = [title.rank for title in titles]
    return len(titles) > 1 and ranks[0] in ("Bí thư", "Chủ tịch") and f"Phó {ranks[0]}" in ranks


def _is_complete(title) -> bool:
    body = title.body
    return bool(body.level or body.place or body.owner or body.organ.endswith("ủy"))


def _begins(view: View, at: int) -> bool:
    if view.tokens[at].case == LOWER:
        return False
    return at == 0 or tokens_break(view, at - 1) or view.key(at - 1) in (",", ";")


def _acts(view: View, at: int) -> bool:
    if at >= len(view.tokens) or view.tokens[at].kind != WORD:
        return False
    return view.tokens[at].case == LOWER and view.key(at) in _ACTS
