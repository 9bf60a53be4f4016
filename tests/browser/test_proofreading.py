"""Checking while somebody writes: found beside the text, mended by a key, passed over."""

import pytest

from tests.browser.conftest import PASSWORD
from tests.browser.writing import ADD, BODY, CARD, DAY, RIGHT, WRONG, Writer


@pytest.fixture
def writer(person):
    def come(username="phongvien", width=1280):
        return Writer(person(username, width=width))

    return come


def test_wrong_title_is_shown_beside_the_text_and_mended_by_a_key(writer):
    desk = writer().open().write(WRONG)
    (card,) = desk.cards(1)
    assert "Cần sửa" in card and "Sai chức danh" in card and RIGHT in card
    assert desk.lines() == 1
    desk.press("F8")
    assert desk.page.evaluate("() => String(getSelection())") == "Bí thư Thị ủy Sông Vân"
    desk.press("Alt+Enter")
    assert desk.body() == f"Dự có đồng chí Giàng A Súa, {RIGHT}."
    desk.cards(0)
    desk.page.wait_for_function(
        "() => document.querySelector('.proof-says').textContent === 'Không có gì cần xem lại.'"
    )
    assert desk.lines() == 0 and desk.quiet()


def test_mended_words_can_be_undone(writer):
    desk = writer().open().write(WRONG, into="[name=sapo]")
    desk.cards(1)
    desk.press("F8", "Alt+Enter")
    assert desk.page.input_value("[name=sapo]") == f"Dự có đồng chí Giàng A Súa, {RIGHT}."
    desk.press("Control+z")
    assert desk.page.input_value("[name=sapo]") == WRONG
    desk.cards(1)
    desk.page.focus(BODY)
    desk.write(WRONG)
    desk.cards(2)
    desk.page.locator(CARD).nth(1).get_by_role("button", name="Sửa", exact=True).click()
    assert RIGHT in desk.body()
    desk.press("Control+z")
    assert desk.body() == WRONG


def test_bold_words_beside_the_mended_ones_stay_bold(writer):
    desk = writer().open().write("Dự có đồng chí ")
    desk.press("Control+b").write("Giàng A Súa").press("Control+b").write(
        ", Bí thư Thị ủy Sông Vân."
    )
    desk.cards(1)
    desk.press("F8", "Alt+Enter")
    assert desk.page.inner_text(f"{BODY} strong") == "Giàng A Súa"
    assert desk.body() == f"Dự có đồng chí Giàng A Súa, {RIGHT}."


def test_click_on_a_finding_goes_there_in_every_field(writer):
    desk = writer().open()
    desk.page.fill("[name=headline]", "Giàng A Súa, Bí thư Thị ủy Sông Vân thăm hộ nghèo")
    desk.page.fill(
        "[name=sapo]", "Đồng chí Phùng Thị Ngọc Lien, Phó Bí thư Thường trực Thị ủy nói."
    )
    desk.write("Mở đầu.").press("Enter").write(WRONG)
    desk.cards(3)
    chosen = "() => { const e = document.activeElement; return e.value === undefined ?"
    chosen += " String(getSelection()) : e.value.slice(e.selectionStart, e.selectionEnd); }"
    for number, words in enumerate(
        ("Bí thư Thị ủy Sông Vân", "Phùng Thị Ngọc Lien", "Bí thư Thị ủy Sông Vân")
    ):
        desk.page.locator(CARD).nth(number).locator(".proof-jump").click()
        assert desk.page.evaluate(chosen) == words
        assert "Cần sửa: " in desk.page.inner_text("#proof-here")
    assert desk.page.evaluate("() => document.activeElement.matches('.ProseMirror')")
    desk.press("F8")
    assert desk.page.evaluate("() => document.activeElement.name") == "headline"
    desk.press("Shift+F8")
    assert desk.page.evaluate("() => document.activeElement.matches('.ProseMirror')")
    assert desk.quiet()


def test_caption_in_the_text_and_of_a_picture_is_checked(writer):
    desk = writer().open()
    desk.page.evaluate(
        "() => { window.open = () => null; document.querySelector('#pictures .add-row').click(); }"
    )
    desk.page.fill("[name=pictures-0-caption]", WRONG)
    desk.cards(1)
    desk.page.locator(f"{CARD} .proof-jump").click()
    assert desk.page.evaluate("() => document.activeElement.name") == "pictures-0-caption"
    desk.press("Alt+Enter")
    assert RIGHT in desk.page.input_value("[name=pictures-0-caption]")
    desk.page.click(".remove-row")
    desk.cards(0)


