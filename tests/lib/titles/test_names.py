"""Where a name begins and ends, also without a surname or an honour word."""

import pytest

from lib.vietnamese.titles import read_mentions


def names(text):
    return [mention.name for mention in read_mentions(text) if mention.name]


@pytest.mark.parametrize(
    "name",
    [
        "Lê Thắng",
        "Tôn Nữ Quỳnh Châu",
        "Huỳnh Ngọc Nữ Phương Hồng",
        "Công Tằng Tôn Nữ Minh Hạnh",
        "H'Nga Niê",
        "H’Nga Niê",
        "K' Vàng",
        "Y Khuê Knul",
        "A Bút",
        "Giàng A Chứ",
        "Rơ Châm Tưih",
        "Thạch Thị Sô Phia",
        "Lương Tiến Sỹ",
        "Đỗ Thành Nam Anh",
        "Trần Thị Hoà",
        "Kră Jăn K’Brốt",
        "Chamaléa Điêu",
        "Nguyễn Công An",
        "Lê Văn Phòng",
        "Chu Quốc Hội",
        "Trần Phó",
    ],
)
def test_whole_name_is_taken_before_a_title(name):
    assert names(f"Tới dự có đồng chí {name}, Bí thư Huyện ủy.") == [name]
    assert names(f"{name} (Bí thư Huyện ủy) dự.") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bí thư Đảng ủy phường Hồng Hà Nguyễn Văn An", "Nguyễn Văn An"),
        ("Chủ tịch UBND phường Trần Phú Lê Văn Hào", "Lê Văn Hào"),
        ("Bí thư Huyện ủy Sơn Thạch Lâm Quang Bảo", "Lâm Quang Bảo"),
        ("Chủ tịch UBND xã Lương Phú Phùng Thị Sáo", "Phùng Thị Sáo"),
        ("Bí thư Tỉnh ủy Thừa Thiên Huế Trần Văn Bé", "Trần Văn Bé"),
        ("Phó Chủ tịch HĐND xã Y Nghét", "Y Nghét"),
        ("Chủ tịch HĐND thị xã Lê Hoàng Thơ", "Lê Hoàng Thơ"),
    ],
)
def test_place_is_told_from_the_name_behind_it(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Đảng ủy phường Lê Lợi yêu cầu",
        "Bí thư Thành ủy Hà Vân yêu cầu",
        "Bí thư Tỉnh ủy Tuyên Quang yêu cầu",
        "Chủ tịch UBND xã A Lưới yêu cầu",
    ],
)
def test_place_alone_is_nobody(text):
    assert names(text) == []


def test_place_before_a_title_is_nobody():
    text = "Sáng 5/10, tại Hà Nội, Bí thư Tỉnh ủy Nguyễn Đình Vinh dự; xã Lương Phú, Bí thư Đảng ủy"
    assert names(text) == ["Nguyễn Đình Vinh"]


def test_first_word_of_a_sentence_is_no_syllable_of_the_name():
    assert names("Theo Lò Văn Pảo, Chủ tịch UBND xã, lúa đã chín.") == ["Lò Văn Pảo"]


def test_capitals_become_title_case():
    assert names("ĐỒNG CHÍ H'NGA NIÊ, BÍ THƯ HUYỆN ỦY") == ["H'Nga Niê"]


def test_surname_ong_is_no_honour_word():
    assert names("có sự tham dự của Ông Thế Cường, Bí thư Huyện ủy") == ["Ông Thế Cường"]
    assert names("Đến dự có Ông Lê Cường, Bí thư Huyện ủy") == ["Lê Cường"]


def test_longer_than_a_name_is_cut():
    assert all(len(name.split()) <= 6 for name in names("đồng chí " + "Nguyễn " * 50 + ", Bí thư"))
