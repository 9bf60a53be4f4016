"""The readers' pages in a browser: no fault, nothing that jumps, nothing too wide; and all of it
without a script.
"""

import time

import pytest

from .conftest import Person
from .test_reached_by_everybody import faults

WIDTHS = (390, 1280)
NARROWEST = 360
# Beside what axe asks by itself: targets of 24 pixels, WCAG 2.2 AA.
RUN = """axe.run(document, {preload: false, resultTypes: ["violations"],
  rules: {"target-size": {enabled: true}}}).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`)))"""
# Lines so close that a mark above a capital could touch what hangs from the line before.
TIGHT = """[...document.querySelectorAll("h1, h2, h3, p, li, a, dt, dd, time, td")].filter(one => {
  const {fontSize, lineHeight} = getComputedStyle(one);
  return one.innerText.trim() && parseFloat(lineHeight) < parseFloat(fontSize) * 1.25;
}).map(one => one.outerHTML.slice(0, 120))"""
# What moved without the reader having done anything, from the first paint on.
JUMPS = """window.jumps = []; new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) window.jumps.push([entry.value, entry.sources.map(
    ({node}) => node && (node.outerHTML || node.textContent).slice(0, 120))]);
})).observe({type: "layout-shift", buffered: true});"""
TO_THE_END = """async () => {
  for (const picture of document.querySelectorAll("img[loading=lazy]")) picture.loading = "eager";
  await Promise.all([...document.images].map(picture => picture.decode().catch(() => 0)));
  window.scrollTo(0, document.body.scrollHeight);
  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return window.jumps;
}"""
# Chosen on an earlier visit; and what the page wears when it is about to be drawn first.
CHOSEN = """localStorage.setItem("co-chu", "rat-lon"); localStorage.setItem("tuong-phan", "toi");
requestAnimationFrame(function look() {
  if (!document.body || !document.querySelector("main *")) return requestAnimationFrame(look);
  const html = document.documentElement;
  window.first = `${html.className} ${getComputedStyle(html).backgroundColor}`;
});"""
DRAWN = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
COMMITTEE = "/to-chuc/dang-uy-phuong-song-van/"
PHOTO_STORY = "Mùa gặt trên những thửa ruộng Phiêng Mận"
PICTURES = "**/anh/**"
WIDE = "document.documentElement.scrollWidth"
# Things in the order of the page whose places are read in another: rows from above, left to right.
ASTRAY = """names => [...document.querySelectorAll(names)].filter((one, at, all) => {
  const [here, last] = [one, all[at - 1] || one].map(each => each.getBoundingClientRect());
  const below = here.top >= last.bottom - 1 || here.top > last.top + 1;
  return at && one.parentNode === all[at - 1].parentNode && !below
    && !(Math.abs(here.top - last.top) <= 1 && here.left > last.left);
}).map(one => one.innerText)"""
TOPS = "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
# A browser that speaks Vietnamese and says at once what it was given.
VOICE = """window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => [{lang: "en-US"}, {lang: "vi-VN", localService: true}],
  addEventListener: () => 0, cancel() { this.now = null; },
  speak(words) { window.said.push(words.text); this.now = words; },
}});"""
NEXT = "for (let at = 0; at < %d; at++) speechSynthesis.now.onend()"


def goes_on_a_slow_line(reader, address):
    """Every picture comes after the page has been drawn once."""
    held = []
    reader.page.route(PICTURES, lambda picture: held.append(picture))
    reader.page.goto(f"{reader.address}{address}", wait_until="domcontentloaded")
    reader.page.evaluate(DRAWN)
    reader.page.unroute(PICTURES)  # lets go of those that are held


def slowly(route):
    """A script a quarter of a second late."""
    time.sleep(0.25)
    route.continue_()


def first(page, selector):
    return page.locator(selector).first.get_attribute("href")


