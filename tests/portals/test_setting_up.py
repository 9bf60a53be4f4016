"""A portal's own words and settings: whose they are."""

import pytest

from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals import setting_up
from apps.portals.models import Portal
from tests import make
from tests.make import NOON

from .desk import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office()


def change(office, by, domains=None, **fields):
    portal = Portal.objects.get(pk=office.portal.pk)
    for name, value in fields.items():
        setattr(portal, name, value)
    setting_up.change_portal(portal, by=by, at=NOON, domains=domains)
    return Portal.objects.get(pk=portal.pk)


def test_the_manager_writes_the_welcome_line(office):
    assert change(office, office.manager, welcome="Chào bạn đọc").welcome == "Chào bạn đọc"


def test_the_manager_does_not_give_himself_approval(office):
    with pytest.raises(Refused):
        change(office, office.manager, editors_approve=False)


def test_the_chief_says_who_approves(office):
    assert not change(office, office.chief, editors_approve=False).editors_approve


def test_the_administrator_keeps_settings_not_words(office):
    admin = make.user(is_administrator=True)
    assert change(office, admin, domains=["moi.localhost"]).domains.get().name == "moi.localhost"
    with pytest.raises(Refused):
        change(office, admin, welcome="Chào")


def test_a_superuser_is_a_stranger_to_portals(office):
    with pytest.raises(OutOfSight):
        change(office, make.user(is_superuser=True), welcome="Chào")


def test_a_masthead_comes_from_the_own_library(office):
    with pytest.raises(OutOfSight):
        change(office, office.manager, masthead=picture(make.portal(), office.manager))


def test_a_new_portal_has_a_house_style():
    fields = {"key": "xa-moi", "name": "Trang xã mới"}
    admin = make.user(is_administrator=True)
    portal = setting_up.create_portal(fields, ["xa-moi.localhost"], by=admin, at=NOON)
    assert portal.style.dateline == "long"
    assert Act.objects.get(verb="create_portal").after["domains"] == ["xa-moi.localhost"]


def test_chiefs_make_no_portals(office):
    with pytest.raises(Refused):
        setting_up.create_portal({"key": "x", "name": "X"}, [], by=office.chief, at=NOON)
