"""Handed in, noted, sent back, mended, answered, approved: two people over one piece."""

import re

import pytest

EDITOR = ".ProseMirror[contenteditable=true]"
ADD = "/toa-soan/articles/article/add/"
SAPO = "Sáng nay, Đảng ủy phường họp bàn nhiệm vụ quý II."
ENDS = "Hội nghị kết thúc cùng ngày."
WIDE = "document.documentElement.scrollWidth"
CHOOSE = """(words) => {
  const text = document.querySelector("#review-text [data-field=sapo]").firstChild;
  const start = text.textContent.indexOf(words);
  document.getSelection().setBaseAndExtent(text, start, text, start + words.length);
}"""


@pytest.fixture
def handed_in(person):
    """(reporter, the path of the piece he handed in)."""
    reporter = person("phongvien")
    reporter.go(ADD)
    reporter.page.wait_for_selector(EDITOR)
    reporter.page.fill("#id_headline", "Đảng ủy phường bàn nhiệm vụ quý II")
    reporter.page.fill("#id_sapo", SAPO)
    reporter.page.select_option("#id_section", label="Tin tức – Sự kiện")
    reporter.press("submit")
    return reporter, re.search(r"/toa-soan/articles/article/\d+/", reporter.page.url)[0]


def put(page, words, open_notes):
    page.fill("#note-words", words)
    page.get_by_role("button", name="Ghi chú", exact=True).click()
    page.locator(".notes-number", has_text=str(open_notes)).wait_for()
    assert "Đã lưu ghi chú." in page.inner_text("#notes")


def test_a_piece_goes_back_with_notes_and_comes_again(person, handed_in):
    reporter, path = handed_in
    deputy = person("photruongban", width=360)
    page = deputy.page
    deputy.go(path + "duyet/")
    assert page.evaluate(WIDE) <= 360
    deputy.press("claim")
    assert "đồng chí đang duyệt" in page.inner_text(".standing")

    page.evaluate(CHOOSE, "nhiệm vụ quý II")
    page.click("#note-selected")
    put(page, "Ghi rõ nhiệm vụ gì.", 1)
    put(page, "Thêm một câu về thời gian kết thúc.", 2)
    page.click("[data-show=text]")
    assert page.inner_text("mark.note-mark") == "nhiệm vụ quý II"
    deputy.press("send_back")
    assert "ghi chú" in page.inner_text(".act-form")
    with page.expect_navigation():
        page.get_by_role("button", name="Trả lại", exact=True).click()
    assert "Trả lại để sửa" in page.inner_text(".standing")

    desk = reporter.page
    reporter.go("/toa-soan/")
    assert "2 ghi chú chưa xử lý" in desk.inner_text(".panels")
    reporter.go(path + "change/")
    notes = desk.locator("#notes .note")
    assert notes.count() == 2
    desk.wait_for_selector(".proof-line.proof-note")
    desk.fill("#id_sapo", SAPO.replace("nhiệm vụ quý II", "thu ngân sách quý II") + " " + ENDS)
    notes.nth(0).locator("textarea").fill("Đã ghi rõ: thu ngân sách.")
    notes.nth(0).get_by_role("button", name="Trả lời").click()
    desk.get_by_text("Đã lưu câu trả lời.").wait_for()
    assert ENDS in desk.input_value("#id_sapo")  # nothing typed was lost by answering
    assert desk.locator("#notes .note").nth(0).get_by_role("button", name="Đã xử lý").count() == 0
    reporter.press("submit")
    assert "Còn 2 ghi chú chưa xử lý" in reporter.told()

    deputy.go(path + "duyet/")
    page.click("[data-show=since]")
    since = page.locator(".review-since")
    assert "bản đồng chí đã trả lại" in since.inner_text()
    assert ENDS in " ".join(since.locator("ins").all_inner_texts())
    page.click("[data-show=narrow]")
    inside = page.frame_locator(".frame-narrow iframe")
    inside.get_by_text(ENDS).wait_for()
    assert page.evaluate(WIDE) <= 360
    page.click("[data-show=notes]")
    assert "Chỗ này đã đổi." in page.locator("#notes .note").nth(0).inner_text()
    assert "Đã ghi rõ: thu ngân sách." in page.inner_text("#notes")
    for left in (1, 0):
        settle = page.locator("#notes .notes > .note:not(.note-settled)").first
        settle.get_by_role("button", name="Đã xử lý").focus()
        page.keyboard.press("Enter")
        page.locator(".notes-number", has_text=str(left)).wait_for()
    deputy.press("approve")
    assert "Đã duyệt" in page.inner_text(".standing"), deputy.told()
    assert not reporter.errors and not deputy.errors
