"""A small invented town before 1 July 2025: thị xã Sông Vân, its boards, two of its communes."""

import datetime as dt

from apps.organizations.models import Organization
from apps.people.models import Person, Position, Term
from apps.people.ranks import precedence_for, seats_for
from tests import make
from tests.organizations.make import body

JULY = dt.date(2025, 7, 1)
LAST = JULY - dt.timedelta(days=1)
COMMUNES = ["xã Nà Khoang", "xã Bản Lếch", "phường Cửa Đông"]
NAMES = [
    "Lò Thị Hương", "Vàng A Chính", "Phạm Quốc Bảo", "Nguyễn Đình Lâm", "Hoàng Thị Sen",
    "Trần Văn Khải", "Lê Thu Hà", "Đỗ Mạnh Cường", "Bùi Thị Thắm", "Ngô Xuân Trường",
    "Quàng Văn Đôi", "Mai Thanh Tùng", "Vũ Ngọc Ánh", "Cao Bá Hưng", "Tạ Thị Yến",
]  # fmt: skip


def person(name):
    slug = f"can-bo-{Person.objects.count() + 1}"
    return Person.objects.create(name=name, slug=slug)


def term(who, rank, where, since=dt.date(2020, 8, 1), until=None, **fields):
    position, _made = Position.objects.get_or_create(
        rank=rank, body=where,
        defaults={"precedence": precedence_for(rank, where.kind, where.level, body=where.name),
                  "seats": seats_for(rank)},
    )  # fmt: skip
    return Term.objects.create(
        person=who, position=position, starts_on=since, ends_on=until, **fields
    )


class Town:
    """Bodies by short key, people in order of NAMES; a keeper, another keeper, a chief."""

    def __init__(self):
        self.keeper = make.user(keeps_register=True)
        self.second = make.user(keeps_register=True)
        self.bodies = {}
        self._bodies()
        self.people = [person(name) for name in NAMES]
        self._terms()

    def add(self, key, name, parent=None, **fields):
        self.bodies[key] = body(name, self.bodies.get(parent), **fields)
        return self.bodies[key]

    def _bodies(self):
        self.add("TU", "Tỉnh ủy Vân Giang")
        self.add("UBND tỉnh", "Ủy ban nhân dân tỉnh Vân Giang")
        self.add("ThU", "Thị ủy Sông Vân", "TU", ref="THU-SV", source="thu")
        for name in ("Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ủy ban Kiểm tra"):
            self.add(name, f"{name} Thị ủy Sông Vân", "ThU")
        self.add("HĐND", "Hội đồng nhân dân thị xã Sông Vân")
        self.add("UBND", "Ủy ban nhân dân thị xã Sông Vân", "UBND tỉnh")
        self.add("MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam thị xã Sông Vân")
        self.add("Phòng Nội vụ", "Phòng Nội vụ thị xã Sông Vân", "UBND")
        for place in ("xã Nà Khoang", "xã Nà Ten"):
            for start in ("Đảng ủy", "Ủy ban nhân dân"):
                self.add(
                    f"{start} {place}", f"{start} {place}", "ThU" if start == "Đảng ủy" else "UBND"
                )

    def _terms(self):
        posts = [
            (0, "Bí thư", "ThU"), (0, "Chủ tịch", "HĐND"), (1, "Phó Bí thư", "ThU"),
            (1, "Chủ tịch", "UBND"), (2, "Thị ủy viên", "ThU"), (2, "Trưởng ban", "Ban Tuyên giáo"),
            (3, "Trưởng ban", "Ban Dân vận"), (4, "Phó Trưởng ban", "Ban Tuyên giáo"),
            (5, "Trưởng ban", "Ban Tổ chức"), (6, "Chủ tịch", "MTTQ"),
            (7, "Bí thư", "Đảng ủy xã Nà Khoang"), (8, "Bí thư", "Đảng ủy xã Nà Ten"),
            (9, "Chủ tịch", "Ủy ban nhân dân xã Nà Khoang"), (10, "Trưởng phòng", "Phòng Nội vụ"),
        ]  # fmt: skip
        for who, rank, where in posts:
            term(self.people[who], rank, self.bodies[where])

    def __getitem__(self, key) -> Organization:
        return Organization.objects.get(pk=self.bodies[key].pk)

    def held(self, who, day):
        """Titles of a person on a day, as "rank | body"."""
        rows = Term.objects.filter(person=self.people[who]).select_related("position__body")
        return {
            f"{row.position.rank} | {row.position.body}" for row in rows
            if (row.starts_on is None or row.starts_on <= day)
            and (row.ends_on is None or row.ends_on >= day)
        }  # fmt: skip
