"""What is pasted keeps its own bold, italic and links, and takes none from where it lands."""

import pytest

from .writing import BODY, Writer

PASTE = """([type, words]) => {
    const data = new DataTransfer();
    data.setData(type, words);
    const into = document.querySelector(".field-body .ProseMirror[contenteditable=true]");
    const told = {clipboardData: data, bubbles: true, cancelable: true};
    into.dispatchEvent(new ClipboardEvent("paste", told));
}"""
LINK = '<p>Xem <a href="https://xa.vn/bai">bài trước</a></p>'
WORD = """<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Một</b> <span
style='mso-bidi-font-weight:bold'>hai</span> <span style='mso-bidi-font-style:italic'>ba</span>
<span style='color:red; font-weight : bold'>bốn</span></p>"""


@pytest.fixture
def writer(person):
    come = Writer(person("phongvien")).open()
    come.page.focus(BODY)
    yield come
    assert come.quiet(), (come.someone.errors, come.said)


def paste(writer, words, kind="text/plain"):
    writer.page.evaluate(PASTE, [kind, words])


def text(writer):
    return writer.page.input_value("[name=body]")


def test_what_word_says_of_other_scripts_is_not_said_of_ours(writer):
    paste(writer, WORD, "text/html")
    assert text(writer) == "<p><strong>Một</strong> hai ba <strong>bốn</strong></p>"


@pytest.mark.parametrize(
    ("kind", "words"),
    [("text/plain", "Dòng một\nDòng hai"), ("text/html", "<p>Dòng một</p><p>Dòng hai</p>")],
)
def test_a_link_ends_where_something_is_pasted_behind_it(writer, kind, words):
    paste(writer, LINK, "text/html")
    paste(writer, words, kind)
    assert text(writer) == LINK.replace("</p>", "Dòng một</p><p>Dòng hai</p>")


def test_a_word_pasted_into_a_link_belongs_to_it(writer):
    paste(writer, LINK, "text/html")
    writer.press("ArrowLeft")
    writer.page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    paste(writer, "xxx")
    assert text(writer) == LINK.replace("trước", "trướxxxc")
