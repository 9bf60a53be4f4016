"""Verbs that keep a portal: who may, what is written down, what is refused."""

import pytest
from django.core.exceptions import ValidationError

from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals import keeping
from apps.portals.models import Banner, MenuItem, Section
from tests import make
from tests.make import NOON

from .desk import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office()


def new_section(office, slug="van-ban", **fields):
    return Section(portal=office.portal, slug=slug, title="Văn bản", **fields)


def new_banner(office, **fields):
    fields.setdefault("wide", picture(office.portal, office.manager))
    return Banner(portal=office.portal, alt="Mừng Xuân", **fields)


def keep(row, office, by=None):
    keeping.keep(row, by=by or office.manager, at=NOON)
    return row


def test_a_new_section_stands_last(office):
    keep(new_section(office), office)
    assert keep(new_section(office, "lich"), office).position == 3


def test_every_change_is_told_with_before_and_after(office):
    office.section.title = "Tin mới"
    keep(office.section, office)
    act = Act.objects.get(verb="change_section")
    assert (act.portal, act.by) == (office.portal.key, office.manager)
    assert (act.before, act.after["title"]) == ({"title": "Tin tức"}, "Tin mới")


def test_saving_nothing_new_leaves_no_act(office):
    keep(office.section, office)
    assert not Act.objects.exists()


@pytest.mark.parametrize("role", ["contributor", "reporter", "editor", "adviser", "inspector"])
def test_lower_roles_change_no_frame(office, role):
    who = make.seated(role, office.portal)
    for act in (
        lambda: keep(new_section(office), office, who),
        lambda: keeping.drop(office.section, by=who, at=NOON),
        lambda: keeping.move(office.section, 1, by=who, at=NOON),
    ):
        with pytest.raises(Refused):
            act()
    assert not Act.objects.exists()


@pytest.mark.parametrize("role", ["managing_editor", "deputy_chief", "chief"])
def test_managers_and_chiefs_change_the_frame(office, role):
    keep(new_section(office), office, make.seated(role, office.portal))
    assert Section.objects.filter(slug="van-ban").exists()


def test_other_portals_chief_sees_nothing_to_change(office):
    with pytest.raises(OutOfSight):
        keep(new_section(office), office, make.Office().chief)


def test_administrators_have_no_hand_in_the_frame(office):
    with pytest.raises(OutOfSight):
        keep(new_section(office), office, make.user(is_administrator=True, is_superuser=True))


def test_an_address_with_published_articles_stays(office):
    office.published()
    office.section.slug = "tin-moi"
    with pytest.raises(Refused):
        keep(office.section, office)
    with pytest.raises(Refused):
        keeping.drop(office.section, by=office.manager, at=NOON)


def test_the_parent_of_a_used_section_counts_as_used(office):
    child = make.section(office.portal, "trong-tinh", parent=office.section)
    office.published(section=child)
    assert keeping.was_used(office.section)


@pytest.mark.parametrize("slug", ["Tin-Tuc", "tin tức", "can-bo", "khoa-12", "1-tin", "toa-soan"])
def test_bad_addresses_are_refused_at_their_field(office, slug):
    with pytest.raises(ValidationError) as refusal:
        keep(new_section(office, slug), office)
    assert "slug" in refusal.value.message_dict


def test_sections_have_two_levels(office):
    child = make.section(office.portal, "trong-tinh", parent=office.section)
    with pytest.raises(ValidationError):
        keep(new_section(office, parent=child), office)
    office.section.parent = keep(new_section(office), office)
    with pytest.raises(ValidationError):
        keep(office.section, office)


def test_a_section_is_not_within_itself(office):
    office.section.parent = office.section
    with pytest.raises(ValidationError):
        keep(office.section, office)


def test_no_part_wanders_to_another_portal(office):
    office.section.portal = make.seat(office.manager, make.portal(), "chief").portal
    with pytest.raises(Refused):
        keep(office.section, office)


def test_a_menu_line_leads_within_its_portal(office):
    foreign = make.section(make.portal())
    with pytest.raises(OutOfSight):
        keep(MenuItem(portal=office.portal, title="Lạ", section=foreign), office)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//example.org/", "example.org", "https://"]
)
def test_links_go_to_the_web_or_this_site(office, link):
    with pytest.raises(ValidationError):
        keep(new_banner(office, address=link), office)


def test_a_banner_shows_only_its_portals_pictures(office):
    foreign = picture(make.portal(), office.manager)
    with pytest.raises(OutOfSight):
        keep(new_banner(office, wide=foreign), office)
    with pytest.raises(OutOfSight):
        keep(new_banner(office, narrow=foreign), office)


def test_moving_changes_places_and_says_so(office):
    second = keep(new_section(office), office)
    keeping.move(second, -1, by=office.manager, at=NOON)
    assert list(office.portal.sections.values_list("slug", flat=True)) == ["van-ban", "tin-tuc"]
    assert Act.objects.get(verb="move_section").after["order"] == 1


def test_the_first_moves_no_higher(office):
    keeping.move(office.section, -1, by=office.manager, at=NOON)
    assert not Act.objects.filter(verb="move_section").exists()


def test_what_is_dropped_is_remembered(office):
    line = keep(MenuItem(portal=office.portal, title="Liên hệ", address="/lien-he/"), office)
    keeping.drop(line, by=office.manager, at=NOON)
    assert Act.objects.get(verb="drop_menuitem").before["address"] == "/lien-he/"


def test_a_section_with_drafts_stays(office):
    office.draft()
    with pytest.raises(Refused):
        keeping.drop(office.section, by=office.manager, at=NOON)
    assert Section.objects.filter(pk=office.section.pk).exists()
