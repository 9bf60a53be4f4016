"""Two versions as a page shows them: structure, pictures, bylines and facts included."""

import pytest
from django.utils import translation

from apps.articles.past.differences import CHANGED, Line, compare
from apps.articles.past.parts import Names, body_blocks
from lib.vietnamese.worddiff import GONE, NEW, SAME

NAMES = Names(sections={"tin-tuc": "Tin tức"}, meetings={"meeting:7": "Giao ban quý I"})
TABLE = "<table><tbody><tr><td><p>Bến Đò</p></td><td><p>{}</p></td></tr></tbody></table>"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def values(place=None, **text):
    plain = {
        "headline": "Thị ủy họp", "sapo": "", "body": "", "genre": "news", "event_date": None,
        "meeting": None, "source_prefix": "", "outside_source": "", "byline_office": "",
        "bylines": [], "pictures": [], "attachments": [], "corrections": [],
    }  # fmt: skip
    where = {"section": None, "slug": "thi-uy-hop", "portal": "trang"}
    return {"text": {**plain, **text}, "place": {**where, **(place or {})}}


def lines_of(old, new) -> list[tuple[str, Line]]:
    """(title, line) of what differs."""
    return [
        (group.title, line)
        for group in compare(old, new, NAMES)
        for _folded, lines in group.runs
        for line in lines
        if line.status != SAME
    ]


def body_lines(old, new):
    return [line for _title, line in lines_of(values(body=old), values(body=new))]


def words(line, kind):
    return " ".join(
        token.word for part in line.parts for what, found in part.pieces if what == kind
        for token in found
    )  # fmt: skip


def picture(**said):
    return {"sha256": "a" * 64, "focal": [0.5, 0.5], "placement": "lead", "caption": "Hội nghị",
            "alt": "Hội trường", "credit": "Thu Trà", **said}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "old", "new", "title"),
    [
        ("headline", "Thị ủy họp", "Thị ủy họp bàn", "Headline"),
        ("sapo", "Sáng 30/4.", "Chiều 30/4.", "Lead"),
        ("body", "<p>Một câu.</p>", "<p>Hai câu.</p>", "Body"),
        ("bylines", [["Thu Trà", "", "text"]], [["Thu Trà", "", "photo"]], "Bylines"),
        ("event_date", "2026-04-30", "2026-05-01", "Details"),
        ("genre", "news", "brief", "Details"),
        ("meeting", None, "meeting:7", "Details"),
        ("attachments", [["b" * 64, "Thông báo 12"]], [["b" * 64, "Thông báo 13"]],
         "Attached documents"),
        ("pictures", [picture()], [picture(caption="Hội nghị giao ban")], "Picture at the head"),
        ("pictures", [picture()], [picture(alt="Sân vận động")], "Picture at the head"),
        ("pictures", [picture()], [picture(credit="Anh Minh")], "Picture at the head"),
        ("pictures", [picture()], [picture(focal=[0.1, 0.5])], "Picture at the head"),
    ],
)  # fmt: skip
def test_every_part_is_compared(field, old, new, title):
    ((found, line),) = lines_of(values(**{field: old}), values(**{field: new}))
    assert found == title
    assert line.status in (CHANGED, NEW)


def test_facts_are_said_in_words():
    old, new = (
        values(),
        values({"section": "tin-tuc"}, meeting="meeting:7", event_date="2026-04-30"),
    )
    said = [words(line, NEW) for _title, line in lines_of(old, new)]
    assert said == ["Tin tức", "30/04/2026", "Giao ban quý I"]


def test_a_paragraph_is_matched_with_its_rewriting():
    old = "<p>Hội nghị nghe báo cáo quý I.</p><p>Bế mạc lúc 11 giờ.</p>"
    new = "<p>Đoạn hoàn toàn khác hẳn.</p><p>Hội nghị đã nghe báo cáo quý II.</p>"
    found = body_lines(old, new)
    assert [line.status for line in found] == [NEW, CHANGED, GONE]
    assert words(found[1], NEW) == "đã II"


def test_structure_alone_is_a_difference():
    (line,) = body_lines("<h2>Diễn biến</h2>", "<p>Diễn biến</p>")
    assert (line.status, line.was, line.kind) == (CHANGED, "h2", "p")
    (line,) = body_lines("<p>Thu đạt 7%</p>", "<ul><li><p>Thu đạt 7%</p></li></ul>")
    assert (line.was, line.kind) == ("p", "bullet")


def test_bold_and_links_are_differences():
    (line,) = body_lines("<p>rất quan trọng</p>", "<p>rất <strong>quan trọng</strong></p>")
    assert (words(line, GONE), words(line, NEW)) == ("quan trọng", "quan trọng")
    old, new = '<p><a href="/cu">văn bản</a></p>', '<p><a href="/moi">văn bản</a></p>'
    (line,) = body_lines(old, new)
    assert (words(line, GONE), words(line, NEW)) == ("(/cu)", "(/moi)")


def test_a_row_of_a_table_is_one_line():
    (line,) = body_lines(TABLE.format("1.200"), TABLE.format("1.250"))
    assert line.kind == "row"
    assert (words(line, SAME), words(line, GONE)) == ("Bến Đò |", "1.200")


def test_a_figure_has_the_credit_of_its_row():
    html = '<figure><img src="/x" alt="Sân" data-file="5"><figcaption>Ảnh một</figcaption></figure>'
    (block,) = body_blocks(html, [picture(placement="body", caption="Ảnh một", credit="TTXVN")])
    assert block.kind == "picture"
    assert "TTXVN" in [token.word for token in block.words]


def test_long_unchanged_stretches_are_folded():
    same = "".join(f"<p>Đoạn thứ {n} không đổi.</p>" for n in range(9))
    old, new = same + "<p>Cuối cùng.</p>", same + "<p>Sau cùng.</p>"
    (body,) = [g for g in compare(values(body=old), values(body=new), NAMES) if g.changes]
    assert [(folded, len(lines)) for folded, lines in body.runs] == [(True, 8), (False, 2)]


def test_a_long_text_rewritten_is_compared_all_the_same():
    old = "".join(f"<p>Đoạn {n} cũ {'a ' * 40}</p>" for n in range(120))
    new = "".join(f"<p>Phần {n} mới {'b ' * 40}</p>" for n in range(120))
    assert len(body_lines(old, new)) >= 120
