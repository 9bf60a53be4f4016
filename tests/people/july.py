"""A whole town before 1 July 2025 as a register file: thị xã Phiêng Lanh and four of its communes.

Bodies of DOMAIN §1.2–1.5, about ninety titles; all invented. Loaded by `load_register`.
"""

import itertools

SOURCE = "phieng-lanh"
OLD = ["xã Mường Khoa", "xã Nà Pheo", "xã Huổi Lếch", "phường Phiêng Lanh"]
NEW = ["xã Mường Khoa", "xã Huổi Lếch", "phường Phiêng Lanh"]
BOARDS = ["Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ủy ban Kiểm tra", "Văn phòng"]
TOWN = [
    ("Hội đồng nhân dân", "people_council", None),
    ("Ủy ban nhân dân", "people_committee", "UBND-T"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", "front", None),
    ("Ban Chỉ huy Quân sự", "military", None),
    ("Hội Liên hiệp Phụ nữ", "mass_org", None),
    ("Hội Nông dân", "mass_org", None),
    ("Hội Cựu chiến binh", "mass_org", None),
]
COMMITTEE = ["Bí thư", "Phó Bí thư Thường trực", "Phó Bí thư", *["Ủy viên Ban Thường vụ"] * 4]
RANKS = {
    "party_board": ["Trưởng ban", "Phó Trưởng ban"],
    "people_council": ["Chủ tịch", "Phó Chủ tịch"],
    "people_committee": ["Chủ tịch", "Phó Chủ tịch", "Phó Chủ tịch"],
    "front": ["Chủ tịch", "Phó Chủ tịch"],
    "military": ["Chỉ huy trưởng"],
    "mass_org": ["Chủ tịch"],
}
HEADS = {"Ủy ban Kiểm tra": ["Chủ nhiệm", "Phó Chủ nhiệm"],
         "Văn phòng": ["Chánh Văn phòng", "Phó Chánh Văn phòng"]}  # fmt: skip
COMMUNE = [
    ("Đảng ủy", "party_committee", ["Bí thư", "Phó Bí thư Thường trực", "Phó Bí thư"]),
    ("Hội đồng nhân dân", "people_council", ["Chủ tịch"]),
    ("Ủy ban nhân dân", "people_committee", ["Chủ tịch", "Phó Chủ tịch"]),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", "front", ["Chủ tịch"]),
]
_FAMILIES = ["Lường", "Quàng", "Điêu", "Hoàng", "Nguyễn", "Trần", "Phạm", "Vì", "Cầm", "Bạc"]
_MIDDLES = ["Văn", "Thị", "Đức", "Minh", "Quốc", "Ngọc"]
_GIVEN = ["An", "Bình", "Chung", "Dung", "Hải", "Kiên", "Lan", "Mai", "Nga", "Phong", "Sơn", "Thu"]


def register() -> dict:
    """The file as `load_register` reads it (CONTRACTS)."""
    bodies, people = [], _People()
    _province(bodies)
    _town(bodies, people)
    for number, place in enumerate(OLD):
        _commune(bodies, people, number, place)
    return {
        "format": "toasoan-register/1", "source": SOURCE, "bodies": bodies, "people": people.rows,
    }  # fmt: skip


class _People:
    def __init__(self):
        self.rows = []
        self._names = (" ".join(parts) for parts in itertools.product(_FAMILIES, _MIDDLES, _GIVEN))

    def hold(self, body, ranks):
        """One new person for each rank."""
        for rank in ranks:
            number = len(self.rows)
            name = next(itertools.islice(self._names, 4, None))
            title = {"rank": rank, "body": body, "from": "2020-08-01", "to": None}
            self.rows.append({"id": f"p{number}", "name": name, "titles": [title]})


def _body(bodies, key, name, kind, level, parent=None):
    bodies.append({
        "id": key, "name": name, "short_names": [], "abbreviations": [], "level": level,
        "kind": kind, "parent": parent, "valid_from": None, "valid_to": None, "successors": [],
    })  # fmt: skip
    return key


def _province(bodies):
    _body(bodies, "TU", "Tỉnh ủy Khau Phạ", "party_committee", "province")
    _body(bodies, "UBND-T", "Ủy ban nhân dân tỉnh Khau Phạ", "people_committee", "province")


def _town(bodies, people):
    town = _body(bodies, "TXU", "Thị ủy Phiêng Lanh", "party_committee", "district", "TU")
    people.hold(town, COMMITTEE)
    for number, board in enumerate(BOARDS):
        key = _body(bodies, f"B{number}", f"{board} Thị ủy Phiêng Lanh", "party_board", "district",
                    town)  # fmt: skip
        people.hold(key, HEADS.get(board, RANKS["party_board"]))
    for number, (start, kind, parent) in enumerate(TOWN):
        name = f"{start} thị xã Phiêng Lanh"
        people.hold(_body(bodies, f"T{number}", name, kind, "district", parent), RANKS[kind])


def _commune(bodies, people, number, place):
    for part, (start, kind, ranks) in enumerate(COMMUNE):
        parent = {"party_committee": "TXU", "people_committee": "T1"}.get(kind)
        key = _body(bodies, f"C{number}{part}", f"{start} {place}", kind, "commune", parent)
        people.hold(key, ranks)
