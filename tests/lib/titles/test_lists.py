"""Several people in one list, and titles said once for all."""

import pytest

from lib.vietnamese.titles import read_mentions


def found(text):
    return [(m.name, [str(title) for title in m.titles]) for m in read_mentions(text)]


DEPUTY = "Phó Chủ tịch | UBND tỉnh"


@pytest.mark.parametrize(
    "text",
    [
        "các Phó Chủ tịch UBND tỉnh: Ngô Tiến Sửa, Phan Thị Lược",
        "Các đồng chí Phó Chủ tịch UBND tỉnh Ngô Tiến Sửa, Phan Thị Lược dự",
        "hai Phó Chủ tịch UBND tỉnh Ngô Tiến Sửa và Phan Thị Lược",
        "các Phó Chủ tịch UBND tỉnh gồm: đồng chí Ngô Tiến Sửa; đồng chí Phan Thị Lược",
        "các đồng chí Ngô Tiến Sửa, Phan Thị Lược, Phó Chủ tịch UBND tỉnh",
        "các đồng chí: Ngô Tiến Sửa và Phan Thị Lược - Phó Chủ tịch UBND tỉnh",
        "đồng chí Ngô Tiến Sửa, Phan Thị Lược, các Phó Chủ tịch UBND tỉnh",
    ],
)
def test_shared_title_goes_to_everybody(text):
    assert found(text) == [("Ngô Tiến Sửa", [DEPUTY]), ("Phan Thị Lược", [DEPUTY])]


def test_title_of_one_holder_is_not_shared():
    text = "các đồng chí: Ngô Tiến Sửa, Phan Thị Lược, Chủ tịch UBND tỉnh"
    assert found(text) == [("Ngô Tiến Sửa", []), ("Phan Thị Lược", ["Chủ tịch | UBND tỉnh"])]


def test_shared_title_stands_before_the_own_one():
    text = "các đồng chí Ủy viên Bộ Chính trị: Bí thư Thành ủy Trần Vĩnh Nghi, Lê Thị Cát"
    assert found(text) == [
        ("Trần Vĩnh Nghi", ["Ủy viên Bộ Chính trị | Bộ Chính trị", "Bí thư | Thành ủy"]),
        ("Lê Thị Cát", ["Ủy viên Bộ Chính trị | Bộ Chính trị"]),
    ]


def test_members_of_a_body_get_no_title_from_it():
    text = "các đồng chí trong Ban Thường vụ Huyện ủy: Vi Văn Loan, Trưởng Công an huyện"
    assert found(text) == [("Vi Văn Loan", ["Trưởng Công an | Công an huyện"])]


def test_comma_may_part_people():
    text = "Lầu Bá Xử - Bí thư Đảng uỷ, Và Y Xía - Chủ tịch UBND xã, Xa Tình - Chủ tịch HND xã"
    assert [name for name, _titles in found(text)] == ["Lầu Bá Xử", "Và Y Xía", "Xa Tình"]


def test_bracket_marks_the_standing_deputy():
    text = "các Phó Bí thư Thành ủy: Kim Quang Thạch (Thường trực), Hồ Đắc Lân"
    assert found(text)[0] == ("Kim Quang Thạch", ["Phó Bí thư Thường trực | Thành ủy"])
    assert found(text)[1] == ("Hồ Đắc Lân", ["Phó Bí thư | Thành ủy"])


def test_enumerated_people_share_a_list():
    text = (
        "Đồng chí Vi Văn Loan, Bí thư Huyện ủy và đồng chí Hà Xanh, Phó Bí thư Huyện ủy chủ trì. "
        "Đồng chí Lò Văn Pảo, Chủ tịch UBND xã phát biểu."
    )
    assert [mention.list_id for mention in read_mentions(text)] == [0, 0, -1]


def test_bulleted_lines_are_one_list():
    text = "Các đồng chí:\n- Vi Văn Loan, Bí thư Huyện ủy;\n- Hà Thị Xanh, Phó Bí thư Huyện ủy."
    assert [mention.list_id for mention in read_mentions(text)] == [0, 0]


@pytest.mark.parametrize(
    "text",
    [
        "các đồng chí Ủy viên BTV Thị ủy, Trưởng các ban Đảng, MTTQ và các Đoàn thể thị xã",
        "các đồng chí nguyên Bí thư, Phó Bí thư Đảng ủy các thời kỳ",
        "dự có các đồng chí Phó Chủ tịch HĐND, Phó Chủ tịch UBND huyện",
        "Thường trực các huyện, thị, thành ủy",
        "lãnh đạo HĐND, UBND, UBMTTQVN huyện; đại diện các sở, ban, ngành",
    ],
)
def test_collective_is_nobody(text):
    assert found(text) == []


def test_shared_title_ends_with_its_list():
    text = (
        "Các Phó Chủ tịch UBND tỉnh: Vi Văn Loan, Hà Thị Xanh cùng dự. "
        "Đồng chí Lò Văn Pảo, Bí thư Huyện ủy và đồng chí Lò Thị Ín, Trưởng Công an huyện chủ trì."
    )
    assert found(text)[2:] == [
        ("Lò Văn Pảo", ["Bí thư | Huyện ủy"]),
        ("Lò Thị Ín", ["Trưởng Công an | Công an huyện"]),
    ]


def test_set_behind_a_person_takes_nothing_from_him():
    text = "Đồng chí Lò Văn Pảo, Bí thư Huyện ủy, Bí thư Đảng ủy các xã, thị trấn dự."
    assert found(text) == [("Lò Văn Pảo", ["Bí thư | Huyện ủy"])]
