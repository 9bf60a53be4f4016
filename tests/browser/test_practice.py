"""A new clerk's first hour: the chief opens the practice portal, two people go through it."""

PAGE = "/toa-soan/trang-tap/song-van/"


def test_a_lesson_is_done_by_two_and_readers_never_know(site, person):
    chief, clerk = person("truongban"), person("phongvien", width=390)
    chief.go(PAGE)
    pressed(chief, "form[action$='/mo/'] button")
    clerk.go(PAGE)
    assert "0 trong 5" in clerk.text()
    mends_the_title(clerk)
    address = writes(clerk)
    clerk.go(PAGE)
    assert "2 trong 5" in clerk.text()
    publishes(chief, address)
    clerk.go(PAGE)
    assert "3 trong 5" in clerk.text()
    reader = person()
    reader.go("/tim-kiem/?q=lop+tap+huan+thu")
    assert "Lớp tập huấn thử" not in reader.text()
    assert chief.errors == clerk.errors == reader.errors == []


def pressed(who, button):
    who.page.wait_for_load_state()
    with who.page.expect_navigation():
        who.page.click(button)


def mends_the_title(clerk):
    """The piece has one wrong title; the person's own replaces it."""
    pressed(clerk, "form[action$='/bai-mau/'] button")
    assert "TẬP" in clerk.page.inner_text(".practised")
    sapo = clerk.page.locator("#id_sapo")
    words = sapo.input_value()
    name = words.split("đồng chí ")[1].split(",")[0]
    sapo.fill(f"Sáng nay, đồng chí {name} chủ trì hội nghị giao ban.")
    clerk.press("save")


def writes(clerk):
    clerk.go(PAGE)
    pressed(clerk, "a[href*='article/add/']")
    clerk.page.fill("#id_headline", "Lớp tập huấn thử")
    clerk.page.fill("#id_sapo", "Sáng nay, phường mở lớp tập huấn.")
    clerk.page.click("button[data-tab=side]")
    clerk.page.select_option("#id_section", index=1)
    clerk.press("submit")
    return clerk.page.url


def publishes(chief, address):
    """The lesson's list leads to the piece that waits."""
    chief.go(PAGE)
    pressed(chief, ".lesson a[href*='/change/']")
    assert chief.page.url == address
    chief.press("publish")
    assert "Đã đăng" in chief.text()
