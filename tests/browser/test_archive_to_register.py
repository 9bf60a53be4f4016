"""A keeper sorts out what the archive proposes, with the keyboard, and two people sign it."""

from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parents[1] / "corpora" / "pages"
LIST = "/toa-soan/people/proposal/"


@pytest.fixture(scope="module")
def archive(site):
    """Three old pages, imported, and what they propose."""
    pages = [str(PAGES / name) for name in ("001.txt", "003.txt", "009.txt")]
    site.run("manage.py", "import_pages", *pages, "--portal", "ben-do")
    site.run("manage.py", "propose_terms", "--portal", "ben-do")


@pytest.fixture
def keeper(archive, person):
    """`thuky` before the list of proposals."""
    keeper = person("thuky")
    keeper.go(LIST)
    return keeper


def current(page):
    return page.locator(".proposal.is-current h2").inner_text()


def test_keyboard_refuses_takes_back_and_accepts(keeper):
    page = keeper.page
    page.keyboard.press("j")
    first = current(page)
    page.keyboard.press("x")
    page.wait_for_selector(".proposal.is-settled:not(.is-current)")
    page.keyboard.press("z")
    page.wait_for_selector(".proposal.is-settled", state="detached")
    assert current(page) == first
    page.keyboard.press("e")
    body = page.locator(".proposal.is-current [name=body_name]")
    body.fill("uy ban nhan dan phuong ben do")
    page.locator(".proposal.is-current .found [role=option]").first.click()
    for name, words in (("rank", "Ủy viên"), ("starts_on", "1/8/2025"), ("ends_on", "")):
        page.locator(f".proposal.is-current [name={name}]").fill(words)
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_selector(".proposal.is-settled .proposal-outcome")
    page.click("[data-draft-link]")
    page.wait_for_load_state()
    assert first in keeper.text()


def test_title_without_body_is_refused_in_a_sentence(keeper):
    page = keeper.page
    row = page.locator(".proposal", has=page.locator("[name=body]:not([value])")).first
    row.locator("form button").first.click()
    refusal = row.locator("[data-refused]")
    refusal.wait_for()
    assert "cơ quan" in refusal.inner_text()


def test_reporter_has_no_such_page(person):
    reporter = person("phongvien")
    assert reporter.go(LIST).status == 404
