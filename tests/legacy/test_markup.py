"""What HTML adds: links, hidden boxes, tables, lists, headings."""

from apps.legacy.reading import read_page

from .texts import FIRST, LAST, LEAD, TITLE


def html_page(inside, head=""):
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1><p>{LEAD}</p><p>{FIRST}</p>{inside}"
    return read_page(f"{html}<p>{LAST}</p></body></html>".encode(), "trang.html")


def test_hidden_links_of_strangers_go():
    found = html_page("<div style='display: none'><a href='http://a.example/'>cá cược</a></div>")
    assert found.body == (FIRST, LAST)
    assert found.links_removed == 1


def test_links_pushed_off_the_page_go():
    found = html_page("<p style='left:-9999px'><a href='http://a.example'>lô đề</a>")
    assert "lô đề" not in " ".join(found.body)


def test_link_to_another_site_is_kept():
    found = html_page(
        '<p>Xem <a href="https://b.example/?a=1&b=2">toàn văn</a> văn bản tại đây.</p>'
    )
    assert '<a href="https://b.example/?a=1&amp;b=2">toàn văn</a>' in found.blocks[1].html


def test_path_of_the_old_portal_loses_its_link_only():
    found = html_page('<p>Xem <a href="/van-ban/12.aspx">toàn văn</a> văn bản tại đây.</p>')
    assert found.body[1] == "Xem toàn văn văn bản tại đây."
    assert (found.blocks[1].html, found.links_removed) == (found.body[1], 1)


def test_script_is_never_text():
    assert html_page("<script>alert('x')</script>").body == (FIRST, LAST)


def test_bold_words_stay_bold():
    assert html_page("<p>Đảng ủy <b>xã</b> họp bàn.</p>").blocks[1].html == (
        "Đảng ủy <strong>xã</strong> họp bàn."
    )


def test_what_word_says_of_other_scripts_makes_nothing_bold():
    styles = ("mso-bidi-font-weight:bold", "mso-bidi-font-style:italic", "top:0; font-weight:700")
    words = "".join(f'<span style="{style}">chữ</span> ' for style in styles)
    assert html_page(f"<p>Đảng ủy {words}họp bàn.</p>").blocks[1].html == (
        "Đảng ủy chữ chữ <strong>chữ</strong> họp bàn."
    )


def test_lines_in_one_element_are_paragraphs():
    found = html_page("<div>Đảng ủy họp bàn.<br><br>Hội nghị nghe báo cáo.</div>")
    assert found.body[1:3] == ("Đảng ủy họp bàn.", "Hội nghị nghe báo cáo.")


def test_table_of_figures_stays_a_table():
    rows = "<tr><td>Xã</td><td>Đảng viên</td></tr><tr><td>Nậm Pó</td><td>112</td></tr>"
    found = html_page(f"<table>{rows}</table>")
    assert (found.blocks[1].kind, found.body[1]) == ("table", "Xã Đảng viên Nậm Pó 112")
    assert found.blocks[1].html.count("<tr>") == 2


def test_lists_and_headings_keep_their_kind():
    found = html_page("<h4>Kết quả</h4><ul><li>Một là kiểm tra.</li></ul><ol><li>Hai.</li></ol>")
    assert [block.kind for block in found.blocks[1:4]] == ["h3", "li", "ol"]


def test_caption_behind_a_picture_needs_no_usual_words():
    found = html_page("<p><img src='a.jpg'></p><p>Vườn cam của gia đình ông Lò Văn Pó</p>")
    assert found.captions == ("Vườn cam của gia đình ông Lò Văn Pó",)


def test_paragraph_behind_a_picture_stays_text():
    assert html_page("<p><img src='a.jpg'></p>").captions == ()


def test_first_page_is_no_canonical_address():
    assert html_page("", '<link rel="canonical" href="https://a.example/">').address is None


def test_address_with_a_query_is_kept():
    link = '<link rel="canonical" href="https://a.example/Default.aspx?tabid=12&amp;id=7">'
    assert html_page("", link).address == "https://a.example/Default.aspx?tabid=12&id=7"
