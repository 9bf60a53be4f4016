"""The part of a text that is shown of a hit: what was found stands in it, whole."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.editions import search
from apps.public.passages import LENGTH, Marker, flat

NAME = "Khuất Thị Minh Hạnh"
MARK = re.compile("</?mark>")


def passage(query, text):
    return Marker(search.ask(query)).passage(text)


def words(number, word="lời"):
    return " ".join([word] * number)


class TestWhatWasFoundIsShown:
    @pytest.mark.parametrize("far", range(0, 230, 9))
    def test_of_words_scattered_over_a_stretch_none_is_cut_off(self, far):
        before = f"{words(40)}. Trước đó {words(15)} "
        text = f"{before}Khuất {'a' * far} Thị {'b' * (200 - far)} Minh Hạnh. {words(90)}"
        assert MARK.sub("", passage(NAME, text)).count("Minh Hạnh") == 1

    def test_a_sentence_before_it_is_shown_as_far_as_there_is_room(self):
        begins = f"Dự có bà Khuất Thị Thu, {words(16)}"
        text = f"{words(60)}. {begins} và bà {NAME}. {words(80)}"
        shown = MARK.sub("", passage(NAME, text))
        assert shown.startswith(f"… {begins}") and NAME in shown

    def test_words_side_by_side_are_preferred(self):
        text = f"Minh mẫn, khuất sau thị trấn, Hạnh phúc. {words(80)}. Có bà {NAME} dự. {words(80)}"
        shown = passage("khuat thi minh hanh", text)
        assert f"Có bà <mark>{NAME}</mark> dự." in shown

    def test_of_all_that_say_it_the_shortest_is_shown_with_what_leads_to_it(self):
        text = f"{words(40)}. Ủy viên, bí thư, thị xã. Nguyên là bí thư thị ủy {words(90)}"
        shown = MARK.sub("", passage("bí thư thị ủy", text))
        assert shown.startswith("… Nguyên là bí thư thị ủy lời")

    def test_side_by_side_is_not_across_a_line(self):
        text = flat(f"Ban Minh\nHạnh {words(80)}\nvà Minh Hạnh {words(80)}")
        assert "và <mark>Minh Hạnh</mark>" in passage("Minh Hạnh", text)

    def test_near_its_beginning_the_text_is_shown_from_there(self):
        text = f"Sáng nay, {words(20)} bà {NAME} {words(80)}"
        assert passage(NAME, text).startswith("Sáng nay")


WORDS = st.sampled_from(["khuất", "thị", "minh", "hạnh", "lời.", "x" * 60, "·", "H’Loan", "17-NQ"])


@given(st.lists(WORDS, max_size=90).map(" ".join))
def test_whatever_the_text_the_best_of_it_is_whole(text):
    shown = passage(NAME, text)
    plain = MARK.sub("", shown).removeprefix("… ").removesuffix(" …")
    assert plain in text and len(plain) <= LENGTH
    found = {word for mark in re.findall("<mark>(.*?)</mark>", shown) for word in mark.split()}
    most = (set(text[at : at + LENGTH].split()) for at in range(max(1, len(text) - LENGTH + 1)))
    assert len(found) == max(len(each & {*NAME.lower().split()}) for each in most)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("1400", "hơn 1.400 người", "hơn <mark>1.400</mark> người"),
        ("1.400", "hơn 1400 người, 11.400", "hơn <mark>1400</mark> người, 11.400"),
        ("hloan", "bà H’Loan và HLoan", "bà <mark>H’Loan</mark> và <mark>HLoan</mark>"),
        ("h'loan", "bà H’Loan", "bà <mark>H</mark>’<mark>Loan</mark>"),
        ("HLoan", "KH’Loan, H’Loang", "KH’Loan, H’Loang"),
    ],
)
def test_either_spelling_is_marked(query, text, expected):
    assert Marker(search.ask(query)).line(text) == expected


class TestLines:
    def test_where_a_line_ends_it_is_seen(self):
        lines = "quý IV/2026\n\nHội trường Đảng ủy\n  Bàn nhân sự.\nÔng An, Bí thư:\n“Tốt.”\nhết"
        assert flat(lines) == (
            "quý IV/2026 · Hội trường Đảng ủy · Bàn nhân sự. Ông An, Bí thư: “Tốt.” hết"
        )

    def test_no_passage_ends_with_the_sign_of_a_line(self):
        text = flat(f"Hạnh {'a' * 222}\nb\nc")
        assert passage("Hạnh", text).endswith("a …")

    def test_a_page_of_an_article_gives_each_block_a_line(self):
        html = "<h2>Kết quả</h2><p>Có <strong>ba</strong>, gồm <em>năm</em>.</p><ul><li>một</li>"
        values = {"sapo": "Đầu", "html": f"{html}<li>hai<br>ba</li></ul>", "lead": {"caption": "A"}}
        told = flat(search.texts("article", values))
        assert told == "Đầu · Kết quả · Có ba, gồm năm. một · hai · ba · A"
