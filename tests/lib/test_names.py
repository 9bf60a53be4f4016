"""Order of people in a list; what can be a name."""

import pytest

from lib.vietnamese.names import looks_like_name, sort_key
from lib.vietnamese.syllables import is_syllable

# Each list is already in the order people expect.
IN_ORDER = [
    ["Ái", "An", "Anh"],
    ["Lê An", "Lê Ăn", "Lê Ân"],
    ["Dũng", "Đạt"],
    ["Em", "Êm"],
    ["Lê Oanh", "Lê Ôn", "Lê Ơn", "Lê Phú"],
    ["Lê U", "Lê Ư", "Lê Vân"],
    ["Hoa", "Hòa", "Hỏa", "Hõa", "Hóa", "Họa", "Hoan"],
    ["Nguyễn Văn An", "Trần Văn An", "Bùi Thị Bình"],
    ["Lê Văn An", "Lê Văn Ân", "Đỗ Văn Bách"],
    ["Trần Hoa", "Nguyễn Hòa"],
    ["Phạm Dũng", "Bùi Đạt", "Âu Thị Em"],
    ["Nguyễn Thị An", "Nguyễn Thị Thu An", "Nguyễn Văn An"],
    ["H'X Mlô", "Tráng A Pao", "Ksor Phước", "Niê Thuật", "Y Vêng"],
    ["N.Hải", "Trần Hải"],
]

NAMES = [
    "Thanh Trúc",
    "Thu Hằng",
    "Nguyễn Văn A",
    "NGUYỄN VĂN AN",
    "Huỳnh Ngọc Nữ Phương Hồng",
    "Âu Thị Mai",
    "U Huấn",
    "Tráng A Pao",
    "Y Bih Aliô",
    "Y X Niê",
    "H'Mlô",
    "H\u2019X Mlô",
    "H\u02bcX Mlô",
    "K' Vàng",
    "Chamaléa Điêu",
    "Ksor Phước",
    "Ayŭn H'Hương",
    "Niê Y Ơ\u0306t",
    "Y-Bih Aliô",
    "N.Hải",
    "N. Hải",
    "S.M",
    "ĐQ",
    "PV",
    "Trung Kiên",
    "KSOR PHƯỚC",
]

NO_NAMES = [
    "",
    "A",
    "/.",
    "2021",
    "Banner",
    "EmailPrintAa",
    "UBND",
    "UBND TỈNH",
    "HĐND thị xã",
    "Quang cảnh hội nghị",
    "Đài Truyền thanh thị xã",
    "Đài Truyền Thanh",
    "Ban Biên Tập",
    "Thường Trực Thị Ủy",
    "Văn Phòng Huyện Ủy",
    "Tin, ảnh: Thu An",
    "Thu Hằng,",
    "An Thu – Lê Thắng",
    "Hồng Phương- Ngọc Khánh",
    "Nguyễn Văn A, Bí thư",
    "Quý III",
    "Tin tức thành phố",
    "Một Hai Ba Bốn Năm Sáu Bảy",
    "nguyễn văn a",
]

SYLLABLES = [
    "nghiêng",
    "quyết",
    "giếng",
    "gì",
    "thuở",
    "khuỷu",
    "ngoéo",
    "hoặc",
    "yêu",
    "uy",
    "ủy",
    "quý",
    "Đảng",
    "XOONG",
    "tuýp",
    "quơ",
]
NO_SYLLABLES = ["", "café", "UBND", "HĐND", "cảc", "hoàá", "Mlô", "ng", "über", "niño", "a" * 20]


@pytest.mark.parametrize("people", IN_ORDER, ids=" < ".join)
def test_people_stand_in_alphabet_order(people):
    backwards = people[::-1]
    assert sorted(backwards, key=sort_key) == people


def test_tone_style_and_look_alikes_sort_together():
    assert sort_key("Trần Hoà") == sort_key("TRẦN  HÒA")
    assert sort_key("\u00d0ỗ Đạt") == sort_key("Đỗ Đạt")


@pytest.mark.parametrize("line", NAMES)
def test_names_of_all_peoples_look_like_names(line):
    assert looks_like_name(line)


@pytest.mark.parametrize("line", NO_NAMES)
def test_headings_and_offices_are_no_names(line):
    assert not looks_like_name(line)


@pytest.mark.parametrize("word", SYLLABLES)
def test_well_formed_syllables_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", NO_SYLLABLES)
def test_other_words_are_no_syllables(word):
    assert not is_syllable(word)
