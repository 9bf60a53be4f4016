"""What the name of a body tells: kind, level, place, and the shorter names texts will use.

Guesses for a form, always shown before they count (DOMAIN §1.2–1.6). Works on letters with their
marks: without them "quận" and "quân" would be one word.
"""

import re
from dataclasses import dataclass

from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from .models import Organization

Kind, Level = Organization.Kind, Organization.Level

_COMMITTEE = r"tỉnh ủy|thành ủy|thị ủy|huyện ủy|quận ủy|đảng ủy"
_LEVEL_OF = {
    "trung ương": Level.CENTRAL, "tỉnh": Level.PROVINCE, "tỉnh ủy": Level.PROVINCE,
    "tỉnh đoàn": Level.PROVINCE, "thành phố": Level.DISTRICT, "thành ủy": Level.DISTRICT,
    "thành đoàn": Level.DISTRICT, "thị xã": Level.DISTRICT, "thị ủy": Level.DISTRICT,
    "thị đoàn": Level.DISTRICT, "huyện": Level.DISTRICT, "huyện ủy": Level.DISTRICT,
    "huyện đoàn": Level.DISTRICT, "quận": Level.DISTRICT, "quận ủy": Level.DISTRICT,
    "quận đoàn": Level.DISTRICT, "thị trấn": Level.COMMUNE, "phường": Level.COMMUNE,
    "đặc khu": Level.COMMUNE, "xã": Level.COMMUNE,
}  # fmt: skip
_UNIT_OF = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "thị ủy": "thị xã", "huyện ủy": "huyện",
            "quận ủy": "quận"}  # fmt: skip
# Longest first; "xã hội" is no commune.
_MARK = re.compile(r"\b(" + "|".join(sorted(_LEVEL_OF, key=len, reverse=True)) + r")\b(?! hội\b)")
_STARTS = [
    (Kind.STANDING_COMMITTEE, r"ban thường vụ"),
    (Kind.PARTY_BOARD, r"ban (tổ chức|tuyên giáo|dân vận|nội chính|xây dựng đảng)"),
    (Kind.PARTY_BOARD, r"(cơ quan )?(ủy ban kiểm tra|ubkt)"),
    (Kind.PARTY_BOARD, rf"văn phòng ({_COMMITTEE})"),
    (Kind.PARTY_BOARD, r"trung tâm (bồi dưỡng )?chính trị"),
    (Kind.PARTY_COMMITTEE, rf"({_COMMITTEE}|đảng bộ|chi bộ|ban chấp hành đảng bộ)"),
    (Kind.PEOPLE_COUNCIL, r"(hội đồng nhân dân|hđnd)"),
    (Kind.PEOPLE_COMMITTEE, r"(ủy ban nhân dân|ubnd)"),
    (Kind.FRONT, r".*(mặt trận tổ quốc|mttq)"),
    (Kind.POLICE, r"công an"),
    (Kind.MILITARY, r"(ban|bộ) chỉ huy (quân sự|bộ đội)|đồn biên phòng"),
    (Kind.MASS_ORG, r"(hội|liên đoàn lao động|công đoàn|đoàn(?! đại biểu)) "),
    (Kind.MASS_ORG, r"(tỉnh|thành|thị|huyện|quận) đoàn"),
    (Kind.PRESS, r"báo |đài |trung tâm truyền thông"),
]
_SHORT = {"hội đồng nhân dân": "HĐND", "ủy ban nhân dân": "UBND",
          "ủy ban mặt trận tổ quốc việt nam": "UBMTTQ"}  # fmt: skip
_UNIT_ALONE = re.compile(r"(xã|phường|đặc khu)\s+\S.*", re.I)
# The four bodies with which a commune begins (DOMAIN §1.2, §1.4, §1.5).
FOUR = (
    "Đảng ủy",
    "Hội đồng nhân dân",
    "Ủy ban nhân dân",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
)


@dataclass(frozen=True)
class Guess:
    """`level` is '' and `place` '' where the name does not tell."""

    kind: str
    level: str
    place: str
    short_names: tuple[str, ...]
    abbreviations: tuple[str, ...]


def guess(name: str) -> Guess:
    """What "Hội đồng nhân dân xã Đồng Tâm" is: people_council, commune, "xã Đồng Tâm", …"""
    name = clean(name).strip()
    plain = _plain(name)
    kind = next((kind for kind, start in _STARTS if re.match(start, plain)), Kind.OTHER)
    mark = _MARK.search(plain)
    if mark is None:
        return Guess(kind, "", "", (), ())
    word, own = mark[1], name[mark.end() :].strip()
    unit = _UNIT_OF.get(word, word)
    return Guess(
        kind=kind,
        level=_LEVEL_OF[word],
        place=f"{unit} {own}".strip() if own else "",
        short_names=tuple(_other_names(name, plain, kind, unit, own)),
        abbreviations=tuple(_abbreviations(plain, unit)),
    )


def with_whole_communes(names: list[str]) -> list[str]:
    """A line that is only "xã Đồng Tâm" becomes the four bodies of that commune."""
    found = []
    for name in names:
        if _UNIT_ALONE.fullmatch(name):
            unit, own = name.split(None, 1)
            found += [f"{body} {unit.lower()} {own}" for body in FOUR]
        else:
            found.append(name)
    return found


def same_sort(one: Organization, name: str) -> bool:
    """Whether a body of that name would do the same work: "Ban Tổ chức …" and "Ban Tổ chức …"."""
    return _stem(one.name) == _stem(name)


def place_of(body: Organization) -> str:
    """The place of its record or, where that is silent, of its name: "xã Đồng Tâm"."""
    return body.place or guess(body.name).place


def _stem(name: str) -> str:
    """The name up to its committee or place: what the body does."""
    plain = _plain(name)
    ends = [found.start() for found in (_MARK.search(plain), _party(plain)) if found]
    return fold(plain[: min(ends)] if ends and min(ends) else plain).strip()


def _party(plain: str):
    return re.search(rf"\b({_COMMITTEE})\b", plain)


def _plain(name: str) -> str:
    """Lower case with marks, the old tone style made new in the one word that matters."""
    return clean(name).strip().lower().replace("uỷ", "ủy")


def _other_names(name, plain, kind, unit, own):
    """From the name without its place down to the work alone; never the name itself."""
    without = name[: len(name) - len(own)].strip() if own else ""
    found = [without]
    if kind == Kind.PARTY_COMMITTEE and own:
        found += [name.split(f" {unit}")[0], f"Đảng bộ {unit}",
                  f"Ban Chấp hành Đảng bộ {unit} {own}"]  # fmt: skip
    party = _party(plain)
    if kind == Kind.PARTY_BOARD and party and party.start():
        found.append(name[: party.start()].strip())
    return [each for each in dict.fromkeys(found) if each and each != name]


def _abbreviations(plain, unit):
    return [f"{short} {unit}" for words, short in _SHORT.items() if plain.startswith(words)]
