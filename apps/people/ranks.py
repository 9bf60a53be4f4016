"""What a rank means: its place in the order, its seats, what it excludes and what it implies."""

import re
from functools import lru_cache

from lib.vietnamese.fold import fold

from .rank_table import (
    BELOW,
    BLOCK_OF_KIND,
    BLOCKS,
    CENTRAL,
    CENTRAL_DEFAULT,
    COMMITTEE,
    COMMUNE_STEP,
    DEPUTIES,
    DISTRICT_LAST,
    FAMILY,
    MEMBERS,
    PROVINCE_LAST,
    RANKS_OF_FIRST,
    STANDING,
    STANDING_DEPUTIES,
    STANDING_MEMBERS,
    WEIGHTS,
)

__all__ = [
    "BLOCKS", "FAMILY", "LEVELS", "block_of", "excludes", "implies", "is_head", "is_member",
    "precedence_for", "seats_for", "usual_ranks",
]  # fmt: skip

LEVELS = ("central", "province", "district", "commune")
_UNIT = r"(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh)\b"
# Tỉnh ủy, Thị ủy, Đảng ủy xã, Đảng bộ phường: the committee of a place. Any other is below one.
_OF_A_PLACE = re.compile(
    rf"(?:tinh|thanh|thi|huyen|quan) uy|dang (?:uy|bo) {_UNIT}"
    rf"|ban (?:chap hanh|thuong vu) (?:dang bo|dang uy|(?:tinh|thanh|thi|huyen|quan) uy)"
)
_HEAD = re.compile(
    r"(?:bi thu|chu tich|chu nhiem|giam doc|tong giam doc|tong bien tap|tong bi thu"
    r"|chi huy truong|chinh uy|chinh tri vien|vien truong|hieu truong|cuc truong|to truong)$"
    r"|(?:truong|chanh)\b.*|(?:bi thu|chu tich|giam doc) (?:chi bo|chi doan|nuoc)"
)
_HEADS_LESS = re.compile(r"pho\b|.* pho$")

_WEIGHT = {
    (kind, fold(rank)): (row.province, row.district)
    for row in reversed(WEIGHTS)
    for kind in row.kinds
    for rank in row.ranks
}
_CENTRAL = {fold(rank): weight for rank, weight in CENTRAL.items()}
_FAMILIES = [frozenset(map(fold, family)) for family in FAMILY]
_MEMBERS = frozenset(map(fold, MEMBERS))
_STANDING = frozenset(map(fold, STANDING_MEMBERS))
_SECRETARIES = frozenset(map(fold, ("Bí thư", *STANDING_DEPUTIES, *DEPUTIES)))


@lru_cache(maxsize=1 << 14)
def precedence_for(rank: str, kind: str, level: str, *, body: str = "") -> int:
    """Where the rank stands when nobody has said otherwise; the lower number first.

    `kind` and `level` are Organization's. The body's name tells the committee of a place (Thị ủy)
    from one below it (Đảng ủy UBND tỉnh). A rank the table does not know stands last of its level.
    """
    key = fold(rank)
    if level == "central":
        return _CENTRAL.get(key, CENTRAL_DEFAULT)
    if kind == COMMITTEE and body and not _OF_A_PLACE.match(fold(body)):
        kind = BELOW
    province, district = _WEIGHT.get((kind, key), (PROVINCE_LAST, DISTRICT_LAST))
    if level == "province":
        return province
    return district + (COMMUNE_STEP if level == "commune" else 0)


def seats_for(rank: str) -> int | None:
    """How many may hold it at once: one for heads, any number (None) for deputies and members."""
    return 1 if is_head(rank) else None


@lru_cache(maxsize=1 << 12)
def is_head(rank: str) -> bool:
    """Whether the rank leads its body: Bí thư, Chủ tịch, Trưởng ban, Chánh Văn phòng, ..."""
    key = fold(rank)
    return bool(_HEAD.fullmatch(key)) and not _HEADS_LESS.match(key)


@lru_cache(maxsize=1 << 12)
def is_member(rank: str) -> bool:
    """Whether the rank says only that one sits in a party committee (Thị ủy viên)."""
    return fold(rank) in _MEMBERS


def excludes(one: str, other: str) -> bool:
    """Whether nobody holds both ranks in one body: Bí thư and Phó Bí thư Thường trực."""
    pair = {fold(one), fold(other)}
    return len(pair) == 2 and any(pair <= family for family in _FAMILIES)


@lru_cache(maxsize=1 << 12)
def implies(rank: str, other: str, kind: str = COMMITTEE) -> bool:
    """Whether who holds `rank` is also `other` in the same party committee, and is not called so.

    A secretary or deputy sits in the standing committee, who sits there is a member
    (DOMAIN §2.2). Bodies of other kinds imply nothing.
    """
    if kind not in (COMMITTEE, STANDING):
        return False
    rank, other = fold(rank), fold(other)
    if rank in _SECRETARIES:
        return other in _STANDING or other in _MEMBERS
    return rank in _STANDING and other in _MEMBERS


def block_of(kind: str) -> str:
    """The block of a list that bodies of this kind stand in: one of BLOCKS."""
    return BLOCK_OF_KIND.get(kind, "committee")


def usual_ranks(kind: str, body: str = "") -> list[str]:
    """Ranks that bodies of this kind usually have, highest first, for suggestions.

    With the body's name only those that fit its first word: Ban: Trưởng ban, not Chủ nhiệm.
    """
    rows = sorted((row for row in WEIGHTS if kind in row.kinds), key=lambda row: row.district)
    found = [rank for row in rows for rank in row.ranks]
    return [rank for rank in found if _fits(rank, body)] if body else found


def _fits(rank: str, body: str) -> bool:
    if rank in MEMBERS:
        return fold(rank).removesuffix(" vien") == " ".join(fold(body).split()[:2])
    if rank == "Ủy viên":
        return body.startswith(("Ban ", "Ủy ban", "Cơ quan Ủy ban", "Hội đồng"))
    marks = next((marks for first, marks in RANKS_OF_FIRST if body.startswith(first)), ())
    return not marks or any(mark in rank for mark in marks)
