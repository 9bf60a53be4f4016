"""Words, numbers and marks are told apart; dots of abbreviations end no sentence."""

import pytest

from lib.vietnamese.titles.tokens import LETTER, LOWER, TITLE, UPPER, tokenise


def keys(text):
    return [token.key for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UV.BTV Huyện ủy", ["uv", "btv", "huyện", "ủy"]),
        ("UVT.Ư Đảng", ["uvt", "ư", "đảng"]),
        ("TP. Hà Vân", ["tp", "hà", "vân"]),
        ("Q.  Chánh Văn phòng", ["q", "chánh", "văn", "phòng"]),
        ("Đ/c Tú", ["đ/c", "tú"]),
        ("đ.c. Tú", ["đ/c", "tú"]),
        ("dự. Ông", ["dự", ".", "ông"]),
        ("K' Vàng, H'Nga", ["k'", "vàng", ",", "h'nga"]),
        ("'Bí thư'", ["'", "bí", "thư", "'"]),
        ("ĐỒNG CHÍ 12/5", ["đồng", "chí", "12", "/", "5"]),
    ],
)
def test_text_falls_into_its_words(text, expected):
    assert keys(text) == expected


def test_capitals_of_words_are_seen():
    cases = [token.case for token in tokenise("bí Thư UBND Y")]
    assert cases == [LOWER, TITLE, UPPER, LETTER]


def test_blank_line_breaks_but_wrapped_line_does_not():
    wrapped = "Dự hội nghị có đồng chí Đinh Thị Hoa, Phó Bí\nthư Huyện ủy"
    assert "\n" not in keys(wrapped)
    assert "\n" in keys("Đồng chí Đinh Thị Hoa\n\nBí thư Huyện ủy")
    assert "\n" in keys("Thu Hằng\nĐài Truyền thanh")


def test_list_goes_on_behind_a_semicolon_at_the_line_end():
    assert "\n" not in keys("- A, Bí thư;\n- B")


def test_letters_that_grow_when_small_keep_places():
    text = "ẞ İ Bí thư"
    assert [text[token.start : token.end] for token in tokenise(text)][-2:] == ["Bí", "thư"]
