"""A form sent after the session ended: what was typed comes back behind the login."""

import json
from html.parser import HTMLParser

import pytest
from django.test import Client

from apps.newsroom.models import Act
from tests import make

from .people import log_in, with_password

pytestmark = pytest.mark.django_db
BROWSER = {"accept": "text/html,application/xhtml+xml"}
REASON = 'Sai họ tên "đồng chí" chủ trì.\n\n<b>Sửa</b> lại.'


class Fields(HTMLParser):
    """The fields of a page's form, as a browser would send them."""

    def __init__(self, page):
        super().__init__()
        self.pairs, self.open, self.form = {}, None, {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.form = attrs
        if tag == "input":
            self.pairs[attrs["name"]] = attrs.get("value") or ""
        if tag == "textarea":
            self.open = attrs["name"]
            self.pairs[self.open] = ""

    def handle_data(self, data):
        if self.open:
            self.pairs[self.open] += data

    def handle_endtag(self, tag):
        if self.open and tag == "textarea":
            self.pairs[self.open] = self.pairs[self.open].removeprefix("\n")
            self.open = None


@pytest.fixture
def office():
    return make.Office()


def sent_signed_out(office, address, **typed):
    """The browser, and the page that answers a form whose session is gone."""
    with_password(office.editor)
    client = Client(headers=BROWSER)
    return client, client.post(address, typed)


def signed_in(client, office, answer):
    typed = Fields(answer.content.decode())
    assert typed.form["action"] == "/toa-soan/login/"
    known = {"username": office.editor.username, "password": "một mật khẩu dài"}
    return client.post(typed.form["action"], typed.pairs | known)


def test_a_reason_typed_into_an_ended_session_is_sent_after_signing_in(office):
    article = office.submitted()
    address = f"/toa-soan/articles/article/{article.pk}/act/send_back/"
    client, answer = sent_signed_out(office, address, reason=REASON)
    assert not Act.objects.filter(verb="send_back").exists()
    page = signed_in(client, office, answer)
    given = Fields(page.content.decode())
    assert (given.form["action"], given.pairs["reason"]) == (address, REASON)
    client.post(given.form["action"], given.pairs)
    assert Act.objects.get(verb="send_back").reason == REASON


def test_a_wrong_password_keeps_what_was_typed(office):
    address = f"/toa-soan/articles/article/{office.submitted().pk}/act/send_back/"
    client, answer = sent_signed_out(office, address, reason=REASON)
    kept = Fields(answer.content.decode()).pairs["kept"]
    again = client.post(
        "/toa-soan/login/", {"username": "x", "password": "sai", "kept": kept, "next": address}
    )
    assert Fields(again.content.decode()).pairs["kept"] == kept


def test_passwords_and_scripts_are_not_kept(office):
    change = "/toa-soan/password_change/"
    assert "kept" not in sent_signed_out(office, change, old_password="x")[1].content.decode()
    script = Client(headers={"accept": "*/*"}).post("/toa-soan/articles/article/add/", {"a": "b"})
    assert script.status_code == 302


def test_what_the_article_form_keeps_by_itself_is_not_kept_twice(office):
    add = "/toa-soan/articles/article/add/"
    answer = sent_signed_out(office, add, headline="Tin", typed_page="a" * 32)[1]
    assert answer.status_code == 302


@pytest.mark.parametrize("kept", ["[", "{}", "[1]", '[["a"]]', '[["a", 1]]', json.dumps(7)])
def test_junk_leads_on_as_ever(office, kept):
    with_password(office.editor)
    known = {"username": office.editor.username, "password": "một mật khẩu dài", "kept": kept}
    assert Client().post("/toa-soan/login/", known).status_code == 302


def test_nothing_is_given_back_to_another_site(office):
    with_password(make.user("lan"))
    client = Client()
    assert log_in(client, "lan").status_code == 302
    known = {"username": "lan", "password": "một mật khẩu dài", "kept": '[["a", "b"]]'}
    answer = Client().post("/toa-soan/login/", known | {"next": "https://example.org/"})
    assert "example.org" not in answer.content.decode()
