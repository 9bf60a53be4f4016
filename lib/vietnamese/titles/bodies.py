"""The body behind a rank: organ, its owner, level, and the words that may be its place."""

from dataclasses import dataclass, replace

from .domains import (
    COMMITTEE_FIELDS,
    COMMITTEES,
    DOMAINS,
    EVENT_DOMAINS,
    NAMED,
    OPEN_HEADS,
)
from .open_names import is_plain, read_open_name
from .phrases import longest
from .ranks import DELEGATION, PARTY, RANKS, Core
from .tokens import LOWER, TITLE, UPPER, Token
from .units import COMMITTEE_OF, JOINED, LEVELS, is_many, read_level
from .wordlists import words

_JOINTS = words("- – — và & ,")
_DASHES = words("- – —")
# Bodies that own themselves: nothing but a unit follows them.
_STATE = frozenset(("HĐND", "UBND"))
_OFFICES_OF = frozenset(("Văn phòng",))
_YOUTH = "Đoàn"
# Committees without "Đảng ủy" of a unit: a field or an organ may follow these.
_WITH_FIELD = frozenset(
    ("Đảng ủy", "Đảng bộ", "Chi bộ", "Chi ủy", "Chi đoàn", "Đoàn", "Đảng bộ cơ sở")
)


@dataclass(frozen=True, slots=True)
class Body:
    """Parts in house form; `end` is the index behind what was read."""

    organ: str = ""
    owner: str = ""
    level: str = ""
    place: str = ""
    end: int = 0
    many: bool = False
    event: bool = False
    provisional: bool = False

    @property
    def stated(self) -> bool:
        return bool(self.organ or self.owner or self.level or self.place)


def read_body(tokens: list[Token], at: int, core: Core, surface) -> Body:
    """The body that begins at `at`; an empty one ending at `at` when there is none.

    `surface(first, behind)` gives the words of tokens as they are written.
    """
    if is_many(tokens, at) and not (core.head.islower() and tokens[at].key.isdigit()):
        return Body(organ=core.head, end=at + 1, many=True)
    body = _organ_of(tokens, at, core, surface)
    if body.event or body.many:
        return body
    return _with_unit(tokens, body)


def _organ_of(tokens, at, core, surface) -> Body:
    if core.body:
        return _fixed(tokens, at, core, surface)
    if core.group == PARTY:
        return _party_body(tokens, at, surface) or _organ(tokens, at, surface) or Body(end=at)
    if core.head:
        return _behind_head(tokens, at, core, surface)
    return _organ(tokens, at, surface) or Body(end=at)


def _fixed(tokens, at, core, surface) -> Body:
    """Tỉnh ủy viên: the body is said; "Chi ủy viên Chi bộ thôn X" says it again."""
    again = _party_body(tokens, at, surface) if core.body in COMMITTEE_OF.values() else None
    again = again or (_party_body(tokens, at, surface) if core.body == "Chi bộ" else None)
    return again or Body(core.body, end=at)


def _party_body(tokens, at, surface) -> Body | None:
    """A committee with what it stands in: "Đảng ủy UBND", "Chi bộ Trường Chính trị"."""
    found = longest(COMMITTEES, tokens, at)
    named = longest(NAMED, tokens, at)
    if not found or (named and named[1] > found[1]):
        return None
    organ, end = found
    if organ not in _WITH_FIELD:
        return Body(organ, end=end)
    field = longest(COMMITTEE_FIELDS, tokens, end)
    if field:
        return Body(f"{organ} {field[0]}", end=field[1])
    inner = _organ(tokens, end, surface)
    if inner and organ != _YOUTH:
        owner = " ".join(filter(None, (inner.organ, inner.owner)))
        return Body(f"{organ} {owner}", end=inner.end)
    return Body(organ, end=end)


def _behind_head(tokens, at, core, surface) -> Body:
    """Trưởng ban | Dân vận Thành ủy; the head may be said again: "Trưởng Ban Ban Dân vận"."""
    head = core.head
    if core is DELEGATION:
        return _delegation(tokens, at)
    if head[0].islower():
        return _village(tokens, at, head)
    at = _behind_repeated(tokens, at, head)
    if longest(EVENT_DOMAINS, tokens, at) and head == "Ban":
        return Body(head, end=longest(EVENT_DOMAINS, tokens, at)[1], event=True)
    if is_many(tokens, at):
        return Body(head, end=at + 1, many=True)
    name, end = _named_behind(tokens, at, head, surface)
    body = Body(name, end=end)
    owner = _owner(tokens, end, body, surface)
    return owner or body


