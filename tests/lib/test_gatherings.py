"""Sentences of a report, and weeks by their number."""

from datetime import date, datetime

import pytest

from lib.vietnamese.gatherings import (
    attendance_sentence,
    chair_sentence,
    chairs_listed,
    lead_sentence,
    noun_of,
    opening,
)
from lib.vietnamese.weeks import monday_of, read_week, week_code


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        (("Hội nghị giao ban quý III",), "hội nghị"), (("", "Kỳ họp thứ 9"), "kỳ họp"),
        (("cuộc họp", "Hội nghị"), "cuộc họp"),
        (("Làm việc với xã",), "hội nghị"), ((), "hội nghị"),
    ],
)  # fmt: skip
def test_a_meeting_is_called_again_by_its_noun(words, noun):
    assert noun_of(*words) == noun


@pytest.mark.parametrize(
    ("hour", "known", "words"),
    [(8, True, "Sáng 20/11/2026"), (14, True, "Chiều 20/11/2026"), (0, False, "Ngày 20/11/2026")],
)
def test_a_report_opens_with_the_part_of_the_day(hour, known, words):
    assert opening(datetime(2026, 11, 20, hour), known) == words  # noqa: DTZ001 (taken as +07:00)


def test_one_chair_is_one_comrade():
    assert chair_sentence("hội nghị", ["A, Bí thư"]) == "Đồng chí A, Bí thư chủ trì hội nghị."


def test_several_chairs_are_parted_by_semicolons():
    said = chair_sentence("kỳ họp", ["A, Bí thư", "B"])
    assert said == "Các đồng chí: A, Bí thư; B chủ trì kỳ họp."


@pytest.mark.parametrize(
    ("people", "others", "words"),
    [
        (["A, Bí thư"], [], "Đồng chí A, Bí thư"),
        (["A, Bí thư", "B"], ["Lãnh đạo các ban"], "Các đồng chí: A, Bí thư; B; lãnh đạo các ban"),
        ([], ["Thường trực Thị ủy"], "Thường trực Thị ủy"),
        (["A"], ["UBND xã"], "Đồng chí A; UBND xã"),
    ],
)
def test_chairs_in_the_cell_of_a_table(people, others, words):
    assert chairs_listed(people, others) == words


def test_nobody_is_no_sentence():
    assert chair_sentence("hội nghị", []) == attendance_sentence("hội nghị", [], []) == ""


@pytest.mark.parametrize(
    ("people", "groups", "said"),
    [
        (["A"], [], "Dự hội nghị có đồng chí A."),
        ([], ["Đại diện các xã"], "Dự hội nghị có đại diện các xã."),
        (["A", "B"], ["UBND các xã"], "Dự hội nghị có các đồng chí: A; B; cùng UBND các xã."),
    ],
)
def test_groups_follow_people(people, groups, said):
    assert attendance_sentence("hội nghị", people, groups) == said


@pytest.mark.parametrize(
    ("host", "place", "said"),
    [
        ("Thị ủy", "Hội trường", "Sáng 1/2/2026, tại hội trường, Thị ủy tổ chức hội nghị A."),
        ("", "UBND thị xã", "Sáng 1/2/2026, tại UBND thị xã, diễn ra hội nghị A."),
        ("", "", "Sáng 1/2/2026, diễn ra hội nghị A."),
    ],
)
def test_a_lead_says_when_where_and_who(host, place, said):
    assert lead_sentence("Sáng 1/2/2026", host=host, place=place, title="Hội nghị A") == said


@pytest.mark.parametrize("code", ["2026-W48", "2026-48"])
def test_a_week_is_read_with_and_without_letter(code):
    assert read_week(code) == date(2026, 11, 23)


@pytest.mark.parametrize("code", ["2026-54", "2026-0", "2026", "x", "", "0001-01", "٢٠٢٦-48"])
def test_weeks_no_calendar_has_are_none(code):
    assert read_week(code) is None


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2026, 12, 28), date(2024, 2, 29)])
def test_codes_lead_back_to_their_monday(day):
    assert read_week(week_code(day)) == monday_of(day)
