"""One title: status, rank, body, unit, and what may trail behind it."""

from dataclasses import dataclass, replace

from .bodies import read_body
from .body import Body
from .cores import CHAIR, DELEGATE, DELEGATION, EVENT, PARTY, SECRETARY, Core, house_rank
from .honours import HONOURS
from .names import begins_name, keys, run_end, split_run, title_case
from .phrases import first_words, longest
from .ranks import MODIFIERS, RANKS, STATUSES
from .suffixes import skip_suffixes
from .text_view import View
from .tokens import BREAK, LOWER, MARK, WORD
from .units import COMMITTEE_OF, LEVEL_OF

_STARTS = first_words(RANKS, STATUSES)
_MOST_STATUS_WORDS = 4
_MOST_EVENT_WORDS = 18


@dataclass(frozen=True, slots=True)
class TitleRead:
    """`first` and `last` are token indices, `last` behind the last word of the title itself."""

    core: Core
    rank: str
    body: Body
    first: int
    last: int
    end: int
    former: bool = False
    status: str = ""
    name: tuple[int, int] | None = None

    @property
    def event(self) -> bool:
        return self.core.group == EVENT or self.body.event

    @property
    def many(self) -> bool:
        return self.body.many


def read_title(view: View, at: int, named: bool) -> TitleRead | None:
    """The title beginning at token `at`; `named` says that its holder stands before it."""
    tokens = view.tokens
    former, status, first = _status(tokens, at)
    found = longest(RANKS, tokens, first)
    if not found or _is_other_word(tokens, first, found[0].core):
        return None
    spelling, end = found
    modifier, end = _modifier(tokens, spelling.modifier, end)
    if _keys(tokens, end, 2) == "phụ trách":
        status, end = "in_charge", end + 2
    body = read_body(tokens, end, spelling.core, view.surface)
    if spelling.core.needs_body and not _fits(spelling.core, body):
        return None
    title = TitleRead(
        spelling.core, house_rank(spelling, modifier), body, at, body.end, body.end, former, status
    )
    if title.event:
        return replace(title, end=_event_end(view, title.end))
    return _trailed(view, _placed(view, title, named), named)


def _event_end(view: View, at: int) -> int:
    """Behind what the event role is about, when another title follows the comma behind it.

    "Trưởng Ban Chỉ đạo phòng, chống dịch, | Bí thư Huyện ủy".
    """
    for end in range(at, min(at + _MOST_EVENT_WORDS, len(view.tokens) - 1)):
        token = view.tokens[end]
        if token.kind == BREAK or token.key in (".", ";", ":") or begins_name(view.tokens, end):
            return at
        if token.kind == MARK and is_title_start(view, end + 1):
            return end
        if token.key == "là" and is_title_start(view, end + 1):
            return at  # "Chủ tọa là Chủ tịch HĐND tỉnh, Phó Bí thư Tỉnh ủy"
        if longest(HONOURS, view.tokens, end):
            return at
    return at


def _status(tokens, at) -> tuple[bool, str, int]:
    former, status, most = False, "", at + _MOST_STATUS_WORDS
    while at < most and (found := longest(STATUSES, tokens, at)):
        former = former or found[0] == "former"
        status = "acting" if found[0] == "acting" else status
        at = found[1]
    return former, status, at


def _modifier(tokens, modifier: str, at: int) -> tuple[str, int]:
    found = longest(MODIFIERS, tokens, at)
    return (found[0], found[1]) if found and not modifier else (modifier, at)


def _keys(tokens, at, count) -> str:
    return keys(tokens, at, min(at + count, len(tokens)))


def _is_other_word(tokens, at, core: Core) -> bool:
    """Ban Bí thư, Chủ tịch Hồ Chí Minh, Đoàn đại biểu: the rank word belongs to something else."""
    before = tokens[at - 1].key if at else ""
    if core is SECRETARY and before == "ban":
        return True
    if core.name == DELEGATE.name and before == "đoàn":
        return True
    if core.name == "Vụ trưởng" and before in ("chức", "nhiệm", "phục", "thường"):
        return True
    behind = _keys(tokens, at + 2, 3)
    return core is CHAIR and (behind == "hồ chí minh" or behind.startswith("đoàn "))


def _fits(core: Core, body: Body) -> bool:
    """Ủy viên and Đại biểu are titles only of bodies that have such; a Trưởng đoàn may be event."""
    if core is DELEGATION:
        return True
    if core is DELEGATE:
        return body.organ in ("Quốc hội", "HĐND")
    return body.organ.startswith(("U", "Ủy ban", "HĐND", "Ban Chấp hành", "Ban Thường vụ", "Hội"))


def _placed(view: View, title: TitleRead, named: bool) -> TitleRead:
    """Share the capitalised words behind the body out to its place and to a name."""
    body, end = title.body, title.end
    if title.event or title.many:
        return title
    stop = run_end(view.tokens, end)
    if stop == end or _is_first_syllable(view, body, end, stop):
        return title
    if body.place or not body.stated:
        cut = end if not named or body.place else stop
    else:
        cut = split_run(view.tokens, end, stop, bool(body.level), named, view.known)
    if cut > end and not body.stated:
        return title
    if cut > end:
        place = title_case(view.surface(end, cut))
        title = replace(title, body=replace(body, place=place), last=cut, end=cut)
    return replace(title, name=(cut, stop) if cut < stop else None)


def _is_first_syllable(view: View, body: Body, at: int, end: int) -> bool:
    """ "Văn phòng Cấp | ủy": one capital before a small word begins a word and is no place."""
    if end != at + 1 or body.level or body.organ in COMMITTEE_OF.values():
        return False
    if end >= len(view.tokens):
        return False
    return view.tokens[end].kind == WORD and view.tokens[end].case == LOWER


def _trailed(view: View, title: TitleRead, named: bool) -> TitleRead:
    """Terms, "(cũ)", the unit around the unit: they belong to no part of the title."""
    if title.name:
        return title
    end, found = skip_suffixes(view, title.end, _level(title.body), named)
    status = "in_charge" if "in_charge" in found else title.status
    body = replace(title.body, many=True) if "many" in found else title.body
    stop = run_end(view.tokens, end) if end > title.end and not named else end
    name = (end, stop) if stop > end else None
    return replace(title, end=end, status=status, body=body, name=name)


def _level(body: Body) -> str:
    return body.level or LEVEL_OF.get(body.organ, "thôn" if body.organ == "Chi bộ" else "")


def is_title_start(view: View, at: int) -> bool:
    """Cheap look before reading: a status word or a rank."""
    tokens = view.tokens
    if view.key(at) not in _STARTS:
        return False
    return bool(longest(RANKS, tokens, at) or longest(STATUSES, tokens, at))


def is_party(title: TitleRead) -> bool:
    """Whether its body is a party committee."""
    return title.core.group == PARTY
