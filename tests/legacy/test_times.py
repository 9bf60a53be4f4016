"""When a page was put up and how often it was read."""

import pytest

from apps.legacy.reading import read_page

from .texts import FIRST, LEAD, TITLE, page

SAID = {
    "Cập nhật lúc: 18:47 14/09/2021": "2021-09-14T18:47:00+07:00",
    "Ngày đăng 14/09/2021 | 07:28  | View count: 1984": "2021-09-14T07:28:00+07:00",
    "Thời gian đăng: 14/09/2021 03:17:35 PM": "2021-09-14T15:17:35+07:00",
    "Thứ Ba, 14/09/2021, 07:05": "2021-09-14T07:05:00+07:00",
    "Ngày đăng bài: 14/09/2021 | Tác giả: Chánh Văn phòng": "2021-09-14",
    "14/09/2021": "2021-09-14",
    "Ngày đăng: 14/09/2021\n07:28": "2021-09-14T07:28:00+07:00",
    "(14/09/2021, 07:50)": "2021-09-14T07:50:00+07:00",
}


@pytest.mark.parametrize("line", SAID)
def test_time_line_gives_the_date_of_publication(line):
    assert page(between=(line,)).published_at.isoformat() == SAID[line]


@pytest.mark.parametrize(
    ("clock", "line", "day"),
    [
        ("Thứ Hai, 30/11/2020", "Thứ Ba, 14/09/2020, 19:02", "2020-09-14"),
        # Nothing is read a day before it was written: the second is of something else.
        ("Ngày đăng: 14/09/2021", "Bình luận lúc 16/09/2021 08:15", "2021-09-14"),
    ],
)
def test_a_clock_above_the_page_is_not_its_day(clock, line, day):
    assert page(above=(clock,), between=(line,)).published_day.isoformat() == day


def test_time_line_may_stand_above_or_at_the_foot():
    line = "Cập nhật lúc: 18:47 14/09/2021"
    assert page(above=(line,)).published_at == page(foot=(line,)).published_at is not None


def test_page_without_time_line_has_no_date():
    assert page().published_at is None


def test_time_line_is_no_part_of_the_text():
    found = page(between=("Ngày đăng 14/09/2021 | 07:28  | View count: 1984",))
    assert found.body == page().body


VIEWS = {
    "Lượt xem: 12.345": 12345,
    "Số lượt xem: 97": 97,
    "View count: 1,984": 1984,
    "Đã xem: 1204 lần": 1204,
    "Tổng số lượt truy cập: 99.999": None,
    "Đang truy cập: 12": None,
}


@pytest.mark.parametrize("line", VIEWS)
def test_views_are_those_of_the_page(line):
    assert page(foot=(line,)).view_count == VIEWS[line]


def zoned(head, visible=""):
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{visible}<p>{LEAD}</p><p>{FIRST}</p>"
    return read_page(html.encode(), "trang.html").published_at.isoformat()


META = '<meta property="article:published_time" content="{}">'


def test_other_time_zone_is_converted():
    assert zoned(META.format("2021-09-14T08:06:00Z")) == "2021-09-14T15:06:00+07:00"
    assert zoned(META.format("2021-09-14T10:06:00+02:00")) == "2021-09-14T15:06:00+07:00"


def test_visible_time_counts_more_than_the_page_data():
    visible = "<p>Ngày đăng: 14/09/2021 15:06</p>"
    assert zoned(META.format("2021-09-14T15:06:00Z"), visible) == "2021-09-14T15:06:00+07:00"


def test_visible_update_counts_less_than_the_page_data():
    visible = "<p>Cập nhật lúc: 15:06 20/09/2021</p>"
    assert zoned(META.format("2021-09-14T15:06:00"), visible) == "2021-09-14T15:06:00+07:00"


def test_date_in_ld_json_counts():
    head = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-09-14"}'
    assert zoned(head + "</script>") == "2021-09-14"
