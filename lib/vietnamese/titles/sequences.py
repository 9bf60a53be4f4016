"""Titles of one person in a row, and the marks that join them."""

from dataclasses import dataclass, field

from .candidates import TitleRead, is_title_start, read_title
from .phrases import build, longest
from .text_view import View
from .wordlists import words

# What joins two titles of one person. A semicolon does so only when nothing else can be meant.
_JOINTS = build(
    (phrase, True)
    for phrase in (
        *words(", - – — / kiêm"),
        ", kiêm",
        "- kiêm",
        "– kiêm",
        "đồng thời là",
        ", đồng thời là",
        "đồng thời giữ chức",
        "kiêm nhiệm",
        "kiêm chức",
        ", hiện là",
        "- hiện là",
        "hiện là",
        ", nay là",
        "nay là",
        "và là",
        "kiêm giữ chức",
    )
)


@dataclass(slots=True)
class Sequence:
    """`end` is the index behind the last title read; `name` the words of a name behind it."""

    titles: list[TitleRead] = field(default_factory=list)
    end: int = 0
    name: tuple[int, int] | None = None

    @property
    def many(self) -> bool:
        return any(title.many for title in self.titles)


def read_sequence(view: View, at: int, named: bool, loose: bool = False) -> Sequence:
    """All titles from `at`. With `named`, what is another's or a set's ends the titles.
    `loose`: semicolons join titles too, as one stood already between the name and the first.

    "A, Bí thư Huyện ủy, Chủ tịch UBND huyện Nguyễn Văn B": the last title is not A's.
    """
    sequence = Sequence(end=at)
    while at is not None and (title := read_title(view, at, named)):
        if named and (title.name or (title.many and sequence.titles)):
            break
        sequence.titles.append(title)
        sequence.end = title.end
        if title.name:
            sequence.name = title.name
            break
        at = next_title(view, title.end, loose)
    return sequence


def next_title(view: View, at: int, loose: bool = False) -> int | None:
    """Where the next title of the same person begins, or None."""
    if loose and view.key(at) == ";" and is_title_start(view, at + 1):
        return at + 1
    found = longest(_JOINTS, view.tokens, at)
    if found and is_title_start(view, found[1]):
        return found[1]
    return None
