"""RSS of the portal, of sections, people and bodies: by the rules, and stable."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.editions import showings
from apps.public import feeds

from . import make, register, rules
from .test_markup import EVIL

BASE = "http://testserver"


def items(read, address):
    return rules.feed(read(address), BASE + address)


def titles(read, address):
    return [item.findtext("title") for item in items(read, address)]


def test_feed_says_all_it_should(portal, read):
    lead = make.picture(alt="Hội trường & sân", credit="An Thu")
    showing = make.article(7, headline="Giao ban <quý>", sapo="Họp & bàn.", lead=lead)
    (item,) = items(read, "/rss/")
    assert item.findtext("link") == BASE + showing.address
    assert item.findtext("title") == "Giao ban <quý>"
    assert item.findtext("description") == "Họp &amp; bàn."  # HTML, written as text
    assert item.findtext("category") == "Tin tức"
    assert item.findtext("pubDate") == "Mon, 11 Oct 2021 04:00:00 +0000"
    content = item.find(f"{rules.MEDIA}content")
    assert content.attrib["url"] == f"{BASE}/anh/{make.SHA}/1600.jpg"
    assert (content.attrib["width"], content.attrib["height"]) == ("1600", "1067")
    assert content.findtext(f"{rules.MEDIA}description") == "Hội trường & sân"
    assert item.find("enclosure").attrib["url"] == content.attrib["url"]


def test_new_headline_is_no_new_piece(portal, read):
    make.article(7, headline="Giao ban")
    (before,) = items(read, "/rss/")
    make.article(7, headline="Giao ban quý III", section="dan-van", live_from=make.NOON)
    (after,) = items(read, "/rss/")
    assert after.findtext("link") != before.findtext("link")
    assert after.findtext("guid") == before.findtext("guid")


def test_feed_of_a_section_has_only_its_own(portal, read):
    make.article(section="dan-van", headline="Chi bộ")
    make.article(section="tin-tuc", headline="Giao ban")
    assert titles(read, "/rss/dan-van/") == ["Chi bộ"]


def test_feed_is_no_longer_than_it_says(portal, read, monkeypatch):
    monkeypatch.setattr(feeds, "ITEMS", 3)
    for _ in range(5):
        make.article()
    assert len(items(read, "/rss/")) == 3


@pytest.mark.parametrize("headline", [EVIL, "Hỏng\x00\x0b\x1f\ufffe\uffff đây", "]]>"])
def test_no_headline_breaks_a_feed_or_a_sitemap(portal, read, monkeypatch, headline):
    if "\0" in headline:  # PostgreSQL stores none
        headline = headline.replace("\0", "")
    make.article(headline=headline, sapo=headline)
    assert len(items(read, "/rss/")) == 1
    assert len(rules.news(read("/news-sitemap.xml"))) == 1


def test_person_has_a_feed_of_articles_that_name_him(portal, read):
    who = register.person(7, office="Bí thư Thị ủy Sông Vân")
    make.article(headline="Có tên", subjects=("person:7",))
    make.article(headline="Người khác", subjects=("person:8",))
    address = f"/rss{who.address}"
    assert titles(read, address) == ["Có tên"]
    assert announced(read(who.address)) == ["/rss/", address]


def test_body_has_a_feed_of_articles_that_name_its_leaders(portal, read):
    body = register.body(
        leaders=[
            register.leader(),
            register.leader("Lê Văn An", 8),
            register.leader("Trần Bình", 9, leads=False),
        ]
    )
    make.article(headline="Cả hai", subjects=("person:7", "person:8"))
    make.article(headline="Ủy viên", subjects=("person:9",))
    address = f"/rss{body.address}"
    assert titles(read, address) == ["Cả hai"]
    assert announced(read(body.address)) == ["/rss/", address]


def test_body_without_leaders_has_an_empty_feed(portal, read):
    assert items(read, f"/rss{register.body().address}") == []


def test_section_announces_its_feed(portal, read):
    make.article()
    assert announced(read("/tin-tuc/")) == ["/rss/", "/rss/tin-tuc/"]


def announced(html):
    links = LexborHTMLParser(html).css("link[rel=alternate][type='application/rss+xml']")
    return [link.attributes["href"] for link in links]


@pytest.mark.parametrize("address", ["/rss/can-bo/ai/", "/rss/to-chuc/gi/", "/rss/khong-co/"])
def test_nobodys_feed_is_not_found(portal, client, address):
    assert client.get(address).status_code == 404


def test_feeds_forget_what_was_taken_down(portal, client, read):
    who = register.person(7)
    showing = make.article(subjects=("person:7",))
    address = f"/rss{who.address}"
    assert len(items(read, address)) == 1
    showings.take_down(make.PORTAL, showing.key, at=make.NOON)
    assert items(read, address) == items(read, "/rss/") == []


@pytest.mark.parametrize("address", ["/rss/", "/rss/tin-tuc/", "/rss/can-bo/", "/rss/to-chuc/"])
def test_feed_costs_three_queries(portal, client, django_assert_max_num_queries, address):
    make.article(subjects=("person:7",))
    if address == "/rss/can-bo/":
        address = f"/rss{register.person(7).address}"
    if address == "/rss/to-chuc/":
        address = f"/rss{register.body(leaders=[register.leader()]).address}"
    with django_assert_max_num_queries(3):
        assert client.get(address).status_code == 200
