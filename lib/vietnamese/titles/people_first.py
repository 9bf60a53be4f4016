"""Titles behind a name: "A, Bí thư Huyện ủy", "A (Trưởng ban)", "A được bầu giữ chức Chủ tịch"."""

from .candidates import is_title_start
from .honours import HONOURS
from .lists import Person
from .people import tokens_break
from .phrases import build, longest
from .sequences import Sequence, next_title, read_sequence
from .text_view import View
from .tokens import LOWER, NUMBER, WORD
from .wordlists import words

_SEPARATORS = words(", - – — ( : / ;")
_HAPPENS = words("được tái đã vừa đang hiện giữ trúng là đảm nguyên từng làm")
_SUFFERS = frozenset(("được",))  # "A được đồng chí B trao quyết định giữ chức": it is A's
# The last words before a title that somebody is given: "được bầu giữ chức vụ | Chủ tịch".
_GIVES = words("chức vụ danh làm là giao bầu nhiệm định cử nhận")
_ENDS = words("thôi miễn bãi cách nguyện xin tại thay trao cho ứng giới quy")
_MOST_WORDS = 36
_UNTIL = words("cho đến tới hết ngày tháng năm")
_MOST_OF_A_DAY = 5
_ABOUT = build(
    (phrase, True)
    for phrase in (
        "sinh năm", "sinh ngày", "dân tộc", "quê", "thạc sĩ", "tiến sĩ", "cử nhân", "kỹ sư",
        "thạc sỹ", "tiến sỹ", "bác sĩ", "nữ", "năm sinh", "pgs", "ts", "ths", "đảng viên",
        "trình độ", "người", "con", "một", "nguyên quán", "chồng", "vợ", "vừa", "mới",
        "đại tá", "thượng tá", "trung tá", "thiếu tá", "thiếu tướng",
    )
)  # fmt: skip


# "A, trên cương vị Bí thư Huyện ủy, …", "A, người đang giữ chức Chủ tịch UBND huyện".
AS = build(
    (f"{phrase}{is_}", True)
    for phrase in (
        "trên cương vị", "với cương vị", "trong cương vị", "ở cương vị", "với vai trò",
        "trong vai trò", "với tư cách", "với trọng trách", "với trách nhiệm",
    )
    for is_ in ("", " là", " của", " người")
)  # fmt: skip
_HOLDS = build(
    (f"{who}{now}{holds}", True)
    for who in ("", "người ")
    for now in ("đang ", "hiện ", "hiện đang ", "nay ", "hiện nay ")
    for holds in ("giữ chức", "giữ chức vụ", "giữ cương vị", "đảm nhiệm chức vụ", "là")
)


def read_behind_name(view: View, at: int, honoured: bool = True) -> tuple[Sequence, bool]:
    """(titles behind a name that ends at `at`, whether they are said for a whole list).

    `honoured`: an honour word stands before the name, so that a semicolon may follow it.
    """
    if view.key(at) == ";" and not honoured:
        return Sequence(end=at), False
    for start, several in _openings(view, at):
        sequence = read_sequence(view, start, named=True, loose=view.key(at) == ";")
        if sequence.titles:
            return _closed(view, at, sequence), several
    return Sequence(end=at), False


def _openings(view: View, at: int):
    """Where titles of this person may begin, likeliest first."""
    at = _behind_note(view, at)
    behind = at + 1 if view.key(at) in _SEPARATORS else at
    if view.key(at) == "," and view.key(behind) in ("-", "–"):
        behind += 1
    told = longest(AS, view.tokens, behind) or longest(_HOLDS, view.tokens, behind)
    if is_title_start(view, behind):
        yield behind, False
    elif told and is_title_start(view, told[1]):
        yield told[1], False
    elif view.key(behind) in ("các", "đều", "cùng", "là", "hiện"):
        several = view.key(behind) in ("các", "đều", "cùng")
        step = 2 if view.key(behind + 1) == "là" or view.key(behind) == "cùng" else 1
        if is_title_start(view, behind + step):
            yield behind + step, several
    elif apposition := _behind_apposition(view, at):
        yield apposition, False