def _village(tokens, at, head) -> Body:
    """Trưởng khu phố 3 phường An Hòa: the number is the name of the place."""
    if at < len(tokens) and tokens[at].key.isdigit():
        return Body(head, place=tokens[at].key, end=at + 1)
    return Body(head, end=at)


def _behind_repeated(tokens, at, head) -> int:
    words = head.lower().split()
    if [token.key for token in tokens[at : at + len(words)]] == words:
        return at + len(words)
    return at


def _named_behind(tokens, at, head, surface) -> tuple[str, int]:
    if head in ("Công an", "Thanh tra") or head.startswith("Ban "):
        return head, at
    if head == "Văn phòng":
        return _office(tokens, at, surface)
    whole = _whole_name(tokens, at, head)
    if whole:
        return whole
    domain = read_domain(tokens, at)
    if domain:
        return f"{head} {domain[0]}", domain[1]
    if longest(COMMITTEES, tokens, at) or longest(NAMED, tokens, at):
        return head, at
    name, end = read_open_name(tokens, at, surface)
    return (f"{head} {name}", end) if name else (head, at)


def _whole_name(tokens, at, head) -> tuple[str, int] | None:
    """ "Trưởng Ban Tổ chức Trung ương": the head and what follows are one name of the list."""
    words = head.lower().split()
    node = NAMED
    for word in words:
        node = node.get(word, {})
    found = longest(node, tokens, at)
    return (found[0], found[1]) if found and found[1] > at else None


def _office(tokens, at, surface) -> tuple[str, int]:
    """Văn phòng Huyện ủy-HĐND-UBND: one office of several bodies, joined as written."""
    name, end = "Văn phòng", at
    position, joint = at, " "
    while True:
        found = _longer(COMMITTEES, NAMED, tokens, position)
        if not found:
            return name, end
        name = f"{name}{joint}{found[0]}"
        end = position = found[1]
        if _at(tokens, position) not in _JOINTS:
            return name, end
        joint = _joint(tokens, position, surface)
        position += 1


def _longer(one, other, tokens, at):
    """What reaches further: "Đoàn" of committees or "Đoàn ĐBQH" of names."""
    found = [hit for hit in (longest(one, tokens, at), longest(other, tokens, at)) if hit]
    return max(found, key=lambda hit: hit[1]) if found else None


def _joint(tokens, at, surface) -> str:
    """The joint with the spaces around it as written: "-", " - ", ", "."""
    before = " " if tokens[at].start > tokens[at - 1].end else ""
    after = " " if at + 1 < len(tokens) and tokens[at + 1].start > tokens[at].end else ""
    return f"{before}{surface(at, at + 1)}{after}"


def _delegation(tokens, at) -> Body:
    found = longest(NAMED, tokens, at)
    if found and found[0] == "Đoàn ĐBQH":
        return Body("Đoàn ĐBQH", end=found[1])
    return Body(end=at, event=True)


def _organ(tokens, at, surface, depth: int = 2) -> Body | None:
    """An organ by a whole name of the lists, or by its head word and what it is about."""
    named = longest(NAMED, tokens, at)
    head = longest(OPEN_HEADS, tokens, at)
    if named and (not head or named[1] >= head[1]):
        body = _state_or(tokens, Body(named[0], end=named[1]))
    elif head:
        body = _open(tokens, head, surface)
    else:
        return None
    if body is None or body.organ in _STATE or depth == 0:
        return body
    return _owner(tokens, body.end, body, surface, depth - 1) or body


def _state_or(tokens, body: Body) -> Body:
    """HĐND, UBND xã: two bodies in one breath are no title of one person."""
    at = body.end
    if body.organ in _STATE and at + 1 < len(tokens) and tokens[at].key in (",", "-", "–", "và"):
        other = longest(NAMED, tokens, at + 1)
        if other and other[0] in _STATE:
            return replace(body, end=other[1], many=True)
    return body


def _open(tokens, head, surface) -> Body | None:
    word, at = head
    if is_many(tokens, at):
        return Body(word, end=at + 1, many=True)
    if word == "Ban" and longest(EVENT_DOMAINS, tokens, at):
        return Body(word, end=at + 1, event=True)
    domain = read_domain(tokens, at)
    if domain:
        return Body(f"{word} {domain[0]}", end=domain[1])
    name, end = read_open_name(tokens, at, surface)
    if not name and " " not in word and read_level(tokens, at) is None:
        return None
    return Body(f"{word} {name}".strip(), end=end)


