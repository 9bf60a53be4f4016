"""Help pages: everybody who is signed in reads them; every link in them opens something."""

import gettext
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import resolve

from apps.learning.help import EMERGENCIES, PAGES, ROLES
from apps.portals.roles import Role
from tests import make
from tests.newsroom.people import administrator, client_of

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
HELP = "/toa-soan/huong-dan/"


def test_every_desk_page_leads_to_the_help():
    reporter = make.Office().reporter
    assert f'href="{HELP}"' in client_of(reporter).get("/toa-soan/").content.decode()


@pytest.mark.parametrize("slug", PAGES)
def test_a_help_page_opens_for_whoever_is_signed_in(slug):
    for user in (make.user(), administrator(), make.Office().reporter):
        assert client_of(user).get(f"{HELP}{slug}/").status_code == 200


@pytest.mark.parametrize("slug", PAGES)
def test_the_links_of_a_help_page_lead_to_screens_of_the_desk(slug):
    text = client_of(make.Office().reporter).get(f"{HELP}{slug}/").content.decode()
    article = re.search(r"<article.*</article>", text, re.S)[0]
    links = re.findall(r'href="([^"]+)"', article)
    assert links
    for link in links:
        assert resolve(link).url_name not in ("section", "elsewhere")


def test_a_stranger_is_asked_to_sign_in():
    answer = Client().get(HELP)
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


def test_an_unknown_page_is_not_there():
    assert client_of(make.user()).get(f"{HELP}khong-co/").status_code == 404


def test_ones_own_page_stands_apart():
    answer = client_of(make.Office().chief).get(HELP)
    assert [page.slug for page in answer.context["own"]] == ["truong-ban"]
    answer = client_of(administrator()).get(HELP)
    assert [page.slug for page in answer.context["own"]] == ["quan-tri"]


def test_every_role_that_signs_in_has_its_page():
    told = set().union(*(page.roles for page in ROLES))
    assert set(Role) - told == {Role.ADVISER}


@pytest.mark.parametrize("page", EMERGENCIES, ids=lambda page: page.slug)
def test_an_emergency_page_says_what_who_and_whom(page):
    text = client_of(make.user()).get(page.href).content.decode()
    for heading in ("Làm ngay", "Ai được làm", "Bạn đọc thấy gì", "Báo cho ai"):
        assert f"<h2>{heading}</h2>" in text
    steps = re.search(r"<ol>.*?</ol>", text, re.S)[0]
    assert 3 <= steps.count("<li>") <= 7


def test_a_help_page_asks_the_database_little(django_assert_max_num_queries):
    client = client_of(make.Office().chief)
    with django_assert_max_num_queries(6):
        client.get(f"{HELP}truong-ban/")


EMPHASIS = {  # said aloud, no name of a button or a part of the desk
    "@", "bản xem trước", "hai người duyệt", "ít nhất hai người duyệt", "lưu ý kiểm tra",
    "vào ngày sự kiện", "Đừng đóng cửa sổ, đừng bấm tải lại trang.", "đã đăng",
}  # fmt: skip


def test_the_pages_name_buttons_as_the_desk_does():
    with (ROOT / "locale/vi/LC_MESSAGES/django.mo").open("rb") as compiled:
        said = {str(words).lower() for words in gettext.GNUTranslations(compiled)._catalog.values()}
    folders = (ROOT / "templates/learning/help", ROOT / "templates/learning/lessons")
    texts = [page.read_text() for folder in folders for page in folder.glob("*.html")]
    named = set(re.findall(r"<strong>([^<{]+)</strong>", " ".join(texts))) - EMPHASIS
    assert len(named) > 20
    assert {name for name in named if name.lower() not in said} == set()
