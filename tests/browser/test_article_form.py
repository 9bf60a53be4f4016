"""The article form under a thumb and with a library full of pictures."""

import pytest

from .conftest import press_and_go

ADD = "/toa-soan/articles/article/add/"
EDITOR = ".ProseMirror[contenteditable=true]"


@pytest.fixture
def reporter(person):
    def come(width=1280):
        somebody = person("phongvien", width=width)
        somebody.go(ADD)
        somebody.page.wait_for_selector(EDITOR)
        return somebody

    return come


def choose(reporter, button, number):
    """Pick the numbered picture from the end in the window that the button opens: the library
    begins with what other stories have just added, without words.
    """
    with reporter.page.expect_popup() as opened:
        button.click()
    window = opened.value
    window.wait_for_load_state()
    with window.expect_event("close"):
        press_and_go(window.locator("[data-picture]").nth(-1 - number))


def test_a_phone_opens_the_tab_with_the_error(reporter):
    phone = reporter(width=390)
    phone.page.fill("#id_headline", "Bài có ngày sai")
    phone.page.click("button[data-tab=side]")
    phone.page.fill("#id_event_date", "31/2/2021")
    phone.press("save")
    phone.page.wait_for_selector(EDITOR, state="attached")
    assert phone.page.is_visible(".field-error")


def test_a_second_picture_goes_to_the_end(reporter):
    desk = reporter()
    for number in (0, 1):
        choose(desk, desk.page.locator("#pictures > .add-row"), number)
    places = [desk.page.input_value(f"[name=pictures-{row}-placement]") for row in (0, 1)]
    assert places == ["lead", "gallery"]


def test_a_new_row_is_described_by_its_own_words(reporter):
    desk = reporter()
    desk.page.evaluate("articleRows.addRow(document.querySelector('[data-prefix=pictures]'))")
    described = desk.page.evaluate(
        """[...document.querySelectorAll('.picture-row [aria-describedby]')].map(
            field => [...field.getAttribute('aria-describedby').split(' ')].every(
                id => document.getElementById(id)))"""
    )
    assert described
    assert all(described)


def test_a_picture_stands_above_its_words_on_a_phone(reporter):
    phone = reporter(width=390)
    choose(phone, phone.page.locator("#pictures > .add-row"), 0)
    button = phone.page.locator(".picture-row .choose-picture").first
    caption = phone.page.locator("label[for=id_pictures-0-caption]")
    phone.page.locator(".picture-row img").first.evaluate("image => image.decode()")
    below = button.bounding_box()["y"] + button.bounding_box()["height"]
    assert below <= caption.bounding_box()["y"]
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_another_picture_brings_its_own_words(reporter):
    desk = reporter()
    caption = desk.page.locator("[name=pictures-0-caption]")
    choose(desk, desk.page.locator("#pictures > .add-row"), 0)
    first = caption.input_value()
    choose(desk, desk.page.locator(".choose-picture").first, 1)
    assert caption.input_value() not in ("", first)


def test_typed_words_stay_with_another_picture(reporter):
    desk = reporter()
    caption = desk.page.locator("[name=pictures-0-caption]")
    choose(desk, desk.page.locator("#pictures > .add-row"), 0)
    caption.fill("Chú thích của phóng viên")
    choose(desk, desk.page.locator(".choose-picture").first, 1)
    assert caption.input_value() == "Chú thích của phóng viên"
