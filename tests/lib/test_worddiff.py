"""Word by word, as people who write Vietnamese count words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.vietnamese.worddiff import GONE, NEW, SAME, differences, tokens


def shown(old, new):
    """ "a [-b-] {+c+}" """
    marks = {SAME: "{}", GONE: "[-{}-]", NEW: "{{+{}+}}"}
    parts = [
        marks[what].format("".join((" " if w.spaced else "") + w.word for w in words).strip())
        for what, words in differences(tokens(old), tokens(new))
    ]
    return " ".join(parts)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Bí thư Thị ủy", "Phó Bí thư Thị ủy", "{+Phó+} Bí thư Thị ủy"),
        ("chủ trì, kết luận", "chủ trì; kết luận", "chủ trì [-,-] {+;+} kết luận"),
        ("Nghị quyết 17-NQ/TU.", "Nghị quyết 18-NQ/TU.", "Nghị quyết [-17-NQ/TU-] {+18-NQ/TU+} ."),
        ("ngày 10/6/2025", "ngày 11/6/2025", "ngày [-10/6/2025-] {+11/6/2025+}"),
        ("đạt 6,5%", "đạt 7%", "đạt [-6,5-] {+7+} %"),
        ("xã Đồng Lau", "xã Động Lau", "xã [-Đồng-] {+Động+} Lau"),
        ("giữ  nguyên\nchữ", "giữ nguyên chữ", "giữ nguyên chữ"),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "[-cũ-]"),
        ("", "", ""),
    ],
)
def test_words_that_went_and_came(old, new, expected):
    assert shown(old, new) == expected


def test_the_same_letters_written_in_two_ways_are_no_difference():
    word = "Nguyễn Thị Hường"
    assert shown(unicodedata.normalize("NFD", word), word) == word


def test_a_lone_word_between_two_rewritten_runs_is_no_resting_place():
    old, new = "một hai ba bốn năm", "sáu bảy ba tám chín"
    assert shown(old, new) == "[-một hai ba bốn năm-] {+sáu bảy ba tám chín+}"


def test_bold_is_part_of_a_word():
    old, new = tokens("nhấn mạnh"), tokens("nhấn mạnh", "strong")
    assert [what for what, _words in differences(old, new)] == [GONE, NEW]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_off_the_differences(old, new):
    found = differences(tokens(old), tokens(new))
    before = [w.same_as for what, words in found if what != NEW for w in words]
    after = [w.same_as for what, words in found if what != GONE for w in words]
    assert before == [t.same_as for t in tokens(old)]
    assert after == [t.same_as for t in tokens(new)]
