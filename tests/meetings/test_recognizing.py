"""Whom a pasted name means: surely, perhaps, or nobody. Nobody is put on a list silently."""

import datetime as dt

import pytest

from apps.meetings.pasting import read_list
from apps.meetings.recognizing import Found, distance, recognize

from .make import MONDAY, body, official, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary():
    return official("Lò Văn Pâng", "Bí thư", precedence=210)


def found(text):
    (answer,) = recognize(read_list(text), day=MONDAY)
    return answer


@pytest.mark.parametrize(
    "words", ["Lò Văn Pâng", "đ/c Lò Văn Pâng, Bí thư Thị ủy", "LÒ VĂN PÂNG – Bí thư Thị uỷ"]
)
def test_the_exact_name_is_sure(secretary, words):
    assert found(words) == Found(person=secretary.pk)


@pytest.mark.parametrize(
    "words", ["Lò Văn Pang", "Lò Văn Pâg", "Lò Văng Pâng", "Lo Van Pang", "Lò Pâng", "Lò Văn Pânng"]
)
def test_a_misspelled_name_is_a_question(secretary, words):
    assert found(words) == Found(asked=(secretary.pk,))


def test_another_place_of_the_tone_is_the_same_name():
    person = official("Nguyễn Thị Thúy Hòa", "Chủ tịch", of=body("Hội LHPN thị xã Sông Vân"))
    assert found("Nguyễn Thị Thuý Hoà").person == person.pk


@pytest.mark.parametrize("words", ["Hoàng Đức Trạch", "Đại diện các phòng, ban", "Pâng"])
def test_others_are_nobody(secretary, words):
    assert found(words) == Found()


def test_an_old_title_still_names_him():
    person = official("Hà Thị Mơ", "Phó Bí thư", ends_on=dt.date(2025, 6, 30))
    term(person, "Bí thư", starts_on=dt.date(2026, 11, 20))
    assert found("Hà Thị Mơ, Phó Bí thư Thị ủy").person == person.pk


def test_a_title_he_never_held_is_a_question(secretary):
    assert found("Lò Văn Pâng, Trưởng thôn Nà Lốc") == Found(asked=(secretary.pk,))


def test_two_of_one_name_are_told_by_title(secretary):
    other = official(
        "Lò Văn Pâng", "Chủ tịch", of=body("UBND xã Nà Khoang", kind="people_committee")
    )
    assert found("Lò Văn Pâng, Chủ tịch UBND xã Nà Khoang").person == other.pk


def test_two_of_one_name_without_title_are_a_question(secretary):
    other = official("Lò Văn Pâng", "Chủ tịch", of=body("UBND xã Nà Khoang"))
    assert set(found("Lò Văn Pâng").asked) == {secretary.pk, other.pk}


def test_a_long_list_costs_three_queries(secretary, django_assert_max_num_queries):
    text = "\n".join(["Lò Văn Pâng", "Lò Văn Pang", "Hà Thị Mơ", "Các phòng, ban"] * 15)
    with django_assert_max_num_queries(3):
        recognize(read_list(text), day=MONDAY)


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [("pang", "pang", 0), ("pang", "pagn", 1), ("pang", "phang", 1), ("a", "bcd", 3)],
)
def test_typing_errors_are_counted(one, other, errors):
    assert distance(one, other) == errors
