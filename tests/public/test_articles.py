from selectolax.lexbor import LexborHTMLParser

from . import make


def words(html, selector):
    node = LexborHTMLParser(html).css_first(selector)
    return node.text() if node else None


def test_reader_gets_the_article(portal, read):
    showing = make.article(headline="Thị ủy họp", html="<p>Sáng nay họp.</p>")
    html = read(showing.address)
    assert words(html, "h1") == "Thị ủy họp"
    assert "<p>Sáng nay họp.</p>" in html


def test_home_leads_with_the_newest(portal, read):
    make.article(headline="Cũ", listed_at=make.NOON - make.DAY)
    make.article(headline="Mới")
    assert words(read("/"), ".lead h2") == "Mới"


def test_section_shows_its_own(portal, read):
    make.article(headline="Họp chi bộ", section="dan-van")
    assert "Họp chi bộ" in read("/dan-van/")
    assert "Họp chi bộ" in read("/xay-dung-dang/")
    assert "Họp chi bộ" not in read("/tin-tuc/")


def test_documents_stand_under_the_text(portal, read):
    document = {"sha256": make.SHA, "name": "ke-hoach.pdf", "title": "Kế hoạch 12", "size": 2048}
    html = read(make.article(attachments=[document]).address)
    line = LexborHTMLParser(html).css_first(".documents li")
    assert line.css_first("a").attributes["href"] == f"/tep/{make.SHA}/ke-hoach.pdf"
    assert line.text().split() == ["Kế", "hoạch", "12", "(PDF,", "2,0", "KB)"]
