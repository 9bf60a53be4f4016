"""The page of one meeting: facts, people with the titles of its day, papers, coverage."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from apps.editions import showings
from apps.editions.cutting import Page

from . import make
from .make_meetings import meeting, person


def texts(html, selector):
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


def hrefs(html, selector):
    return [node.attributes["href"] for node in LexborHTMLParser(html).css(selector)]


def official(key, address):
    page = Page(portal="", key=key, kind="person", values={}, title="Lò Văn Pâng")
    return make.show(page, address=address, live_from=make.NOON - make.HOUR)


def report(key, headline="Giao ban quý III"):
    page = Page(
        portal=make.PORTAL, key="article:77", kind="article", title=headline,
        values=make.article_values(headline=headline), listed_at=make.NOON, subjects=(key,),
    )  # fmt: skip
    return make.show(page, address="/tin-tuc/giao-ban-77/", live_from=make.NOON - make.HOUR)


def test_it_says_what_when_and_where(portal, read):
    html = read(meeting(place="Hội trường", period="quý III/2021").address)
    facts = " ".join(texts(html, ".meeting-facts dd"))
    for words in ("Thứ Hai, 11/10/2021, 8:00", "Hội trường", "Quý III/2021"):
        assert words in facts


def test_chairs_stand_apart_with_their_titles(portal, read):
    people = [person("Lò Văn Pâng", role="chair"), person("Hà Thị Mơ", "Phó Bí thư Thị ủy")]
    html = read(meeting(attendance=people).address)
    lists = LexborHTMLParser(html).css(".attendants")
    assert ["Lò Văn Pâng" in each.text() for each in lists] == [True, False]
    assert texts(html, ".titles") == ["Bí thư Thị ủy", "Phó Bí thư Thị ủy"]


def test_people_are_links_only_while_their_page_is_live(portal, read):
    shown = meeting(attendance=[person("Lò Văn Pâng", key="person:12")])
    assert hrefs(read(shown.address), ".attendants a") == []
    official("person:12", "/can-bo/lo-van-pang/")
    assert hrefs(read(shown.address), ".attendants a") == ["/can-bo/lo-van-pang/"]


def test_articles_on_it_are_found_by_subject(portal, read):
    shown = meeting()
    assert texts(read(shown.address), ".coverage") == []
    report(shown.key)
    assert hrefs(read(shown.address), ".coverage a") == ["/tin-tuc/giao-ban-77/"]
    showings.take_down(make.PORTAL, "article:77", at=make.NOON)
    assert hrefs(read(shown.address), ".coverage a") == []


def test_remote_points_are_told(portal, read):
    html = read(meeting(form="both", remote_points=["Xã Nà Khoang", "Xã Khe Trúc"]).address)
    assert texts(html, ".meeting-facts li") == ["Xã Nà Khoang", "Xã Khe Trúc"]


@pytest.mark.parametrize("state", ["postponed", "cancelled"])
def test_what_is_called_off_stands_on_top(portal, read, state):
    assert texts(read(meeting(state=state).address), ".off-banner")


def test_another_path_leads_to_its_own(portal, client):
    shown = meeting()
    answer = client.get("/hoi-nghi/ten-cu-123456789/")
    assert (answer.status_code, answer["Location"]) == (301, shown.address)


def test_unknown_and_hidden_meetings_are_404(portal, client):
    shown = meeting()
    showings.hide(make.PORTAL, shown.key, at=make.NOON)
    for address in (shown.address, "/hoi-nghi/x-5/", "/hoi-nghi/x/"):
        assert client.get(address).status_code == 404


def test_its_papers_can_be_fetched(portal, read):
    paper = {
        "sha256": make.SHA, "name": "bao-cao.pdf", "title": "Báo cáo", "size": 9,
        "type": "application/pdf",
    }  # fmt: skip
    html = read(meeting(documents=[paper]).address)
    assert hrefs(html, ".documents a") == [f"/tep/{make.SHA}/bao-cao.pdf"]


def test_nothing_on_it_is_markup(portal, read):
    people = [person("<b>A</b>", "<i>x</i>")]
    html = read(meeting(title="<script>1</script>", attendance=people).address)
    assert "<script>1" not in html
    assert "<b>A" not in html


def test_it_costs_three_queries_then_one(portal, client):
    people = [person(f"Người {number}", key=f"person:{number}") for number in range(60)]
    shown = meeting(attendance=people)
    report(shown.key)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(shown.address).status_code == 200
        return len(captured)

    assert queries() <= 3
    assert queries() == 1
