"""Clean text, tone placing, folding, search words, addresses."""

import unicodedata

import pytest

from lib.vietnamese.fold import fold, folded_tokens, tokens
from lib.vietnamese.slug import slugify
from lib.vietnamese.text import clean, clean_lines, collapse, nfc
from lib.vietnamese.tones import place_tones

CLEANED = [
    ("", ""),
    ("  Thị ủy  ", "Thị ủy"),
    ("Thị\u00a0ủy\u2003họp", "Thị ủy họp"),
    ("\u00d0ảng bộ", "Đảng bộ"),
    ("\u0189ảng bộ", "Đảng bộ"),
    ("\u00f0ồng chí", "đồng chí"),
    ("\u0256ồng chí", "đồng chí"),
    ("giao\u00adban", "giaoban"),
    ("\ufeffMở đầu", "Mở đầu"),
    ("Sông\u200b Vân\u200d", "Sông Vân"),
    ("a\x00b", "ab"),
    ("một\r\nhai\tba", "một hai ba"),
    ("dòng\u2028sau", "dòng sau"),
    ("dòng\x0bsau", "dòng sau"),
    ("\u202aHội nghị\u202c", "Hội nghị"),
    ("hu\u031bo\u031bng", "hương"),
    ("lẻ \ud800 đôi", "lẻ đôi"),
    ("đồng chí Lê An , Bí thư", "đồng chí Lê An, Bí thư"),
    ("“Dân vận khéo” – 2021…", "“Dân vận khéo” – 2021…"),
]

TRADITIONAL = [
    ("hoà", "hòa"),
    ("Hoà Bình", "Hòa Bình"),
    ("HOÀ BÌNH", "HÒA BÌNH"),
    ("thuỷ sản", "thủy sản"),
    ("Thành uỷ", "Thành ủy"),
    ("UỶ BAN", "ỦY BAN"),
    ("Uỷ ban", "Ủy ban"),
    ("khoẻ", "khỏe"),
    ("loè", "lòe"),
    ("hoạ", "họa"),
    ("toạ đàm", "tọa đàm"),
    ("khoá XVII", "khóa XVII"),
    ("xoã", "xõa"),
    ("Thuý", "Thúy"),
    ("luỹ", "lũy"),
    ("thuỵ", "thụy"),
    ("uỷ-viên", "ủy-viên"),
    ("(uỷ)", "(ủy)"),
]

UNMOVED = [
    "quý",
    "Quý",
    "QUÝ III",
    "quỹ",
    "quỷ",
    "quỵ",
    "hoàn",
    "hoàng",
    "toàn",
    "thuyền",
    "huýt",
    "huỳnh",
    "khuỷu",
    "ngoài",
    "xoáy",
    "khoét",
    "ngoéo",
    "oải",
    "thuế",
    "hoa",
    "huy",
    "khuya",
    "Huế",
    "tuyết",
    "hoặc",
]

FOLDED = [
    ("Đảng ủy", "dang uy"),
    ("ĐẢNG UỶ", "dang uy"),
    ("\u00d0ảng  Ủy", "dang uy"),
    ("Hòa", "hoa"),
    ("Hoà", "hoa"),
    ("Thị xã Sông Vân, 2021!", "thi xa song van, 2021!"),
    ("H\u2019Mlô", "h'mlo"),
    ("H\u02bcMlô", "h'mlo"),
    ("Ayŭn Čư Ơ\u0306 Ñ ƀ", "ayun cu o n b"),
    ("17-NQ/TU", "17-nq/tu"),
    ("", ""),
]

TOKENS = [
    ("27-CT/TW", ["27", "ct", "tw"]),
    ("Thành uỷ", ["thành", "ủy"]),
    ("Quý III/2021", ["quý", "iii", "2021"]),
    ("Covid - 19", ["covid", "19"]),
    ("ơ\u0306č ñ", ["ơ\u0306č", "ñ"]),
    ("H'Mlô", ["h", "mlô"]),
    ("H\u02bcMlô", ["h", "mlô"]),
    ("snake_case", ["snake", "case"]),
    ("…/.", []),
    ("a\x00 b", ["a", "b"]),
]

