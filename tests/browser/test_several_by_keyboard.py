"""By keyboard alone: two pieces chosen, approved at once; one is refused with its reason."""

import pytest

EDITOR = ".ProseMirror[contenteditable=true]"
ADD = "/toa-soan/articles/article/add/"
LIST = "/toa-soan/articles/article/"
WIDE = "document.documentElement.scrollWidth"
WORDS = "Phím tắt thử"


@pytest.fixture
def reporter(person):
    """One who has handed a piece in, and keeps another as a draft."""
    writes = person("phongvien")
    for act in ("submit", "save"):
        writes.go(ADD)
        writes.page.wait_for_selector(EDITOR)
        writes.page.fill("#id_headline", f"{WORDS} {act}")
        writes.page.fill("#id_sapo", "Sáng nay, Đảng ủy phường họp bàn nhiệm vụ.")
        writes.page.select_option("#id_section", label="Tin tức – Sự kiện")
        writes.press(act)
    return writes


def test_two_pieces_are_approved_by_keyboard_and_one_is_refused(person, reporter):
    deputy = person("photruongban")
    page, keys = deputy.page, deputy.page.keyboard
    deputy.go(LIST)
    page.locator("[data-keys-open]").wait_for()
    keys.press("/")
    keys.type(WORDS.lower() + "jx?")  # letters while one types, nothing else
    assert page.locator(".at-key, .keys:visible").count() == 0
    page.fill("#searchbar", WORDS)
    with page.expect_navigation():
        keys.press("Enter")
    page.locator("[data-keys-open]").wait_for()
    assert page.locator("#result_list tbody tr").count() == 2
    page.locator("#site-name a").focus()
    keys.press("?")
    assert "bài sau, bài trước" in page.inner_text(".keys")
    keys.press("Escape")
    for _ in range(2):
        keys.press("j")
        keys.press("x")
    assert page.locator("input[name=chon]:checked").count() == 2
    page.locator("button[form=several][value=approve]").focus()
    with page.expect_navigation():
        keys.press("Enter")
    assert "Chưa có gì thay đổi" in page.inner_text(".several-sum")
    assert "Đang viết" in page.inner_text(".several-rows .refused")
    page.locator("button[name=lam]").focus()
    with page.expect_navigation():
        keys.press("Enter")
    assert "Đã làm xong 1 bài" in page.inner_text(".several-sum")
    refused = page.inner_text(".several-rows .refused")
    assert f"{WORDS} save" in refused
    assert "Đang viết" in refused
    deputy.go(LIST)
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(WIDE) <= 360
    assert not deputy.errors
