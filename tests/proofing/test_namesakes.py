"""Who only shares an official's name, and is told apart by a hamlet, a trade or a lower seat."""

import datetime as dt

import pytest

from tests.once import once

from .small_town import load_town, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
DAY = dt.date(2024, 3, 15)
MEMBER = "đồng chí Tẩn Thị Mẩy, Ủy viên Ban Thường vụ Thị ủy Sông Vân"

town = once(load_town)


@pytest.mark.parametrize(
    "other",
    [
        "chị Lò Thị Thủy (bản Hua Pú), hộ nghèo",
        "chị Lò Thị Thủy (bản Hua Pú), đại biểu HĐND phường",
        "bà Lò Thị Thủy, bản Hua Pú",
        "bà Lò Thị Thủy (hộ nghèo)",
        "bà Lò Thị Thủy, công nhân Nhà máy chè",
        "bà Lò Thị Thủy, Trưởng thôn 3",
        "đồng chí Lò Thị Thủy, Bí thư Chi bộ bản Hua Pú",
        "bà Lò Thị Thủy, Chi hội trưởng Chi hội Phụ nữ thôn 3",
        "bà Lò Thị Thủy, đại biểu HĐND phường",
        "bà Lò Thị Thủy, Chủ tịch UBND phường",
    ],
)
def test_another_of_that_name_has_no_place_in_the_order(other):
    assert told(f"Dự có {MEMBER}; {other}.", DAY) == []
    assert told(f"{other[0].upper()}{other[1:]}, nêu ý kiến.", DAY) == []


def test_officials_without_a_title_keep_theirs():
    text = f"Dự có {MEMBER}; đồng chí Lò Thị Thủy."
    assert told(text, DAY) == [("protocol_order", f"{MEMBER}; đồng chí Lò Thị Thủy")]
    text = f"Dự có {MEMBER}; đồng chí Lò Thị Thủy (bản Hua Pú), Bí thư Thị ủy."
    assert [kind for kind, _quote in told(text, DAY)] == ["protocol_order"]


def test_a_seat_to_come_is_told_too_early():
    text = "Bà Lò Thị Thủy, Bí thư Đảng ủy phường phát biểu."
    assert told(text, DAY) == [("dissolved_body", "Bí thư Đảng ủy phường")]


def test_the_rank_of_another_level_is_his_and_wrong():
    text = "Ông Hầu A Dế, Chủ tịch UBND phường phát biểu."
    assert told(text, DAY) == [("dissolved_body", "Chủ tịch UBND phường")]
