"""A video plays in the page, from the portal itself, with captions and what is said beneath."""

from importlib import import_module

import pytest
from django.apps import apps
from selectolax.lexbor import LexborHTMLParser

from apps.editions.models import SearchRow
from apps.public.ranges import part_asked

from . import make, rules

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
    assert html.css_first(".video + details.transcript") is not None


def test_machines_get_the_film_and_what_is_said_in_it(portal, read):
    news = rules.linked_data(story(read, transcript=["Xin chào.", "Hết."]).html)["NewsArticle"]
    (film,) = news["video"]
    assert film["contentUrl"] == f"http://testserver/video/{SHA}/cho.mp4"
    assert film["thumbnailUrl"][0].startswith("http://testserver/anh/")
    assert "duration" not in film
    assert (film["name"], film["transcript"]) == ("Chợ phiên", "Xin chào.\nHết.")


def test_how_long_it_is(portal, read):
    html = story(read, files=[{**FILES[0], "seconds": 3665}])
    assert "1:01:05" in html.css_first(".video-size").text()
    (film,) = rules.linked_data(html.html)["NewsArticle"]["video"]
    assert film["duration"] == "PT3665S"


def test_of_two_films_nobody_says_which_one_speaks(portal, read):
    other = {**FILES[0], "sha256": "e0" * 32, "title": "Chợ chiều"}
    html = story(read, files=[*FILES, other], transcript=["Xin chào."]).html
    films = rules.linked_data(html)["NewsArticle"]["video"]
    assert [film["name"] for film in films] == ["Chợ phiên", "Chợ chiều"]
    assert not any("transcript" in film for film in films)


def test_it_is_found_by_a_word_that_is_only_spoken(portal, read):
    story(read, transcript=["Bà con bán thắng cố từ tờ mờ sáng."])
    make.article()
    (hit,) = LexborHTMLParser(read("/tim-kiem/?q=thang+co")).css(".hit")
    assert "thắng cố" in hit.css_first("p").text()


def test_what_was_cut_before_is_taken_into_search_anew(portal, read):
    story(read, transcript=["Thắng cố."])
    SearchRow.objects.update(words="", marks="")
    import_module("apps.editions.migrations.0005_search_finds_what_is_said").fill(apps, None)
    assert "thang" in SearchRow.objects.get().words


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
