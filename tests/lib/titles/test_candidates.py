"""One title with its status, and what trails behind it."""

import pytest

from lib.vietnamese.titles import read_mentions


def titles(words):
    (mention,) = read_mentions(f"đồng chí Vi Văn Toản, {words} dự")
    return mention.titles


@pytest.mark.parametrize(
    ("words", "expected", "status"),
    [
        ("nguyên Bí thư Thị ủy", "nguyên Bí thư | Thị ủy", ""),
        ("quyền Chủ tịch UBND tỉnh", "quyền Chủ tịch | UBND tỉnh", "acting"),
        ("Q. Giám đốc Sở Xây dựng", "quyền Giám đốc | Sở Xây dựng", "acting"),
        ("tân Bí thư Huyện ủy", "Bí thư | Huyện ủy", ""),
        ("Phó Giám đốc phụ trách Sở Y tế", "Phó Giám đốc | Sở Y tế", "in_charge"),
        ("Phó Chủ tịch UBND tỉnh phụ trách UBND tỉnh", "Phó Chủ tịch | UBND tỉnh", "in_charge"),
        ("Phó Chủ tịch UBND xã phụ trách văn xã", "Phó Chủ tịch | UBND xã", ""),
        ("Bí thư Đảng ủy lâm thời xã", "Bí thư | Đảng ủy lâm thời xã", "provisional"),
        ("Bí thư Quận ủy quận 15 (cũ)", "Bí thư | Quận ủy quận 15", ""),
        ("Bí thư Tỉnh ủy tỉnh Sơn Vân", "Bí thư | Tỉnh ủy tỉnh Sơn Vân", ""),
        ("Phó Chủ tịch TT HĐND tỉnh", "Phó Chủ tịch Thường trực | HĐND tỉnh", ""),
    ],
)
def test_status_of_a_title_is_told(words, expected, status):
    (title,) = titles(words)
    assert (str(title), title.status) == (expected, status)


def test_former_title_says_so():
    assert [title.former for title in titles("nguyên Bí thư Thị ủy, Chủ tịch Hội Luật gia")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    "tail",
    [
        ", khóa XX, nhiệm kỳ 2021 - 2026,",
        " (khóa XVII),",
        ", tỉnh Đông Lĩnh,",
        " (huyện Sơn Thạch),",
        " (cũ),",
    ],
)
def test_what_trails_a_title_hides_no_other(tail):
    words = f"Chủ tịch HĐND xã Lương Phú{tail} Bí thư Đảng ủy"
    words = words.replace("tỉnh", "huyện")
    assert [str(t) for t in titles(words)] == ["Chủ tịch | HĐND xã Lương Phú", "Bí thư | Đảng ủy"]


@pytest.mark.parametrize(
    "words",
    [
        "Ban Bí thư chỉ định",
        "Chủ tịch Hồ Chí Minh về thăm",
        "Tượng đài Chủ tịch Tôn Đức Thắng",
        "Đoàn đại biểu Quốc hội tỉnh",
        "Văn phòng Chủ tịch nước",
    ],
)
def test_rank_words_of_other_things_are_no_title(words):
    assert read_mentions(words) == []


@pytest.mark.parametrize(
    "duty",
    [
        "Trưởng Ban Chỉ đạo phòng, chống thiên tai",
        "Trưởng Tiểu ban Văn kiện",
        "Tổ trưởng",
        "Trưởng đoàn giám sát",
        "Trưởng Ban Tổ chức Hội thi",
        "thành viên Ban Chỉ đạo",
    ],
)
def test_part_played_at_an_event_is_no_title(duty):
    assert list(map(str, titles(f"Bí thư Huyện ủy, {duty}"))) == ["Bí thư | Huyện ủy"]
    assert list(map(str, titles(f"{duty}, Bí thư Huyện ủy"))) == ["Bí thư | Huyện ủy"]
