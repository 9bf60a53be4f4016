import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from apps.public.rendering import render_page

from . import make


@pytest.fixture
def preview(rf, db):
    def preview(kind="article", **values):
        made = make.article_values(**values) if kind == "article" else make.frame_values(**values)
        return render_page(rf.get("/toa-soan/xem/"), kind, made, make.PORTAL, make.NOON)

    return preview


def test_preview_wears_the_live_frame_and_a_bar(portal, preview):
    response = preview(headline="Bản nháp")
    tree = LexborHTMLParser(response.content.decode())
    assert tree.css_first(".preview") is not None
    assert tree.css_first("h1").text() == "Bản nháp"
    assert "Sông Vân" in tree.css_first(".masthead").text()


def test_preview_is_nobodys_to_index_or_keep(portal, preview):
    response = preview()
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]


def test_preview_works_before_any_frame(preview):
    assert preview().status_code == 200


def test_preview_shows_desk_pictures(portal, preview):
    picture = {**make.picture(), "src": "/toa-soan/anh/5/960/"}
    tree = LexborHTMLParser(preview(lead=picture, gallery=[picture]).content.decode())
    shown = [node.attributes["src"] for node in tree.css("main img")]
    assert shown == ["/toa-soan/anh/5/960/"] * 2


def test_preview_dates_an_unpublished_text_today(portal, preview):
    tree = LexborHTMLParser(preview(published_at=None).content.decode())
    assert tree.css_first(".dateline").text() == "Thứ Hai, 11/10/2021, 12:00"


def test_preview_is_never_kept_for_readers(portal, preview):
    with CaptureQueriesContext(connection) as first:
        preview()
    with CaptureQueriesContext(connection) as second:
        preview()
    assert len(first) == len(second) == 1


def test_frame_is_previewed_as_the_front_page(portal, preview):
    make.article(headline="Giao ban")
    html = preview("frame", name="Tên mới").content.decode()
    assert "Tên mới" in html
    assert "Giao ban" in html
