"""Whether words of a text speak of a title of the register: "Bí thư Đảng bộ thị xã" does."""

import re
from functools import lru_cache

from apps.organizations.models import Organization
from apps.organizations.naming import guess
from lib.vietnamese.fold import fold

from .held import Held
from .house_form import named, spelled
from .ranks import implies, is_member

_STATUS = re.compile(r"^(?:(?:nguyen|quyen) )+")
# One rank said two ways.
_RANKS = {
    "chi huy pho": "pho chi huy truong", "chinh tri vien pho": "pho chinh tri vien",
    "hieu pho": "pho hieu truong", "don pho": "pho don truong",
    "uy vien ban chap hanh trung uong dang": "uy vien trung uong dang",
    "bi thu ban chap hanh trung uong dang": "bi thu trung uong dang",
    "truong cong an": "truong", "giam doc cong an": "giam doc",
    "chi hoi pho": "pho chi hoi truong", "uy vien thuong vu": "uy vien ban thuong vu",
}  # fmt: skip
# UBMTTQ, Ủy ban MTTQ Việt Nam lâm thời, MTTQ: one body said longer or shorter (CONTRACTS).
_SAME = [
    (re.compile(r"\bub ?mttq(?:vn)?\b|\buy ban mttq\b"), "mttq"),
    (re.compile(r" viet nam\b| lam thoi\b"), ""),
    (re.compile(r"\bban chap hanh (?=trung uong)"), ""),
    *(
        (re.compile(rf"\b{short}\b"), words)
        for short, words in [
            ("ubkt", "uy ban kiem tra"), ("chqs", "chi huy quan su"),
            ("dbqh", "dai bieu quoc hoi"), ("bdbp", "bo doi bien phong"),
            ("ldld", "lien doan lao dong"), ("ccb", "cuu chien binh"),
            ("tncs", "thanh nien cong san"),
        ]
    ),
    (re.compile(r"\bhoi phu nu\b"), "hoi lhpn"),
    (re.compile(r"\bdoan thanh nien cong san(?: ho chi minh)?\b"), "doan thanh nien"),
]  # fmt: skip
# "Đảng ủy Khối" is said of whichever there is (DOMAIN §1.1).
_OF_BLOCK = re.compile(
    r"Đảng ủy Khối (?:các cơ quan(?: (?:và|-|–) ?doanh nghiệp)?|doanh nghiệp)", re.I
)
_COMMITTEE = re.compile(r" (?:tỉnh|thành|thị|huyện|quận|đảng) ủy\b.*", re.I)


def speaks_of(rank: str, body_words: str, held: Held) -> bool:
    """Whether a stated title is this one, or a membership that follows from it.

    `rank` and `body_words` as `lib.vietnamese.titles` reads them; '' is any body. Words without
    a place ("Thị ủy") fit every body of that short name.
    """
    stated, own = rank_key(rank), rank_key(held.rank)
    return _may_speak(stated, own, held) and (
        not body_words or body_key(body_words) in body_keys(held.body)
    )


def _may_speak(stated: str, own: str, held: Held) -> bool:
    return (
        stated == own
        or (
            stated.startswith(f"{own} ")
            and any(stated == f"{own} {key}" for key in body_keys(held.body))
        )
        or (is_member(stated) and is_member(held.rank))
        or implies(held.rank, stated, held.body.kind)
    )


@lru_cache(maxsize=8192)
def rank_key(rank: str) -> str:
    """One key for all ways to say a rank, without nguyên and quyền."""
    key = _STATUS.sub("", fold(rank))
    return _RANKS.get(key, key)


def names_the_place(body_words: str, body: Organization) -> bool:
    """Whether the words say which unit: "Thị ủy Sông Vân", not "Thị ủy"."""
    place = named(body).unit[1]
    return bool(place) and body_key(body_words).endswith(f" {place}")


def body_keys(body: Organization) -> frozenset[str]:
    """Everything a text may call the body, as keys for comparing."""
    name = named(body)
    others = (*body.short_names, *body.abbreviations)
    return _keys(body.name, name.stem, name.bare, name.whole, others)


@lru_cache(maxsize=4096)
def _keys(official, stem, bare, whole, others) -> frozenset[str]:
    """The name with the noun of its level said again, and a board without its committee, too."""
    place = guess(official).place
    said = [official, stem, bare, whole, *others, _COMMITTEE.sub("", stem)]
    if place:
        said.append(f"{stem} {place}")
    said += [_OF_BLOCK.sub("Đảng ủy Khối", words) for words in said]
    return frozenset(body_key(words) for words in said if words)


@lru_cache(maxsize=8192)
def body_key(words: str) -> str:
    """One key for all ways to write a body: "UBND thị xã" and "Ủy ban Nhân dân thị xã"."""
    key = fold(spelled(words))
    for pattern, same in _SAME:
        key = pattern.sub(same, key)
    return key.strip()
