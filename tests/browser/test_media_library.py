"""The picture library with a mouse, a keyboard and a line that breaks."""

import io

import pytest
from PIL import Image

from .conftest import press_and_go


def photo(name, shade, size=(900, 600)):
    file = io.BytesIO()
    Image.new("RGB", size, (shade, 90, 200 - shade)).save(file, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


PAGE = {"name": "trang.jpg", "mimeType": "image/jpeg", "buffer": b"<html></html>"}


@pytest.fixture
def reporter(person):
    come = person("phongvien")
    yield come
    assert come.errors == []


def send(page, *files):
    page.set_input_files("input[type=file]", list(files))
    page.click("[data-upload] button[type=submit]")


def lines(page):
    return page.locator("[data-progress] li").all_inner_texts()


def test_three_photos_lead_to_their_captions(reporter):
    reporter.go("/toa-soan/media/picture/add/")
    reporter.page.fill("[name=credit]", "Thu Trà")
    with reporter.page.expect_navigation():
        send(reporter.page, *[photo(f"xuan-{shade}.jpg", shade) for shade in (11, 12, 13)])
    assert "/toa-soan/anh/chu-thich/" in reporter.page.url
    credits = reporter.page.locator("[name$=-credit]")
    assert [credits.nth(each).input_value() for each in range(3)] == ["Thu Trà"] * 3


def test_bad_file_is_named_and_the_rest_arrives(reporter):
    reporter.go("/toa-soan/media/picture/add/")
    send(reporter.page, photo("tot.jpg", 21), PAGE)
    reporter.page.wait_for_selector("[data-continue-link]")
    good, bad = lines(reporter.page)
    assert "đã vào thư viện" in good and "“trang.jpg” không phải là ảnh" in bad


def test_broken_line_costs_one_file_not_all(reporter):
    page = reporter.page
    reporter.go("/toa-soan/media/picture/add/")
    sent = []

    def second_breaks(route):
        sent.append(route)
        if len(sent) == 2:
            route.abort()
        else:
            route.continue_()

    page.route("**/picture/add/", second_breaks)
    send(page, *[photo(f"mang-{shade}.jpg", shade) for shade in (31, 32, 33)])
    page.wait_for_selector("[data-progress] .is-refused")
    assert [line.split("\n")[-1] for line in lines(page)] == [
        "đã vào thư viện", "mất mạng, chưa gửi được", "mất mạng, chưa gửi được",
    ]  # fmt: skip
    with page.expect_navigation():
        page.click("[data-upload] button[type=submit]")
    assert page.url.count("moi=") == 3 and len(sent) == 4


def test_slow_line_sends_smaller_pictures(reporter):
    reporter.go("/toa-soan/media/picture/add/")
    reporter.page.check("[data-shrink]")
    with reporter.page.expect_navigation():
        send(reporter.page, photo("to.jpg", 41, size=(4000, 3000)))
    number = reporter.page.url.rpartition("=")[2]
    reporter.go(f"/toa-soan/media/picture/{number}/change/")
    assert "to.jpg, 2560 × 1920" in reporter.text()


def test_click_on_the_picture_sets_the_focal_point(reporter):
    page = reporter.page
    reporter.go("/toa-soan/media/picture/")
    page.click(".library-thumb")
    picture = page.locator("[data-focus].is-ready img")
    picture.evaluate("image => image.decode()")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert abs(float(page.input_value("#id_focal_x")) - 0.25) < 0.02
    assert abs(float(page.input_value("#id_focal_y")) - 0.75) < 0.02
    assert page.locator(".focus-mark").is_visible()


def test_numbers_move_the_mark_without_a_mouse(reporter):
    page = reporter.page
    reporter.go("/toa-soan/media/picture/")
    page.click(".library-thumb")
    page.wait_for_selector("[data-focus].is-ready")
    page.fill("#id_focal_x", "0.1")
    assert page.locator(".focus-mark").evaluate("mark => mark.style.left") == "10%"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_library_never_scrolls_sideways(person, width):
    reporter = person("phongvien", width=width)
    first = "/toa-soan/media/picture/"
    reporter.go(first)
    form = reporter.page.locator(".library-thumb").first.get_attribute("href")
    for path in (first, first + "add/", form, "/toa-soan/anh/chon/?portal=song-van"):
        reporter.go(path)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert reporter.page.evaluate(wide) <= 0, path


def test_picture_window_answers_the_editor(reporter):
    page = reporter.page
    reporter.go("/toa-soan/media/picture/")
    page.evaluate("""() => {
        window.answers = [];
        window.CKEDITOR = {tools: {callFunction: (...told) => window.answers.push(told)}};
    }""")
    with page.expect_popup() as opened:
        page.evaluate("window.open('/toa-soan/anh/chon/?portal=song-van&CKEditorFuncNum=-2')")
    window = opened.value
    picture = window.locator("[data-picture]").first
    number = int(picture.get_attribute("data-picture"))
    with window.expect_event("close"):
        press_and_go(picture)
    called, address, told = page.evaluate("window.answers[0]")
    assert (called, address, told["id"]) == (-2, f"/toa-soan/anh/{number}/960/", number)
    assert {"id", "alternative_text", "caption"} <= set(told)
    assert "children" in told  # the article's form asks for consent
