"""The text of attached files is guarded too; no file is worse than a hint."""

import io
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.media import attachments
from apps.proofing.guarding.files import guard_attachment, guard_file
from lib.documents import Fault, apart, read_apart
from tests import make

from . import samples

REPORT = "BÁO CÁO\nĐộ mật: Tối mật\nLò Văn Tím, CCCD 011203004567"


def read(data):
    return read_apart(io.BytesIO(data))


def quotes(data, name="bao-cao.pdf"):
    return [finding.quote for finding in guard_file(io.BytesIO(data), name)]


def hints(data, name="bao-cao.pdf"):
    return [(one.kind, one.severity) for one in guard_file(io.BytesIO(data), name)]


def test_words_of_a_pdf_are_read_page_by_page():
    reading = read(samples.pdf("Hội nghị giao ban", "Trang hai"))
    assert reading.text.split("\n\n") == ["Hội nghị giao ban", "Trang hai"]
    assert (reading.fault, reading.pages, reading.pages_in_all) == ("", 2, 2)


def test_a_pdf_is_guarded():
    found = guard_file(io.BytesIO(samples.pdf(REPORT)), "bao-cao.pdf")
    assert [one.quote for one in found] == ["Tối mật", "011203004567"]
    assert all("bao-cao.pdf" in one.evidence for one in found)


def test_stamps_and_links_laid_over_a_page_are_read():
    data = samples.pdf("Báo cáo", remark="TUYỆT MẬT")
    assert quotes(data) == ["TUYỆT MẬT", "https://zoom.us/j/8123?pwd=abc"]


def test_a_word_file_is_guarded_with_its_headers_boxes_and_notes():
    data = samples.word(
        *REPORT.split("\n"), word__header1_xml=samples.header("MẬT"),
        word__footnotes_xml=samples.header("Gọi anh Nam 0912345678"),
    )  # fmt: skip
    assert quotes(data) == ["Tối mật", "011203004567", "MẬT", "0912345678"]


def test_a_text_box_is_read_once():
    assert quotes(samples.package(word__document_xml=samples.text_box("TUYỆT MẬT"))) == [
        "TUYỆT MẬT"
    ]


def test_where_a_link_leads_is_read():
    rels = '<R><Relationship TargetMode="External" Target="https://zoom.us/j/8123?pwd=abc"/></R>'
    parts = {"word/document.xml": "<w/>", "word/_rels/document.xml.rels": rels}
    assert quotes(samples.zipped(parts)) == ["https://zoom.us/j/8123?pwd=abc"]


def test_a_list_in_excel_and_opendocument_is_guarded():
    cells = "<sst><si><t>Lò Văn Tím</t></si><si><t>011203004567</t></si></sst>"
    assert quotes(samples.package(xl__sharedStrings_xml=cells)) == ["011203004567"]
    odt = '<o xmlns:text="t"><text:p>Độ mật: <text:span>Mật</text:span></text:p></o>'
    assert quotes(samples.package(content_xml=odt)) == ["Mật"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (samples.pdf("", "", scanned=True), Fault.NO_TEXT),
        (samples.locked_pdf(), Fault.LOCKED),
        (b"%PDF-1.7\nnothing", Fault.BROKEN),
        (samples.pdf("Mật")[:400], Fault.BROKEN),
        (b"", Fault.UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Fault.UNKNOWN),
        (b"PK\x03\x04" + bytes(100), Fault.BROKEN),
        (samples.package(a_txt="Mật"), Fault.UNKNOWN),
        (samples.package(word__document_xml="<w:p><w:t>Mật"), Fault.BROKEN),
        (
            samples.package(word__document_xml='<!DOCTYPE a [<!ENTITY b "Mật">]><a>&b;</a>'),
            Fault.BROKEN,
        ),
    ],
    ids=[
        "scan",
        "locked",
        "nonsense",
        "cut",
        "empty",
        "doc",
        "zip-head",
        "other-zip",
        "cut-xml",
        "entities",
    ],
)
def test_what_cannot_be_read_is_one_hint(data, fault):
    assert read(data).fault == fault
    assert hints(data) == [("unread_file", "hint")]


def test_the_first_300_pages_of_a_book_are_read():
    reading = read(samples.pdf(*["Trang sách"] * 320))
    assert (reading.fault, reading.pages, reading.pages_in_all) == (Fault.TOO_LONG, 300, 320)


@pytest.mark.parametrize("inside", ["a" * 30_000_000, "</w:t><w:t>" * 4_000_000])
def test_a_zip_bomb_is_stopped(inside):
    bomb = samples.word(inside)
    began = time.monotonic()
    reading = read(bomb)
    assert len(bomb) < 400_000
    assert reading.fault == Fault.TOO_LONG
    assert len(reading.text) <= 2_000_000
    assert time.monotonic() - began < 16


def test_a_reader_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    assert read(samples.pdf("Mật")).fault == Fault.TOO_LONG


def test_text_in_an_old_font_is_guarded():
    assert quotes(samples.word("§é mËt: Tèi mËt", "Th«ng b¸o néi bé cña Thµnh ñy")) == ["Tối mật"]


@pytest.mark.django_db
def test_an_attachment_is_read_once(monkeypatch):
    portal = make.portal("song-van")
    file = SimpleUploadedFile("Báo cáo.pdf", samples.pdf(REPORT))
    by = make.seated("reporter", portal)
    attachment = attachments.add_attachment(portal=portal.key, file=file, by=by, at=make.NOON)
    first = guard_attachment(attachment)
    monkeypatch.setattr("apps.proofing.guarding.files.read_apart", None)
    assert [one.quote for one in first] == ["Tối mật", "011203004567"]
    assert guard_attachment(attachment) == first