def _behind_note(view: View, at: int) -> int:
    """(thứ hai từ trái sang): where somebody stands in a photo; titles follow the bracket."""
    if view.key(at) != "(" or is_title_start(view, at + 1):
        return at
    for end in range(at + 1, min(at + 12, len(view.tokens))):
        if view.key(end) == ")":
            return end + 1 if view.key(end + 1) in (",", "-", "–") else at
    return at


def _behind_apposition(view: View, at: int) -> int | None:
    """ "A, sinh năm 1970, | Bí thư": what is told about a person between two commas."""
    if view.key(at) not in (",", "("):
        return None
    close = "," if view.key(at) == "," else ")"
    if not (longest(_ABOUT, view.tokens, at + 1) or _is_age(view, at + 1)):
        return None
    for end in range(at + 2, min(at + 10, len(view.tokens))):
        if tokens_break(view, end) or longest(HONOURS, view.tokens, end):
            return None
        if view.key(end) == close:
            behind = end + 1 if close == "," or view.key(end + 1) not in (",", "-") else end + 2
            return behind if is_title_start(view, behind) else _behind_apposition(view, end)
    return None


def _is_age(view: View, at: int) -> bool:
    return at < len(view.tokens) and view.tokens[at].kind == NUMBER and view.key(at + 1) == "tuổi"


def _closed(view: View, at: int, sequence: Sequence) -> Sequence:
    """A bracket that was opened behind the name is closed behind the titles."""
    if view.key(at) == "(":
        for end in range(sequence.end, min(sequence.end + 6, len(view.tokens))):
            if view.key(end) == ")":
                sequence.end = end + 1
                break
    return sequence


def read_given(view: View, person: Person) -> Sequence | None:
    """Titles that the sentence goes on to give: "A được chỉ định giữ chức vụ Bí thư Đảng ủy"."""
    at = _behind_end(view, person.end)
    at = at + 1 if view.key(at) == "," else at
    if view.key(at) not in _HAPPENS:
        return None
    for index in range(at, min(at + _MOST_WORDS, len(view.tokens))):
        if view.key(index) in _ENDS or tokens_break(view, index):
            return None
        if view.key(at) not in _SUFFERS and longest(HONOURS, view.tokens, index):
            return None  # "A công bố quyết định bổ nhiệm đồng chí B giữ chức": it is B's
        if index > at and view.key(index - 1) in _GIVES and is_title_start(view, index):
            sequence = read_sequence(view, index, named=True)
            if sequence.titles:
                return sequence if _is_office(view, index, sequence) else None
    return None


def _behind_end(view: View, at: int) -> int:
    """ "A, Chủ tịch UBND huyện đến hết ngày 30/9/2024 | được bầu": when the old title ended."""
    behind = at
    while view.key(behind) in _UNTIL:
        behind += 1
    if behind == at or view.key(at) not in ("đến", "tới", "cho"):
        return at
    end = behind
    while end < behind + _MOST_OF_A_DAY and (
        view.key(end).isdigit() or view.key(end) in ("/", "-", ".")
    ):
        end += 1
    return end if end > behind else at


def _is_office(view: View, at: int, sequence: Sequence) -> bool:
    """ "làm Trưởng ban", "làm Chủ tịch": a part played in what the sentence is about, no office."""
    bare = any(title.body.bare for title in sequence.titles)
    unsaid = not any(title.body.stated for title in sequence.titles)
    played = view.key(at - 1) == "làm" and view.key(at - 2) != "bầu"
    return not (sequence.many or bare or (unsaid and played))


def trailing(view: View, at: int) -> Sequence:
    """Titles behind a name that had titles before it: "Bí thư Huyện ủy A, Chủ tịch HĐND huyện"."""
    start = next_title(view, at)
    if start is None:
        return Sequence(end=at)
    whole = read_sequence(view, start, named=False)
    if whole.name or whole.many:
        return Sequence(end=at)
    return read_sequence(view, start, named=True)


def is_verb_next(view: View, at: int) -> bool:
    """Whether a small word follows: the title before it acts in the sentence."""
    return at < len(view.tokens) and view.tokens[at].kind == WORD and view.tokens[at].case == LOWER
