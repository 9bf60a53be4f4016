"""Each address of the portals' screens for each kind of person."""

import pytest
from django.test import Client

from apps.newsroom.models import Act
from apps.portals.models import Banner, MenuItem
from tests import make
from tests.newsroom.people import client_of

from .desk import PORTALS, page, picture

pytestmark = pytest.mark.django_db
PEOPLE = [
    "contributor", "reporter", "editor", "managing_editor", "deputy_chief", "chief", "adviser",
    "inspector", "chief elsewhere", "administrator", "administrator and chief elsewhere",
    "superuser", "former chief",
]  # fmt: skip
FRAME = {"managing_editor", "deputy_chief", "chief"}
LOOKS = FRAME | {"editor", "inspector"}
ADMINISTRATORS = {"administrator", "administrator and chief elsewhere"}


def person(who, portal):
    if who == "former chief":
        user = make.user()
        make.seat(user, portal, "chief", ends_on="2020-12-31")
        return user
    if "elsewhere" in who:
        user = make.seated("chief", make.portal())
    elif who in ("administrator", "superuser"):
        user = make.user()
    else:
        return make.seated(who, portal)
    user.is_administrator, user.is_superuser = "administrator" in who, who == "superuser"
    user.save()
    return user


@pytest.fixture
def parts():
    """A portal with one of everything."""
    office = make.Office()
    line = MenuItem.objects.create(portal=office.portal, title="Liên hệ", address="/lien-he/")
    wide = picture(office.portal, office.chief)
    banner = Banner.objects.create(portal=office.portal, wide=wide, alt="Mừng Xuân")
    return office, [office.section, line, banner, office.portal.style]


@pytest.mark.parametrize("who", PEOPLE)
def test_parts_open_to_those_who_keep_the_frame(parts, who):
    office, rows = parts
    client = client_of(person(who, office.portal))
    for row in rows:
        answer = client.get(page(row)).status_code
        assert answer == 200 if who in FRAME else answer in (403, 404), row


@pytest.mark.parametrize("who", sorted(set(PEOPLE) - FRAME))
def test_acts_on_parts_change_nothing_for_others(parts, who):
    office, rows = parts
    client = client_of(person(who, office.portal))
    for row in rows:
        for what in ("change/", "delete/", "up/", "down/"):
            fields = {"title": "Đổi", "alt": "Đổi", "post": "yes"}
            assert client.post(page(row, what), fields).status_code in (403, 404), (row, what)
    assert not Act.objects.exists()
    assert [type(row).objects.filter(pk=row.pk).count() for row in rows] == [1] * 4


@pytest.mark.parametrize("who", PEOPLE)
def test_lists_show_no_other_portals_parts(parts, who):
    office, rows = parts
    client = client_of(person(who, office.portal))
    for row in rows:
        answer = client.get(f"{PORTALS}{row._meta.model_name}/")
        shown = answer.status_code == 200 and page(row) in answer.content.decode()
        assert shown == (who in FRAME), row


@pytest.mark.parametrize("who", PEOPLE)
def test_the_portals_page_opens_to_its_people(parts, who):
    office, _rows = parts
    client = client_of(person(who, office.portal))
    allowed = who in LOOKS | ADMINISTRATORS
    answer = client.get(page(office.portal))
    assert answer.status_code == 200 if allowed else answer.status_code in (403, 404)


@pytest.mark.parametrize("who", sorted(set(PEOPLE) - FRAME - ADMINISTRATORS))
def test_the_portals_page_is_changed_by_nobody_else(parts, who):
    office, _rows = parts
    client = client_of(person(who, office.portal))
    answer = client.post(page(office.portal), {"name": "Tên khác", "editors_approve": ""})
    assert answer.status_code in (403, 404)
    office.portal.refresh_from_db()
    assert office.portal.name != "Tên khác"


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("what", ["sign/", "publish/"])
def test_a_frame_is_signed_by_its_people_only(parts, who, what):
    office, _rows = parts
    client = client_of(person(who, office.portal))
    answer = client.post(page(office.portal, what), {"digest": ""})
    assert answer.status_code == (302 if who in LOOKS else 404)
    assert not Act.objects.exists()


@pytest.mark.parametrize("who", PEOPLE)
def test_roles_belong_to_the_administrator(parts, who):
    office, _rows = parts
    client = client_of(person(who, office.portal))
    seat = office.chief.seats.get()
    reader = 200 if who in ADMINISTRATORS else 403
    assert client.get(f"{PORTALS}seat/").status_code == reader
    assert client.get(f"{PORTALS}seat/add/").status_code == reader
    answer = client.post(page(seat, "end/")).status_code
    assert answer == 302 if who in ADMINISTRATORS else answer in (403, 404)
    seat.refresh_from_db()
    assert (seat.ends_on is None) == (who not in ADMINISTRATORS)


def test_nobody_signed_in_goes_to_the_login(parts):
    office, rows = parts
    pages = [page(row) for row in rows] + [page(office.portal), page(office.portal, "preview/")]
    for each in pages:
        assert "/login/" in Client().get(each)["Location"]


def test_choices_offer_no_other_portals_things(parts):
    office, rows = parts
    stranger = client_of(make.Office().chief)
    for model in ("section", "menuitem", "banner"):
        text = stranger.get(f"{PORTALS}{model}/add/").content.decode()
        assert office.portal.name not in text
    banner = rows[2]
    assert f"/toa-soan/anh/{banner.wide_id}/" not in text


def test_another_portal_cannot_be_named_when_adding(parts):
    office, _rows = parts
    stranger = client_of(make.Office().chief)
    add = f"{PORTALS}section/add/?trang={office.portal.key}"
    assert stranger.get(add).status_code == 404
    assert stranger.post(add, {"title": "Lạ", "slug": "la"}).status_code == 404
    assert office.portal.sections.count() == 1


def test_pictures_are_looked_up_in_no_other_library(parts):
    office, _rows = parts
    stranger = make.Office()
    foreign = office.portal.banners.get().wide_id
    fields = {"alt": "Của người khác", "slot": "top", "wide": foreign}
    answer = client_of(stranger.chief).post(f"{PORTALS}banner/add/", fields)
    assert "wide" in answer.context["adminform"].form.errors
    assert stranger.portal.banners.count() == 0


def test_sections_of_others_are_no_parents(parts):
    office, _rows = parts
    stranger = make.Office()
    fields = {"title": "Con", "slug": "con", "parent": office.section.pk}
    answer = client_of(stranger.chief).post(f"{PORTALS}section/add/", fields)
    assert "parent" in answer.context["adminform"].form.errors