@pytest.fixture(scope="module")
def addresses(chromium, site):
    """One page of each kind."""
    finder = Person(chromium, site.address)
    found = {"home": "/", "section": "/xay-dung-dang/", "schedule": "/lich-cong-tac/"}
    lists = {"article": "/xay-dung-dang/", "person": "/can-bo/", "body": "/to-chuc/"}
    for kind, address in {**lists, "meeting": "/hoi-nghi/"}.items():
        finder.go(address)
        found[kind] = first(finder.page, ".row:nth-child(2) h2 a, .known a")
    finder.leave()
    return found | {"archive": "/luu-tru/", "search": "/tim-kiem/?q=dang", "404": "/khong-co/"}


def test_every_kind_of_page_is_without_fault_and_stands_still(chromium, site, addresses):
    reader = Person(chromium, site.address)
    said = []
    reader.page.on("console", lambda message: said.append(message.text))
    reader.page.add_init_script(JUMPS)
    found, jumps, wide = {}, {}, {}
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 844})
        for kind, address in addresses.items():
            goes_on_a_slow_line(reader, address)
            jumps[kind, width] = reader.page.evaluate(TO_THE_END)
            found[kind, width] = faults(reader.page, RUN) + reader.page.evaluate(TIGHT)
            if width == WIDTHS[0]:
                reader.page.set_viewport_size({"width": NARROWEST, "height": 844})
                wide[kind] = reader.page.evaluate(WIDE)
                reader.page.set_viewport_size({"width": width, "height": 844})
    reader.leave()
    assert {at: named for at, named in found.items() if named} == {}
    assert {at: moved for at, moved in jumps.items() if moved} == {}
    assert {kind: pixels for kind, pixels in wide.items() if pixels > NARROWEST} == {}
    assert [words for words in said if "404" not in words] == []
    assert not reader.errors


def test_reading_and_its_tools_work_without_a_script(chromium, site, addresses):
    reader = Person(chromium, site.address, width=NARROWEST, java_script_enabled=False)
    page = reader.page
    reader.go(addresses["article"])
    assert page.locator(".text p").first.is_visible()
    assert not page.locator(".listen").is_visible()
    page.click(".tools [data-value=rat-lon]")
    page.click(".tools [data-value=cao]")
    assert page.get_attribute("html", "class") == "size-rat-lon contrast-cao"
    page.click(".menu summary")
    page.locator(".menu-list a").first.click()
    page.locator(".row h2 a").first.click()
    assert page.get_attribute("html", "class") == "size-rat-lon contrast-cao"
    page.click(".tools [data-value=cao]")
    page.click(".looks [data-look=co-chu][data-value='']")
    assert page.get_attribute("html", "class") is None
    page.click(".tools a[href$='?in=1']")
    assert page.locator("h1").is_visible()
    reader.leave()


def test_a_choice_of_looks_is_remembered_and_keeps_the_address(person, addresses):
    reader = person(width=390)
    reader.go("/")
    reader.page.click(".looks [data-value=toi]")
    reader.page.click(".looks [data-value=rat-lon]")
    assert reader.page.url.endswith("/")
    for address in addresses.values():
        reader.go(address)
        assert reader.page.get_attribute("html", "class") == "size-rat-lon contrast-toi"
        assert reader.page.evaluate(WIDE) <= 390, address
    chosen = reader.page.locator(".looks [aria-current]").evaluate_all(
        "all => all.map(one => one.dataset.value)"
    )
    assert chosen == ["rat-lon", "toi"]


def test_a_chosen_look_is_there_before_the_first_letter(person, addresses):
    """However late a script comes: what is drawn is drawn as it stays."""
    reader = person(width=NARROWEST)
    reader.page.add_init_script(CHOSEN)
    reader.page.add_init_script(JUMPS)
    reader.page.route("**/*.js", slowly)
    worn, jumps = {}, {}
    for kind, address in addresses.items():
        reader.go(address)
        worn[kind] = reader.page.evaluate("first")
        jumps[kind] = reader.page.evaluate(TO_THE_END)
    assert set(worn.values()) == {"size-rat-lon contrast-toi rgb(11, 11, 11)"}, worn
    assert {kind: moved for kind, moved in jumps.items() if moved} == {}
    reader.go(f"{addresses['article']}?co-chu=lon&tuong-phan=cao")
    assert reader.page.get_attribute("html", "class") == "size-lon contrast-cao"


