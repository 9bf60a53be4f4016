"""A photo story shows its pictures large and in order, each with its words; no script is needed."""

from selectolax.lexbor import LexborHTMLParser

from . import make

PICTURES = [
    make.picture(sha256=f"{n}{n}" * 32, caption=f"Chú thích {n}", credit="An Thu")
    for n in (1, 2, 3)
]


def story(read, **values):
    values = {"genre": "photo_story", "gallery": PICTURES, "lead": make.picture(), **values}
    return LexborHTMLParser(read(make.article(**values).address))


def test_pictures_stand_in_order_with_caption_and_credit(portal, read):
    figures = story(read).css(".photos figure")
    assert [node.css_first(".photo-number").text() for node in figures] == ["1/3", "2/3", "3/3"]
    for number, node in enumerate(figures, start=1):
        words = node.css_first(".photo-words").text()
        assert words == f"Chú thích {number} Ảnh: An Thu"


def test_each_is_reached_by_keyboard_and_leads_to_the_next(portal, read):
    html = story(read)
    nexts = [node.attributes["href"] for node in html.css(".photo-next")]
    assert nexts == ["#anh-2", "#anh-3"]
    assert all(html.css_first(address) is not None for address in nexts)
    assert html.css_first(".photo").attributes["href"] == f"/anh/{'11' * 32}/1600.jpg"


def test_nothing_moves_when_pictures_come(portal, read):
    for image in story(read).css(".photos img"):
        assert image.attributes["width"] == "1600" and image.attributes["height"] == "1067"
        assert image.attributes["alt"]


def test_other_genres_keep_their_gallery(portal, read):
    html = story(read, genre="news")
    assert html.css_first(".photos") is None and len(html.css(".gallery figure")) == 3
    assert html.css_first('link[href*="photo-story"]') is None
