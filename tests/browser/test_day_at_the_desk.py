"""One article from an empty page to 410, as its people live it, in a real browser."""

import io
import re

import pytest
from PIL import Image

from .conftest import press_and_go

HEADLINE = "Đảng ủy phường Sông Vân giao ban công tác quý với các tổ dân phố"
SAPO = "Sáng nay, Thường trực Đảng ủy phường tổ chức hội nghị giao ban với các tổ dân phố."
EDITOR = ".ProseMirror[contenteditable=true]"
FIRST = "Hội nghị đã nghe báo cáo kết quả thực hiện nhiệm vụ trọng tâm."


def photo(colour):
    """Wider than the widest rendition; quiet, for what is coded nine times."""
    file = io.BytesIO()
    light = Image.linear_gradient("L").resize((1800, 1200))
    light.point(lambda value: (value + colour) % 256).convert("RGB").save(file, "JPEG")
    return {"name": f"anh-{colour}.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def choose_picture(reporter, opening, colour, caption):
    """Upload in the picture window and pick what was uploaded."""
    with reporter.page.expect_popup() as opened:
        opening()
    window = opened.value
    window.wait_for_load_state()
    window.set_input_files("input[type=file]", photo(colour))
    if window.locator("[name=caption]").count():
        window.locator("[name=caption]").first.fill(caption)
    if window.locator("[name=alt]").count():
        window.locator("[name=alt]").first.fill("Các đại biểu trong hội trường")
    with window.expect_navigation():
        window.locator("form:has(input[type=file]) button[type=submit]").click()
    if not window.is_closed():
        with window.expect_event("close"):
            press_and_go(window.locator("[data-picture]").first)


def write_article(reporter):
    page = reporter.page
    reporter.go("/toa-soan/articles/article/add/")
    page.fill("#id_headline", HEADLINE)
    page.fill("#id_sapo", SAPO)
    page.select_option("#id_section", label="Tin tức – Sự kiện")
    page.fill("#id_bylines-0-name", "Thu Trà")
    page.fill("#id_event_date", "6/10/2026")
    page.click(EDITOR)
    page.keyboard.type(FIRST)
    choose_picture(
        reporter, lambda: page.click("#pictures .add-row"), 10, "Quang cảnh hội nghị giao ban"
    )
    page.wait_for_selector(".picture-row img")
    page.fill("[name=pictures-0-caption]", "Quang cảnh hội nghị giao ban")
    insert_figure(reporter)


def insert_figure(reporter):
    """Through the editor's own menu."""
    page = reporter.page
    page.click(EDITOR)
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.click(".prose-menubar [data-name=figure], .prose-menubar [data-name=image]")
    browse = page.locator("dialog .prose-editor-field-with-picker button")
    choose_picture(reporter, browse.click, 90, "Đại biểu thảo luận")
    page.wait_for_function(
        "document.querySelector('dialog [name=imageUrl]').value.includes('/toa-soan/anh/')"
    )
    page.fill("dialog [name=caption]", "Đại biểu thảo luận tại hội nghị")
    page.fill("dialog [name=altText]", "Một đại biểu đứng phát biểu")
    page.click("dialog button[type=submit]")
    page.wait_for_selector(f"{EDITOR} figure img")


def path_of(person):
    return re.search(r"/toa-soan/articles/article/\d+/", person.page.url)[0]


def change_word(editor, path, old, new):
    editor.go(path + "change/")
    page = editor.page
    page.wait_for_selector(EDITOR)
    page.evaluate(
        """([old, now]) => {
            const editor = document.querySelector('.ProseMirror[contenteditable=true]').editor;
            editor.commands.setContent(editor.getHTML().replace(old, now), {emitUpdate: true});
        }""",
        [old, new],
    )


@pytest.fixture
def staff(person):
    """Four people who come as people do: they fill in the form to sign in."""
    come = {name: person() for name in ("phongvien", "bientap", "truongban", "quantri")}
    for name, someone in come.items():
        someone.fill_in_the_login(name)
    return come


def test_an_article_lives_from_empty_page_to_gone(staff, person):
    reporter, editor, chief, administrator = staff.values()
    write_article(reporter)
    reporter.press("submit")
    path = path_of(reporter)
    assert "Chờ duyệt" in reporter.text(), reporter.told()
    assert not reporter.page.locator("button[value=approve], button[value=publish]").count()

    refused_to_approve(reporter, path)
    nothing_for_the_administrator(administrator, path)

    editor.go(path + "change/")
    editor.press("send_back")
    editor.page.fill("[name=reason]", "Bổ sung tên đồng chí chủ trì.")
    with editor.page.expect_navigation():
        editor.page.click(".act-form button.primary")
    reporter.go(path + "change/")
    assert "Bổ sung tên đồng chí chủ trì." in reporter.text()
    reporter.page.fill("#id_sapo", SAPO + " Đồng chí Phùng Thị Ngọc Liên chủ trì.")
    reporter.press("submit")
    assert "Chờ duyệt" in reporter.text(), reporter.told()

    change_word(editor, path, "trọng tâm", "trọng tâm trong quý")
    editor.press("publish")
    assert "Đồng ý bản biên tập" in editor.told()
    assert HEADLINE not in read(person, "/")

    reporter.go(path + "change/")
    reporter.press("agree")
    editor.go(path + "change/")
    editor.press("publish")
    assert "Đã đăng" in editor.text(), editor.told()
    assert HEADLINE in read(person, "/")
    address = address_on_front_page(person)
    published = read(person, address)
    for words in ("trọng tâm trong quý", "Quang cảnh hội nghị giao ban", "Đại biểu thảo luận"):
        assert words in published
    pictures_arrive(person, address)

    reporter.go(path + "change/")
    reporter.page.fill("#id_headline", "Tiêu đề đang sửa")
    reporter.press("save")
    assert "Đã đăng, có bản sửa chưa duyệt" in reporter.text()
    assert "Tiêu đề đang sửa" not in read(person, address)
    assert HEADLINE in read(person, address)

    chief.go(path + "change/")
    chief.press("take_down")
    chief.page.fill("[name=reason]", "Sai số liệu.")
    chief.page.fill("[name=ordered_by]", "Thường trực Đảng ủy")
    with chief.page.expect_navigation():
        chief.page.click(".act-form button.primary")
    reader = person()
    assert reader.go(address).status == 410
    assert HEADLINE not in read(person, "/")
    assert not [error for one in staff.values() for error in one.errors]


def refused_to_approve(reporter, path):
    """The button is not there; asking by hand is refused in words."""
    reporter.go(path + "change/")
    answer = post(reporter, path + "change/", "publish")
    assert "không có quyền" in answer or "không có quyền" in reporter.text()


def post(person, path, act):
    return person.page.evaluate(
        """async ([path, act]) => {
            const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
            const digest = document.querySelector('[name=digest]')?.value || '';
            const body = new URLSearchParams({csrfmiddlewaretoken: token, act, digest});
            const answer = await fetch(path, {method: 'POST', body});
            return `${answer.status} ${await answer.text()}`;
        }""",
        [path, act],
    )


def nothing_for_the_administrator(administrator, path):
    for page in ("change/", "history/", "preview/", "act/take_down/"):
        assert administrator.go(path + page).status == 404
    administrator.go("/toa-soan/")
    for act in ("publish", "take_down", "save"):
        assert post(administrator, path + "change/", act).startswith("404")


def read(person, path):
    reader = person()
    answer = reader.go(path)
    assert answer.status == 200, path
    return reader.text()


def address_on_front_page(person):
    reader = person()
    reader.go("/")
    link = reader.page.locator("a", has_text=HEADLINE).first.get_attribute("href")
    return link.replace(reader.address, "")


def pictures_arrive(person, address):
    """Both pictures load, from public addresses only."""
    reader = person()
    reader.go(address)
    reader.page.wait_for_load_state("networkidle")
    for picture in reader.page.locator("article img").all():
        picture.scroll_into_view_if_needed()
    reader.page.wait_for_function(
        "[...document.querySelectorAll('article img')].filter(i => i.complete && i.naturalWidth)"
        ".length >= 2"
    )
    sources = reader.page.eval_on_selector_all(
        "article img", "images => images.map(i => i.currentSrc)"
    )
    assert all("/anh/" in source and "/toa-soan/" not in source for source in sources)
