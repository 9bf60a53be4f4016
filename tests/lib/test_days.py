"""Single days and days in running text."""

import unicodedata
from datetime import date, timedelta

import pytest

from lib.vietnamese.dates import (
    HO_CHI_MINH,
    find_days,
    is_day_missing,
    is_year_missing,
    read_date,
)

SIXTH = date(2021, 10, 6)

READ = [
    ("6/10/2021", SIXTH),
    ("06/10/2021", SIXTH),
    ("06-10-2021", SIXTH),
    ("6.10.2021", SIXTH),
    ("6 - 10 - 2021", SIXTH),
    ("06 / 10 / 2021", SIXTH),
    ("6/10/21", SIXTH),
    ("2021-10-06", SIXTH),
    ("ngày 6/10/2021", SIXTH),
    ("Ngày 06/10/2021.", SIXTH),
    ("(6/10/2021)", SIXTH),
    ("ngày 6 tháng 10 năm 2021", SIXTH),
    ("NGÀY 06 THÁNG 10 NĂM 2021", SIXTH),
    ("ngày 6 tháng Mười năm 2021", SIXTH),
    ("6 tháng 10, 2021", SIXTH),
    ("ngày 6 tháng 10-2021", SIXTH),
    ("ngày 6 tháng 10/2021", SIXTH),
    ("Thứ Tư, 6/10/2021", SIXTH),
    ("Thứ 4, ngày 6/10/2021", SIXTH),
    ("Sông Vân, ngày 06 tháng 10 năm 2021", SIXTH),
    ("\u00a06/10/2021\u00a0", SIXTH),
    ("mùng 2 tháng 9 năm 1945", date(1945, 9, 2)),
    ("19/5/1890", date(1890, 5, 19)),
    ("29/2/2020", date(2020, 2, 29)),
    ("3/2/71", date(1971, 2, 3)),
]

NO_DATE = [
    "",
    "6/10",
    "31/2/2021",
    "29/2/2021",
    "32/1/2021",
    "1/13/2021",
    "0/1/2021",
    "10/2021",
    "17-NQ/TU",
    "2020-2025",
    "1/1/0001",
    "1/1/9999",
    "6/10-2021",
    "Quý III/2021",
    "hôm nay",
    "12:30 6/10/2021 và 7/10/2021",
    "ngày 6 tháng đầu 2021",
]

# text, [(day, month, year)]
RUNNING = [
    ("Sáng ngày 7/10, các đồng chí", [(7, 10, None)]),
    ("Trong 2 ngày 7 và 8-5, huyện", [(7, 5, None), (8, 5, None)]),
    ("Các ngày 5, 6, 7/10/2021", [(5, 10, 2021), (6, 10, 2021), (7, 10, 2021)]),
    ("từ ngày 6-8/10", [(6, 10, None), (8, 10, None)]),
    ("từ ngày 6 đến hết ngày 8/10", [(6, 10, None), (8, 10, None)]),
    ("từ ngày 30/12 đến ngày 2/1/2021", [(30, 12, 2020), (2, 1, 2021)]),
    ("ngày 29, 30/9 và 1/10/2021", [(29, 9, 2021), (30, 9, 2021), (1, 10, 2021)]),
    ("ngày 31/12-02/01", [(31, 12, None), (2, 1, None)]),
    ("từ ngày 30 đến 2/10", [(30, 9, None), (2, 10, None)]),
    ("ngày 18 và 19 tháng 5", [(18, 5, None), (19, 5, None)]),
    ("(8/10/1971- 8/10/2021)", [(8, 10, 1971), (8, 10, 2021)]),
    ("(27/12/1971-27/12/2021)", [(27, 12, 1971), (27, 12, 2021)]),
    ("Nghị quyết số 17-NQ/TU ngày 18/12/2020 của", [(18, 12, 2020)]),
    ("được tổ chức sáng ngày 31-3-2021.", [(31, 3, 2021)]),
    ("ngày 29.9, thị xã", [(29, 9, None)]),
    ("ngày 6 tháng 10 năm 2021", [(6, 10, 2021)]),
    ("ngày 6/10 năm 2021", [(6, 10, 2021)]),
    ("ngày 2 tháng Chín năm 1945", [(2, 9, 1945)]),
    ("chiều 6 /10", [(6, 10, None)]),
    ("ngày\u00a06/10", [(6, 10, None)]),
    ("ngày 06/10/21", [(6, 10, 2021)]),
    ("kỷ niệm 30/4 và 1/5", [(30, 4, None), (1, 5, None)]),
    ("dịp 2-9", [(2, 9, None)]),
    ("ngày 24/7, bản", [(24, 7, None)]),
    ("Thứ Hai, 11/10, xã", [(11, 10, None)]),
    ("ngày 29/2", [(29, 2, None)]),
]

NO_DAYS = [
    "",
    "nhiệm kỳ 2020-2025",
    "2020 - 2025, 2025_2030",
    "trực 24/7",
    "COVID-19",
    "17-NQ/TU, 05-CT/TW, 18/2014/NĐ-CP",
    "Quyết định số 5/12/QĐ-UBND",
    "đạt 7/10 tiêu chí",
    "5/7 xã về đích",
    "hơn 2/3 đại biểu",
    "19/19 tiêu chí",
    "đường 30/4",
    "tổ 3/4",
    "5-7 ngày",
    "mỗi ngày 2-3 lần",
    "tăng 3.5 lần",
    "7-5 và 8-5",
    "tháng 10/2021",
    "quý 3/2021",
    "6 tháng đầu năm 2021",
    "6 tháng 10",
    "10-3 Âm lịch",
    "ngày 10/3 (âm lịch)",
    "ngày 31/2/2021",
    "ngày 30/2",
    "8 giờ 30",
    "lúc 07:28",
    "0912.34.56.78",
]


@pytest.mark.parametrize(("written", "expected"), READ)
def test_one_day_is_read_in_any_form(written, expected):
    assert read_date(written) == expected
    assert read_date(unicodedata.normalize("NFD", written)) == expected


@pytest.mark.parametrize("written", NO_DATE)
def test_what_is_no_full_day_is_refused(written):
    assert read_date(written) is None


@pytest.mark.parametrize(("text", "expected"), RUNNING)
def test_days_are_found_in_a_sentence(text, expected):
    assert [(day.day, day.month, day.year) for day in find_days(text)] == expected


@pytest.mark.parametrize("text", NO_DAYS)
def test_figures_that_are_no_days_are_passed_over(text):
    assert find_days(text) == []


def test_found_days_say_where_they_stand():
    text = "Trong 2 ngày 7 và 8-5, huyện"
    assert [text[day.start : day.end] for day in find_days(text)] == ["7", "8-5"]


def test_the_office_clock_is_seven_hours_east():
    assert HO_CHI_MINH.utcoffset(None) == timedelta(hours=7)


@pytest.mark.parametrize(
    ("words", "no_day", "no_year"),
    [
        ("31/02/2027", True, False), ("29/02/2027", True, False), ("5/13/2021", True, False),
        ("0/1/2021", True, False), ("1/1/0001", False, True), ("31/12/9999", False, True),
        ("31/2/9999", False, True), ("29/02/2028", False, False), ("hôm nay", False, False),
        ("", False, False),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_is_told_from_other_words(words, no_day, no_year):
    assert (is_day_missing(words), is_year_missing(words)) == (no_day, no_year)
