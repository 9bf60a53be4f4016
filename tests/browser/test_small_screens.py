"""The desk at 360 and 768 pixels: nothing pushes the page sideways, nothing is cut."""

import pytest

HOME = "/toa-soan/"
LISTS = [f"{HOME}{part}/" for part in ("articles/article", "meetings/meeting", "people/person")]
WITHOUT_END = """() => {
    const inside = "#content li > a:first-child, #content .quiet, #content tbody a:not(.hide-now)";
    for (const place of document.querySelectorAll(`${inside}, #content .readonly`))
        if (place.textContent.trim()) place.textContent = "Hộinghị".repeat(43);
}"""
SIDEWAYS = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""
# Boxes that hide what does not fit in them.
CUT = """() => [...document.querySelectorAll("#content .results")]
    .filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.scrollWidth)"""
PLACEHOLDERS = """() => {
    const brush = document.createElement("canvas").getContext("2d");
    const cramped = [];
    for (const field of document.querySelectorAll("#content input[placeholder]")) {
        const style = getComputedStyle(field);
        if (!field.offsetWidth) continue;
        brush.font = style.font;
        const sides = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
        const wide = brush.measureText(field.placeholder).width + sides;
        if (wide > field.clientWidth) cramped.push(field.placeholder);
    }
    return cramped;
}"""


@pytest.mark.parametrize("width", [360, 768])
@pytest.mark.parametrize("username", ["thuky", "phongvien"])
def test_a_word_without_end_stays_on_the_page(person, username, width):
    reader = person(username, width=width)
    for address in (HOME, f"{HOME}meetings/scheduleline/", f"{HOME}media/picture/", *LISTS):
        reader.go(address)
        reader.page.evaluate(WITHOUT_END)
        assert reader.page.evaluate(SIDEWAYS) <= 0, address
        assert reader.page.evaluate(CUT) == [], address


def test_a_list_is_not_cut_on_a_tablet(person):
    reader = person("quantri", width=768)
    reader.go(f"{HOME}accounts/user/")
    assert reader.page.evaluate(CUT) == []


@pytest.mark.parametrize("address", [*LISTS, f"{HOME}newsroom/act/"])
def test_what_a_field_asks_for_is_read_in_full(person, address):
    reader = person("thuky", width=360)
    reader.go(address)
    assert reader.page.evaluate(PLACEHOLDERS) == []


def test_a_phone_shows_that_there_are_more_buttons(person):
    reader = person("thuky", width=360)
    reader.go(f"{HOME}articles/article/")
    reader.page.locator("#result_list tr", has_text="Đã đăng").locator("a.headline").first.click()
    more = reader.page.locator(".acts.more")
    more.wait_for()
    more.evaluate("acts => acts.scrollTo(acts.scrollWidth, 0)")
    reader.page.locator(".acts:not(.more)").wait_for()


def test_the_hint_under_a_picture_has_its_whole_width(person):
    reader = person("thuky", width=360)
    reader.go(f"{HOME}media/picture/")
    reader.page.locator("#result_list tbody th a, #result_list td a").first.click()
    picture = reader.page.locator(".focus-frame").bounding_box()
    assert reader.page.locator(".focus .help").bounding_box()["x"] == picture["x"]
