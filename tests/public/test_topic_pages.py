"""The page of a topic: its banner, its words, its articles, its time in the menu."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from apps.editions import paths, placing

from . import make

TAG = paths.tag_key("Đại hội Đảng bộ")
HERE = "/chu-de/dai-hoi/"


@pytest.fixture
def portal(db, clock):
    return make.frame(topics=[make.topic()])


def titles(html, selector):
    return [node.text() for node in LexborHTMLParser(html).css(selector)]


def test_it_says_what_it_is_about_and_lists_its_articles(portal, read):
    make.article(headline="Của chủ đề", subjects=(TAG,))
    make.article(headline="Chuyện khác")
    html = read(HERE)
    assert titles(html, "h1") == ["Đại hội Đảng bộ"]
    assert titles(html, ".topic-about") == make.topic()["lead_in"]
    assert titles(html, ".row h2") == ["Của chủ đề"]
    assert 'alt="Chào mừng Đại hội"' in html


def test_a_piece_put_there_by_hand_is_listed_once(portal, read):
    both = make.article(headline="Cả hai", subjects=(TAG,))
    old = make.article(headline="Bài cũ", listed_at=make.NOON - make.DAY)
    for row in (both, old):
        placing.list_in(make.PORTAL, row.key, {placing.on_topic("dai-hoi")})
    assert titles(read(HERE), ".row h2") == ["Cả hai", "Bài cũ"]


def test_pages_go_on_where_the_last_one_ended(portal, read):
    for number in range(25):
        at = make.NOON - make.HOUR * (number + 1)
        make.article(headline=f"Bài {number}", subjects=(TAG,), listed_at=at)
    first = read(HERE)
    older = LexborHTMLParser(first).css_first(".pages a[rel=next]").attributes["href"]
    second = read(HERE + older)
    assert titles(first, ".row h2") == [f"Bài {n}" for n in range(20)]
    assert titles(second, ".row h2") == [f"Bài {n}" for n in range(20, 25)]
    assert not titles(second, ".topic-about")


def test_three_queries_then_one(portal, client):
    make.article(subjects=(TAG,))
    for wanted in (3, 1):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(HERE).status_code == 200
        assert len(captured) == wanted


@pytest.mark.parametrize(
    "address", ["/chu-de/khac/", "/chu-de/", f"{HERE}?truoc=x", "/rss/chu-de/x/"]
)
def test_what_is_not_there_is_404(portal, client, address):
    assert client.get(address).status_code == 404


def test_the_feed_tells_its_articles(portal, read):
    row = make.article(headline="Của chủ đề", subjects=(TAG,))
    make.article(headline="Chuyện khác")
    text = read("/rss/chu-de/dai-hoi/")
    assert row.address in text and "Chuyện khác" not in text
    assert 'href="/rss/chu-de/dai-hoi/"' in read(HERE)


def test_it_comes_into_the_menu_and_leaves_by_the_clock(db, clock, read):
    at = make.NOON + make.HOUR
    days = {"shows_from": at.isoformat(), "shows_until": (at + make.HOUR).isoformat()}
    make.frame(topics=[make.topic(**days)])
    assert HERE not in read("/")
    clock.at = at
    assert HERE in read("/")
    assert titles(read("/tin-tuc/"), ".bar-lines a")[0] == "Đại hội Đảng bộ"
    clock.at = at + make.HOUR
    assert HERE not in read("/")
    read(HERE)  # the page itself stays


def test_one_without_a_banner_is_told_in_words(db, clock, read):
    make.frame(topics=[make.topic(wide=None, narrow=None, alt="")])
    assert titles(read("/"), ".topic-now strong") == ["Đại hội Đảng bộ"]
    assert "<picture" not in read(HERE).split("<main")[1]


def test_its_articles_lead_to_it(portal, read):
    html = read(make.article(subjects=(TAG,)).address)
    assert titles(html, f'.beside-page a[href="{HERE}"]') == ["Đại hội Đảng bộ"]


def test_one_banner_stands_at_its_head(db, clock, read):
    banner = {"slot": "top", "wide": make.picture(), "narrow": None, "alt": "Mừng Xuân",
              "href": "", "shows_from": None, "shows_until": None}  # fmt: skip
    make.frame(topics=[make.topic()], banners=[banner])
    assert "Mừng Xuân" in read("/") and "Mừng Xuân" not in read(HERE)


def test_no_section_takes_its_place(portal):
    assert not paths.section_slug_is_allowed("chu-de")


def test_the_sitemap_names_it(portal, read):
    assert HERE in read("/sitemap-0.xml")


def test_in_mourning_its_banner_is_not_shown(db, clock, read):
    days = {"shows_from": (make.NOON - make.HOUR).isoformat(),
            "shows_until": (make.NOON + make.HOUR).isoformat()}  # fmt: skip
    make.frame(topics=[make.topic()], mourning=[days])
    assert titles(read("/"), ".topic-now strong") == ["Đại hội Đảng bộ"]
    assert "Chào mừng Đại hội" not in read(HERE)
