"""A Word file opened as a new article."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.articles.models import Article
from apps.articles.word import files as word_files
from apps.articles.word.files import open_word_file
from apps.media.models import Picture
from apps.newsroom.history import acts_about
from apps.newsroom.refusals import OutOfSight, Refused
from lib.documents import Fault, open_word_apart

from . import make
from .media import samples
from .media.conftest import empty_shelves, in_english  # noqa: F401
from .test_articles_desk import client_of
from .word_samples import docx, line, picture, table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_shelves", "in_english")]
PAGE = "/toa-soan/articles/article/tu-tep-word/"
RED, BLUE = samples.photo(colour=samples.RED), samples.photo(colour=samples.BLUE)


@pytest.fixture
def office():
    return make.Office()


def opened(office, content, name="Tin hội nghị.docx", by=None):
    file = SimpleUploadedFile(name, content)
    return open_word_file(office.portal, file, by=by or office.reporter, at=make.NOON)


REPORT = docx(
    line("Thị ủy Sông Vân", bold=True, middle=True),
    line("họp phiên thứ 10", bold=True, middle=True),
    line("Sáng 30/4, Thị ủy họp phiên thứ 10.", bold=True),
    picture(1),
    line("Quang cảnh hội nghị. Ảnh: Thu Trà", italic=True),
    line("Hội nghị nghe báo cáo."),
    picture(2),
    line("Đại biểu phát biểu", middle=True),
    line("Kết luận."),
    pictures=[RED, BLUE],
)


def test_a_report_with_two_pictures(office):
    done = opened(office, REPORT)
    article = make.fresh(done.article)
    first, second = Picture.objects.order_by("pk")
    assert article.headline == "Thị ủy Sông Vân họp phiên thứ 10"
    assert article.sapo == "Sáng 30/4, Thị ủy họp phiên thứ 10."
    assert article.body == (
        f'<p>Hội nghị nghe báo cáo.</p><figure><img src="/toa-soan/anh/{second.pk}/960/" alt="" '
        f'data-file="{second.pk}"><figcaption>Đại biểu phát biểu</figcaption></figure>'
        "<p>Kết luận.</p>"
    )
    rows = [(row.picture, row.placement, row.caption, row.credit) for row in article.pictures.all()]
    assert rows == [
        (first, "lead", "Quang cảnh hội nghị.", "Thu Trà"),
        (second, "body", "Đại biểu phát biểu", ""),
    ]
    assert first.credit == "Thu Trà" and first.file_name == "Tin hội nghị 1.jpeg"
    assert done.left == [] and done.pictures == 2
    assert acts_about(article.key).get().verb == "open_word"


def test_lists_tables_and_looks_stay(office):
    article = opened(
        office, docx(line("Tin", bold=True), line("a", italic=True), table("bc"))
    ).article
    assert article.body == (
        "<p><em>a</em></p><table><tbody><tr><td><p>b</p></td><td><p>c</p></td></tr></tbody></table>"
    )


def test_pictures_side_by_side_keep_their_own_captions(office):
    both = table([picture(1), picture(2)], ["Ảnh trái", "Ảnh phải"])
    article = opened(office, docx(line("Tin"), line("Chữ."), both, pictures=[RED, BLUE])).article
    rows = list(make.fresh(article).pictures.all())
    assert [row.caption for row in rows] == ["Ảnh trái", "Ảnh phải"]


def test_without_a_title_the_files_name_stands_in(office):
    article = opened(office, docx(line("Một đoạn văn bình thường, có dấu chấm ở cuối."))).article
    assert article.headline == "Tin hội nghị" and article.body.startswith("<p>Một đoạn")


def test_a_picture_that_is_none_is_named_and_the_rest_comes(office):
    emf = docx(
        line("Tin", bold=True), line("Chữ."), picture(1), pictures=[b"\1\0\0\0"], suffix="emf"
    )
    done = opened(office, emf)
    assert done.article.body == "<p>Chữ.</p>"
    assert "Picture 1:" in done.left[0] and "is not a picture" in done.left[0]


def test_a_picture_on_another_machine_is_not_fetched(office):
    done = opened(office, docx(line("Tin"), picture(1, linked=True), pictures=[RED]))
    assert done.pictures == 0 and "only linked" in done.left[0]


OLD = b"\xd0\xcf\x11\xe0" + b"\0" * 600
CASES = [
    ("old", OLD, "old Word format"),
    ("locked", OLD + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("empty", b"", "empty"),
    ("no words", docx(line("  ")), "has no text"),
    ("a PDF", samples.PDF, "is not a Word file"),
    ("a spreadsheet", samples.package(xl__workbook_xml="<x/>"), "is not a Word file"),
    ("half a file", REPORT[: len(REPORT) // 2], "damaged"),
    ("bomb", docx(line("a"), word__big_xml=b"a" * 40_000_000), "too long"),
    ("entities", docx(word__x_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "damaged"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "says"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_what_is_no_word_file_is_refused_in_one_sentence(office, content, says):
    with pytest.raises(Refused, match=says):
        opened(office, content)
    assert not Article.objects.exists() and not Picture.objects.exists()


def test_a_reader_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr("lib.documents.apart.SECONDS", 0.01)
    assert open_word_apart(REPORT).fault == Fault.TOO_LONG


def test_nothing_is_half_written(office, monkeypatch):
    def fails(*_words, **_more):
        raise RuntimeError

    monkeypatch.setattr(word_files, "start", fails)
    with pytest.raises(RuntimeError):
        opened(office, REPORT)
    assert not Picture.objects.exists()


def test_who_may_not_write_opens_nothing(office):
    with pytest.raises(Refused, match="no right to write"):
        opened(office, REPORT, by=make.seated("inspector", office.portal))
    with pytest.raises(OutOfSight):
        opened(office, REPORT, by=make.seated("chief", make.portal()))
    assert not Picture.objects.exists()


def test_the_page_leads_to_the_draft(office):
    desk = client_of(office.reporter)
    file = SimpleUploadedFile("Tin.docx", REPORT)
    answer = desk.post(f"{PAGE}?portal={office.portal.key}", {"file": file}, follow=True)
    assert "họp phiên thứ 10" in answer.content.decode()
    assert "2 pictures are in the library" in answer.content.decode()


def test_the_page_says_why_not(office):
    desk = client_of(office.reporter)
    for content, says in ((b"", "is empty"), (OLD, "old Word format")):
        answer = desk.post(PAGE, {"file": SimpleUploadedFile("Tin.doc", content)})
        assert says in answer.content.decode()
    assert "Choose a Word file first." in desk.post(PAGE, {}).content.decode()
    assert desk.get(f"{PAGE}?portal=khac").status_code == 404


def test_the_page_is_cheap(office):
    desk = client_of(office.reporter)
    with CaptureQueriesContext(connection) as counted:
        desk.get(PAGE)
    assert len(counted) < 30
