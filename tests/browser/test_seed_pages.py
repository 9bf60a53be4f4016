"""The five real pages, imported, signed and published: a reader finds every part of each."""

import json
import re
from pathlib import Path

import pytest

from .conftest import Person

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
DATELINES = [
    None,
    "Cập nhật lúc: 18:47 01/10/2019",
    None,
    "Ngày đăng 11/10/2021 | 07:28 | View count: ",
    "Thời gian đăng: 02/04/2021 03:17:35 PM",
]
END_MARKS = ["", ".../.", "./.", "", "…/."]
BYLINES = [
    "Thu Hằng",
    "Thanh Trúc",
    "An Thu – Lê Thắng",
    "Hồng Phương- Ngọc Khánh",
    "Tác giả: Thu Hường",
]

pytestmark = pytest.mark.skipif(
    not SEEDS.exists(), reason="the seed pages stand in ../shared, which is not here"
)


@pytest.fixture(scope="module")
def published(site):
    return json.loads(site.run("-m", "tests.browser.seed_portals", str(SEEDS)))


@pytest.fixture(scope="module")
def seen(published, site, chromium):
    """seen(n): what a reader of seed page n sees, and the page itself, which stays open."""
    open_pages = {}

    def look(number):
        if number not in open_pages:
            place = published[number]
            reader = Person(chromium, f"http://{place['host']}:{site.port}")
            open_pages[number] = reader
            assert reader.go(place["address"]).status == 200
        return squeeze(open_pages[number].text()), open_pages[number].page

    yield look
    for reader in open_pages.values():
        reader.leave()


def squeeze(text):
    return re.sub(r"\s+", " ", text)


def gold(number):
    return json.loads((SEEDS / "gold" / f"seed-{number:03}.gold.json").read_text("utf-8"))


@pytest.mark.parametrize("number", range(5))
def test_text_stands_whole_and_in_order(seen, number):
    text, _page = seen(number)
    expected = gold(number)
    words = [expected["title"], expected["sapo_begins"], expected["first_body_words"]]
    places = [text.find(squeeze(part)) for part in [*words, expected["last_body_words"]]]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("number", range(5))
def test_captions_stand_under_their_places(seen, number):
    _text, page = seen(number)
    captions = [squeeze(text).strip() for text in page.locator("figcaption").all_inner_texts()]
    for caption in gold(number)["captions"]:
        assert squeeze(caption) in captions


@pytest.mark.parametrize("number", range(5))
def test_dateline_has_the_portals_form(seen, number):
    text, _page = seen(number)
    if DATELINES[number]:
        assert DATELINES[number] in text
    else:
        assert "Cập nhật lúc" not in text
        assert "Ngày đăng" not in text


@pytest.mark.parametrize("number", range(5))
def test_byline_and_end_mark_follow_house_style(seen, number):
    text, _page = seen(number)
    end = gold(number)["last_body_words"]
    after = text[text.rindex(squeeze(end)) + len(squeeze(end)) :]
    assert BYLINES[number] in after
    assert after.startswith(END_MARKS[number])
    if not END_MARKS[number]:
        assert "/." not in after[:12]


def test_office_stands_under_the_name(seen):
    text, _page = seen(0)
    assert "Thu Hằng Đài Truyền thanh thị xã" in text


def test_old_views_are_counted_on(seen):
    text, _page = seen(3)
    assert 1984 <= int(re.search(r"View count: (\d+)", text)[1]) < 2100


def test_source_prefix_and_section_are_shown(seen):
    assert "(TTV)" in seen(2)[0]
    assert "Tin tức thành phố" in seen(3)[0]


@pytest.mark.parametrize("number", range(5))
def test_masthead_welcome_and_tools_are_there(seen, number):
    text, page = seen(number)
    assert "Chào mừng quý bạn đọc đến với" in text
    assert page.locator("header img, .masthead img").count()
    assert page.locator("a[href^='mailto:']").count()
    assert page.get_by_role("link", name=re.compile("In (bài|trang)")).count()
    assert page.get_by_role("link", name=re.compile("[Cc]hữ")).count() >= 2
