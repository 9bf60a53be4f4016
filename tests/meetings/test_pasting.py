"""A list as reporters get it, line by line."""

import pytest

from apps.meetings.models import Attendance
from apps.meetings.pasting import as_written, read_list

Role = Attendance.Role


def only(text):
    (line,) = read_list(text)
    return line


@pytest.mark.parametrize(
    "words",
    [
        "Lò Văn Pâng", "1. Lò Văn Pâng", "- Đ/c Lò Văn Pâng", "3) Ông Lò Văn Pâng, cán bộ",
        "Đồng chí Lò Văn Pâng, Bí thư Thị ủy", "Lò Văn Pâng\tBí thư Thị ủy", "LÒ VĂN PÂNG",
        "Bí thư Thị ủy Lò Văn Pâng", "Lò Văn Pâng - Bí thư Thị ủy", "* Lò Văn Pâng (Bí thư Thị ủy)",
    ],
)  # fmt: skip
def test_a_name_is_found_in_every_form(words):
    assert only(words).name == "Lò Văn Pâng"


def test_headings_give_the_role_beneath():
    lines = read_list("Chủ trì:\nLò Văn Pâng\nThành phần dự:\nHà Thị Mơ\nVắng:\nVũ Đình Sửu")
    assert [line.role for line in lines] == [Role.CHAIR, Role.ATTENDS, Role.ABSENT]


def test_semicolons_part_people():
    lines = read_list("Các đồng chí: Lò Văn Pâng, Bí thư Thị ủy; Hà Thị Mơ, Chủ tịch UBND thị xã")
    assert [line.name for line in lines] == ["Lò Văn Pâng", "Hà Thị Mơ"]


def test_who_stands_in_says_for_whom():
    line = only("Hà Thị Mơ (dự thay đ/c Vũ Đình Sửu, Trưởng phòng Nội vụ)")
    assert (line.name, line.role) == ("Hà Thị Mơ", Role.STANDS_IN)
    assert line.for_whom == "Vũ Đình Sửu, Trưởng phòng Nội vụ"


def test_who_stands_in_for_nobody_named():
    assert only("Hà Thị Mơ, chuyên viên, dự thay").role == Role.STANDS_IN


@pytest.mark.parametrize(
    ("words", "part"),
    [("Hà Thị Mơ (phát biểu)", "speaks"), ("Hà Thị Mơ – báo cáo", "reports"), ("Hà Thị Mơ", "")],
)
def test_a_part_is_read_behind_the_name(words, part):
    assert only(words).part == part


def test_a_group_keeps_its_words():
    line = only("Đại diện lãnh đạo các phòng, ban, đoàn thể thị xã")
    assert (line.name, line.words) == ("", "Đại diện lãnh đạo các phòng, ban, đoàn thể thị xã")


def test_a_group_that_reports_is_no_person():
    assert only("Lãnh đạo các phòng báo cáo").part == ""


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Bà Hà Thị Mơ, Phó Trưởng phòng Kinh tế", ("Hà Thị Mơ", "Phó Trưởng phòng Kinh tế")),
        ("Hà Thị Mơ", ("Hà Thị Mơ", "")),
        ("Đại diện các thôn", ("Đại diện các thôn", "")),
    ],
)
def test_a_stranger_keeps_name_and_titles(words, written):
    assert as_written(words) == written


@pytest.mark.parametrize("text", ["", "\n\n", ";;;", "\x00", "1.", "-" * 3000, "a" * 9000])
def test_rubbish_does_no_harm(text):
    assert len(read_list(text)) <= 1
