"""From Word into the page: a pasted table and list, an opened file, three dropped photos."""

import pytest

from ..word_samples import docx, line, picture
from .conftest import press_and_go
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
    page.fill("#id_tags", "Nông thôn mới")
    writer.save()
    page.fill("#id_tags", "nong")
    page.click("#topic-offers button")
    assert page.input_value("#id_tags") == "Nông thôn mới, "
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
        pictures=[small("a", 61)["buffer"], small("b", 62)["buffer"]],
    )  # fmt: skip
    page.set_input_files("[name=file]", {"name": "Tin.docx", "mimeType": DOCX, "buffer": file})
    page.click("text=Mở thành bài mới")
    page.wait_for_selector(BODY)
    assert page.input_value("#id_headline") == "Thị ủy họp phiên thứ 10"
    assert page.input_value("#id_sapo") == "Sáng 30/4, Thị ủy họp."
    assert page.input_value("[name=pictures-0-caption]") == "Quang cảnh."
    assert page.locator(f"{BODY} figcaption").inner_text() == "Đại biểu phát biểu"
    assert "2 ảnh đã vào thư viện" in writer.someone.told()


DROP = """files => {
    const data = new DataTransfer();
    for (const { name, bytes } of files) {
        data.items.add(new File([new Uint8Array(bytes)], name, {type: "image/jpeg"}));
    }
    window.dispatchEvent(new DragEvent("drop", {dataTransfer: data, cancelable: true}));
}"""


def small(name, shade):
    return photo(name, shade, size=(240, 160))


def drop(window, *photos):
    window.evaluate(DROP, [{"name": p["name"], "bytes": list(p["buffer"])} for p in photos])


def test_a_file_the_server_does_not_take_can_be_sent_again(writer):
    page = writer.page
    writer.someone.go("/toa-soan/media/picture/add/")
    page.route("**/picture/add/", lambda route: route.fulfill(status=413, body=""), times=1)
    drop(page, small("mot.jpg", 81), small("hai.jpg", 82))
    page.fill("[name=caption]", "Chợ phiên")
    page.click("[data-upload] button[type=submit]")
    page.wait_for_selector("[data-continue-link]")
    with page.expect_navigation():
        page.click("text=Gửi lại")
    assert page.url.count("moi=") == 2
    writer.said = [said for said in writer.said if "413" not in said]


def test_three_dropped_photos_one_known_and_one_in_the_article(writer):
    page = writer.open().page
    with page.expect_popup() as opened:
        page.click("#pictures > .add-row")
    window = opened.value
    window.wait_for_load_state()
    photos = [small(f"hoi-xuan-{shade}.jpg", shade) for shade in (71, 72, 73)]
    drop(window, *photos)
    assert window.locator("[data-progress] li").all_inner_texts()[0].startswith("hoi-xuan-71.jpg")
    window.fill("[name=caption]", "Hội xuân Bản Mó")
    with window.expect_navigation():
        window.click("[data-upload] button[type=submit]")
    drop(window, photos[1], small("moi.jpg", 74))
    window.fill("[name=caption]", "Chợ phiên")
    window.click("[data-upload] button[type=submit]")
    window.wait_for_selector("[data-continue-link]")
    known, new = window.locator("[data-progress] li").all_inner_texts()
    assert "“Hội xuân Bản Mó” đã có trong thư viện" in known and "đã vào thư viện" in new
    window.fill("#library-words", "hoi xuan ban mo")
    with window.expect_navigation():
        window.press("#library-words", "Enter")
    found = window.locator("[data-picture]")
    assert found.count() == 3
    with window.expect_event("close"):
        press_and_go(found.first)
    assert page.input_value("[name=pictures-0-caption]") == "Hội xuân Bản Mó"