def test_line_follows_its_words_and_goes_when_they_change(writer):
    desk = writer().open().write(WRONG)
    desk.cards(1)
    place = "() => document.querySelector('.proof-line').getBoundingClientRect().left"
    before = desk.page.evaluate(place)
    desk.press("Home").write("Sáng 10/6: ")
    assert desk.page.evaluate(place) > before + 20
    desk.press("F8", "ArrowRight", "Backspace")
    desk.page.wait_for_function("() => !document.querySelector('.proof-line')", timeout=700)


def test_passed_over_with_a_reason_and_taken_back(writer):
    desk = writer().open().write(WRONG)
    desk.page.fill("[name=headline]", "Bài có lưu ý được bỏ qua")
    assert "Lưu bài trước" in desk.cards(1)[0]
    desk.save()
    desk.page.wait_for_selector(BODY)
    desk.cards(1)
    desk.page.locator(CARD).get_by_text("Bỏ qua (nêu lý do)").click()
    desk.press("Control+Enter")
    desk.page.wait_for_selector(".proof-why .field-error:not(:empty)")
    desk.page.keyboard.type("Đồng chí vừa được bầu sáng nay")
    desk.press("Control+Enter")
    desk.cards(0)
    assert desk.lines() == 0
    desk.page.click(".proof-passed summary")
    assert "Đồng chí vừa được bầu sáng nay" in desk.page.inner_text(".proof-passed")
    address = desk.page.url
    desk.someone.go(address.replace("/change/", "/history/"))
    told = desk.someone.text()
    assert "Sai chức danh “Bí thư Thị ủy Sông Vân”" in told
    assert "Đồng chí vừa được bầu sáng nay" in told
    desk.open(address, day=None)
    desk.page.click(".proof-passed summary")
    desk.page.get_by_text("Không bỏ qua nữa").click()
    desk.cards(1)
    assert desk.quiet()


def test_what_is_left_is_told_when_it_is_handed_in(writer):
    desk = writer().open().write(WRONG)
    desk.page.fill("[name=headline]", "Bài còn lưu ý khi gửi")
    desk.cards(1)
    desk.save("submit")
    told = desk.someone.told()
    assert "Đã gửi duyệt." in told
    assert "Sai chức danh “Bí thư Thị ủy Sông Vân” (nội dung)" in told
    desk.cards(1)  # who only reads is told too, without a way to change it
    assert desk.page.locator(f"{CARD} button").count() == 0
    assert desk.quiet()


def test_secret_is_refused_until_the_chief_passes_it_over(writer):
    desk = writer().open().write("Văn bản có dấu MẬT được phổ biến.")
    desk.page.fill("[name=headline]", "Phổ biến kế hoạch")
    (card,) = desk.cards(1)
    assert "Dấu hiệu mật" in card and "mới gửi duyệt và đăng được" in card
    assert "Chỉ Trưởng Ban, Phó Trưởng Ban được bỏ qua." in card
    desk.save("submit")
    told = desk.someone.told()
    assert "Dấu hiệu mật “MẬT” (nội dung)" in told and "Trưởng Ban" in told
    desk.page.wait_for_selector(BODY)
    assert "Phổ biến kế hoạch" in desk.page.input_value("[name=headline]")
    chief = writer("truongban").open(desk.page.url, day=None)
    chief.cards(1)
    chief.page.locator(CARD).get_by_text("Bỏ qua (nêu lý do)").click()
    chief.page.keyboard.type("Đã giải mật ngày 2/6")
    chief.press("Control+Enter")
    chief.cards(0)
    desk.someone.press("submit")
    assert "Đã gửi duyệt." in desk.someone.told()
    chief.someone.go(desk.page.url)
    chief.page.wait_for_selector(BODY)
    chief.someone.press("publish")
    assert "Đã đăng." in chief.someone.told()
    assert desk.quiet() and chief.quiet()


