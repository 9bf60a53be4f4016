"""What a rank word says, apart from how it is spelled."""

from typing import NamedTuple

PARTY, ORGAN, EVENT = "party", "organ", "event"


class Core(NamedTuple):
    """A rank without "Phó" and without "Thường trực"."""

    name: str
    head: str = ""  # the first word of its body, when the rank has swallowed it: "Ban", "Phòng"
    group: str = ORGAN
    body: str = ""  # the body, when the rank word says it: "Tỉnh ủy" of "Tỉnh ủy viên"
    many: bool = False  # several people hold it at once
    needs_body: bool = False  # no title unless a body that can have one follows


class Spelling(NamedTuple):
    """What one spelling says: "PCTTT" is a deputy, of Chủ tịch, Thường trực."""

    core: Core
    deputy: bool = False
    modifier: str = ""


def party(name: str, **more) -> Core:
    """A rank of a party committee."""
    return Core(name, group=PARTY, **more)


SECRETARY = party("Bí thư")
STANDING = party("Ủy viên Ban Thường vụ", many=True)
EXECUTIVE = party("Ủy viên Ban Chấp hành", many=True)
CHAIR = Core("Chủ tịch")
DIRECTOR = Core("Giám đốc")
HEAD = Core("Trưởng ban", head="Ban")
OFFICE = Core("Chánh Văn phòng", head="Văn phòng")
SECTION = Core("Trưởng phòng", head="Phòng")
STATION = Core("Trưởng đài", head="Đài")
POLICE = Core("Trưởng Công an", head="Công an")
INSPECTION = Core("Chánh Thanh tra", head="Thanh tra")
DELEGATION = Core("Trưởng đoàn", head="Đoàn", needs_body=True)
MEMBER = Core("Ủy viên", many=True, needs_body=True)
DELEGATE = Core("Đại biểu", many=True, needs_body=True)
PARLIAMENT = Core("Đại biểu", body="Quốc hội", many=True)
STANDING_MEMBER = Core("Ủy viên Thường trực", many=True)
BOARD_MEMBER = Core("Ủy viên Ban Thường trực", many=True)
DUTY = Core("", group=EVENT)

_CENTRE = "Trung ương Đảng"
CENTRAL_MEMBER = party("Ủy viên Trung ương Đảng", body=_CENTRE, many=True)
CENTRAL_SPARE = party("Ủy viên dự khuyết Trung ương Đảng", body=_CENTRE, many=True)
POLITBURO = party("Ủy viên Bộ Chính trị", body="Bộ Chính trị", many=True)
CENTRAL_SECRETARY = party("Bí thư Trung ương Đảng", body=_CENTRE, many=True)
STANDING_SECRETARY = party("Thường trực Ban Bí thư", body="Ban Bí thư")
SECRETARIAT = party("Ủy viên Ban Bí thư", body="Ban Bí thư", many=True)


def house_rank(spelling: Spelling, modifier: str) -> str:
    """ "Phó Bí thư Thường trực": rank spelled out, without nguyên or quyền."""
    name = f"Phó {spelling.core.name}" if spelling.deputy else spelling.core.name
    return f"{name} {modifier}".strip()
