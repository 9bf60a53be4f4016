"""What stands under an article: the same meeting, the same topic, the same section."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from apps.editions import paths, showings
from apps.editions.cutting import Page
from apps.editions.models import About

from . import make

MEETING = "meeting:77"
TAG = paths.tag_key("Đại hội Đảng bộ")


def titles(html, of):
    node = LexborHTMLParser(html).css_first(f'[aria-labelledby="{of}"]')
    return [link.text() for link in node.css("li a")] if node else None


def neighbours(html):
    nodes = LexborHTMLParser(html).css(".neighbours a")
    return {node.attributes.get("class") or "newer": node.attributes["href"] for node in nodes}


def test_same_meeting_stands_before_same_topic_before_same_section(portal, read):
    make.article(headline="Cùng mục")
    make.article(headline="Cùng chủ đề", section="dan-van", subjects=(TAG,))
    make.article(headline="Cùng hội nghị", section="dan-van", subjects=(TAG, MEETING))
    html = read(make.article(headline="Chính", subjects=(TAG, MEETING)).address)
    assert titles(html, "cung-hoi-nghi") == ["Cùng hội nghị"]
    assert titles(html, "cung-chu-de") == ["Cùng chủ đề"]
    assert html.index("cung-hoi-nghi") < html.index("cung-chu-de")


def test_each_stands_once_and_the_article_itself_never(portal, read):
    for number in range(9):
        make.article(headline=f"Bài {number}", subjects=(TAG, MEETING))
    main = make.article(headline="Chính", subjects=(TAG, MEETING))
    html = read(main.address)
    shown = [title for of in ("cung-hoi-nghi", "cung-chu-de", "cung-muc")
             for title in titles(html, of) or []]  # fmt: skip
    assert len(shown) == len(set(shown)) >= 8
    assert "Chính" not in shown


def test_a_meeting_with_a_page_is_linked(portal, read):
    page = Page(portal=make.PORTAL, key=MEETING, kind="meeting", values={}, title="Giao ban")
    make.show(page, address="/hoi-nghi/giao-ban-77/", live_from=make.NOON - make.HOUR)
    html = read(make.article(subjects=(MEETING,)).address)
    assert 'href="/hoi-nghi/giao-ban-77/"' in html


def test_newer_and_older_are_the_nearest_of_the_section(portal, read):
    at = [make.NOON - make.HOUR * n for n in range(1, 8)]
    rows = [make.article(headline=f"Tin {n}", listed_at=when) for n, when in enumerate(at)]
    make.article(headline="Mục khác", section="dan-van", listed_at=at[3] + make.HOUR / 2)
    html = read(rows[3].address)
    assert neighbours(html) == {"newer": rows[2].address, "older": rows[4].address}
    assert "newer" not in neighbours(read(rows[0].address))
    assert "older" not in neighbours(read(rows[6].address))


def test_a_top_section_is_listed_as_on_its_page(portal, read):
    at = [make.NOON - make.HOUR * n for n in range(1, 5)]
    sections = ["dan-van", "xay-dung-dang", "dan-van", "xay-dung-dang"]
    rows = [
        make.article(headline=f"Tin {n}", section=section, listed_at=at[n])
        for n, section in enumerate(sections)
    ]
    above, beneath = read(rows[1].address), read(rows[2].address)
    assert neighbours(above) == {"newer": rows[0].address, "older": rows[2].address}
    assert titles(above, "cung-muc") == ["Tin 3"]
    assert neighbours(beneath) == {"newer": rows[0].address}


def test_same_instant_is_told_apart(portal, read):
    rows = [make.article(listed_at=make.NOON - make.DAY) for _number in range(3)]
    assert neighbours(read(rows[1].address)) == {
        "newer": rows[2].address,
        "older": rows[0].address,
    }


def test_a_corrected_piece_is_marked(portal, read):
    make.article(headline="Đã sửa", subjects=("corrections",))
    make.article(headline="Còn lại", listed_at=make.NOON - make.DAY)
    rows = [make.article(listed_at=make.NOON - make.DAY * n) for n in (9, 10)]
    node = LexborHTMLParser(read(rows[1].address)).css_first('[aria-labelledby="cung-muc"]')
    marked = [row.css_first("a").text() for row in node.css("li") if row.css_first(".corrected")]
    assert marked == ["Đã sửa"]


def test_the_clock_decides(portal, read, clock):
    main = make.article(headline="Chính", listed_at=make.NOON - make.DAY)
    make.article(headline="Sắp lên", live_from=make.NOON + make.HOUR)
    leaves = make.article(headline="Hết hạn", expires_at=make.NOON + make.HOUR)
    before = read(main.address)
    assert "Sắp lên" not in before and leaves.address in before
    clock.at = make.NOON + make.HOUR
    after = read(main.address)
    assert "Sắp lên" in after and leaves.address not in after


def test_what_is_hidden_leaves(portal, read):
    main = make.article(headline="Chính")
    other = make.article(headline="Tạm ẩn", subjects=())
    assert other.address in read(main.address)
    showings.hide(make.PORTAL, other.key, at=make.NOON)
    assert other.address not in read(main.address)


def test_another_portal_is_not_seen(portal, read):
    other = make.article(portal="khac", headline="Nơi khác", subjects=(MEETING, TAG))
    assert other.address not in read(make.article(subjects=(MEETING, TAG)).address)


def test_it_costs_three_queries_with_everything(portal, client):
    for _number in range(12):
        make.article(subjects=(MEETING, TAG, paths.tag_key("Tết")))
    main = make.article(
        subjects=(MEETING, TAG, paths.tag_key("Tết")),
        html='<p><span data-person="person:1">Lò Văn A</span></p>',
    )
    with CaptureQueriesContext(connection) as captured:
        client.get(main.address)
    assert len(captured) == 3


def test_a_page_in_no_list_has_nothing_under_it(portal, read):
    make.article(headline="Cùng mục")
    values = make.article_values(headline="Không ngày")
    page = Page(
        portal=make.PORTAL, key="article:9", kind="article", values=values, section="tin-tuc"
    )
    shown = make.show(page, address="/tin-tuc/khong-ngay-9/", live_from=make.NOON - make.HOUR)
    assert "cung-muc" not in read(shown.address)


@pytest.mark.parametrize("name", ["Đại hội Đảng bộ", "đại hội đảng bộ", "DAI HOI DANG BO"])
def test_a_topic_is_one_subject_however_it_is_spelled(name):
    assert paths.tag_key(name) == TAG
    assert paths.tag_key("!!!") == ""
    assert len(paths.tag_key("x" * 200)) <= 80


def test_the_index_of_subjects_repeats_the_date(portal):
    row = make.article(subjects=(TAG,))
    assert About.objects.get(subject=TAG).listed_at == row.cut.listed_at
