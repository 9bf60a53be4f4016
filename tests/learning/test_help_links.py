"""A help page links only to what its reader may open; the rest it says in plain words."""

import re

import pytest
from django.utils import timezone

from apps.accounts.models import User
from apps.learning.help import PAGES
from config.demo.dates import Calendar
from config.demo.files import read
from config.demo.office import make_people, make_portals
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
HELP = "/toa-soan/huong-dan/"
# Everybody who signs in: a leader asked for an opinion comes by a link.
NAMES = [
    row["username"]
    for row in read("people")["accounts"]
    if [seat["role"] for seat in row["seats"]] != ["adviser"]
]


@pytest.fixture
def office():
    make_portals()
    make_people(Calendar(timezone.now()))


def links(client, address):
    page = client.get(address).content.decode()
    return set(re.findall(r'href="([^"#]+)"', re.search(r"<main.*</main>", page, re.S)[0]))


@pytest.mark.parametrize("username", NAMES)
def test_every_link_of_every_help_page_opens(office, username):
    client = client_of(User.objects.get(username=username))
    found = links(client, HELP).union(*(links(client, f"{HELP}{slug}/") for slug in PAGES))
    assert len(found) > 5
    refused = {link: client.get(link, follow=True).status_code for link in sorted(found)}
    assert {link: code for link, code in refused.items() if code >= 400} == {}


def test_what_one_may_not_open_is_said_all_the_same(office):
    page = f"{HELP}nguoi-nghi-viec/"
    accounts = "/toa-soan/accounts/user/"
    chief, keeper = (client_of(User.objects.get(username=n)) for n in ("truongban", "quantri"))
    assert accounts in links(keeper, page)
    assert accounts not in links(chief, page)
    assert "mở Tài khoản, tìm người ấy" in chief.get(page).content.decode()
