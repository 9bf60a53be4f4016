"""The administrator's verbs on accounts."""

import pytest
from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.newsroom import staffing
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from tests import make
from tests.make import NOON

from .people import administrator, with_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return administrator()


def created(admin, **fields):
    values = {"username": "lan", "display_name": "Lò Thị Lan", **fields}
    return staffing.create_account(values, by=admin, at=NOON)


def test_new_account_opens_with_its_first_password(admin):
    user, password = created(admin)
    assert user.check_password(password)
    assert user.is_staff
    assert user.password_is_temporary


def test_first_passwords_are_never_the_same(admin):
    assert created(admin)[1] != created(admin, username="hoa")[1]


def test_two_accounts_never_share_a_name(admin):
    created(admin)
    with pytest.raises(ValidationError) as refusal:
        created(admin)
    assert "username" in refusal.value.message_dict


def test_changing_an_account_tells_what_changed(admin):
    user, _password = created(admin)
    staffing.change_account(user, {"phone": "0912 000 111"}, by=admin, at=NOON)
    act = Act.objects.filter(verb="change_account").get()
    assert (act.by, act.before, act.after) == (admin, {"phone": ""}, {"phone": "0912 000 111"})


def test_saving_nothing_new_leaves_no_act(admin):
    user, _password = created(admin)
    staffing.change_account(user, {"display_name": "Lò Thị Lan"}, by=admin, at=NOON)
    assert not Act.objects.filter(verb="change_account").exists()


def test_nobody_gives_himself_a_global_role(admin):
    with pytest.raises(Refused):
        staffing.change_account(admin, {"keeps_register": True}, by=admin, at=NOON)
    admin.refresh_from_db()
    assert not admin.keeps_register


def test_last_administrator_keeps_the_keys(admin):
    other = administrator()
    staffing.deactivate(admin, by=other, at=NOON)
    admin.refresh_from_db()
    with pytest.raises(Refused):
        staffing.change_account(other, {"is_administrator": False}, by=admin, at=NOON)
    with pytest.raises(Refused):
        staffing.change_account(other, {"is_administrator": False}, by=other, at=NOON)


def test_global_roles_follow_into_menu_groups(admin):
    user, _password = created(admin, keeps_register=True)
    assert [group.name for group in user.groups.all()] == [staffing.KEEPERS]
    staffing.change_account(user, {"keeps_register": False}, by=admin, at=NOON)
    assert not user.groups.exists()


def test_closing_an_account_keeps_its_reason(admin):
    user, _password = created(admin)
    staffing.deactivate(user, by=admin, at=NOON, reason="Chuyển công tác")
    user.refresh_from_db()
    assert not user.is_active
    assert not user.has_usable_password()
    assert Act.objects.get(verb="deactivate").reason == "Chuyển công tác"


def test_nobody_closes_his_own_account(admin):
    with pytest.raises(Refused):
        staffing.deactivate(admin, by=admin, at=NOON)


def test_reopened_account_needs_a_new_password(admin):
    user, first = created(admin)
    staffing.deactivate(user, by=admin, at=NOON)
    second = staffing.reactivate(user, by=admin, at=NOON)
    user = User.objects.get(pk=user.pk)
    assert user.check_password(second)
    assert not user.check_password(first)


def test_a_closed_account_gets_no_new_password(admin):
    user, _password = created(admin)
    staffing.deactivate(user, by=admin, at=NOON)
    with pytest.raises(Refused):
        staffing.reset_password(user, by=admin, at=NOON)


VERBS = {
    "create": lambda by, user: staffing.create_account(
        {"username": "moi", "display_name": "Người mới"}, by=by, at=NOON
    ),
    "change": lambda by, user: staffing.change_account(user, {"phone": "1"}, by=by, at=NOON),
    "close": lambda by, user: staffing.deactivate(user, by=by, at=NOON),
    "open": lambda by, user: staffing.reactivate(user, by=by, at=NOON),
    "password": lambda by, user: staffing.reset_password(user, by=by, at=NOON),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", ["chief", "superuser", "keeper"])
def test_only_administrators_keep_accounts(verb, who):
    people = {
        "chief": make.Office().chief,
        "superuser": make.user(is_superuser=True),
        "keeper": make.user(keeps_register=True),
    }
    user = with_password(make.user())
    with pytest.raises(Refused):
        VERBS[verb](people[who], user)
    assert not Act.objects.exists()
