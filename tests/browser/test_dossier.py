"""On a phone: who typed a sentence readers have, and who signed it; the sheet on paper."""

import re

DESK = "/toa-soan/articles/article/"


def test_a_sentence_on_a_phone_and_the_sheet_on_paper(person):
    chief = person("truongban", width=360)
    page = chief.page
    chief.go(f"{DESK}?state__exact=published")
    with page.expect_navigation():
        page.get_by_role("link", name="hồ sơ", exact=True).first.click()
    assert "Bản bạn đọc đang xem" in page.inner_text(".dossier-head")

    sentences = page.locator("a.sentence")
    sentences.nth(1).tap() if page.evaluate("'ontouchstart' in window") else sentences.nth(
        1
    ).click()
    about = page.locator(".about.chosen")
    about.wait_for()
    told = about.inner_text()
    assert "Người gõ đầu tiên" in told
    assert re.search(r"Ai đã ký đúng câu chữ này\s+\S", told)
    assert "bản này" in told and "có quyền duyệt" in told
    assert sentences.nth(1).get_attribute("aria-current") == "true"
    assert page.url.endswith("#cau-2")
    sheet, sentence = about.bounding_box(), sentences.nth(1).bounding_box()
    assert sentence["y"] + 20 < sheet["y"]  # what was chosen is not covered by what is told
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    page.keyboard.press("Tab")
    sentences.nth(1).focus()
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#cau-3")
    page.keyboard.press("Escape")
    assert about.count() == 0
    page.evaluate(
        "() => { const words = document.querySelector('a.sentence').firstChild;"
        "getSelection().setBaseAndExtent(words, 0, words, 4); }"
    )
    page.locator("#cau-1.chosen").wait_for()

    with page.expect_navigation():
        page.get_by_role("link", name="In phiếu duyệt tin, bài").click()
    page.emulate_media(media="print")
    assert page.locator("#header").is_hidden() and page.locator(".slip-acts").is_hidden()
    slip = page.locator(".slip").inner_text()
    for words in ("PHIẾU DUYỆT TIN, BÀI", "Người viết", "Người duyệt", "mã kiểm tra nội dung"):
        assert words.lower() in slip.lower()
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert not chief.errors
