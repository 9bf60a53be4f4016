"""Typing @ and part of a name, as a reporter does it."""

import pytest

from .conftest import Person

SETUP = """
import datetime as dt
from apps.organizations.models import Organization
from apps.people.models import Person, Position, Term
day = dt.date(2025, 4, 1)
def body(name, slug):
    kind = "people_council" if name.startswith("Hội đồng") else "party_committee"
    return Organization.objects.create(name=name, slug=slug, level="district", kind=kind)
def person(name, slug):
    return Person.objects.create(name=name, slug=slug)
def holds(who, rank, of, starts=None, ends=None):
    position, _ = Position.objects.get_or_create(rank=rank, body=of)
    Term.objects.create(person=who, position=position, starts_on=starts, ends_on=ends)
committee, council = body("Huyện ủy Pa Cheo", "huyen-uy-pa-cheo"), body(
    "Hội đồng nhân dân huyện Pa Cheo", "hdnd-pa-cheo")
xuyen, tuong, old = person("Sùng Thị Xuyến", "sung-thi-xuyen"), person(
    "Sùng Mí Tưởng", "sung-mi-tuong"), person("Ly Mí Cấu", "ly-mi-cau")
holds(xuyen, "Phó Bí thư Thường trực", committee)
holds(xuyen, "Chủ tịch", council)
holds(tuong, "Phó Bí thư", committee, None, day)
holds(tuong, "Bí thư", committee, day)
holds(old, "Bí thư", committee, None, day)
"""
XUYEN = "Sùng Thị Xuyến, Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện Pa Cheo"
BODY = ".field-body .ProseMirror[contenteditable=true]"


@pytest.fixture(scope="module")
def register(site):
    site.run("manage.py", "shell", "-c", SETUP)


@pytest.fixture(scope="module")
def desk(chromium, site, register):
    """One screen: each test opens a form of its own on it."""
    at_desk = Person(chromium, site.address, "phongvien")
    yield at_desk
    at_desk.leave()


@pytest.fixture
def reporter(desk):
    desk.errors.clear()
    return open_form(desk)


def open_form(someone, day="2/4/2025"):
    someone.go("/toa-soan/articles/article/add/")
    someone.page.wait_for_selector(BODY)
    someone.page.evaluate("day => { document.querySelector('[name=event_date]').value = day }", day)
    return someone


def write(someone, words, into=BODY, rows=None):
    """Types behind what is there; waits until `rows` lines can be seen: an old list is hidden."""
    someone.page.focus(into)
    someone.page.keyboard.type(words, delay=15)
    if rows is not None:
        someone.page.wait_for_function(
            "n => [...document.querySelectorAll('.mention [role=option]')]"
            ".filter(row => row.checkVisibility()).length === n",
            arg=rows,
        )


def press(someone, *keys):
    for key in keys:
        someone.page.keyboard.press(key)


def body_of(someone):
    return someone.page.inner_text(BODY).strip()


def closed(someone):
    someone.page.wait_for_selector(".mention", state="hidden")
    return True


@pytest.mark.parametrize("typed", ["@xuyen", "@xuyến", "@sùng thị", "@Sung  Thi Xuyen"])
def test_part_of_a_name_becomes_name_and_titles(reporter, typed):
    write(reporter, typed, rows=1)
    press(reporter, "Enter")
    assert closed(reporter)
    assert body_of(reporter) == f"Đồng chí {XUYEN}"
    assert reporter.errors == []


def test_inside_a_sentence_the_honour_is_small(reporter):
    write(reporter, "Chủ trì hội nghị có @xuyen", rows=1)
    press(reporter, "Tab")
    assert closed(reporter)
    write(reporter, ". Dự có đồng chí @xuyen", rows=1)
    press(reporter, "Enter")
    assert closed(reporter)
    expected = f"Chủ trì hội nghị có đồng chí {XUYEN}. Dự có đồng chí {XUYEN}"
    assert body_of(reporter) == expected


def test_lead_and_caption_offer_people_too(reporter):
    write(reporter, "Sáng 2/4, @xuyen", into="[name=sapo]", rows=1)
    press(reporter, "Enter")
    assert closed(reporter)
    reporter.page.evaluate(
        "() => { const box = document.querySelector('#pictures'); window.open = () => null;"
        " box.querySelector('.add-row').click(); }"
    )
    write(reporter, "@xuyen", into="[name=pictures-0-caption]", rows=1)
    press(reporter, "Enter")
    assert closed(reporter)
    assert reporter.page.input_value("[name=sapo]") == f"Sáng 2/4, đồng chí {XUYEN}"
    assert reporter.page.input_value("[name=pictures-0-caption]") == f"Đồng chí {XUYEN}"


def test_chosen_words_can_be_undone(reporter):
    write(reporter, "Có @xuyen", into="[name=sapo]", rows=1)
    press(reporter, "Enter")
    assert closed(reporter)
    press(reporter, "Control+z")
    assert reporter.page.input_value("[name=sapo]") == "Có @xuyen"


def test_arrow_keys_choose_another_line(reporter):
    write(reporter, "@sung", rows=2)
    first = reporter.page.locator(".mention [aria-selected=true]").inner_text()
    press(reporter, "ArrowDown")
    second = reporter.page.locator(".mention [aria-selected=true]").inner_text()
    press(reporter, "Enter")
    assert closed(reporter)
    assert first != second
    assert second.split("\n")[0].strip() in body_of(reporter)