ALIKE = [
    ("kỹ", "kĩ"),
    ("lý", "lí"),
    ("quy", "qui"),
    ("quý", "quí"),
    ("tỷ", "tỉ"),
    ("sỹ", "sĩ"),
    ("mỹ", "mĩ"),
    ("kỷ", "kỉ"),
    ("Vy", "Vi"),
    ("hoà", "hòa"),
    ("Đạt", "\u00d0ạt"),
    ("quýt", "quít"),
]

APART = [
    ("tay", "tai"),
    ("hay", "hai"),
    ("Thúy", "thúi"),
    ("mây", "mai"),
    ("Y", "I"),
    ("quyết", "quiết"),
    ("huyện", "huiện"),
]

SLUGS = [
    ("Đảng ủy xã Đồng Đăng", "dang-uy-xa-dong-dang"),
    ("  Giao ban: quý III/2021!  ", "giao-ban-quy-iii-2021"),
    ("Ea H'leo", "ea-hleo"),
    ("Ea H\u2019leo", "ea-hleo"),
    ("Nghị quyết số 17-NQ/TU", "nghi-quyet-so-17-nq-tu"),
    ("ơ\u0306 Čư", "o-cu"),
    ("", ""),
    ("…/.", ""),
    ("会议", ""),
    ("\ufb01lm ①", "film-1"),
]


@pytest.mark.parametrize(("written", "expected"), CLEANED)
def test_a_pasted_line_comes_out_clean(written, expected):
    assert clean(written) == expected


def test_a_decomposed_name_becomes_composed():
    assert clean(unicodedata.normalize("NFD", "Hội nghị Tỉnh ủy")) == "Hội nghị Tỉnh ủy"
    assert nfc("u\u0309") == "ủ"


def test_collapsing_touches_only_white_space():
    assert collapse(" \u00d0ảng\u00a0 \n bộ ") == "\u00d0ảng bộ"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a\r\n\r\n\r\nb", ["a", "", "b"]),
        ("a\x0bb\u2028c\u2029d", ["a", "b", "c", "d"]),
        (" a \n \u00a0 \n\t\nb", ["a", "", "b"]),
        ("a\rb\n", ["a", "b"]),
        ("", []),
    ],
)
def test_paragraphs_of_a_page_are_kept_apart(written, expected):
    assert clean_lines(written) == expected


@pytest.mark.parametrize(("modern", "traditional"), TRADITIONAL)
def test_both_tone_placings_are_convertible(modern, traditional):
    assert place_tones(modern) == traditional
    assert place_tones(traditional, "modern") == modern


@pytest.mark.parametrize("word", UNMOVED)
@pytest.mark.parametrize("style", ["traditional", "modern"])
def test_words_with_one_spelling_stay_put(word, style):
    assert place_tones(word, style) == word


def test_tones_of_decomposed_text_are_placed():
    assert place_tones(unicodedata.normalize("NFD", "Uỷ ban hoà giải")) == "Ủy ban hòa giải"


def test_an_unknown_tone_style_is_refused():
    with pytest.raises(ValueError, match="Unknown style 'new'"):
        place_tones("hoà", "new")


@pytest.mark.parametrize(("written", "expected"), FOLDED)
def test_spellings_fold_to_one_key(written, expected):
    assert fold(written) == expected


@pytest.mark.parametrize(("written", "expected"), TOKENS)
def test_search_words_are_cut_at_signs(written, expected):
    assert tokens(written) == expected


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_search_finds_both_spellings(one, other):
    assert folded_tokens(one) == folded_tokens(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_search_keeps_different_words_apart(one, other):
    assert folded_tokens(one) != folded_tokens(other)


def test_a_reader_without_marks_finds_the_name():
    assert folded_tokens("nguyen thi buoi") == folded_tokens("Nguyễn Thị Bưởi")


@pytest.mark.parametrize(("title", "expected"), SLUGS)
def test_titles_become_plain_addresses(title, expected):
    assert slugify(title) == expected


def test_long_addresses_are_cut_between_words():
    assert slugify("Hội nghị giao ban quý", max_length=16) == "hoi-nghi-giao"
    assert slugify("Hội nghị giao ban quý", max_length=17) == "hoi-nghi-giao-ban"
    assert slugify("Nghiêng", max_length=3) == "ngh"
