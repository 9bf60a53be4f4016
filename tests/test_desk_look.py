"""What the desk's pages are made of: small, our own, and fit for a strict policy."""

import re
from pathlib import Path

import pytest

from tests import make
from tests.newsroom.people import administrator, client_of

ROOT = Path(__file__).resolve().parents[1]
CSS = ROOT / "static/newsroom/desk.css"
OURS = ["admin", "newsroom", "accounts", "portals", "registration"]
TEMPLATES = sorted(page for name in OURS for page in (ROOT / "templates" / name).rglob("*.html"))
MARKS = "ăâêôơưĂÂÊÔƠƯđĐ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA))
PAGES = [
    "", "password_change/", "accounts/user/", "accounts/user/add/", "portals/seat/",
    "portals/seat/add/", "portals/portal/",
]  # fmt: skip
FRAME_PAGES = ["portal/{p}/change/", "section/", "section/add/", "menuitem/", "banner/add/"]


def test_the_skin_stays_under_twenty_kilobytes():
    assert CSS.stat().st_size < 20 * 1024


def test_the_skin_fetches_nothing():
    css = CSS.read_text()
    assert "url(" not in css
    assert "@import" not in css


def test_headlines_are_never_all_capitals():
    assert "text-transform: uppercase" not in re.sub(r"label::first-letter \{[^}]*\}", "", css())


def css():
    return CSS.read_text()


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_templates_hold_no_inline_style_or_script(page):
    text = page.read_text()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_words_come_from_the_catalogue(page):
    text = page.read_text().replace("Tòa soạn", "")  # the product's name
    assert not set(text) & set(MARKS)


def check_page(answer):
    text = answer.content.decode()
    assert answer.status_code == 200
    policy = dict(
        each.split(None, 1) for each in answer["Content-Security-Policy"].split("; ") if " " in each
    )
    assert "unsafe" not in policy["script-src"] + policy["style-src"]
    scripts = re.findall(r"<script(?![^>]*\s(?:src|nonce)=)(?![^>]*application/json)[^>]*>", text)
    assert scripts == []
    assert not re.search(r"<style|<[^>]+\sstyle=|<[^>]+\son(?:click|load|error)=", text)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', text)
    return text


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_administrators_pages_pass_a_strict_policy(address):
    text = check_page(client_of(administrator()).get(f"/toa-soan/{address}"))
    assert '<html lang="vi"' in text


@pytest.mark.django_db
@pytest.mark.parametrize("address", FRAME_PAGES)
def test_portals_pages_pass_a_strict_policy(address):
    office = make.Office()
    address = f"/toa-soan/portals/{address.format(p=office.portal.pk)}"
    check_page(client_of(office.manager).get(address))


@pytest.mark.django_db
def test_the_login_loads_our_own_files_only(client):
    check_page(client.get("/toa-soan/login/"))
