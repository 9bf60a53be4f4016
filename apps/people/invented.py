"""An invented register by number, for measuring: the same number gives the same commune."""

import datetime as dt
import random
from dataclasses import dataclass

FAMILIES = ["Nông", "Lò", "Hoàng", "Vi", "Triệu", "Bế", "Lường", "Sầm", "Chu", "Mạc", "Trịnh",
            "Phan", "Đoàn", "Khuất", "Giàng", "Tòng", "Quàng", "Âu", "Hạng", "Lại"]  # fmt: skip
MIDDLES = [
    "Văn",
    "Thị",
    "Đức",
    "Minh",
    "Ngọc",
    "Thu",
    "Quốc",
    "Xuân",
    "Khánh",
    "Thanh",
    "Hữu",
    "Kim",
]
GIVEN = ["An", "Bình", "Chiến", "Diệp", "Đạt", "Hạnh", "Hòa", "Khoa", "Liên", "Lụa", "Mai", "Nam",
         "Oanh", "Phúc", "Quế", "Sinh", "Toản", "Trạch", "Uyên", "Vân", "Yến"]  # fmt: skip
SYLLABLES = ["Nà", "Phiêng", "Bản", "Sông", "Đồi", "Thác", "Mường", "Khe", "Suối", "Đèo"]
PLACES = ["Sen", "Mận", "Khoang", "Vàng", "Chè", "Cọ", "Lim", "Đào", "Bông", "Trúc", "Mơ", "Quýt"]

# (kind, official name without its place); the first is the party committee of the commune.
BODIES = [
    ("party_committee", "Đảng ủy"),
    ("people_council", "Hội đồng nhân dân"),
    ("people_committee", "Ủy ban nhân dân"),
    ("front", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
]
# Ten people hold these: (rank, body) in the party and in the second place, by seat.
SEATS = [
    (("Bí thư", 0), ("Chủ tịch", 1)),
    (("Phó Bí thư Thường trực", 0), ("Phó Chủ tịch", 1)),
    (("Phó Bí thư", 0), ("Chủ tịch", 2)),
    (("Ủy viên Ban Thường vụ", 0), ("Phó Chủ tịch", 2)),
    (("Ủy viên Ban Thường vụ", 0), ("Chủ tịch", 3)),
    *[(("Đảng ủy viên", 0), ("Ủy viên", 3))] * 5,
]
BEFORE = (dt.date(2015, 7, 1), dt.date(2020, 6, 30))
SINCE = dt.date(2020, 7, 1)


@dataclass(frozen=True)
class InventedTerm:
    """`person` and `body` count within the commune; days are inclusive."""

    person: int
    rank: str
    body: int
    starts_on: dt.date
    ends_on: dt.date | None


def commune(number: int) -> str:
    """ "xã Nà Sen 12": no two numbers give the same."""
    first, second = SYLLABLES[number % len(SYLLABLES)], PLACES[number // 10 % len(PLACES)]
    return f"xã {first} {second} {number}"


def people(number: int) -> list[str]:
    """Ten names."""
    chance = random.Random(number)
    words = (FAMILIES, MIDDLES, GIVEN)
    return [" ".join(chance.choice(each) for each in words) for _seat in SEATS]


def terms() -> list[InventedTerm]:
    """Three for each of the ten: one that is over, one in the party, one beside it."""
    found = []
    for person, (party, other) in enumerate(SEATS):
        found.append(InventedTerm(person, "Đảng ủy viên", 0, *BEFORE))
        found += [InventedTerm(person, *title, SINCE, None) for title in (party, other)]
    return found
