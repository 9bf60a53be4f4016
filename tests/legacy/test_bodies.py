"""Where lead and body begin and end."""

import pytest

from apps.legacy.reading import read_page
from apps.legacy.reading.bodies import cut_end

from .texts import FIRST, LAST, LEAD, TITLE, page, read

ENDS = {
    "trên địa bàn./.": "trên địa bàn.",
    "đã đề ra.../.": "đã đề ra...",
    "các dân tộc trên địa bàn…/.": "các dân tộc trên địa bàn…",
    "trên địa bàn /.": "trên địa bàn.",
    "trên địa bàn/.": "trên địa bàn.",
    "trên địa bàn. /.": "trên địa bàn.",
    "trên địa bàn.": "trên địa bàn.",
    "đạt 7/10": "đạt 7/10",
}


@pytest.mark.parametrize("end", ENDS)
def test_end_mark_is_no_part_of_the_text(end):
    assert cut_end(end)[0] == ENDS[end]


def test_end_mark_on_its_own_line_goes():
    assert page(foot=("./.", "Thu Hằng")).body == page().body


def test_first_paragraph_is_the_lead():
    assert (page().sapo, page().body) == (LEAD, (FIRST, LAST))


def test_marked_lead_counts_wherever_it_stands():
    html = f"<html><h1>{TITLE}</h1><p>{FIRST}</p><p class='sapo'>{LEAD}</p><p>{LAST}</p></html>"
    found = read_page(html.encode(), "trang.html")
    assert (found.sapo, found.body) == (LEAD, (FIRST, LAST))


def test_lead_printed_twice_stands_once():
    assert read(f"{TITLE}\n\n{LEAD}\n\n{LEAD}\n\n{FIRST}").body == (FIRST,)


TAILS = [
    ("EmailPrintAa",),
    ("Gửi bài này In bài này",),
    ("Tin liên quan", "Huyện đoàn ra quân Tháng Thanh niên", "Ra mắt tổ công nghệ số cộng đồng"),
    ("Các tin cùng chuyên mục:", "• Huyện đoàn ra quân Tháng Thanh niên (12/08/2021)"),
    ("Ý kiến bạn đọc", "Gửi bình luận"),
    ("Thống kê truy cập", "Trực tuyến: 12", "Hôm nay: 345", "Đã truy cập: 99.812"),
    ("Bản quyền thuộc về Huyện ủy Nậm Khao", "Địa chỉ: Thị trấn Nậm Khao", "Điện thoại: 0123"),
    ("Theo dõi Báo Đông Lĩnh trên Google News",),
    ("Liên kết website", "Tỉnh ủy Đông Lĩnh"),
]


@pytest.mark.parametrize("foot", TAILS)
def test_furniture_at_the_foot_goes(foot):
    assert page(foot=foot).body == (FIRST, LAST)


def test_box_of_links_within_the_text_goes():
    box = ("Tin liên quan", "Huyện đoàn ra quân Tháng Thanh niên")
    found = page(middle=box, last=LAST.rstrip(".") + "./.")
    assert found.body[-1] == LAST


def test_paragraph_broken_over_lines_is_joined():
    words = FIRST.split()
    broken = "\n".join(" ".join(words[at : at + 14]) for at in range(0, len(words), 14))
    assert read(f"{TITLE}\n\n{LEAD}\n\n{broken}").body == (FIRST,)


def test_bullets_of_a_saved_page_go():
    lines = [f"  • {line}" for line in (TITLE, LEAD, FIRST)]
    found = read("\n".join(lines))
    assert (found.title, found.sapo, found.body) == (TITLE, LEAD, (FIRST,))


PREFIXES = {
    "(TTV) ": "TTV",
    "(TTV) - ": "TTV",
    "CTTĐT - ": "CTTĐT",
    "(namkhao.vn) – ": "namkhao.vn",
    "QTO -": "QTO",
}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_source_in_front_of_the_headline_is_set_apart(prefix):
    found = page(title=prefix + TITLE)
    assert (found.source_prefix, found.title) == (PREFIXES[prefix], TITLE)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_source_in_front_of_the_lead_is_set_apart(prefix):
    found = page(lead=prefix + LEAD)
    assert (found.source_prefix, found.sapo) == (PREFIXES[prefix], LEAD)


@pytest.mark.parametrize("title", ["UBND - HĐND huyện họp bàn", "(Video) Huyện ủy họp giao ban"])
def test_organ_or_video_in_front_is_no_source(title):
    assert (page(title=title).source_prefix, page(title=title).title) == (None, title)
