"""Words that put a piece on the list in mourning."""

import pytest

from lib.vietnamese.festive import is_festive


@pytest.mark.parametrize(
    "text",
    ["Khai mạc Lễ hội hoa ban", "Chào mừng Đại hội Đảng bộ phường", "Đêm hoà nhạc ngoài trời",
     "Đêm hòa nhạc", "Bắn pháo hoa đón giao thừa", "Phường tổ chức chợ hoa Xuân"],
)  # fmt: skip
def test_joyful_pieces_are_listed(text):
    assert is_festive(text)


@pytest.mark.parametrize(
    "text", ["Thị ủy giao ban quý III", "Đồng chí Xuân tiếp công dân", "Vẫn nghe báo cáo", ""]
)
def test_ordinary_pieces_are_not(text):
    assert not is_festive(text)


def test_a_section_may_be_joyful():
    assert is_festive("Tin", "le-hoi")
    assert is_festive("Tin", "mung-dang-mung-xuan")
    assert not is_festive("Tin", "tin-tuc")
