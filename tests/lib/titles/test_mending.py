"""Typing errors in words of titles, and words that only look like them."""

import pytest

from lib.vietnamese.titles.mending import mend
from lib.vietnamese.titles.tokens import tokenise


def mended(text):
    """[(as typed, as meant)]"""
    return [(text[start:end], meant) for start, end, meant in mend(tokenise(text))[1]]


MISTYPED = [
    ("Chủ tich5 HĐND huyện", "tich5", "tịch"),
    ("Bí thư Thành u3y", "u3y", "ủy"),
    ("Phó Bí thư Đa3ng ủy", "Đa3ng", "đảng"),
    ("Bí thư D9a3ng ủy", "D9a3ng", "đảng"),
    ("Phó Bí t hư Huyện ủy", "t hư", "thư"),
    ("Ủy viên Ban Thườ ng vụ Thị ủy", "Thườ ng", "thường"),
    ("đồng chí A, thư Bí Huyện ủy", "thư Bí", "bí thư"),
    ("Chủ chủ tịch HĐND", "chủ", ""),
    ("Chủ tịch HĐND HĐND huyện", "HĐND", ""),
    ("Phó Phó Bí thư Thị ủy", "Phó", ""),
    ("PhóBí thư Huyện ủy", "PhóBí", "phó bí"),
    ("Chủ tịchUBND thành phố", "tịchUBND", "tịch ubnd"),
    ("Chủ tịch UBNDhuyện", "UBNDhuyện", "ubnd huyện"),
    ("Trưởng Ban Tổ chứcThành ủy", "chứcThành", "chức thành"),
    ("Chủ tịch HĐN xã", "HĐN", "hđnd"),
    ("Chủ tịch HHĐND huyện", "HHĐND", "hđnd"),
    ("Chủ tịch HĐND pường", "pường", "phường"),
    ("Chủ tịh Ủy ban MTTQ Việt Nam huyện", "tịh", "tịch"),
    ("Bí th Huyện ủy", "th", "thư"),
    ("Trưởng bn Dân vận", "bn", "ban"),
]
RIGHT = [
    "Ủy ban ban hành kế hoạch", "tổ 5, khu phố 1 và phố 12", "UVT.Ư Đảng, UBMTTQVN phường",
    "Thường trực Đảng ủy ủy quyền cho", "Huyện ủy Ủy viên", "UVBTV Tỉnh ủy, BTVTU, UVTƯ",
    "bà Thư chia sẻ; cô Thư ký; lá thư Bí mật", "Đảng ủy trình bày; trình Ủy ban nhân dân tỉnh",
    "hằng ngày ngày càng đông", "phòng phòng chống", "HPN, TTS, CTS, BCH", "Quyết định 12QĐ/TU",
]  # fmt: skip


@pytest.mark.parametrize(("text", "typed", "meant"), MISTYPED)
def test_mended(text, typed, meant):
    assert (typed, meant) in mended(text)


@pytest.mark.parametrize("text", RIGHT)
def test_right_words_stay(text):
    assert mended(text) == []
