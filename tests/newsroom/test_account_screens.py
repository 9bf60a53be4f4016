"""The administrator's pages for accounts, over HTTP."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from apps.accounts.models import User
from apps.newsroom import slots
from apps.newsroom.models import Act
from apps.portals.admin.seats import account_panels
from tests import make

from .people import administrator, client_of, log_in, seen_of, with_password

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/accounts/user/"


@pytest.fixture
def admin():
    return client_of(administrator())


def page(user, what="change/"):
    return f"{LIST}{user.pk}/{what}"


def test_first_password_is_shown_once(admin):
    answer = admin.post(f"{LIST}add/", {"username": "Lan", "display_name": "Lò Thị Lan"})
    shown = re.search(r'class="secret">([^<]+)<', answer.content.decode())[1]
    user = User.objects.get(username="lan")
    assert user.check_password(shown)
    assert shown not in admin.get(page(user)).content.decode()


def test_first_password_opens_only_its_own_change(admin):
    user = make.user("lan")
    shown = admin.post(page(user, "password/")).content.decode()
    password = re.search(r'class="secret">([^<]+)<', shown)[1]
    client = Client()
    log_in(client, "lan", password)
    assert client.get("/toa-soan/")["Location"] == "/toa-soan/password_change/"
    own = "ngựa đúng pin ghim"
    client.post(
        "/toa-soan/password_change/",
        {"old_password": password, "new_password1": own, "new_password2": own},
    )
    assert client.get("/toa-soan/").status_code == 200
    assert Act.objects.filter(verb="set_own_password", by=user).exists()


def test_a_link_for_the_first_password_is_given_on_the_accounts_page(admin):
    user = make.user("lan", password_is_temporary=True)
    with_password(user)
    assert page(user, "link/") in admin.get(page(user)).text
    link = re.search(r'id="first-link"[^>]*>([^<]+)<', admin.post(page(user, "link/")).text)
    client, own = Client(), "ngựa đúng pin ghim"
    form = client.get(link[1], follow=True).redirect_chain[-1][0]
    client.post(form, {"new_password1": own, "new_password2": own})
    user.refresh_from_db()
    assert user.check_password(own)
    assert Act.objects.filter(verb="give_first_link", key=f"user:{user.pk}").count() == 1
    assert page(user, "link/") not in admin.get(page(user)).text
    assert 'id="first-link"' not in admin.post(page(user, "link/"), follow=True).text


def test_first_password_cannot_stay(admin):
    user = with_password(make.user("lan"), "mật khẩu lần đầu")
    User.objects.update(password_is_temporary=True)
    client = client_of(User.objects.get(pk=user.pk))
    same = "mật khẩu lần đầu"
    client.post(
        "/toa-soan/password_change/",
        {"old_password": same, "new_password1": same, "new_password2": same},
    )
    assert User.objects.get(pk=user.pk).password_is_temporary


def test_closing_ends_open_sessions_for_good(admin):
    user = with_password(make.user("lan"))
    client = Client()
    log_in(client, "lan")
    assert client.get("/toa-soan/").status_code == 200
    admin.post(page(user, "close/"))
    assert "/login/" in client.get("/toa-soan/")["Location"]
    admin.post(page(user, "open/"))
    assert "/login/" in client.get("/toa-soan/")["Location"]


def test_a_taken_user_name_is_said_at_its_field(admin):
    make.user("lan")
    answer = admin.post(f"{LIST}add/", {"username": "LAN", "display_name": "Lan khác"})
    assert answer.status_code == 200
    assert "username" in answer.context["adminform"].form.errors


def test_two_administrators_do_not_overwrite(admin):
    user, other = make.user("lan"), client_of(administrator())
    fields = {"username": "lan", "display_name": "Lan", "seen": seen_of(admin, page(user))}
    other.post(page(user), {**fields, "phone": "0911"})
    answer = admin.post(page(user), {**fields, "phone": "0922"})
    assert answer.status_code == 200
    assert User.objects.get(pk=user.pk).phone == "0911"
    again = answer.context["adminform"].form["seen"].value()
    admin.post(page(user), {**fields, "phone": "0922", "seen": again})
    assert User.objects.get(pk=user.pk).phone == "0922"


def test_search_finds_names_without_marks(admin):
    make.user("a1", display_name="Nguyễn Thị Bưởi")
    make.user("a2", display_name="Đỗ Văn Quỹ")
    text = admin.get(LIST, {"q": "buoi"}).content.decode()
    assert "Nguyễn Thị Bưởi" in text
    assert "Đỗ Văn Quỹ" not in text


def test_a_forged_post_gives_no_password_or_staff(admin):
    user = make.user("lan", is_superuser=False)
    fields = {"username": "lan", "display_name": "Lan", "seen": seen_of(admin, page(user))}
    admin.post(page(user), {**fields, "password": "x", "is_superuser": "on", "groups": "1"})
    user.refresh_from_db()
    assert not user.is_superuser
    assert user.password != "x"


def test_history_is_written_once(admin):
    user = make.user("lan")
    fields = {"username": "lan", "display_name": "Lan", "seen": seen_of(admin, page(user))}
    admin.post(page(user), fields)
    assert Act.objects.filter(verb="change_account").count() == 1
    assert not LogEntry.objects.exists()


def test_own_account_offers_no_closing():
    me = administrator()
    text = client_of(me).get(page(me)).content.decode()
    assert page(me, "close/") not in text
    assert client_of(me).post(page(me, "close/")).status_code == 302
    assert User.objects.get(pk=me.pk).is_active


def test_account_page_shows_its_roles(admin, monkeypatch):
    monkeypatch.setattr(slots.account_panels, "_function", account_panels)
    office = make.Office()
    text = admin.get(page(office.chief)).content.decode()
    assert office.portal.name in text
    assert f"/toa-soan/portals/seat/add/?user={office.chief.pk}" in text


def test_history_of_an_account_is_told(admin):
    user = make.user("lan")
    admin.post(page(user, "close/"), {"reason": "Chuyển công tác"})
    assert "Chuyển công tác" in admin.get(page(user, "history/")).content.decode()


ADDRESSES = ["", "add/", "1/change/", "1/history/", "1/delete/"]
ACTS = ["close/", "open/", "password/", "unlock/", "link/"]


def strangers():
    office = make.Office()
    return {
        "reporter": office.reporter,
        "chief": office.chief,
        "keeper": make.user(keeps_register=True),
        "superuser": make.user(is_superuser=True),
    }


@pytest.mark.parametrize("who", ["reporter", "chief", "keeper", "superuser"])
def test_accounts_are_closed_to_everybody_else(who):
    people = strangers()
    target, client = make.user(), client_of(people[who])
    for address in ADDRESSES:
        what = address.replace("1/", f"{target.pk}/")
        assert client.get(f"{LIST}{what}").status_code in (403, 404), what
    for act in ACTS:
        assert client.post(page(target, act)).status_code in (403, 404), act
    target.refresh_from_db()
    assert target.is_active


def test_nobody_signed_in_goes_to_the_login():
    target = make.user()
    for what in [LIST, page(target), page(target, "history/")]:
        assert "/login/" in Client().get(what)["Location"]


def test_acts_on_accounts_need_a_post(admin):
    target = make.user()
    assert [admin.get(page(target, act)).status_code for act in ACTS] == [405] * len(ACTS)


def test_deleting_an_account_is_not_offered(admin):
    target = make.user()
    assert admin.post(page(target, "delete/"), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=target.pk).exists()
