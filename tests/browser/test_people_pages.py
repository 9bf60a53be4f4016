"""A reader goes from an article to a person, to his body, and to who led it years ago."""

import re

import pytest

WIDTHS = (360, 768, 1280)
PERSON = "/can-bo/"
BODIES = "/to-chuc/"


@pytest.fixture
def reader(person):
    return person()


def first_name(reader):
    """An article that names somebody in office, and the link to him."""
    reader.go("/")
    addresses = reader.page.eval_on_selector_all(
        ".card h2 a, .card h3 a", "links => links.map(link => link.getAttribute('href'))"
    )
    for address in addresses:
        reader.go(address)
        named = reader.page.locator(".text a.named, .sapo a.named")
        if named.count():
            return named.first
    raise AssertionError("no article names an official")


def test_reader_follows_a_name_to_the_office_and_back_in_time(reader):
    link = first_name(reader)
    name, article = link.inner_text(), reader.page.url
    link.click()
    assert reader.page.locator("h1").inner_text() == name.replace("\u00a0", " ")
    appearances = reader.page.locator(".dated a").evaluate_all("all => all.map(one => one.href)")
    assert article in appearances
    reader.page.locator(".titles a").first.click()
    assert "/to-chuc/" in reader.page.url
    reader.page.fill("#nam", "2012")
    with reader.page.expect_navigation():
        reader.page.press("#nam", "Enter")
    assert reader.page.url.endswith("?nam=2012")
    assert not reader.errors


@pytest.mark.parametrize("width", WIDTHS)
def test_register_fits_every_screen(person, width):
    reader = person(width=width)
    for list_ in (PERSON, BODIES):
        reader.go(list_)
        reader.page.locator(".known a").first.click()
        for address in (list_, reader.page.url):
            reader.go(address)
            wide = reader.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (address, wide)


def test_fingers_find_every_link_of_a_person_page(person):
    reader = person(width=360)
    reader.go(PERSON)
    reader.page.locator(".known a").first.click()
    small = reader.page.eval_on_selector_all(
        ".titles a, .dated a, .crumbs a",
        "links => links.filter(link => link.getBoundingClientRect().height < 32)"
        ".map(link => link.innerText)",
    )
    assert small == []


def test_everything_is_vietnamese(reader):
    for list_ in (PERSON, BODIES):
        reader.go(list_)
        reader.page.locator(".known a").first.click()
        text = reader.text()
        assert not re.search(r"\b(None|null|undefined|person:|body:|holds|district)\b", text)
