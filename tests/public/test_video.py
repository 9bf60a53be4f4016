"""A video plays in the page, from the portal itself, with captions and what is said beneath."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.public.ranges import part_asked

from . import make

SHA = "c0" * 32
FILES = [
    {"sha256": SHA, "name": "cho.mp4", "title": "Chợ phiên", "size": 2048, "type": "video/mp4"},
    {"sha256": "d0" * 32, "name": "cho.vtt", "title": "Phụ đề", "size": 90, "type": "text/vtt"},
]


def story(read, files=FILES, **values):
    row = make.article(attachments=files, lead=make.picture(caption="Chợ lúc sáng sớm"), **values)
    return LexborHTMLParser(read(row.address))


def test_nothing_is_loaded_before_somebody_plays_it(portal, read):
    video = story(read, transcript=["Xin chào."]).css_first("video")
    said = video.attributes
    assert "controls" in said and said["preload"] == "none" and "autoplay" not in said
    assert said["poster"].startswith("/anh/")
    assert video.css_first("source").attributes["src"] == f"/video/{SHA}/cho.mp4"
    track = video.css_first("track").attributes
    assert (track["kind"], track["srclang"]) == ("captions", "vi")
    assert track["src"] == f"/video/{'d0' * 32}/cho.vtt"


def test_what_is_said_stands_beneath(portal, read):
    html = story(read, transcript=["Xin chào.", "Hết."])
    assert [node.text() for node in html.css(".transcript p")] == ["Xin chào.", "Hết."]


def test_it_takes_the_place_of_the_head_and_of_the_documents(portal, read):
    html = story(read)
    assert html.css_first(".lead-picture") is None and html.css_first(".documents") is None
    assert "Chợ lúc sáng sớm" in html.css_first(".video figcaption").text()


def test_no_captions_is_told(portal, read):
    html = story(read, files=FILES[:1])
    assert html.css_first("track") is None and html.css_first(".transcript") is None


def test_other_pieces_load_no_style_of_videos(portal, read):
    html = LexborHTMLParser(read(make.article().address))
    assert html.css_first('link[href*="public/video"]') is None


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None), ("bytes=0-3", (0, 3)), ("bytes=2-", (2, 9)), ("bytes=-4", (6, 9)),
        ("bytes=0-99", (0, 9)), ("bytes=-99", (0, 9)), ("bytes=5-2", None),
        ("bytes=0-1,4-5", None), ("rows=0-3", None), ("bytes=-", None),
    ],
)  # fmt: skip
def test_the_part_that_is_asked_for(header, part):
    assert part_asked(header, 10) == part


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_a_part_it_has_not(header):
    with pytest.raises(ValueError, match=r"end|empty"):
        part_asked(header, 10)


def body(answer):
    return b"".join(answer.streaming_content)


@pytest.fixture
def here(db, client, stored):
    stored(f"{SHA}/cho.mp4")

    def get(**headers):
        return client.get(f"/video/{SHA}/cho.mp4", headers=headers)

    return get


def test_players_get_the_part_they_ask_for(here):
    answer = here(range="bytes=1-3")
    assert answer.status_code == 206 and body(answer) == b"yte"
    assert answer["Content-Range"] == "bytes 1-3/5" and answer["Content-Length"] == "3"
    assert answer["Content-Type"] == "video/mp4"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_without_a_part_the_whole(here):
    answer = here()
    assert answer.status_code == 200 and body(answer) == b"bytes"
    assert answer["Accept-Ranges"] == "bytes" and "attachment" not in answer["Content-Disposition"]


def test_beyond_the_end_is_416(here):
    answer = here(range="bytes=9-")
    assert answer.status_code == 416 and answer["Content-Range"] == "bytes */5"


def test_a_part_of_another_file_is_not_put_together(here):
    answer = here(range="bytes=1-3", **{"if-range": '"something else"'})
    assert answer.status_code == 200 and body(answer) == b"bytes"


@pytest.mark.parametrize("name", ["cho.html", "cho.svg", "../cho.mp4", "cho.mp4/"])
def test_nothing_else_is_served_there(db, client, name):
    assert client.get(f"/video/{SHA}/{name}").status_code == 404
