"""Who sets a portal up, until when, and what he never gets with it."""

import pytest
from django.utils import timezone

from apps.accounts.models import User
from apps.articles.release import checklist
from apps.media.models import Picture
from apps.newsroom.refusals import OutOfSight, Refused
from apps.opening.steps import LAST
from apps.portals import appointing, frame, keeping
from apps.portals.models import Portal, Section
from apps.portals.practice import open_practice
from apps.portals.preparing import prepares
from apps.proofing.findings import Kind
from apps.proofing.stopping import set_stopping, stopping_kinds
from tests import make
from tests.newsroom.people import client_of

from .desk import DESK, NEW, addresses, step, whole

pytestmark = pytest.mark.django_db


def test_the_library_stays_closed_to_who_sets_up(desk, portal):
    reporter = make.seated("reporter", portal)
    other = Picture.objects.create(
        portal=portal.key, sha256="d" * 64, file_name="a.jpg", width=600, height=400,
        widths=[480], uploaded_by=reporter, uploaded_at=timezone.now(),
    )  # fmt: skip
    assert desk.get(f"{DESK}anh/{other.pk}/480/").status_code == 404


def test_set_up_it_publishes_on_the_word_of_two(desk, portal, admin):
    whole(desk, portal)
    now = timezone.now()
    portal = Portal.objects.get(pk=portal.pk)
    chief, deputy, reporter = (
        User.objects.get(display_name=name) for name in ("Lê Thắng", "An Thu", "Vàng Páo")
    )
    with pytest.raises(OutOfSight):
        frame.sign_frame(portal, by=admin, at=now)
    frame.sign_frame(portal, by=chief, at=now)
    frame.publish_frame(portal, by=deputy, at=now)
    office = make.Office.__new__(make.Office)
    office.portal, office.section = portal, portal.sections.first()
    office.reporter, office.editor = reporter, chief
    article = office.published(at=now)
    assert article.state == "published"


def test_with_the_first_frame_the_administrator_has_written_his_last(desk, portal, admin):
    whole(desk, portal)
    now = timezone.now()
    portal = Portal.objects.get(pk=portal.pk)
    assert prepares(admin, portal)
    frame.sign_frame(portal, by=User.objects.get(display_name="Lê Thắng"), at=now)
    frame.publish_frame(portal, by=User.objects.get(display_name="An Thu"), at=now)
    assert not prepares(admin, portal)
    with pytest.raises(OutOfSight):
        keeping.keep(Section(portal=portal, slug="moi", title="Mới"), by=admin, at=now)
    closed = desk.get(step(portal, "chuyen-muc"))
    assert closed.context["closed"]
    count = portal.sections.count()
    desk.post(step(portal, "chuyen-muc"), {"more": "Mới"})
    assert portal.sections.count() == count
    assert f"thiet-lap/{portal.key}/" not in desk.get(DESK).text


def test_a_portal_not_made_at_the_desk_is_no_ones_to_prepare(admin):
    """What was brought in from outside keeps to its seats."""
    assert not prepares(admin, make.portal())


@pytest.mark.parametrize("role", ["reporter", "editor", "inspector", ""])
def test_setting_up_does_not_exist_for_others(portal, role):
    other = make.seated(role, portal) if role else make.user()
    client = client_of(other)
    for address in (NEW, f"{DESK}thiet-lap/{portal.key}/", *addresses(portal)):
        assert client.get(address).status_code == 404
        assert client.post(address, {"body": "Đảng ủy xã X"}).status_code in (404, 405)
    assert Portal.objects.count() == 1
    assert "thiet-lap" not in client.get(DESK).text


def test_the_managing_editor_goes_on_with_what_is_his(portal):
    manager = make.seated("managing_editor", portal)
    client = client_of(manager)
    assert f"thiet-lap/{portal.key}/" in client.get(DESK).text
    assert client.get(step(portal, "nguoi")).context["closed"]
    assert client.get(step(portal, "duyet-bai")).context["closed"]
    client.post(step(portal, "lien-he"), {"contact": "Địa chỉ: Bản Mây"})
    assert Portal.objects.get(pk=portal.pk).contact == "Địa chỉ: Bản Mây"
    people = User.objects.count()
    client.post(step(portal, "nguoi"), {"display_name": "Ai", "role": "chief"})
    assert User.objects.count() == people


def test_a_practice_portal_is_not_set_up_but_has_its_offices_lists(desk, portal, admin):
    now = timezone.now()
    chief = make.seated("chief", portal)
    place = open_practice(portal, by=admin, at=now)
    assert desk.get(step(place, "lien-he")).status_code == 404
    wanted = {("", "caption")}
    checklist.set_needed(portal, wanted, by=chief, at=now, seen=checklist.token(
        checklist.needed(portal)))  # fmt: skip
    set_stopping(portal, {Kind.WRONG_TITLE}, by=chief, at=now)
    assert ("", "caption") in checklist.needed(place)
    assert stopping_kinds(place) == {Kind.WRONG_TITLE}


def test_the_administrator_gives_himself_nothing(desk, portal, admin):
    choices = dict(desk.get(step(portal, "nguoi")).context["form"].fields)
    assert "account" not in choices  # nobody but himself is there
    with pytest.raises(Refused):
        appointing.give_seat(admin, portal, "chief", by=admin, at=timezone.now())


def test_a_portal_that_readers_have_shows_what_it_has(desk):
    """Not what is proposed to one that begins."""
    office = make.Office().with_frame()
    page = desk.get(step(office.portal, "duyet-bai"))
    assert page.context["closed"]
    assert page.context["form"].initial["lists"] == "it"
    assert desk.get(f"{DESK}thiet-lap/{office.portal.key}/")["Location"].endswith(f"{LAST}/")
