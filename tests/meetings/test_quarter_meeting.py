"""The quarter's meeting: a pasted list with old titles, errors, stand-ins; nobody types a title."""

import datetime as dt

import pytest

from apps.meetings import attending
from apps.meetings.attendance import by_protocol, day_of, sentences
from tests.make import Office

from .make import NOW, body, meeting, official, term

pytestmark = pytest.mark.django_db
FRIDAY = dt.date(2026, 11, 20)
LIST = """Chủ trì:
1. Đồng chí Lò Văn Pâng, Bí thư Thị ủy
Thành phần dự:
2. Bà Hà Thị Mơ - Phó Chủ tịch UBND thị xã
3. Lục Minh Đat, UVBTV, Trưởng Ban Tổ chức Thị ủy
4. Vũ Đình Sử, Chánh Văn phòng Thị ủy
5. Nguyễn Thị Kim Onh
6. Phùng Thị Xoan, Phó Trưởng phòng Kinh tế (dự thay đ/c Tráng A Khay)
7. Hứa Văn Lẫm, Phó Chủ tịch UBND xã Khe Trúc, dự thay
8. Đại diện lãnh đạo các phòng, ban
Vắng:
9. Cầm Văn Inh, vắng có lý do
"""


def _office_of(name, kind="party_board"):
    return body(name, kind=kind)


@pytest.fixture
def register():
    town = _office_of("UBND thị xã Sông Vân", "people_committee")
    vice = official("Hà Thị Mơ", "Phó Chủ tịch", of=town, precedence=340, ends_on=FRIDAY)
    term(vice, "Chủ tịch", of=town, precedence=310, starts_on=FRIDAY)
    official("Lò Văn Pâng", "Bí thư", precedence=210)
    official("Lục Minh Đạt", "Trưởng ban", of=_office_of("Ban Tổ chức Thị ủy"), precedence=410)
    official("Vũ Đình Sửu", "Chánh Văn phòng", of=_office_of("Văn phòng Thị ủy"), precedence=420)
    official("Nguyễn Thị Kim Oanh", "Phó Bí thư", precedence=220)
    official("Cầm Văn Inh", "Ủy viên Ban Thường vụ", precedence=300)


@pytest.fixture
def held(register):
    office = Office()
    held = meeting(office.portal)
    rows = attending.pasted_rows(held, LIST, [])
    keep(office, held, rows)
    held.office = office
    return held


def keep(office, held, rows):
    attending.save_list(held, rows, was=attending.list_digest(held), by=office.reporter, at=NOW)


def finish(held):
    """Yes to every question, then protocol order."""
    rows = [
        attending.answered(row, row.asked[0]) if row.asked else row
        for row in held.attendance.select_related("person")
    ]
    keep(held.office, held, by_protocol(rows, day_of(held)))


def test_three_misspelled_names_are_questions(held):
    asked = [row.label.split(",")[0] for row in held.attendance.all() if row.asked]
    assert asked == ["Lục Minh Đat", "Vũ Đình Sử", "Nguyễn Thị Kim Onh"]


def test_stand_ins_are_known_as_such(held):
    rows = held.attendance.filter(role="stands_in")
    assert [(row.label, row.for_whom) for row in rows] == [
        ("Phùng Thị Xoan", "Tráng A Khay"),
        ("Hứa Văn Lẫm", ""),
    ]


def test_the_absent_are_not_named(held):
    finish(held)
    assert "Cầm Văn Inh" not in str(sentences(held))


def test_every_name_title_and_place_is_right(held):
    finish(held)
    assert sentences(held).chairs == (
        "Đồng chí Lò Văn Pâng, Bí thư Thị ủy Sông Vân chủ trì hội nghị."
    )
    names = [
        "Nguyễn Thị Kim Oanh, Phó Bí thư", "Hà Thị Mơ, Chủ tịch UBND thị xã",
        "Lục Minh Đạt, Trưởng Ban Tổ chức", "Vũ Đình Sửu, Chánh Văn phòng",
        "Phùng Thị Xoan, Phó Trưởng phòng Kinh tế", "Hứa Văn Lẫm, Phó Chủ tịch UBND xã Khe Trúc",
        "cùng đại diện lãnh đạo các phòng, ban",
    ]  # fmt: skip
    places = [sentences(held).present.find(words) for words in names]
    assert -1 not in places, sentences(held).present
    assert places == sorted(places)
