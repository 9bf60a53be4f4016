"""The day a page tells of."""

import datetime as dt

import pytest

from apps.legacy.reading.events import find_event_day

OCTOBER = dt.date(2021, 10, 11)
DAYS = [
    ("Sáng 11/10, Thành ủy họp.", OCTOBER, "2021-10-11"),
    ("Chiều 31/12, Huyện ủy kiểm tra công tác trực Tết.", dt.date(2022, 1, 2), "2021-12-31"),
    ("Sáng ngày 7/10, Tỉnh ủy giao ban quý III/2021.", None, "2021-10-07"),
    ("Sáng 7/10, Tỉnh ủy giao ban.", None, "None"),
    ("Sáng 5/1, Huyện ủy tổng kết công tác năm 2021.", None, "2022-01-05"),
    ("Sáng 28/12, Huyện ủy tổng kết công tác năm 2021.", None, "2021-12-28"),
    ("Sáng 31-3-2021, Thị ủy giao ban quý I năm 2021.", None, "2021-03-31"),
    ("Thị ủy giao ban quý III năm 2019.", dt.date(2019, 10, 1), "None"),
]


@pytest.mark.parametrize("text, published, day", DAYS)
def test_day_of_the_event_is_found(text, published, day):
    assert str(find_event_day("Hội nghị giao ban", text, "", published)) == day


def test_year_may_come_from_the_headline():
    day = find_event_day("Giao ban quý III năm 2021", "Chiều ngày 06/10, Thị ủy họp.", "", None)
    assert day == dt.date(2021, 10, 6)


def test_caption_tells_where_the_text_does_not():
    day = find_event_day("Giao ban", "Thị ủy họp.", "Quang cảnh hội nghị sáng 11/10", OCTOBER)
    assert day == OCTOBER
