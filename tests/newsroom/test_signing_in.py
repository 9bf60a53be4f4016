"""The door of the desk: login, lock-out, logout."""

import pytest
from axes.utils import reset
from django.test import Client

from tests import make

from .people import administrator, client_of, log_in, with_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def locks(settings):
    """Locks as in service; the suite leaves them off."""
    settings.AXES_ENABLED = True
    yield
    reset()


def test_right_password_opens_the_desk():
    with_password(make.user("lan"))
    client = Client()
    assert log_in(client, "lan")["Location"] == "/toa-soan/"
    assert client.get("/toa-soan/").status_code == 200


def test_wrong_password_says_one_sentence():
    with_password(make.user("lan"))
    answer = log_in(Client(), "lan", "sai")
    assert answer.status_code == 200
    assert answer.content.decode().count("errornote") == 1


def test_login_leads_on_inside_the_site_only():
    with_password(make.user("lan"))
    answer = Client().post(
        "/toa-soan/login/?next=https://example.org/",
        {"username": "lan", "password": "một mật khẩu dài", "next": "https://example.org/"},
    )
    assert "example.org" not in answer["Location"]


def test_fifth_wrong_password_locks(locks):
    with_password(make.user("lan"))
    client = Client()
    answers = [log_in(client, "lan", "sai") for _try in range(5)]
    assert answers[-1].status_code == 429
    assert "newsroom/locked_out.html" in [t.name for t in answers[-1].templates]
    assert log_in(client, "lan").status_code == 429


def test_administrator_lifts_a_lock(locks):
    user = with_password(make.user("lan"))
    client = Client()
    for _try in range(5):
        log_in(client, "lan", "sai")
    page = f"/toa-soan/accounts/user/{user.pk}/"
    desk = client_of(administrator())
    assert f"{page}unlock/" in desk.get(f"{page}change/").content.decode()
    desk.post(f"{page}unlock/")
    assert log_in(client, "lan").status_code == 302


def test_a_person_without_desk_does_not_enter():
    user = with_password(make.user("doc-gia"))
    user.is_staff = False
    user.save()
    assert log_in(Client(), "doc-gia").status_code == 200


def test_logging_out_needs_a_post_and_ends_the_session():
    client = client_of(make.user())
    assert client.get("/toa-soan/logout/").status_code == 405
    assert client.post("/toa-soan/logout/").status_code == 200
    assert "/login/" in client.get("/toa-soan/")["Location"]


def test_a_page_open_too_long_says_so():
    with_password(make.user("lan"))
    client = Client(enforce_csrf_checks=True)
    answer = log_in(client, "lan")
    assert answer.status_code == 403
    assert "403_csrf.html" in [t.name for t in answer.templates]


@pytest.mark.parametrize("key", ["\0" * 12, "a\0bcdefghijk", "' OR 1=1 --", "é" * 32, "a" * 5000])
def test_a_made_up_session_leads_to_the_login(key):
    # As a browser sends it: some builds of Python read such a cookie but refuse to write it.
    value = "".join(f"\\{ord(sign):03o}" if sign < " " else sign for sign in key)
    answer = Client(headers={"cookie": f'sessionid="{value}"'}).get("/toa-soan/")
    assert answer.status_code == 302 and "/login/" in answer["Location"]
