"""The ranks of party, state, Front and mass bodies: one table, read only through `ranks.py`.

Words and families after DOMAIN §2.4, order after §2.2 and §2.3. The weights continue those of the
demo register: province 10-99, district 110-299, commune 310-499 (district + 200), centre 1-9.
"""

from dataclasses import dataclass

CENTRAL_DEFAULT, PROVINCE_LAST, DISTRICT_LAST = 9, 99, 299
COMMUNE_STEP = 200

COMMITTEE = "party_committee"
STANDING = "standing_committee"
BELOW = "party_committee_below"  # of an office or a grass-roots unit: Đảng ủy UBND tỉnh, Chi bộ
BOARD, COUNCIL, UBND = "party_board", "people_council", "people_committee"
FRONT, MASS, ARMY, POLICE = "front", "mass_org", "military", "police"
OFFICES = ("other", "press")

# Which block of a list and of a person's titles a body belongs to; the first stands first.
BLOCKS = ("party", "council", "committee", "front", "mass")
BLOCK_OF_KIND = {
    COMMITTEE: "party", STANDING: "party", BOARD: "party", COUNCIL: "council", UBND: "committee",
    POLICE: "committee", ARMY: "committee", "other": "committee", FRONT: "front", MASS: "mass",
    "press": "mass",
}  # fmt: skip

MEMBERS = (
    "Tỉnh ủy viên", "Thành ủy viên", "Thị ủy viên", "Huyện ủy viên", "Quận ủy viên",
    "Đảng ủy viên", "Chi ủy viên", "Ủy viên Ban Chấp hành Đảng bộ", "Ủy viên Ban Chấp hành",
)  # fmt: skip
STANDING_MEMBERS = ("Ủy viên Ban Thường vụ", "Ủy viên Thường vụ")
STANDING_DEPUTIES = ("Phó Bí thư Thường trực", "Phó Bí thư Thường trực chuyên trách")
DEPUTIES = ("Phó Bí thư", "Phó Bí thư chuyên trách")