def test_very_large_letters_fit_the_narrowest_screen(person, addresses):
    reader = person(width=320)
    wide = {}
    for kind, address in addresses.items():
        reader.go(f"{address}{'&' if '?' in address else '?'}co-chu=rat-lon")
        wide[kind] = reader.page.evaluate(WIDE)
    assert {kind: pixels for kind, pixels in wide.items() if pixels > 320} == {}


@pytest.mark.parametrize("width", [768, 1280])
def test_who_stands_first_is_read_first(person, addresses, width):
    """Rows are read across: protocol order must not run down one column and on in the next."""
    reader = person(width=width)
    seen, meeting = 0, addresses["meeting"]
    for address, names in {
        COMMITTEE: ".members li, .ranks section",
        meeting: ".attendants li",
    }.items():
        reader.go(address)
        seen += reader.page.locator(names).count()
        assert reader.page.evaluate(ASTRAY, names) == []
    assert seen > 10


@pytest.mark.parametrize("size", ["", "lon", "rat-lon"])
def test_second_stories_stand_in_one_row_or_each_in_its_own(person, size):
    for width in (360, 700, 768, 1024, 1280):
        reader = person(width=width)
        reader.go(f"/?co-chu={size}")
        tops = reader.page.locator(".second").evaluate_all(TOPS)
        assert len(tops) == 3
        assert len(set(tops)) in (1, 3), (width, tops)


def test_the_way_here_takes_one_row_and_ends_with_a_step(person):
    reader = person(width=NARROWEST)
    reader.go(COMMITTEE)
    steps = reader.page.locator(".crumbs li:visible")
    assert len(set(steps.evaluate_all(TOPS))) == 1
    assert steps.last.locator("a").count() == 1
    arrow = "one => getComputedStyle(one, '::after').content"
    assert steps.last.evaluate(arrow) == "none"


@pytest.mark.parametrize("width", [NARROWEST, 1280])
@pytest.mark.parametrize(
    "look", ["", "co-chu=lon", "co-chu=rat-lon", "tuong-phan=cao", "tuong-phan=toi"]
)
def test_pictures_of_words_give_way_to_words_in_chosen_looks(person, look, width):
    reader = person(width=width)
    reader.go(f"/?{look}")
    name = reader.page.locator(".brand")
    signs = reader.page.locator(".banners")
    assert name.locator("img").is_visible() is (not look and width == 1280)
    assert name.locator(".wordmark").is_visible() is bool(look or width < 1280)
    for way in signs.all():
        assert way.locator("img").first.is_visible() is not bool(look)
        assert way.locator(".in-words").first.is_visible() is bool(look)
    assert signs.count()


def test_captions_of_a_photo_story_stand_below_each_other_and_credits_on_lines_of_their_own(person):
    reader = person()
    reader.go("/anh-video/")
    with reader.page.expect_navigation():
        reader.page.click(f"main >> text={PHOTO_STORY}")
    captions = reader.page.locator(".story figcaption")
    lefts = captions.evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
    assert len(lefts) > 2 and len(set(lefts)) == 1
    lines = [words.strip().splitlines() for words in captions.all_inner_texts()]
    assert all(any(line.startswith("Ảnh: ") for line in each) for each in lines), lines


def test_the_article_is_heard_by_keyboard_where_there_is_a_voice(person, addresses):
    reader = person()
    page, keys = reader.page, reader.page.keyboard
    reader.go(addresses["article"])
    assert not page.locator(".listen").is_visible()
    reader.page.add_init_script(VOICE)
    reader.go(addresses["article"])
    button = page.locator("[data-listen]")
    button.focus()
    keys.press("Enter")
    page.evaluate(NEXT % 2)
    headline = page.locator("h1").inner_text().replace("\u00a0", " ")
    assert page.evaluate("said[0]") == headline
    assert button.inner_text() == "Tạm dừng"
    assert page.locator(".heard").count() == 1
    keys.press("Space")
    assert button.inner_text() == "Nghe tiếp"
    keys.press("Space")
    assert page.evaluate("said[3] === said[2]")
    keys.press("Escape")
    assert button.inner_text() == "Nghe bài"
    assert not page.locator("[data-stop]").is_visible()
    assert page.locator(".heard").count() == 0
    assert not reader.errors
