"""Places in an even text lead back to the text as it was given."""

import unicodedata

from lib.vietnamese.titles.normal import normalise


def test_clean_text_needs_no_map():
    assert normalise("Bí thư Thị ủy").starts is None


def test_modern_tones_are_read_as_traditional():
    assert normalise("Đảng uỷ, Hoà").text == "Đảng ủy, Hòa"


def test_hard_spaces_and_apostrophes_become_plain():
    assert normalise("H’Nga\u00a0Niê").text == "H'Nga Niê"


def test_decomposed_letters_keep_their_places():
    given = unicodedata.normalize("NFD", "Bí thư Thị ủy")
    normal = normalise(given)
    start = normal.text.index("Thị")
    first, last = normal.span(start, start + 3)
    assert unicodedata.normalize("NFC", given[first:last]) == "Thị"


def test_unseen_signs_belong_to_no_word():
    given = "Thị\u200b ủy"
    first, last = normalise(given).span(0, 3)
    assert given[first:last] == "Thị"


def test_words_come_back_as_their_owner_writes_them():
    given = "Đinh Hoà\u00a0 Bình"
    assert normalise(given).as_given(0, len(given)) == "Đinh Hoà Bình"