# Ranks that nobody holds two of in one body at one time.
FAMILY = (
    ("Bí thư", *STANDING_DEPUTIES, *DEPUTIES),
    ("Chủ tịch", "Phó Chủ tịch Thường trực", "Phó Chủ tịch"),
    ("Trưởng ban", "Phó Trưởng ban Thường trực", "Phó Trưởng ban"),
    ("Chủ nhiệm", "Phó Chủ nhiệm Thường trực", "Phó Chủ nhiệm"),
    ("Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ("Giám đốc", "Phó Giám đốc"),
    ("Trưởng phòng", "Phó Trưởng phòng"),
    ("Chỉ huy trưởng", "Phó Chỉ huy trưởng"),
)


@dataclass(frozen=True)
class Weight:
    """Where these ranks of these kinds of body stand, in a province and in a district."""

    kinds: tuple[str, ...]
    ranks: tuple[str, ...]
    province: int
    district: int


CENTRAL = {
    "Tổng Bí thư": 1, "Chủ tịch nước": 2, "Thủ tướng": 2, "Ủy viên Bộ Chính trị": 3,
    "Bí thư Trung ương Đảng": 4, "Ủy viên Trung ương Đảng": 6,
    "Ủy viên Ban Chấp hành Trung ương Đảng": 6, "Ủy viên dự khuyết Trung ương Đảng": 7,
}  # fmt: skip

WEIGHTS = (
    Weight((COMMITTEE, STANDING), ("Bí thư",), 10, 110),
    Weight((COMMITTEE, STANDING), STANDING_DEPUTIES, 20, 120),
    Weight((COMMITTEE, STANDING), DEPUTIES, 25, 130),
    Weight((COUNCIL,), ("Chủ tịch",), 30, 135),
    Weight(OFFICES, ("Trưởng đoàn",), 33, 138),
    Weight((UBND,), ("Chủ tịch",), 35, 140),
    Weight((COMMITTEE,), STANDING_MEMBERS, 50, 150),
    Weight((STANDING,), (*STANDING_MEMBERS, "Ủy viên"), 50, 150),
    Weight((BOARD,), ("Trưởng ban",), 60, 160),
    Weight((BOARD,), ("Chủ nhiệm",), 62, 162),
    Weight((BELOW,), ("Bí thư",), 64, 166),
    Weight((UBND,), ("Phó Chủ tịch Thường trực",), 70, 170),
    Weight((FRONT,), ("Chủ tịch",), 72, 172),
    Weight((POLICE,), ("Giám đốc", "Trưởng Công an"), 75, 175),
    Weight((ARMY,), ("Chỉ huy trưởng",), 76, 176),
    Weight((ARMY,), ("Chính ủy", "Chính trị viên"), 77, 177),
    Weight(OFFICES, ("Chánh án", "Viện trưởng"), 78, 178),
    Weight((COMMITTEE,), (*MEMBERS, "Ủy viên"), 80, 200),
    Weight((COUNCIL,), ("Phó Chủ tịch Thường trực",), 81, 201),
    Weight((COUNCIL,), ("Phó Chủ tịch",), 82, 202),
    Weight(OFFICES, ("Phó Trưởng đoàn",), 83, 203),
    Weight((UBND,), ("Phó Chủ tịch",), 84, 204),
    Weight((BOARD,), ("Chánh Văn phòng",), 85, 210),
    Weight((BOARD,), ("Giám đốc", "Hiệu trưởng"), 86, 212),
    Weight(
        OFFICES, ("Giám đốc", "Chánh Văn phòng", "Chánh Thanh tra", "Cục trưởng"), 86, 214
    ),
    Weight((COUNCIL,), ("Trưởng ban", "Chánh Văn phòng"), 87, 215),
    Weight(OFFICES, ("Trưởng phòng", "Hiệu trưởng", "Tổng Biên tập", "Trưởng ban"), 88, 216),
    Weight((UBND,), ("Ủy viên", "Ủy viên Ủy ban nhân dân", "Ủy viên UBND"), 88, 218),
    Weight((MASS,), ("Chủ tịch",), 89, 220),
    Weight((MASS,), ("Bí thư",), 90, 222),
    Weight((BELOW,), (*STANDING_DEPUTIES, *DEPUTIES), 91, 226),
    Weight((BOARD,), ("Phó Trưởng ban Thường trực",), 91, 228),
    Weight((BOARD,), ("Phó Trưởng ban",), 92, 230),
    Weight((BOARD,), ("Phó Chủ nhiệm Thường trực",), 92, 231),
    Weight((BOARD,), ("Phó Chủ nhiệm",), 93, 232),
    Weight((BOARD,), ("Phó Chánh Văn phòng", "Phó Giám đốc", "Phó Hiệu trưởng"), 93, 234),
    Weight((COUNCIL,), ("Phó Trưởng ban",), 93, 236),
    Weight((FRONT,), ("Phó Chủ tịch Thường trực",), 93, 238),
    Weight((FRONT,), ("Phó Chủ tịch",), 94, 239),
    Weight((BOARD,), ("Ủy viên",), 94, 240),
    Weight((POLICE,), ("Phó Giám đốc", "Phó Trưởng Công an"), 95, 244),
    Weight((ARMY,), ("Phó Chỉ huy trưởng", "Phó Chính ủy", "Chính trị viên phó"), 95, 245),
    Weight(
        OFFICES,
        ("Phó Giám đốc", "Phó Trưởng phòng", "Phó Chánh Văn phòng", "Phó Chánh Thanh tra"),
        95, 246,
    ),
    Weight((MASS,), ("Phó Chủ tịch Thường trực", "Phó Bí thư Thường trực"), 95, 248),
    Weight((MASS,), ("Phó Chủ tịch", "Phó Bí thư"), 95, 249),
    Weight((BELOW,), (*STANDING_MEMBERS, *MEMBERS, "Ủy viên"), 96, 252),
    Weight((FRONT,), ("Ủy viên Thường trực", "Ủy viên Ban Thường trực"), 96, 254),
    Weight((MASS,), STANDING_MEMBERS, 97, 256),
    Weight((COUNCIL,), ("Ủy viên", "Đại biểu"), 97, 260),
    Weight((BOARD,), ("Trưởng phòng", "Phó Trưởng phòng"), 97, 264),
    Weight((BOARD, *OFFICES), ("Chuyên viên",), 98, 280),
)  # fmt: skip

# A word of the ranks that bodies whose names begin so have.
RANKS_OF_FIRST = (
    ("Ban Chấp hành", ()), ("Ban Thường vụ", ()), ("Ban Chỉ huy", ()),
    ("Ban ", ("ban", "phòng", "viên")), ("Ủy ban Kiểm tra", ("nhiệm", "Ủy viên", "Chuyên viên")),
    ("Cơ quan Ủy ban Kiểm tra", ("nhiệm", "Ủy viên", "Chuyên viên")),
    ("Văn phòng", ("Văn phòng", "Trưởng phòng", "Chuyên viên")),
    ("Trung tâm", ("Giám đốc", "Chuyên viên")), ("Trường", ("Hiệu trưởng", "Trưởng phòng")),
    ("Sở", ("Giám đốc", "Trưởng phòng", "Chuyên viên")), ("Phòng", ("phòng", "Chuyên viên")),
    ("Hội ", ("Chủ tịch",)), ("Liên đoàn", ("Chủ tịch",)), ("Công an", ("Công an", "Giám đốc")),
)  # fmt: skip
