"""The seed portals' ways of writing, rendered exactly."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.editions import showings
from apps.public import house_style

from . import make


@pytest.fixture
def page(db, clock, client):
    """(style, article values) -> the parsed page of a portal with that style."""

    def page(style, views=0, **values):
        make.frame(style={**make.STYLE, **style})
        showing = make.article(**values)
        if views:
            showings.bring_views(make.PORTAL, showing.key, views)
        return LexborHTMLParser(client.get(showing.address).content.decode())

    return page


def said(tree, selector):
    node = tree.css_first(selector)
    return node.text().strip() if node else None


def test_updated_line_of_seed_one(page):
    tree = page({"dateline": "updated"}, published_at="2019-10-01T18:47:00+07:00")
    assert said(tree, ".dateline") == "Cập nhật lúc: 18:47 01/10/2019"


def test_end_mark_and_name_of_seed_one(page):
    style = {"byline_label": "", "end_mark": ".../."}
    tree = page(style, html="<p>nhiệm vụ đề ra.</p>", bylines=make.names("Thanh Trúc"))
    assert said(tree, ".text p") == "nhiệm vụ đề ra.../."
    assert said(tree, ".byline") == "Thanh Trúc"


def test_prefix_and_two_names_of_seed_two(page):
    style = {"byline_label": "", "end_mark": "./.", "dateline": "none"}
    tree = page(
        style,
        headline="Hội nghị giao ban Khối Đảng",
        source_prefix="TTV",
        html="<p>an ninh trật tự trên địa bàn.</p>",
        bylines=make.names("An Thu", "Lê Thắng"),
    )
    assert said(tree, "h1") == "(TTV) Hội nghị giao ban Khối Đảng"
    assert said(tree, ".text p") == "an ninh trật tự trên địa bàn./."
    assert said(tree, ".byline") == "An Thu – Lê Thắng"
    assert tree.css_first(".dateline") is None


def test_date_and_count_of_seed_three_in_one_line(page):
    style = {"dateline": "posted_pipe", "views": "View count:", "byline_label": ""}
    style["byline_joiner"] = "- "
    tree = page(style, views=1984, bylines=make.names("Hồng Phương", "Ngọc Khánh"))
    line = "Ngày đăng 11/10/2021 | 07:28  | View count: 1984"
    assert tree.css_first(".dateline").text() == line
    assert said(tree, ".byline") == "Hồng Phương- Ngọc Khánh"


def test_time_and_author_of_seed_four(page):
    style = {"dateline": "posted_ampm", "byline_label": "Tác giả:", "end_mark": "…/."}
    tree = page(
        style,
        published_at="2021-04-02T15:17:35+07:00",
        html="<p>tới nhân dân các dân tộc trên địa bàn…</p>",
        bylines=make.names("Thu Hường"),
    )
    assert said(tree, ".dateline") == "Thời gian đăng: 02/04/2021 03:17:35 PM"
    assert said(tree, ".text p") == "tới nhân dân các dân tộc trên địa bàn…/."
    assert said(tree, ".byline") == "Tác giả: Thu Hường"


def test_office_stands_under_the_name(page):
    style = {"byline_label": ""}
    tree = page(style, bylines=make.names("Thu Hằng"), byline_office="Đài Truyền thanh thị xã")
    assert said(tree, ".office") == "Đài Truyền thanh thị xã"


def test_office_stands_on_the_names_line(page):
    style = {"byline_label": "", "byline_office": "same_line"}
    tree = page(style, bylines=make.names("Hoàng Công"), byline_office="Phòng Tư pháp huyện")
    assert said(tree, ".byline") == "Hoàng Công - Phòng Tư pháp huyện"


def test_office_alone_signs_without_a_label(page):
    tree = page({"byline_office": "none"}, byline_office="Ban Biên tập")
    assert said(tree, ".sign") == "Ban Biên tập"


@pytest.mark.parametrize(
    ("label", "values", "expected"),
    [
        ("Tin, ảnh:", {"genre": "news", "lead": make.picture()}, "Tin, ảnh: An Thu"),
        ("Tin, ảnh:", {"genre": "news", "gallery": [make.picture()]}, "Tin, ảnh: An Thu"),
        ("Bài và ảnh:", {"genre": "feature", "html": "<p><img></p>"}, "Bài và ảnh: An Thu"),
        ("Tin, ảnh:", {"genre": "news"}, "Tin: An Thu"),
        ("Tin, Ảnh:", {"genre": "feature"}, "Bài: An Thu"),
        ("Tin, ảnh:", {"genre": "announcement"}, "An Thu"),
        ("Tin, ảnh:", {"genre": "video", "lead": make.picture()}, "Thực hiện: An Thu"),
        ("Tin, ảnh:", {"genre": "obituary", "lead": make.picture()}, "An Thu"),
        ("Tác giả:", {"genre": "obituary"}, "An Thu"),
        ("Tác giả:", {"genre": "news"}, "Tác giả: An Thu"),
        ("", {"genre": "news"}, "An Thu"),
    ],
)
def test_a_label_names_pictures_only_where_there_are_some(page, label, values, expected):
    tree = page({"byline_label": label}, bylines=make.names("An Thu"), **values)
    assert said(tree, ".byline") == expected


def test_dash_prefix_opens_the_sapo(page):
    style = {"source_prefix": "dash"}
    tree = page(style, source_prefix="QTO", sapo="Sáng 11/10, Huyện ủy họp.")
    assert said(tree, ".sapo") == "QTO - Sáng 11/10, Huyện ủy họp."


def test_dash_prefix_opens_the_text_without_a_sapo(page):
    tree = page({"source_prefix": "dash"}, source_prefix="Q&T", html="<p>Họp.</p><p>Hết.</p>")
    assert [node.text() for node in tree.css(".text p")] == ["Q&T - Họp.", "Hết."]


def test_vietnamese_count_is_grouped(page):
    tree = page({"views": "Lượt xem:"}, views=1984)
    assert said(tree, ".views") == "Lượt xem: 1.984"


def test_day_alone_when_the_page_had_no_time(page):
    tree = page({}, published_at="2021-10-11T00:00:00+07:00", published_has_time=False)
    assert said(tree, ".dateline") == "Thứ Hai, 11/10/2021"


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>A.</p>", "<p>A./.</p>"),
        ("<p>A</p>", "<p>A./.</p>"),
        ("<p>A./.</p>", "<p>A./.</p>"),
        ("<p>A…</p>", "<p>A./.</p>"),
        ("<p>A?</p>", "<p>A?./.</p>"),
        ("<p><strong>A.</strong></p>", "<p><strong>A</strong>./.</p>"),
        ("<p>A.</p><figure></figure>", "<p>A./.</p><figure></figure>"),
        ("<ul><li><p>A;</p></li></ul>", "<ul><li><p>A;./.</p></li></ul>"),
        ("<table><tr><td><p>1</p></td></tr></table>",) * 2,
        ("", ""),
    ],
)
def test_end_mark_replaces_the_full_stop(html, marked):
    if "table" in html:
        marked += "<p>./.</p>"
    assert house_style.with_end_mark(html, "./.") == marked


def test_sources_name_what_was_taken_and_what_was_used():
    taken = house_style.outside_source({"outside_source": "Cổng tỉnh"})
    used = house_style.outside_source({"outside_source": "Cổng tỉnh", "bylines": [{"name": "A"}]})
    ready = house_style.outside_source({"outside_source": "Theo TTXVN"})
    assert (taken.endswith("Cổng tỉnh"), used.endswith("Cổng tỉnh")) == (True, True)
    assert taken != used
    assert ready == "Theo TTXVN"


def test_unknown_dateline_form_is_the_default_one(page):
    assert said(page({"dateline": "x"}), ".dateline") == "Thứ Hai, 11/10/2021, 07:28"
