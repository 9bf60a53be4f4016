"""An editor changes a word; the reporter sees which on a phone, agrees, and brings a text back."""

import re

import pytest

from .conftest import press_and_go

ADD = "/toa-soan/articles/article/add/"
EDITOR = ".ProseMirror[contenteditable=true]"
FIRST = "Sáng nay, Đảng ủy phường họp bàn nhiệm vụ quý II."


@pytest.fixture
def handed_in(person):
    """The path of a piece handed in by the reporter, then changed by the editor."""
    reporter, editor = person("phongvien"), person("bientap")
    reporter.go(ADD)
    reporter.page.wait_for_selector(EDITOR)
    reporter.page.fill("#id_headline", "Đảng ủy phường bàn nhiệm vụ")
    reporter.page.fill("#id_sapo", FIRST)
    reporter.page.select_option("#id_section", label="Tin tức – Sự kiện")
    reporter.press("submit")
    path = re.search(r"/toa-soan/articles/article/\d+/", reporter.page.url)[0]
    editor.go(path + "change/")
    editor.page.fill("#id_sapo", FIRST.replace("quý II", "trọng tâm quý III"))
    editor.press("save")
    return path


def read_out(words):
    """As who listens to the page hears them."""
    return [" ".join(text.split()) for text in words.all_inner_texts()]


def test_the_reporter_sees_on_a_phone_what_the_editor_changed(person, handed_in):
    reporter = person("phongvien", width=360)
    page = reporter.page
    reporter.go("/toa-soan/")
    with page.expect_navigation():
        page.locator(f"a[href='{handed_in}so-sanh/']").first.click()
    assert "So sánh với bản đồng chí gửi" in page.inner_text("h1")
    gone, new = page.locator(".compared del"), page.locator(".compared ins")
    assert read_out(gone) == ["[bỏ: II ]"]
    assert read_out(new) == ["[thêm: trọng tâm ]", "[thêm: III ]"]
    style = "e => getComputedStyle(e).textDecorationLine"
    assert (gone.first.evaluate(style), new.first.evaluate(style)) == ("line-through", "underline")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    page.get_by_role("button", name="Đồng ý bản biên tập").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "đồng ý" in reporter.told()
    assert "So sánh với bản đồng chí gửi" not in reporter.text()

    reporter.press("withdraw")
    reporter.go(handed_in + "history/")
    told = page.inner_text(".timeline")
    for words in ("Gửi duyệt", "Sửa bài", "Đồng ý bản biên tập", "Bản 1", "Bản 2 – bản hiện tại"):
        assert words in told
    page.select_option("#id_tu", value="1")
    with page.expect_navigation():
        page.get_by_role("button", name="So sánh", exact=True).click()
    with page.expect_navigation():
        press_and_go(page.get_by_role("button", name="Khôi phục bản 1"))
    assert "Đã khôi phục bản 1" in reporter.told()
    assert page.input_value("#id_sapo") == FIRST
    reporter.go(handed_in + "history/")
    assert "Khôi phục bản 1" in page.inner_text(".timeline")
    assert "Bản 3 – bản hiện tại" in page.inner_text(".timeline")
    assert not reporter.errors
