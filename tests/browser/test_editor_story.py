"""From Word into the page: a pasted table and list, an opened file, three dropped photos."""

import pytest

from ..word_samples import docx, line, picture
from .test_media_library import photo
from .writing import BODY, Writer

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}
</style></head><body lang=VI><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><b>Thị ủy</b> <span
style='font-style:italic'>họp</span>
<del>bàn</del><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;
</span></span></span><![endif]>Việc một<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>Việc trong<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Việc hai<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td colspan=2 style='width:3cm'><p class=MsoNormal><b>Xã</b>
</p></td></tr><tr><td><p>Nà Lầu</p></td><td><p>12</p></td></tr></table>
<p><img width=640 src="https://tinh.example/a.jpg"><img width=1 src="https://dem.example/x.gif"></p>
<p><a href="https://tinh.example/b?id=1&utm_source=zalo">tin</a></p>
<!--EndFragment--></body></html>"""
PASTE = """html => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    const into = document.querySelector(".field-body .ProseMirror[contenteditable=true]");
    const told = {clipboardData: data, bubbles: true, cancelable: true};
    into.dispatchEvent(new ClipboardEvent("paste", told));
}"""
LEFT = (
    "<p><strong>Thị ủy</strong> <em>họp</em></p>"
    "<ul><li><p>Việc một</p><ul><li><p>Việc trong</p></li></ul></li><li><p>Việc hai</p></li></ul>"
    '<table><tbody><tr><td colspan="2"><p><strong>Xã</strong></p></td></tr>'
    "<tr><td><p>Nà Lầu</p></td><td><p>12</p></td></tr></tbody></table>"
    '<p><a href="https://tinh.example/b?id=1">tin</a></p>'
)


@pytest.fixture
def writer(person):
    come = Writer(person("phongvien"))
    yield come
    assert come.quiet(), (come.someone.errors, come.said)


def test_word_is_pasted_clean(writer):
    page = writer.open().page
    page.focus(BODY)
    page.evaluate(PASTE, WORD)
    assert "1 ảnh của trang khác" in page.inner_text(".paste-told")
    page.locator("#text-counts", has_text="ký tự").wait_for()
    page.fill("#id_headline", "Thị ủy họp")
    writer.save()
    stored = page.locator("[name=body]").input_value()
    assert stored == LEFT


def test_a_word_file_becomes_a_draft(writer):
    writer.someone.go("/toa-soan/articles/article/")
    page = writer.page
    page.click("text=Mở từ tệp Word")
    file = docx(
        line("Thị ủy họp phiên thứ 10", bold=True, middle=True),
        line("Sáng 30/4, Thị ủy họp.", bold=True),
        picture(1), line("Quang cảnh. Ảnh: Thu Trà", italic=True), line("Hội nghị nghe báo cáo."),
        picture(2), line("Đại biểu phát biểu", middle=True), line("Kết luận."),
        pictures=[photo("a", 61)["buffer"], photo("b", 62)["buffer"]],
    )  # fmt: skip
    page.set_input_files("[name=file]", {"name": "Tin.docx", "mimeType": DOCX, "buffer": file})
    page.click("text=Mở thành bài mới")
    page.wait_for_selector(BODY)
    assert page.input_value("#id_headline") == "Thị ủy họp phiên thứ 10"
    assert page.input_value("#id_sapo") == "Sáng 30/4, Thị ủy họp."
    assert page.input_value("[name=pictures-0-caption]") == "Quang cảnh."
    assert page.locator(f"{BODY} figcaption").inner_text() == "Đại biểu phát biểu"
    assert "2 ảnh đã vào thư viện" in writer.someone.told()
