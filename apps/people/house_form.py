"""The words of a title as a portal writes them: bodies shortened, places left out at home."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F, Q, Subquery

from apps.organizations.models import Organization
from apps.organizations.naming import guess
from apps.portals.models import Portal
from apps.questions import Question
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from .rank_table import CENTRAL, MEMBERS, WEIGHTS

# HĐND, UBND, MTTQ, LHPN are always written short (CONTRACTS, `RANK | BODY`).
_SHORT = [
    (re.compile("Hội đồng nhân dân", re.I), "HĐND"),
    (re.compile("Ủy ban nhân dân", re.I), "UBND"),
    (re.compile("Mặt trận Tổ quốc", re.I), "MTTQ"),
    (re.compile("Liên hiệp Phụ nữ", re.I), "LHPN"),
]
# "Đảng bộ thị xã" and its Ban Chấp hành are the committee itself (DOMAIN §1.1).
_PARTY_OF = re.compile(
    r"^(?:Ban Chấp hành )?Đảng bộ (tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu)\b"
)
_COMMITTEES = {
    "tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "thị xã": "Thị ủy", "huyện": "Huyện ủy",
    "quận": "Quận ủy",
}  # fmt: skip
_NOUN = re.compile(
    r"^(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu|(?:tỉnh|thành|thị|huyện|quận)"
    r" (?:ủy|đoàn)|trung ương) ",
    re.I,
)
_LEVEL_NOUN = re.compile(r"(?: (?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu))$")
_HOUSE_RANKS = {fold(rank): rank for row in WEIGHTS for rank in row.ranks}
_HOUSE_RANKS |= {fold(rank): rank for rank in (*CENTRAL, *MEMBERS)}
_CENTRAL = frozenset(map(fold, CENTRAL))
_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Thị|Huyện|Quận|Đảng|Chi) ủy\b")

Unit = tuple[str, str]  # level, folded place: "Sông Vân" of a district and of a ward differ
Home = frozenset[Unit]
NOWHERE: Home = frozenset()


@dataclass(frozen=True)
class Named:
    """A body's name in house words, cut before its place: ("Thị ủy", "Sông Vân")."""

    stem: str
    place: str
    unit: Unit

    @property
    def whole(self) -> str:
        return f"{self.stem} {self.place}".strip()

    @property
    def bare(self) -> str:
        """Without the noun of its level, where that is said again soon: "Đảng ủy"."""
        return _LEVEL_NOUN.sub("", self.stem) if self.stem.startswith("Đảng ủy ") else self.stem

    @property
    def noun(self) -> str:
        """The noun of the level with the space before it, where the name has one: " thị xã"."""
        found = _LEVEL_NOUN.search(self.stem)
        return found[0] if found else ""


def _committees_of(*, portal: str):
    """The bodies that may be meant: a slug and an id may be the same word."""
    key = Portal.objects.filter(key=portal).exclude(committee="").values("committee")[:1]
    rows = Organization.objects.annotate(committee=Subquery(key))
    rows = rows.filter(Q(slug=F("committee")) | Q(ref=F("committee")))
    return rows.select_related("parent__parent__parent").order_by()


_COMMITTEES_OF = Question(_committees_of)


def home_of(portal_key: str | None) -> Home:
    """The units a portal writes without their place: its committee's and the superior ones'.

    A portal names its committee by slug, or by its id in the loaded file. One query.
    """
    if not portal_key:
        return NOWHERE
    found = _COMMITTEES_OF.asked(portal=portal_key)
    body = min(found, key=lambda body: (body.slug != body.committee, body.pk), default=None)
    return frozenset(named(each).unit for each in _upwards(body)) or NOWHERE


def _upwards(body: Organization | None):
    while body is not None:
        yield body
        body = body.parent


def named(body: Organization) -> Named:
    """The body's name as it is written in running text, its place apart."""
    parent = body.parent if body.parent_id else None
    over = (parent.name, parent.place) if parent is not None else ("", "")
    return _named(body.name, body.place, body.level, *over)


@lru_cache(maxsize=1 << 14)
def _named(name, place, level, parent_name, parent_place) -> Named:
    text = spelled(name)
    own = _place_in(name) or _bare_place(place)
    if own and text.endswith(f" {own}"):
        return Named(text[: -len(own)].rstrip(), own, (level, fold(own)))
    over = _named(parent_name, parent_place, level, "", "") if parent_name else None
    if over and not own:
        return _beneath(text, over)
    says_level = _LEVEL_NOUN.search(text) or _COMMITTEE.search(text)
    return Named(text, own if says_level else "", (level, fold(own)))


def _beneath(text: str, over: Named) -> Named:
    """ "Ban Tổ chức" under "Thị ủy Sông Vân": the committee and its place are added."""
    if not _COMMITTEE.match(over.stem):
        return Named(text, "", over.unit)
    return Named(text if over.bare in text else f"{text} {over.stem}", over.place, over.unit)


def spelled(name: str) -> str:
    """A body's name in house words: "Ủy ban nhân dân thị xã" is "UBND thị xã"."""
    text = clean(name).replace("Uỷ", "Ủy").replace("uỷ", "ủy")
    for pattern, short in _SHORT:
        text = pattern.sub(short, text)
    return _PARTY_OF.sub(lambda found: _COMMITTEES.get(found[1], f"Đảng ủy {found[1]}"), text)


@lru_cache(maxsize=1 << 12)
def house_rank(rank: str) -> str:
    """The rank with the capitals of the house: "phó bí thư thường trực" mended."""
    rank = clean(rank).replace("Uỷ", "Ủy").replace("uỷ", "ủy")
    return _HOUSE_RANKS.get(fold(rank)) or rank[:1].upper() + rank[1:]


def member_of(body_words: str) -> str:
    """ "Thị ủy viên" for a seat in "Thị ủy Sông Vân"; '' where the name is no committee's."""
    found = _COMMITTEE.match(body_words)
    return f"{found[0]} viên" if found else ""


@lru_cache(maxsize=1 << 12)
def is_complete(rank: str) -> bool:
    """Whether the rank says its body itself: Ủy viên Trung ương Đảng."""
    return fold(rank) in _CENTRAL


def joined(rank: str, body_words: str) -> str:
    """Rank and body as people join them: "Trưởng ban", "Ban Tổ chức" is "Trưởng Ban Tổ chức"."""
    ends, begins = rank.split(), body_words.split()
    last, first = ([_folded(word) for word in words] for words in (ends, begins))
    for count in range(min(len(ends), len(begins)), 0, -1):
        if last[-count:] == first[:count]:
            return " ".join(ends[:-count] + begins)
    return f"{rank} {body_words}".strip()


@lru_cache(maxsize=1 << 12)
def _folded(word: str) -> str:
    """Titles are made of few words, said thousands of times in a large register."""
    return fold(word)


def _place_in(name: str) -> str:
    return _bare_place(guess(name).place) if name else ""


def _bare_place(place: str) -> str:
    return _NOUN.sub("", clean(place))
