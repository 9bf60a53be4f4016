"""The archive by day, what the office says of itself, the map of the site."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from apps.editions import placing

from . import make


@pytest.fixture
def day(portal):
    """Two pieces of 11 October 2021, one of the day before."""
    make.article(headline="Giao ban quý III", listed_at=make.NOON)
    make.article(headline="Rạng sáng", listed_at=make.NOON.replace(hour=0, minute=1))
    make.article(headline="Hôm trước", listed_at=make.NOON.replace(hour=0) - make.HOUR)


def rows(page):
    return [" ".join(node.text().split()) for node in LexborHTMLParser(page).css(".row h2")]


def test_a_day_holds_its_own_articles_in_vietnamese_time(day, read):
    assert rows(read("/luu-tru/2021/10/11/")) == ["Giao ban quý III", "Rạng sáng"]
    assert rows(read("/luu-tru/2021/10/10/")) == ["Hôm trước"]
    assert "Thứ Hai, 11/10/2021" in read("/luu-tru/2021/10/11/")


def test_a_day_leads_to_its_neighbours_and_never_into_the_future(day, read, clock, client):
    today = read("/luu-tru/2021/10/11/")
    assert 'href="/luu-tru/2021/10/10/"' in today and "/luu-tru/2021/10/12/" not in today
    assert client.get("/luu-tru/2021/10/12/").status_code == 404
    clock.at = make.NOON.replace(hour=23, minute=59)
    assert "/luu-tru/2021/10/12/" not in read("/luu-tru/2021/10/11/")
    clock.at += 2 * make.HOUR
    empty = read("/luu-tru/2021/10/12/")
    assert "Ngày này không đăng tin, bài nào." in empty and "noindex" in empty
    make.article(live_from=clock.at, listed_at=clock.at)
    assert "/luu-tru/2021/10/12/" in read("/luu-tru/2021/10/11/")


def leads(page):
    links = LexborHTMLParser(page).css('main nav[aria-label="Gần nhất có tin, bài"] a')
    return [link.attributes["href"] for link in links]


def test_an_empty_day_leads_to_the_nearest_that_have_something(day, read):
    make.article(listed_at=make.NOON.replace(year=2019, month=12, day=31, hour=23, minute=59))
    between = read("/luu-tru/2020/3/1/")
    assert leads(between) == ["/luu-tru/2019/12/31/", "/luu-tru/2021/10/10/"]
    assert "/luu-tru/2020/3/" not in [
        node.attributes["href"] for node in LexborHTMLParser(between).css("main a")
    ]
    assert leads(read("/luu-tru/2000/1/1/")) == ["/luu-tru/2019/12/31/"]


def test_a_month_leads_to_the_nearest_months(day, read, clock):
    make.article(listed_at=make.NOON.replace(year=2020, month=12, day=31))
    make.article(listed_at=make.NOON.replace(month=3, day=1, hour=0, minute=0))
    assert leads(read("/luu-tru/2021/3/")) == ["/luu-tru/2020/12/", "/luu-tru/2021/10/"]
    assert leads(read("/luu-tru/2020/12/")) == ["/luu-tru/2021/3/"]
    make.article(live_from=make.NOON + make.HOUR, listed_at=make.NOON.replace(month=5))
    assert "/luu-tru/2021/5/" not in read("/luu-tru/2021/3/")
    clock.at += make.HOUR
    assert leads(read("/luu-tru/2021/3/")) == ["/luu-tru/2020/12/", "/luu-tru/2021/5/"]


@pytest.mark.parametrize("asked", ["2021-10-11", "11/10/2021", " 11-10-2021 "])
def test_a_day_that_is_asked_for_leads_to_its_page(day, client, asked):
    answer = client.get("/luu-tru/", {"ngay": asked})
    assert (answer.status_code, answer["Location"]) == (301, "/luu-tru/2021/10/11/")


@pytest.mark.parametrize("asked", ["hôm qua", "31/2/2021", "\x00", "9" * 500, "2021-13-01"])
def test_what_is_no_day_is_said_in_a_sentence(day, client, asked):
    answer = client.get("/luu-tru/", {"ngay": asked})
    assert answer.status_code == 200
    assert "Chưa đọc được ngày" in answer.content.decode()


@pytest.mark.parametrize("path", ["2021/10/32/", "2021/2/30/", "0001/1/1/", "2021/0/1/"])
def test_days_no_calendar_has_are_not_there(day, client, path):
    assert client.get(f"/luu-tru/{path}").status_code == 404


def test_the_office_says_who_it_is(portal, read):
    make.frame(about=["Cơ quan của Đảng bộ."])
    page = read("/ve-trang-nay/")
    assert "Cơ quan của Đảng bộ." in page and "số 2, đường Bờ Kè" in page
    assert "Trưởng Ban Biên tập" in page


def test_the_map_names_every_section_beneath_its_own(portal, read):
    make.article()
    make.article(section="dan-van")
    tree = LexborHTMLParser(read("/so-do-trang/"))
    links = {node.attributes["href"] for node in tree.css("main a")}
    assert {"/tin-tuc/", "/xay-dung-dang/", "/dan-van/", "/luu-tru/", "/ve-trang-nay/"} <= links
    assert tree.css_first('.tree .tree a[href="/dan-van/"]')


def test_the_map_leaves_out_sections_in_which_nothing_stands(portal, read, clock):
    make.article(section="dan-van", expires_at=make.NOON + make.HOUR)
    make.article(live_from=make.NOON + make.HOUR)

    def sections():
        tree = LexborHTMLParser(read("/so-do-trang/"))
        return [node.attributes["href"] for node in tree.css('[aria-labelledby="cac-muc"] a')]

    assert sections() == ["/xay-dung-dang/", "/dan-van/"]
    clock.at += make.HOUR
    assert sections() == ["/tin-tuc/"]


def test_what_is_listed_in_one_more_section_fills_it(portal, read):
    shown = make.article()
    placing.list_in(make.PORTAL, shown.key, {"dan-van"})
    assert "/dan-van/" in read("/so-do-trang/").partition("<main")[2]


def test_search_engines_leave_an_empty_section_alone(portal, read):
    make.article(section="dan-van")
    asked_away = {
        slug: "noindex" in read(f"/{slug}/") for slug in ("tin-tuc", "xay-dung-dang", "dan-van")
    }
    assert asked_away == {"tin-tuc": True, "xay-dung-dang": False, "dan-van": False}


@pytest.mark.parametrize(
    "address",
    ["/luu-tru/2021/10/11/", "/luu-tru/2021/10/", "/luu-tru/2014/3/1/", "/ve-trang-nay/",
     "/so-do-trang/", "/sitemap-0.xml"],
)  # fmt: skip
def test_each_costs_three_queries_and_one_when_kept(day, client, address):
    costs = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        costs.append(len(queries))
    assert costs[0] <= 3 and costs[1] == 1


def test_a_portal_that_says_little_has_these_pages_too(db, clock, read):
    make.frame(sections=[], contact=[], responsibility="", welcome="")
    assert "Liên hệ</h2>" not in read("/ve-trang-nay/")
    assert "Chưa có chuyên mục nào." in read("/so-do-trang/")


def test_machines_are_told_whole_seconds(portal, read):
    make.article(listed_at=make.NOON - make.HOUR + timedelta(microseconds=950408))
    told = LexborHTMLParser(read("/")).css_first(".card time").attributes["datetime"]
    assert "." not in told