def read_domain(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """("Tài chính - Kế hoạch", index behind): known fields joined by và, a dash or &."""
    found = longest(DOMAINS, tokens, at)
    if not found:
        return None
    name, end = _small_words(tokens, *found)
    while end + 1 < len(tokens) and tokens[end].key in _JOINTS and tokens[end].key != ",":
        more = longest(DOMAINS, tokens, end + 1) or _other_field(tokens, end + 1)
        if not more:
            break
        joint = " - " if tokens[end].key in _DASHES else " và "
        name, end = f"{name}{joint}{more[0]}", more[1]
    return name, end


def _small_words(tokens, name: str, at: int) -> tuple[str, int]:
    """Phòng Tổ chức | cán bộ | Sở Nội vụ: small words up to another office or a level."""
    end = at
    if _at(tokens, at) == "ủy":
        return name, at
    while end < min(at + 5, len(tokens)) and is_plain(tokens, end):
        end += 1
    if at < end < len(tokens) and _is_office_start(tokens, end):
        return f"{name} {' '.join(token.key for token in tokens[at:end])}", end
    return name, at


def _is_office_start(tokens, at) -> bool:
    if longest(LEVELS, tokens, at):
        return True
    tries = (OPEN_HEADS, NAMED, COMMITTEES)
    return tokens[at].case != LOWER and any(longest(trie, tokens, at) for trie in tries)


def _other_field(tokens, at) -> tuple[str, int] | None:
    """A field of no list behind a joint: "Nông nghiệp và PTNT", "Kinh tế và Ngân sách"."""
    token = tokens[at]
    if longest(RANKS, tokens, at) or longest(NAMED, tokens, at) or longest(OPEN_HEADS, tokens, at):
        return None
    if token.case == UPPER:
        return token.key.upper(), at + 1
    if token.case == TITLE and at + 1 < len(tokens) and is_plain(tokens, at + 1):
        return f"{token.key.capitalize()} {tokens[at + 1].key}", at + 2
    return None


def _owner(tokens, at, body: Body, surface, depth: int = 1) -> Body | None:
    """Ban Dân vận | Thành ủy; Ban Pháp chế | HĐND; Văn phòng | Sở Y tế."""
    if at < len(tokens) and tokens[at].key == "của":
        at += 1
    if body.organ.endswith("Xây dựng Đảng") and at < len(tokens) and tokens[at].key == "ủy":
        return replace(body, owner="Đảng ủy", end=at + 1)
    owner = _party_body(tokens, at, surface) or (depth and _organ(tokens, at, surface, depth - 1))
    if not owner or owner.many:
        return None
    name = " ".join(filter(None, (owner.organ, owner.owner)))
    return replace(body, owner=name, end=owner.end)


def _with_unit(tokens, body: Body) -> Body:
    """The level behind a body: "lâm thời" before it is no part of the name."""
    at, provisional = body.end, body.provisional
    if body.place:
        return body
    if _at(tokens, at) == "lâm" and _at(tokens, at + 1) == "thời":
        at, provisional = at + 2, True
    if not body.stated:
        return body
    if _at(tokens, at) == "của":
        at += 1
    body = replace(body, provisional=provisional, end=at if provisional else body.end)
    if is_many(tokens, at):
        return replace(body, many=True, end=at + 1)
    city = longest(JOINED, tokens, at)
    if city:
        return replace(body, place=city[0], end=city[1])
    found = read_level(tokens, at)
    if not found:
        return body
    return _with_level(tokens, body, *found)


def _with_level(tokens, body: Body, level: str, end: int) -> Body:
    """ "xã, phường, thị trấn" without a name is a set."""
    if _at(tokens, end) in (",", "/") and _is_bare_level(tokens, end + 1):
        return replace(body, many=True, end=end)
    if end < len(tokens) and tokens[end].key.isdigit():
        return replace(body, level=level, place=tokens[end].key, end=end + 1)
    return replace(body, level=level, end=end)


def _is_bare_level(tokens, at) -> bool:
    found = read_level(tokens, at)
    if not found:
        return False
    end = found[1]
    return end >= len(tokens) or tokens[end].case == 0 and not tokens[end].key.isdigit()


def _at(tokens, at) -> str:
    return tokens[at].key if at < len(tokens) else ""
