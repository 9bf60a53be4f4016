"""Periods under review."""

import unicodedata

import pytest

from lib.vietnamese.periods import Period, find_periods, read_period

READ = [
    ("quý III năm 2021", "quý III/2021"),
    ("quý III/2021", "quý III/2021"),
    ("quý 3/2021", "quý III/2021"),
    ("Quý III, năm 2021", "quý III/2021"),
    ("QUÝ IV NĂM 2020", "quý IV/2020"),
    ("quí II/2019", "quý II/2019"),
    ("quý III-2021", "quý III/2021"),
    ("quý III/năm 2021", "quý III/2021"),
    ("quý I (2021)", "quý I/2021"),
    ("quý I", "quý I"),
    ("giao ban tháng 7/2025", "tháng 7/2025"),
    ("tháng 07 năm 2025", "tháng 7/2025"),
    ("tháng 7-2025", "tháng 7/2025"),
    ("tháng 7.2025", "tháng 7/2025"),
    ("giao ban tháng 10", "tháng 10"),
    ("6 tháng đầu năm 2019", "6 tháng đầu năm 2019"),
    ("06 tháng đầu năm 2019", "6 tháng đầu năm 2019"),
    ("sáu tháng đầu năm 2019", "6 tháng đầu năm 2019"),
    ("9 tháng đầu năm", "9 tháng đầu năm"),
    ("6 tháng cuối năm 2021", "6 tháng cuối năm 2021"),
    ("tổng kết năm 2021", "năm 2021"),
    ("tuần 12/2024", "tuần 12/2024"),
    ("Tuần thứ 12 năm 2024", "tuần 12/2024"),
    ("tuần 41", "tuần 41"),
    ("sơ kết quý III, nhiệm vụ quý IV năm 2021", "quý III/2021"),
    ("kết quả quý IV, bàn nhiệm vụ quý I/2022", "quý IV/2021"),
    ("kết quả tháng 12; nhiệm vụ tháng 01/2022", "tháng 12/2021"),
    ("sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2022", "6 tháng đầu năm 2022"),
    ("sơ kết quý III. Năm 2022 sẽ khác", "quý III"),
    ("quý III của năm 2020", "quý III/2020"),
    ("năm 2021, giao ban quý II theo lịch", "quý II/2021"),
    ("kết quả 9 tháng năm 2023", "9 tháng đầu năm 2023"),
    ("giao ban tháng Tám năm 2023", "tháng 8/2023"),
    ("giao ban tháng Mười Hai năm 2023", "tháng 12/2023"),
    ("tổng kết năm 2020, triển khai nhiệm vụ năm 2021", "năm 2020"),
    ("triển khai nhiệm vụ quý IV; kết quả quý III/2021", "quý III/2021"),
]

NONE = [
    "",
    "quý vị, quý bạn đọc",
    "quý V",
    "quý 5/2021",
    "nhiệm kỳ 2020-2025",
    "đến năm 2045",
    "từ năm 2015",
    "ngày 6 tháng 10 năm 2021",
    "6 tháng 10",
    "tháng 13/2021",
    "tháng 0",
    "tuần 54",
    "sinh năm 1960",
    "năm 2021-2026",
    "50 năm",
    "trong tháng",
    "phương hướng quý IV/2021",
    "triển khai nhiệm vụ năm 2022",
    "Cách mạng tháng Tám năm 1945",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_the_period_under_review_is_read(text, expected):
    assert str(read_period(text)) == expected
    assert str(read_period(unicodedata.normalize("NFD", text))) == expected


@pytest.mark.parametrize("text", NONE)
def test_text_without_a_period_gives_none(text):
    assert read_period(text) is None


def test_every_period_says_where_it_stands():
    text = "Quý III và 9 tháng đầu năm 2021"
    found = find_periods(text)
    assert [text[one.start : one.end] for one in found] == ["Quý III", "9 tháng đầu năm 2021"]


def test_the_same_period_is_equal_wherever_it_stands():
    assert read_period("Sơ kết quý III/2021") == Period("quarter", 3, 2021)
    assert len({*find_periods("quý III/2021 và quý III năm 2021")}) == 1
