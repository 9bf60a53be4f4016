"""A portal with one approver stands still one day: said while there is time to mend it."""

import pytest

from apps.portals.approvers import lacking_approvers
from tests import make
from tests.make import NOON
from tests.newsroom.people import administrator, client_of

pytestmark = pytest.mark.django_db


def lonely():
    portal = make.portal(editors_approve=False)
    make.seated("editor", portal)
    return portal, make.seated("chief", portal)


def names(portal):
    return [lack.names for lack in lacking_approvers([portal], NOON)]


def test_one_approver_is_too_few_and_two_are_enough():
    portal, chief = lonely()
    assert names(portal) == [(str(chief),)]
    make.seated("deputy_chief", portal)
    assert names(portal) == []


def test_the_same_person_twice_is_one():
    portal, chief = lonely()
    make.seat(chief, portal, "deputy_chief")
    assert names(portal) == [(str(chief),)]


def test_who_left_does_not_count():
    portal, chief = lonely()
    make.seat(make.user(), portal, "chief", ends_on="2021-01-01")
    make.seat(make.user(is_active=False), portal, "chief")
    assert names(portal) == [(str(chief),)]


def test_where_editors_approve_they_count():
    portal, _chief = lonely()
    portal.editors_approve = True
    portal.save()
    assert names(portal) == []


def test_a_portal_without_anybody_says_so():
    portal = make.portal()
    [lack] = lacking_approvers([portal], NOON)
    assert lack.names == ()
    assert lack.words


def test_the_administrators_first_page_and_the_portals_page_say_it():
    portal, chief = lonely()
    client = client_of(administrator())
    for page in ("/toa-soan/", f"/toa-soan/portals/portal/{portal.pk}/change/"):
        assert f"Chỉ có {chief}" in client.get(page).content.decode()
    make.seated("deputy_chief", portal)
    for page in ("/toa-soan/", f"/toa-soan/portals/portal/{portal.pk}/change/"):
        assert f"Chỉ có {chief}" not in client.get(page).content.decode()
    assert "Chỉ có" not in client_of(chief).get("/toa-soan/").content.decode()


def test_many_portals_take_one_question(django_assert_num_queries):
    portals = [lonely()[0] for _ in range(6)]
    with django_assert_num_queries(1):
        assert len(lacking_approvers(portals, NOON)) == 6
