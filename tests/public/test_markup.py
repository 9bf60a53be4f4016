"""Pages are well made: valid ids, one heading, nothing inline, nothing from elsewhere, no holes."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.editions.cutting import Page

from . import everything as kept_pages
from . import make, nu, rules

EVIL = "\"><script>alert(1)</script><!--views--></title>' onload=x &amp; {{ 7 }} ./."
EVIL_LINK = "javascript:alert(1)"


@pytest.fixture
def everything(request):
    """{address: HTML} of every kind of page; without a database once they are there."""
    if not kept_pages.KEPT:
        request.getfixturevalue("db")
        kept_pages.rendered(request.getfixturevalue("client"), request.getfixturevalue("clock"))
    return kept_pages.KEPT


@pytest.fixture
def trees(everything):
    return [(address, LexborHTMLParser(html)) for address, html in everything.items()]


@pytest.mark.sqlite_only
@pytest.mark.skipif(bool(nu.missing()), reason=nu.missing() or "it is here")
def test_the_checker_of_the_w3c_has_nothing_to_say(everything, tmp_path):
    assert nu.faults(everything, tmp_path) == []


def test_ids_are_unique_and_headings_single(trees):
    for address, tree in trees:
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), address
        assert len(tree.css("h1")) == 1, address


def test_every_label_and_reference_has_its_target(trees):
    for address, tree in trees:
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        named = [n.attributes["aria-labelledby"] for n in tree.css("[aria-labelledby]")]
        named += [n.attributes["for"] for n in tree.css("[for]")]
        named += [n.attributes["href"][1:] for n in tree.css("a[href^='#']")]
        assert set(named) <= ids, address


def test_nothing_is_inline(trees):
    for address, tree in trees:
        assert not tree.css("style, [style]"), address
        for script in tree.css("script"):
            assert (
                script.attributes.get("src") or script.attributes["type"] == "application/ld+json"
            )
        handlers = [k for n in tree.css("*") for k in n.attributes if k.startswith("on")]
        assert not handlers, address


def test_nothing_is_loaded_from_elsewhere(trees):
    for address, tree in trees:
        loaded = [n.attributes["src"] for n in tree.css("[src]")]
        loaded += [n.attributes["href"] for n in tree.css("link[rel=stylesheet], link[rel=icon]")]
        loaded += [p for n in tree.css("[srcset]") for p in n.attributes["srcset"].split(", ")]
        assert [one for one in loaded if not one.startswith("/") or one.startswith("//")] == [], (
            address
        )


def test_pictures_say_their_size_and_words(trees):
    for address, tree in trees:
        for picture in tree.css("img"):
            assert {"width", "height", "alt"} <= set(picture.attributes), address


def test_page_says_its_language_and_canonical_address(trees):
    address, tree = trees[1]
    assert tree.css_first("html").attributes["lang"] == "vi"
    assert tree.css_first("link[rel=canonical]").attributes["href"].endswith(address)


def test_every_page_says_in_a_sentence_what_it_is(trees):
    for address, tree in trees:
        if "in=1" not in address:
            assert tree.css_first("meta[name=description]").attributes["content"], address


@pytest.mark.parametrize(
    ("host", "base"),
    [("127.0.0.1:8000", "http://127.0.0.1:8000"), ("other.localhost:8000", "http://127.0.0.1")],
)
def test_links_open_on_ones_own_machine(db, clock, read, host, base):
    make.frame(hosts=["127.0.0.1"])
    assert f"<link>{base}/</link>" in read("/rss/", headers={"host": host})


def test_port_of_a_stranger_gets_into_no_page(db, clock, read):
    make.frame(hosts=["songvan.example"])
    assert ":1337" not in read("/", headers={"host": "songvan.example:1337"})


def test_places_to_search_have_names_of_their_own(portal, read):
    forms = LexborHTMLParser(read("/tim-kiem/")).css("[role=search]")
    assert len({form.attributes["aria-label"] for form in forms}) == 2


def test_what_machines_read_is_by_the_rules(everything):
    kinds = {kind for html in everything.values() for kind in rules.linked_data(html)}
    assert kinds == {"WebSite", "NewsArticle", "ProfilePage", "Organization", "Event",
                     "BreadcrumbList", "AboutPage"}  # fmt: skip


def test_lists_hold_lines_only(trees):
    for address, tree in trees:
        assert not tree.css("li[role]"), address


@pytest.fixture
def attacked(db, clock):
    """Hostile words in every plain value; `html` is clean by contract."""
    make.frame(
        name=EVIL,
        welcome=EVIL,
        contact=[EVIL],
        responsibility=EVIL,
        menu=[{"title": EVIL, "href": EVIL_LINK, "children": []}],
        style={**make.STYLE, "byline_label": EVIL, "views": EVIL, "source_prefix": "dash"},
        sections=[{"slug": "tin-tuc", "title": EVIL, "parent": "", "description": EVIL}],
    )
    picture = make.picture(caption=EVIL, alt=EVIL, credit=EVIL)
    words = dict.fromkeys(["headline", "sapo", "source_prefix", "outside_source"], EVIL)
    return make.article(
        **words,
        byline_office=EVIL,
        attachments=[{"sha256": make.SHA, "name": "a.pdf", "title": EVIL, "size": 1}],
        bylines=make.names(EVIL),
        lead=picture,
        gallery=[picture],
    )


def test_hostile_words_stay_words(attacked, client):
    for address in ("/", "/tin-tuc/", attacked.address, f"{attacked.address}?in=1", "/khong-co/"):
        html = client.get(address).content.decode()
        tree = LexborHTMLParser(html)
        assert "<script>alert" not in html, address
        assert EVIL_LINK not in html, address
        assert not [n for n in tree.css("*") if "onload" in n.attributes], address


def test_hostile_search_stays_words(portal, client):
    html = client.get("/tim-kiem/", {"q": EVIL}).content.decode()
    assert "<script>alert" not in html


def test_linked_data_cannot_end_its_script(attacked, read):
    tree = LexborHTMLParser(read(attacked.address))
    data = json.loads(tree.css_first("script[type='application/ld+json']").text())
    assert data["headline"] == EVIL


def test_linked_data_says_who_and_when(portal, read):
    showing = make.article(bylines=make.names("An Thu"))
    tree = LexborHTMLParser(read(showing.address))
    data = json.loads(tree.css_first("script[type='application/ld+json']").text())
    assert data["datePublished"] == "2021-10-11T07:28:00+07:00"
    assert [(each["@type"], each["name"]) for each in data["author"]] == [("Person", "An Thu")]


def test_portal_without_a_frame_still_shows_articles(db, clock, read):
    make.showings.answer_for(make.PORTAL, ["*"])
    assert "Thị ủy họp" in read(make.article().address)
    read("/")


def test_old_frame_values_without_newer_keys_still_render(db, clock, read):
    make.showings.answer_for(make.PORTAL, ["*"])
    bare = Page(portal=make.PORTAL, key="frame", kind="frame", values={"name": "Sông Vân"})
    make.show(bare, address="/", live_from=make.NOON - make.DAY)
    assert "Sông Vân" in read("/")
