"""The first page, the menus, and what is said when something cannot be opened."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import path

from apps.newsroom import slots
from apps.newsroom.middleware import RefusalMiddleware
from apps.newsroom.refusals import OutOfSight, Refused
from config.urls import urlpatterns as real
from tests import make

from .people import administrator, client_of

pytestmark = pytest.mark.django_db


def menu(user):
    return [line.href for line in client_of(user).get("/toa-soan/").context["desk_menu"]]


def test_administrator_sees_accounts_and_no_articles():
    assert menu(administrator()) == [
        "/toa-soan/portals/portal/",
        "/toa-soan/accounts/user/",
        "/toa-soan/portals/seat/",
        "/toa-soan/newsroom/letter/",
        "/toa-soan/newsroom/act/",
    ]


def test_reporter_sees_no_settings():
    hrefs = menu(make.Office().reporter)
    assert not {h for h in hrefs if "/accounts/" in h or "/portals/" in h}


def test_manager_sees_his_portal():
    assert "/toa-soan/portals/portal/" in menu(make.Office().manager)


def test_nobody_without_a_role_sees_a_menu():
    assert menu(make.user()) == []


def test_a_superuser_is_nobody_special():
    assert not {h for h in menu(make.user(is_superuser=True)) if "/accounts/" in h}


def test_groups_and_foreign_tables_have_no_page():
    assert not admin.site.is_registered(Group)
    client = client_of(administrator())
    for address in ("auth/group/", "axes/accessattempt/"):
        assert client.get(f"/toa-soan/{address}").status_code == 404


def test_panels_come_from_above(monkeypatch):
    panel = {"title": "Chờ ký", "template": "newsroom/locked_out.html", "context": {}}
    monkeypatch.setattr(slots.desk_panels, "_function", lambda request: [panel])
    answer = client_of(make.user()).get("/toa-soan/")
    assert "Chờ ký" in answer.content.decode()
    assert "newsroom/locked_out.html" in [t.name for t in answer.templates]


def test_an_unknown_page_leads_back_to_the_desk():
    answer = client_of(make.user()).get("/toa-soan/khong-co/")
    assert answer.status_code == 404
    assert 'href="/toa-soan/"' in answer.content.decode()


def test_applications_have_no_page_of_their_own():
    answer = client_of(administrator()).get("/toa-soan/portals/")
    assert answer["Location"] == "/toa-soan/"


def raised(exception, path="/toa-soan/x/", method="post"):
    request = getattr(RequestFactory(), method)(path)
    request._messages = type("Said", (list,), {"add": lambda self, *said: self.append(said)})()
    middleware = RefusalMiddleware(lambda request: HttpResponse())
    return request, middleware.process_exception(request, exception)


def test_a_refusal_goes_back_with_its_sentence():
    request, answer = raised(Refused("Chưa ai ký."))
    assert answer["Location"] == "/toa-soan/x/"
    assert request._messages[0][1] == "Chưa ai ký."


def test_out_of_sight_is_not_found():
    assert raised(OutOfSight())[1].status_code == 404


def broken(request):
    raise RuntimeError("secret detail")


urlpatterns = [path("toa-soan/broken/", broken), *real]


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_shows_a_sentence_and_no_detail():
    client = client_of(make.user())
    client.raise_request_exception = False
    answer = client.get("/toa-soan/broken/")
    assert answer.status_code == 500
    assert "newsroom/trouble.html" in [t.name for t in answer.templates]
    assert "secret detail" not in answer.content.decode()


@pytest.mark.parametrize("address", ["", "accounts/user/", "portals/seat/", "password_change/"])
def test_every_page_names_who_is_signed_in(address):
    user = administrator(display_name="Quàng Văn Sỹ")
    text = client_of(user).get(f"/toa-soan/{address}").content.decode()
    assert "Quàng Văn Sỹ" in text
    assert 'action="/toa-soan/logout/"' in text


@pytest.mark.parametrize(
    "address",
    ["articles/article/", "articles/contributor/", "people/person/", "anh/chon/?portal={portal}"],
)
def test_a_search_is_never_longer_than_an_address_may_be(address):
    office = make.Office()
    office.chief.keeps_register = True
    office.chief.save()
    answer = client_of(office.chief).get(f"/toa-soan/{address.format(portal=office.portal.key)}")
    (box,) = [tag for tag in answer.content.decode().split("<") if 'type="search"' in tag]
    assert 'maxlength="200"' in box
