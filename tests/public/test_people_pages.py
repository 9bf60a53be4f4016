"""Who he is, what he holds and held, where he appears: read by anybody, on any portal."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.editions import showings
from apps.public import lists

from . import make, register
from .test_caching import queries

ADDRESS = "/can-bo/ha-van-minh/"


def appearance(number=None, subject="person:7", **values):
    """A live article about somebody."""
    return make.article(number, subjects=(subject,), **values)


def texts(html, selector):
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


def links(html, selector):
    return [node.attributes["href"] for node in LexborHTMLParser(html).css(selector)]


@pytest.mark.usefixtures("portal")
class TestPerson:
    def test_titles_stand_in_the_order_of_the_cut(self, read):
        register.person(titles=[register.title("Bí thư Thị ủy"), register.title("Chủ tịch HĐND")])
        assert texts(read(ADDRESS), ".titles li") == ["Bí thư Thị ủy", "Chủ tịch HĐND"]

    def test_years_run_from_the_latest_down(self, read):
        past = register.title("Phó Bí thư", **{"from": "2015-01-01", "to": "2020-07-31"})
        register.person(past=[past])
        html = read(ADDRESS)
        assert texts(html, ".times-years") == ["2020 – nay", "2015 – 2020"]
        assert "từ 01/01/2015 đến 31/07/2020" in html

    def test_unknown_days_are_not_made_up(self, read):
        register.person(titles=[register.title(**{"from": None})])
        html = read(ADDRESS)
        assert "None" not in html
        assert not texts(html, ".times li")

    def test_titles_link_only_to_bodies_with_a_page(self, read):
        other = register.title("Chủ tịch HĐND", body_key="body:2")
        register.person(titles=[register.title(), other])
        register.body(1)
        assert links(read(ADDRESS), ".titles a") == ["/to-chuc/thi-uy-song-van/"]

    def test_members_seat_says_of_which_committee(self, read):
        seat = register.title("Đảng ủy viên", body="Đảng ủy phường Bến Đò")
        register.person(titles=[seat])
        html = read(ADDRESS)
        assert texts(html, ".titles li") == ["Đảng ủy viên Đảng ủy phường Bến Đò"]
        (told,) = texts(html, ".times-words")
        assert told.startswith("Đảng ủy viên Đảng ủy phường Bến Đò từ 01/08/2020")

    def test_initials_stand_for_a_missing_portrait(self, read):
        register.person()
        assert texts(read(ADDRESS), ".initials") == ["HM"]

    def test_portrait_is_shown_with_his_name(self, read):
        register.person(portrait=make.picture())
        image = LexborHTMLParser(read(ADDRESS)).css_first(".portrait img")
        assert image.attributes["alt"] == "Hà Văn Minh"

    def test_articles_that_name_him_stand_newest_first(self, read):
        register.person()
        for headline, hours in (("Cũ", 3), ("Mới", 1)):
            appearance(headline=headline, live_from=make.NOON - hours * make.HOUR)
        appearance(headline="Người khác", subject="person:70")
        assert texts(read(ADDRESS), ".dated a") == ["Mới", "Cũ"]

    def test_appearances_of_another_portal_stay_there(self, read):
        register.person()
        appearance(headline="Nơi khác", portal="ben-do")
        assert "Nơi khác" not in read(ADDRESS)

    def test_hidden_article_leaves_his_page(self, read):
        register.person()
        showing = appearance(headline="Tạm ẩn")
        assert "Tạm ẩn" in read(ADDRESS)
        showings.hide(make.PORTAL, showing.key, at=make.NOON)
        assert "Tạm ẩn" not in read(ADDRESS)

    def test_long_list_goes_on_over_pages(self, read):
        register.person()
        for _n in range(lists.PER_PAGE + 1):
            appearance()
        (older,) = links(read(ADDRESS), ".pages a")
        assert len(texts(read(ADDRESS + older), ".dated a")) == 1

    def test_page_costs_three_queries_and_then_one(self, client):
        register.person(past=[register.title(body_key="body:2")])
        register.body(1)
        appearance()
        assert (queries(client, ADDRESS), queries(client, ADDRESS)) == (3, 1)

    def test_page_changes_at_its_moment(self, read, clock):
        register.person()
        register.person(titles=[register.title("Chủ tịch")], live_from=make.NOON + make.HOUR)
        assert texts(read(ADDRESS), ".titles li") == ["Bí thư Thị ủy Sông Vân"]
        clock.at = make.NOON + make.HOUR
        assert texts(read(ADDRESS), ".titles li") == ["Chủ tịch"]

    def test_hidden_person_is_not_there(self, client):
        showing = register.person()
        showings.hide("", showing.key, at=make.NOON)
        assert client.get(ADDRESS).status_code == 404

    def test_search_engines_learn_his_office(self, read):
        register.person()
        data = LexborHTMLParser(read(ADDRESS)).css_first("script[type='application/ld+json']")
        told = json.loads(data.text())["mainEntity"]
        assert (told["@type"], told["jobTitle"]) == ("Person", ["Bí thư Thị ủy Sông Vân"])

    def test_two_portals_show_the_same_person(self, read):
        register.person()
        make.frame(portal="ben-do", domains=["ben-do.example"], name="Bến Đò", hosts=[])
        html = read(ADDRESS, headers={"host": "ben-do.example"})
        assert "Bến Đò" in html and "Hà Văn Minh" in html


@pytest.mark.usefixtures("portal")
class TestFinding:
    def test_name_without_marks_finds_the_person_first(self, read):
        register.person(office="Bí thư Thị ủy Sông Vân")
        make.article(headline="Đồng chí Hà Văn Minh thăm xã")
        html = read("/tim-kiem/?q=ha van minh")
        assert texts(html, ".known li > a:first-child") == ["Hà Văn Minh"]
        assert "Bí thư Thị ủy Sông Vân" in html
        assert len(texts(html, ".hits .hit")) == 1

    def test_somebody_without_articles_is_found_all_the_same(self, read):
        register.person()
        assert "Không tìm thấy" not in read("/tim-kiem/?q=minh")

    def test_present_body_stands_before_those_of_old(self, read):
        register.body(2, "Ban Dân vận Thị ủy Sông Vân", **{"to": "2021-01-01"})
        register.body(3, "Văn phòng Thị ủy Sông Vân")
        register.body(1)
        names = texts(read("/tim-kiem/?q=thi uy"), ".known li > a:first-child")
        assert names == [
            "Thị ủy Sông Vân", "Văn phòng Thị ủy Sông Vân", "Ban Dân vận Thị ủy Sông Vân",
        ]  # fmt: skip


@pytest.mark.usefixtures("portal")
def test_shared_link_shows_who_he_is(read):
    register.person(office="Bí thư Thị ủy Sông Vân", portrait=make.picture())
    tree = LexborHTMLParser(read(ADDRESS))
    told = {n.attributes["property"]: n.attributes["content"] for n in tree.css("[property^=og]")}
    assert told["og:description"] == "Hà Văn Minh, Bí thư Thị ủy Sông Vân"
    assert told["og:image"].startswith("http")