def test_chief_says_what_stops(writer):
    desk = writer("truongban")
    desk.someone.go("/toa-soan/proofing/stoprule/?trang=song-van")
    ticks = desk.page.locator("[name=kinds]:checked")
    assert [tick.input_value() for tick in ticks.all()] == ["secrecy_mark", "personal_data"]
    desk.page.get_by_text("Sai chức danh").click()
    desk.page.click("[type=submit].default")
    assert "Đã lưu." in desk.someone.told()
    assert desk.page.locator("[name=kinds][value=wrong_title]").is_checked()
    desk.page.get_by_text("Sai chức danh").click()
    desk.page.click("[type=submit].default")
    assert not desk.page.locator("[name=kinds][value=wrong_title]").is_checked()
    answer = writer("bientap").someone.go("/toa-soan/proofing/stoprule/?trang=song-van")
    assert answer.status == 404


def test_keyboard_alone_goes_from_the_count_to_the_reason(writer):
    desk = writer().open().write(WRONG)
    desk.page.fill("[name=headline]", "Bài chỉ dùng bàn phím")
    desk.cards(1)
    desk.save()
    desk.page.wait_for_selector(BODY)
    desk.cards(1)
    desk.page.focus("#proof-count")
    desk.press("Enter", "Tab", "Tab", "Tab", "Enter")
    desk.page.keyboard.type("Theo nghị quyết mới")
    desk.press("Tab", "Enter")
    desk.cards(0)
    assert desk.page.evaluate("() => document.activeElement.id") == "proof-heading"


def test_screen_reader_hears_how_many(writer):
    desk = writer().open().write(WRONG)
    desk.cards(1)
    says = desk.page.locator(".proof-says")
    assert says.get_attribute("aria-live") == "polite" and says.inner_text() == "1 cần sửa"
    assert desk.page.locator(".proof-lines").get_attribute("aria-hidden") == "true"


def test_two_people_at_one_article_check_their_own_text(writer):
    reporter = writer().open().write(WRONG)
    reporter.page.fill("[name=headline]", "Bài hai người cùng mở")
    reporter.cards(1)
    reporter.save()
    reporter.page.wait_for_selector(BODY)
    editor = writer("bientap").open(reporter.page.url, day=None)
    reporter.cards(1)
    editor.cards(1)
    editor.press("F8", "Alt+Enter")
    editor.cards(0)
    assert len(reporter.cards(1)) == 1
    reporter.page.locator(CARD).get_by_text("Bỏ qua (nêu lý do)").click()
    reporter.page.keyboard.type("Chờ biên tập sửa")
    reporter.press("Control+Enter")
    reporter.cards(0)
    editor.press("Control+z")
    editor.page.wait_for_selector(".proof-passed:not([hidden])")
    assert editor.page.locator(CARD).count() == 0
    assert reporter.quiet() and editor.quiet()


# -- on a phone --


@pytest.fixture
def phone(chromium, site):
    context = chromium.new_context(
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True, locale="vi-VN"
    )
    page = context.new_page()
    page.goto(f"{site.address}/toa-soan/login/")
    page.fill("#id_username", "phongvien")
    page.fill("#id_password", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/toa-soan/")
    page.goto(f"{site.address}{ADD}")
    page.wait_for_selector(BODY)
    yield page
    context.close()


def test_phone_has_a_tab_of_findings_and_goes_back_to_the_words(phone):
    phone.fill("[name=sapo]", WRONG)
    phone.evaluate("day => { document.querySelector('[name=event_date]').value = day }", DAY)
    badge = phone.locator("#proof-count")
    badge.wait_for()
    assert badge.inner_text() == "1 cần sửa"
    badge.tap()
    assert phone.get_attribute("button[data-tab=checks]", "aria-pressed") == "true"
    assert "(1)" in phone.inner_text("button[data-tab=checks]")
    assert phone.evaluate("() => document.documentElement.scrollWidth") == 360
    for name in (".proof-jump", ".proof-acts .act"):
        assert phone.locator(name).first.bounding_box()["height"] >= 44
    phone.locator(".proof-jump").tap()
    assert phone.get_attribute("button[data-tab=text]", "aria-pressed") == "true"
    assert phone.evaluate("() => document.activeElement.name") == "sapo"
    phone.locator(".proof-here-mend").tap()
    assert RIGHT in phone.input_value("[name=sapo]")
