"""The body behind a rank: organ, its owner, level, and the words that may be its place."""

from dataclasses import replace

from .body import Body, key_at, number_at
from .cores import DELEGATION, PARTY, Core
from .domains import EVENT_DOMAINS
from .fields import read_domain
from .heads import COMMITTEES
from .named import NAMED
from .open_names import read_open_name
from .organs import read_committee, read_office, read_organ, with_owner
from .phrases import longest
from .tokens import LOWER, TITLE, Token
from .units import COMMITTEE_OF, JOINED, is_many, read_level
from .wordlists import words

_NUMBERED = frozenset(("Chi bộ", "Chi đoàn", "Chi hội", "Quân khu", "Quân đoàn", "Trung đoàn"))

# Hamlets, whose words also begin names of larger places, and the bodies that hamlets have.
_HAMLETS = words("bản buôn làng xóm thôn ấp khóm")
_IN_HAMLETS = ("Chi bộ", "Chi hội", "Chi đoàn", "Ban Công tác Mặt trận", "Ban CTMT")


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
        return (
            read_committee(tokens, at, surface) or read_organ(tokens, at, surface) or Body(end=at)
        )
    if core.head:
        return _behind_head(tokens, at, core, surface)
    return read_organ(tokens, at, surface) or Body(end=at)


def _fixed(tokens, at, core, surface) -> Body:
    """Tỉnh ủy viên: the body is said; "Chi ủy viên Chi bộ thôn X" says it again."""
    again = read_committee(tokens, at, surface) if core.body in COMMITTEE_OF.values() else None
    again = again or (read_committee(tokens, at, surface) if core.body == "Chi bộ" else None)
    return again or Body(core.body, end=at)


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
    owner = with_owner(tokens, end, body, surface)
    return owner or body


def _village(tokens, at, head) -> Body:
    """Trưởng khu phố 3 phường An Hòa: the number is the name of the place."""
    number = number_at(tokens, at)
    return Body(head, place=number[0], end=number[1]) if number else Body(head, end=at)


def _behind_repeated(tokens, at, head) -> int:
    words = head.lower().split()
    if [token.key for token in tokens[at : at + len(words)]] == words:
        return at + len(words)
    return at


def _named_behind(tokens, at, head, surface) -> tuple[str, int]:
    if head in ("Công an", "Thanh tra") or head.startswith("Ban "):
        return head, at
    if head == "Văn phòng":
        return read_office(tokens, at, surface)
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


def _delegation(tokens, at) -> Body:
    found = longest(NAMED, tokens, at)
    if found and found[0] in ("Đoàn ĐBQH", "Đoàn đại biểu Quốc hội"):
        return Body(found[0], end=found[1])
    return Body(end=at, event=True)


def _with_unit(tokens, body: Body) -> Body:
    """The level behind a body: "lâm thời" before it is no part of the name."""
    at, provisional = body.end, body.provisional
    if body.place:
        return body
    if key_at(tokens, at) == "lâm" and key_at(tokens, at + 1) == "thời":
        at, provisional = at + 2, True
    if not body.stated:
        return body
    if key_at(tokens, at) == "của":
        at += 1
    body = replace(body, provisional=provisional, end=at if provisional else body.end)
    if is_many(tokens, at):
        return replace(body, many=True, end=at + 1)
    city = longest(JOINED, tokens, at)
    if city:
        return replace(body, place=city[0], end=city[1])
    found = read_level(tokens, at)
    if found and not _begins_place(tokens, at, found[0], body):
        return _with_level(tokens, body, *found)
    number = number_at(tokens, at) if body.organ in _NUMBERED else None
    return replace(body, place=number[0], end=number[1]) if number else body


def _begins_place(tokens, at, level: str, body: Body) -> bool:
    """Thành ủy Buôn Ma Thuột, Hợp tác xã Bản Lạn: a capital that belongs to the place itself."""
    if level not in _HAMLETS or body.organ.startswith(_IN_HAMLETS) or at + 1 >= len(tokens):
        return False
    return tokens[at].case == TITLE == tokens[at + 1].case


def _with_level(tokens, body: Body, level: str, end: int) -> Body:
    """ "xã, phường, thị trấn" without a name is a set."""
    if key_at(tokens, end) in (",", "/") and _is_bare_level(tokens, end + 1):
        return replace(body, many=True, end=end)
    number = number_at(tokens, end)
    if number:
        return replace(body, level=level, place=number[0], end=number[1])
    return replace(body, level=level, end=end)


def _is_bare_level(tokens, at) -> bool:
    found = read_level(tokens, at)
    if not found:
        return False
    end = found[1]
    return end >= len(tokens) or tokens[end].case == LOWER and not tokens[end].key.isdigit()
