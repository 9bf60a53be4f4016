"""The calendar of the pipeline: from the list by keys, to other months, to a piece, on a phone."""

LIST = "/toa-soan/articles/article/"
WIDE = "document.documentElement.scrollWidth"


def test_by_keys_to_the_calendar_through_months_and_to_a_piece(person):
    reads = person("truongban")
    page, keys = reads.page, reads.page.keyboard
    reads.go(LIST)
    page.locator("[data-keys-open]").wait_for()
    keys.press("g")
    with page.expect_navigation():
        keys.press("l")
    page.locator("[data-keys-open]").wait_for()
    shown = page.inner_text(".calendar-name")
    assert page.locator("#hom-nay").count() == 1
    for key, kept in (("ArrowLeft", False), ("ArrowRight", True)):
        with page.expect_navigation():
            keys.press(key)
        page.locator("[data-keys-open]").wait_for()
        assert (page.inner_text(".calendar-name") == shown) is kept
    keys.press("?")
    assert "những ngày trước, những ngày sau" in page.inner_text(".keys")
    keys.press("Escape")
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(WIDE) <= 360
    assert page.locator(".calendar-day.is-empty:not(.is-today):visible").count() == 0
    keys.press("j")
    headline = page.inner_text(".calendar-entry.at-key .headline")
    with page.expect_navigation():
        keys.press("Enter")
    assert headline in page.content()
    assert not reads.errors