def test_escape_leaves_the_text_as_typed(reporter):
    write(reporter, "@xuyen", rows=1)
    press(reporter, "Escape")
    assert closed(reporter)
    write(reporter, " nói")
    press(reporter, "Enter")
    reporter.page.wait_for_timeout(300)
    assert closed(reporter) and body_of(reporter) == "@xuyen nói"


def test_handover_day_offers_before_and_after(desk):
    someone = open_form(desk, "1/4/2025")
    write(someone, "@tuong", rows=2)
    lines = someone.page.locator(".mention [role=option]").all_inner_texts()
    assert "Phó Bí thư Huyện ủy Pa Cheo" in lines[0] and "Bí thư Huyện ủy Pa Cheo" in lines[1]
    someone.page.locator(".mention [role=option]").nth(1).click()
    assert body_of(someone) == "Đồng chí Sùng Mí Tưởng, Bí thư Huyện ủy Pa Cheo"


def test_former_holder_is_called_nguyen(reporter):
    write(reporter, "Dự có @mi cau", rows=1)
    press(reporter, "Enter")
    assert closed(reporter)
    assert body_of(reporter) == "Dự có đồng chí Ly Mí Cấu, nguyên Bí thư Huyện ủy Pa Cheo"


@pytest.mark.parametrize("into", [BODY, "[name=sapo]"])
def test_input_method_that_composes_does_not_break_it(reporter, into):
    """What fcitx and phones do: a syllable stays open, is rewritten, then committed."""
    write(reporter, "Có @", into=into)
    ime = reporter.context.new_cdp_session(reporter.page)
    for words in ("x", "xuye", "xuyê", "xuyến"):
        ime.send("Input.imeSetComposition", {
            "text": words, "selectionStart": len(words), "selectionEnd": len(words),
        })  # fmt: skip
    ime.send("Input.insertText", {"text": "xuyến"})
    reporter.page.wait_for_selector(".mention [role=option]")
    press(reporter, "Enter")  # chooses when the answer about the whole name has come
    assert closed(reporter)
    value = body_of(reporter) if into == BODY else reporter.page.input_value(into)
    assert value == f"Có đồng chí {XUYEN}"


@pytest.mark.parametrize("into", [BODY, "[name=sapo]"])
def test_input_method_that_deletes_and_retypes_does_not_break_it(reporter, into):
    """What UniKey does: it sends backspaces and the syllable anew."""
    write(reporter, "Có @xuyen", into=into, rows=1)
    press(reporter, "Backspace", "Backspace")
    reporter.page.keyboard.insert_text("ến")
    press(reporter, "Enter")
    assert closed(reporter)
    value = body_of(reporter) if into == BODY else reporter.page.input_value(into)
    assert value == f"Có đồng chí {XUYEN}"


def test_nobody_of_that_name_is_said_in_words(reporter):
    # The answer about the whole name: on a slow machine one about its first letters comes before.
    with reporter.page.expect_event("requestfinished", lambda sent: "q=khongcoai&" in sent.url):
        write(reporter, "@khongcoai")
    reporter.page.wait_for_timeout(200)
    assert reporter.page.inner_text(".mention-says")
    write(reporter, " nói")
    reporter.page.wait_for_timeout(400)
    assert closed(reporter)
    press(reporter, "Enter")
    write(reporter, "Dòng hai")
    assert body_of(reporter).split() == ["@khongcoai", "nói", "Dòng", "hai"]


def test_lost_line_leaves_the_text_alone(reporter):
    reporter.page.route("**/de-cap/**", lambda route: route.abort())
    write(reporter, "@xuyen")
    reporter.page.wait_for_selector(".mention-says:not(:empty)")
    assert reporter.page.locator(".mention [role=option]").count() == 0
    reporter.page.unroute("**/de-cap/**")
    write(reporter, " ", rows=1)
    press(reporter, "Escape")
    assert body_of(reporter) == "@xuyen"


def test_address_of_a_mailbox_opens_nothing(reporter):
    write(reporter, "Hòm thư toasoan@sung")
    reporter.page.wait_for_timeout(400)
    assert closed(reporter)


def test_screen_reader_hears_the_line_it_stands_on(reporter):
    write(reporter, "@sung", rows=2)
    typed_in = reporter.page.locator(BODY)
    press(reporter, "ArrowDown")
    line = reporter.page.locator(f"#{typed_in.get_attribute('aria-activedescendant')}")
    assert line.get_attribute("role") == "option" and line.get_attribute("aria-selected") == "true"
    assert typed_in.get_attribute("aria-controls") == "mention-list"
    press(reporter, "Escape")
    assert typed_in.get_attribute("aria-activedescendant") is None


@pytest.fixture
def phone(chromium, site, register):
    held = Person(
        chromium, site.address, "phongvien",
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True,
    )  # fmt: skip
    held.go("/toa-soan/articles/article/add/")
    held.page.wait_for_selector(BODY)
    yield held.page
    held.leave()


@pytest.mark.parametrize("into", [BODY, "[name=sapo]"])
def test_phone_taps_a_line(phone, into):
    """The keyboard of a phone composes all the time; the line that is typed stays in sight."""
    phone.tap(into)
    phone.keyboard.type("Có @")
    ime = phone.context.new_cdp_session(phone)
    ime.send("Input.imeSetComposition", {"text": "xuyen", "selectionStart": 5, "selectionEnd": 5})
    line = phone.locator(".mention [role=option]")
    line.wait_for()
    box = line.bounding_box()
    assert box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 360
    assert box["y"] >= 0 and box["y"] + box["height"] <= 640
    line.tap()
    value = phone.inner_text(BODY).strip() if into == BODY else phone.input_value(into)
    assert value == f"Có đồng chí {XUYEN}"
