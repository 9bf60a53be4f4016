"""The desk's daily pages for a screen reader, a keyboard and a silent console."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
ARTICLES = "/toa-soan/articles/article/"
ADD = f"{ARTICLES}add/"
DAILY = ["/toa-soan/", ARTICLES, ADD, "/toa-soan/media/picture/", "review"]
BODY = ".field-body .ProseMirror[contenteditable=true]"
OF_SOME_DAYS = ["/toa-soan/articles/plannedpiece/", "/toa-soan/articles/plannedpiece/?xem=tuan",
                "/toa-soan/meetings/scheduleline/", "meeting", "publishing"]  # fmt: skip
RUN = """axe.run(document, {iframes: false, preload: false, resultTypes: ["violations"]}).then(
  ({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`)))"""
# Where the focus is, whether it shows, and whether something lies over it.
FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const {outlineStyle, outlineWidth} = getComputedStyle(at);
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 12));
  return {name: at.id || at.getAttribute("name") && `${at.name}=${at.value}` || at.className || at.tagName,
    in_text: at.matches(".ProseMirror"), shows: outlineStyle !== "none" && outlineWidth !== "0px",
    covered: !top || !(at.contains(top) || top.contains(at))};
}"""  # noqa: E501
TABLE = """selector => document.querySelector(selector).editor.chain().focus()
  .insertTable({rows: 2, cols: 2, withHeaderRow: false}).run()"""


@pytest.fixture
def chief(person):
    """A chief whose console is listened to."""
    reads = person("truongban")
    reads.said = []
    reads.page.on("console", lambda message: reads.said.append(message.text))
    return reads


def open_page(chief, path):
    if path in ("review", "publishing"):
        chief.go("/toa-soan/")
        path = chief.page.get_attribute("a[href$='/duyet/']", "href")[: -len("duyet/")] + {
            "review": "duyet/", "publishing": "act/schedule/",
        }[path]  # fmt: skip
    if path == "meeting":  # with its papers
        chief.go("/toa-soan/meetings/meeting/")
        path = chief.page.evaluate(
            "document.querySelector('#result_list a[href$=\"/change/\"]').href"
        )
    chief.go(path)
    if path == ADD:
        chief.page.wait_for_selector("#article_form[data-keeping=kept]")


def faults(page, run=RUN):
    """What axe finds on the page as it stands; a page of which it was asked before has it still."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE};0")
    return page.evaluate(run)


@pytest.mark.parametrize("path", DAILY)
def test_a_page_of_every_day_has_no_fault_and_says_nothing_in_the_console(chief, path):
    page = chief.page
    open_page(chief, path)
    found = faults(page)
    page.set_viewport_size({"width": 390, "height": 844})
    found += faults(page)
    for part in page.locator("button[data-tab]:visible, button[data-show]:visible").all():
        part.click()
        found += faults(page)
    assert found == []
    assert chief.said == []
    assert not chief.errors


def test_a_page_of_some_days_has_no_fault_either(chief):
    found = {}
    for path in OF_SOME_DAYS:
        open_page(chief, path)
        for width in (1280, 390):
            chief.page.set_viewport_size({"width": width, "height": 900})
            found[path, width] = faults(chief.page)
    assert {where: there for where, there in found.items() if there} == {}
    assert chief.said == []


def test_the_article_form_is_walked_with_tab_from_the_skip_link_to_the_buttons(chief):
    page, keys = chief.page, chief.page.keyboard
    open_page(chief, ADD)
    keys.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-to-content-link"
    keys.press("Enter")
    stops = []
    while not stops or stops[-1]["name"] != "act=submit":
        keys.press("Tab")
        stops.append(page.evaluate(FOCUSED))
        assert len(stops) < 60, [stop["name"] for stop in stops]
    assert [stop for stop in stops if not stop["shows"] or stop["covered"]] == []
    names = [stop["name"] for stop in stops]
    order = [
        "id_headline",
        "id_sapo",
        "id_section",
        "id_event_date",
        "id_bylines-0-name",
        "id_tags",
    ]
    assert [name for name in names if name in order] == order
    text = next(at for at, stop in enumerate(stops) if stop["in_text"])
    assert names.index("id_sapo") < text < names.index("id_section")
    assert names[-2:] == ["act=save", "act=submit"]
    page.evaluate(TABLE, BODY)
    keys.press("Tab")
    assert page.evaluate(FOCUSED)["in_text"]
    keys.press("Escape")
    keys.press("Tab")
    assert not page.evaluate(FOCUSED)["in_text"]


def test_the_editors_buttons_are_named_in_vietnamese(chief):
    open_page(chief, ADD)
    bold = chief.page.locator(".prose-menubar [data-name=bold]")
    assert bold.get_attribute("aria-label") == "Chữ đậm"
    chief.page.focus(BODY)
    chief.page.keyboard.press("Control+b")
    chief.page.wait_for_selector(".prose-menubar [data-name=bold][aria-pressed=true]")
