"""Bodies left out come from the same person's other titles."""

import pytest

from lib.vietnamese.titles import read_mentions


def titles(words):
    (mention,) = read_mentions(f"đồng chí Vi Văn Toản, {words}")
    return mention.titles


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Huyện ủy", "Huyện ủy"),
        ("Phó Bí thư, Chủ tịch UBND phường", "Đảng ủy"),
        ("Phó Bí thư, Chủ tịch UBND tỉnh", "Tỉnh ủy"),
        ("Phó Bí thư, Chủ tịch UBND thành phố Hà Vân", "Thành ủy"),
        ("Phó Bí thư, Chủ tịch UBND đặc khu", "Đảng ủy"),
        ("Phó Bí thư Thường trực, Chủ tịch HĐND thị xã", "Thị ủy"),
        ("Bí thư, Chủ tịch HĐND quận", "Quận ủy"),
        ("UVBTV, Trưởng Công an thị trấn", "Đảng ủy"),
        ("UV BTV, Trưởng BTC HU", "Huyện ủy"),
        ("Bí thư Đảng ủy, Chủ tịch HĐND xã", "Đảng ủy"),
        ("Ủy viên Ban Thường vụ, Chánh Văn phòng Tỉnh ủy", "Tỉnh ủy"),
        ("UVBTV, CVP HU", "Huyện ủy"),
        ("Phó Bí thư, Chánh Văn phòng Đảng ủy xã", "Đảng ủy"),
        ("Ủy viên Ban Thường vụ, Chánh Văn phòng Huyện ủy - HĐND - UBND", "Huyện ủy"),
        ("Phó Bí thư", ""),
    ],
)
def test_committee_is_filled_in(words, body):
    assert titles(words)[0].body == body


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("UV.BTV Huyện uỷ, Trưởng ban Dân vận, Chủ tịch UBMTTQ huyện", "Ban Dân vận Huyện ủy"),
        ("Ủy viên BTV, Trưởng Ban Tuyên giáo, Giám đốc TTCT thị xã", "Ban Tuyên giáo Thị ủy"),
        ("Ủy viên BTV Đảng ủy, Trưởng ban Xây dựng Đảng", "Ban Xây dựng Đảng Đảng ủy"),
        ("Huyện ủy viên, Chủ nhiệm UBKT", "Ủy ban Kiểm tra Huyện ủy"),
    ],
)
def test_owner_of_a_party_organ_is_filled_in(words, body):
    assert titles(words)[1].body == body


def test_filled_body_is_told_from_a_stated_one():
    found = titles("Phó Bí thư, Chủ tịch UBND phường")
    assert [title.body_stated for title in found] == [False, True]
