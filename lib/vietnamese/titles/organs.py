"""Organs and committees, and whose they are."""

from dataclasses import replace

from .body import Body, key_at
from .domains import EVENT_DOMAINS
from .fields import read_domain
from .heads import COMMITTEE_FIELDS, COMMITTEES, OPEN_HEADS
from .named import NAMED
from .open_names import read_open_name
from .phrases import longest
from .tokens import LOWER, TITLE, UPPER
from .units import is_many, read_level
from .wordlists import words

_JOINTS = words("- – — và & ,")
# Bodies that own themselves: nothing but a unit follows them.
_STATE = frozenset(("HĐND", "UBND"))
_YOUTH = "Đoàn"
# Committees without "Đảng ủy" of a unit: a field or an organ may follow these.
_WITH_FIELD = frozenset(
    ("Đảng ủy", "Đảng bộ", "Chi bộ", "Chi ủy", "Chi đoàn", "Đoàn", "Đảng bộ cơ sở")
)
# Organs inside organs: "Phòng Tổ chức cán bộ | Ban Tổ chức | Tỉnh ủy".
_DEEPEST = 2


# Surnames that are organs as well, and words in the middle of a name: "Đoàn Thị Hiền Lương".
_SURNAMES = words("đoàn")
_IN_NAMES = words("thị văn hữu đức đình ngọc xuân minh quang kim hồng mạnh trọng quốc duy thế")


def _is_somebody(tokens, at) -> bool:
    """ "Thành ủy | Đoàn Thị Hiền Lương": who holds it, no organ of the committee."""
    if at + 2 >= len(tokens) or tokens[at].key not in _SURNAMES:
        return False
    return tokens[at + 1].key in _IN_NAMES and all(
        token.case in (TITLE, UPPER) for token in tokens[at : at + 3]
    )


def read_committee(tokens, at, surface, depth: int = _DEEPEST) -> Body | None:
    """A committee with what it stands in: "Đảng ủy UBND", "Chi bộ Trường Chính trị"."""
    if at < len(tokens) and _is_somebody(tokens, at):
        return None
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
    inner = read_organ(tokens, end, surface, depth - 1) if depth else None
    if inner and organ != _YOUTH:
        owner = " ".join(filter(None, (inner.organ, inner.owner)))
        return Body(f"{organ} {owner}", end=inner.end)
    return Body(organ, end=end)


def read_organ(tokens, at, surface, depth: int = _DEEPEST) -> Body | None:
    """An organ by a whole name of the lists, or by its head word and what it is about."""
    body = _named_or_open(tokens, at, surface)
    if body is None or body.organ in _STATE or depth == 0:
        return body
    return with_owner(tokens, body.end, body, surface, depth - 1) or body


def _named_or_open(tokens, at, surface) -> Body | None:
    """Whichever reaches further: "Trung tâm Y tế" of the list, or "Trung tâm Y tế và Dân số"."""
    if at < len(tokens) and _is_somebody(tokens, at):
        return None
    named = longest(NAMED, tokens, at)
    head = longest(OPEN_HEADS, tokens, at)
    whole = _state_or(tokens, Body(named[0], end=named[1])) if named else None
    if not head or (named and named[1] == head[1]):
        return whole
    opened = _open(tokens, head, surface)
    if whole and (not opened or opened.end <= whole.end or not read_domain(tokens, head[1])):
        return whole
    return opened


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
    bare = not name and " " not in word and tokens[at - 1].case == LOWER
    if bare and read_level(tokens, at) is None:
        return None
    return Body(f"{word} {name}".strip(), end=end)


def with_owner(tokens, at, body: Body, surface, depth: int = _DEEPEST) -> Body | None:
    """Ban Dân vận | Thành ủy; Ban Pháp chế | HĐND; Văn phòng | Sở Y tế."""
    if at < len(tokens) and tokens[at].key == "của":
        at += 1
    if body.organ.endswith("Xây dựng Đảng") and at < len(tokens) and tokens[at].key == "ủy":
        return replace(body, owner="Đảng ủy", end=at + 1)
    owner = read_committee(tokens, at, surface, depth - 1 if depth else 0)
    owner = owner or (read_organ(tokens, at, surface, depth - 1) if depth else None)
    if not owner or owner.many:
        return None
    name = " ".join(filter(None, (owner.organ, owner.owner)))
    return replace(body, owner=name, end=owner.end)


def read_office(tokens, at, surface) -> tuple[str, int]:
    """Văn phòng Huyện ủy-HĐND-UBND: one office of several bodies, joined as written."""
    name, end = "Văn phòng", at
    position, joint = at, " "
    while True:
        found = _longer(COMMITTEES, NAMED, tokens, position)
        if not found or key_at(tokens, found[1]) == "viên":  # ", Tỉnh ủy viên": a title
            return name, end
        name = f"{name}{joint}{found[0]}"
        end = position = found[1]
        if key_at(tokens, position) not in _JOINTS:
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
