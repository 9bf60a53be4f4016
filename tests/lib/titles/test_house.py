"""Places of words in the text as given, whatever way it is written."""

import unicodedata

import pytest

from lib.vietnamese.titles import read_mentions
from lib.vietnamese.tones import place_tones

TEXT = (
    "Đồng chí Đinh Hoà Bình, Uỷ viên BTV Tỉnh ủy, Bí thư Thị ủy (cũ) và bà H'Nga Niê, "
    "Phó Chủ tịch TT HĐND thị xã Đông Phú chủ trì."
)
WRITINGS = {
    "as it is": TEXT,
    "decomposed": unicodedata.normalize("NFD", TEXT),
    "hard spaces": TEXT.replace(" ", "\u00a0"),
    "doubled spaces": TEXT.replace(" ", "  "),
    "zero width": TEXT.replace(" ", "\u200b \u2060"),
    "soft hyphens": TEXT.replace("n", "n\u00ad"),
    "modern tones": place_tones(TEXT, "modern"),
    "curly apostrophe": TEXT.replace("'", "’"),
    "look-alike Đ": TEXT.replace("Đ", "\u00d0"),
    "lines wrapped": TEXT.replace("Bí thư Thị", "Bí\nthư Thị"),
}
EXPECTED = [
    ["Ủy viên Ban Thường vụ | Tỉnh ủy", "Bí thư | Thị ủy"],
    ["Phó Chủ tịch Thường trực | HĐND thị xã Đông Phú"],
]


def plain(words):
    kept = "".join(sign for sign in words if unicodedata.category(sign) != "Cf")
    even = place_tones(unicodedata.normalize("NFC", kept)).replace("\u00d0", "Đ")
    return " ".join(even.replace("’", "'").split())


@pytest.mark.parametrize("writing", WRITINGS)
def test_every_writing_gives_the_same_titles(writing):
    found = [list(map(str, mention.titles)) for mention in read_mentions(WRITINGS[writing])]
    assert found == EXPECTED


@pytest.mark.parametrize("writing", WRITINGS)
def test_places_are_those_of_the_given_text(writing):
    given = WRITINGS[writing]
    words = [
        plain(given[title.start : title.end])
        for mention in read_mentions(given)
        for title in mention.titles
    ]
    assert words == ["Ủy viên BTV Tỉnh ủy", "Bí thư Thị ủy", "Phó Chủ tịch TT HĐND thị xã Đông Phú"]


@pytest.mark.parametrize("writing", WRITINGS)
def test_name_is_cut_from_the_given_text(writing):
    given = WRITINGS[writing]
    names = [plain(given[m.name_start : m.name_end]) for m in read_mentions(given)]
    assert names == [plain("Đinh Hoà Bình"), "H'Nga Niê"]


def test_mention_covers_honour_name_and_titles():
    first, second = read_mentions(TEXT)
    assert TEXT[first.start : first.end].startswith("Đồng chí Đinh")
    assert TEXT[second.start : second.end].endswith("thị xã Đông Phú")


def test_honour_words_are_told():
    assert [mention.honour for mention in read_mentions(TEXT)] == ["đồng chí", "bà"]
    (officer,) = read_mentions("Đại tá Vũ Hùng Sơn, Giám đốc Công an tỉnh")
    assert officer.honour == "Đại tá"


def test_title_without_a_name_has_no_name_places():
    (mention,) = read_mentions("đồng chí Bí thư thành ủy yêu cầu")
    assert (mention.name, mention.name_start, mention.name_end) == ("", -1, -1)
    assert str(mention.titles[0]) == "Bí thư | Thành ủy"


def test_person_without_title_is_a_mention():
    (mention,) = read_mentions("LĐVP: Đ/c Tấn")
    assert (mention.name, mention.titles) == ("Tấn", ())
