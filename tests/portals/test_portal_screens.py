"""The screens of one portal, as the managing editor, the chief and the administrator use them."""

import datetime as dt

import pytest
from django.http import HttpResponse
from django.utils import timezone, translation

from apps.newsroom import slots
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from apps.portals import frame
from apps.portals.admin.banners import standing
from apps.portals.models import Banner, HouseStyle, Portal, Section
from apps.portals.presets import PRESETS
from tests import make
from tests.make import DAY, NOON
from tests.newsroom.people import administrator, client_of, seen_of

from .desk import PORTALS, errors, page, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def desk(office):
    return client_of(office.manager)


def portal_fields(portal, client):
    names = ["name", "short_name", "welcome", "contact", "responsibility", "committee"]
    fields = {name: getattr(portal, name) for name in names}
    return {**fields, "masthead": "", "seen": seen_of(client, page(portal))}


def test_who_has_one_portal_goes_straight_to_it(office, desk):
    assert desk.get(f"{PORTALS}portal/")["Location"] == page(office.portal)


def test_saved_words_wait_in_the_frame(office, desk):
    office.with_frame()
    fields = portal_fields(office.portal, desk) | {"welcome": "Chào bạn đọc"}
    answer = desk.post(page(office.portal), fields, follow=True)
    panel = answer.context["frame"]
    assert not panel["published"]
    assert [d.after for d in panel["differences"]] == ["Chào bạn đọc"]


def test_the_managers_form_cannot_smuggle_settings(office, desk):
    fields = portal_fields(office.portal, desk)
    desk.post(page(office.portal), {**fields, "editors_approve": "", "domains": "x.vn"})
    office.portal.refresh_from_db()
    assert office.portal.editors_approve
    assert office.portal.domains.get().name != "x.vn"


def test_two_managers_do_not_overwrite(office, desk):
    other = client_of(make.seated("deputy_chief", office.portal))
    fields = portal_fields(office.portal, desk)
    other.post(page(office.portal), {**fields, "welcome": "Một", "editors_approve": "on"})
    answer = desk.post(page(office.portal), {**fields, "welcome": "Hai"})
    assert answer.status_code == 200
    assert Portal.objects.get(pk=office.portal.pk).welcome == "Một"
    assert answer.context["adminform"].form["welcome"].value() == "Hai"


def test_two_people_publish_a_frame(office, desk):
    chief = client_of(office.chief)
    digest = frame.frame_digest(office.portal)
    desk.post(page(office.portal, "sign/"), {"digest": digest})
    assert not frame.is_published(office.portal, timezone.now())
    chief.post(page(office.portal, "publish/"), {"digest": digest})
    assert frame.is_published(office.portal, timezone.now())


def test_one_person_publishes_nothing(office, desk):
    digest = frame.frame_digest(office.portal)
    answer = desk.post(page(office.portal, "publish/"), {"digest": digest}, follow=True)
    assert not frame.is_published(office.portal, timezone.now())
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


def test_the_button_says_why_it_cannot_be_pressed(office, desk):
    panel = desk.get(page(office.portal)).context["frame"]
    assert panel["may_publish"]
    assert panel["missing"]


def test_nobody_signs_a_frame_he_did_not_see(office, desk):
    old = frame.frame_digest(office.portal)
    make.section(office.portal, "van-ban")
    desk.post(page(office.portal, "sign/"), {"digest": old})
    desk.post(page(office.portal, "sign/"))
    assert not Act.objects.filter(verb="sign_frame").exists()


def test_an_editor_signs_but_changes_nothing(office):
    editor = client_of(office.editor)
    panel = editor.get(page(office.portal)).context["frame"]
    assert (panel["may_sign"], panel["may_publish"]) == (True, False)
    editor.post(page(office.portal, "sign/"), {"digest": panel["digest"]})
    assert editor.get(page(office.portal)).context["frame"]["signed"]


def test_the_preview_is_the_frame_to_be_signed(office, desk, monkeypatch):
    asked = []

    def render(request, kind, values, portal_key, at):
        asked.append((kind, portal_key, values["name"]))
        return HttpResponse("xem trước")

    monkeypatch.setattr(slots.render_page, "_function", render)
    assert desk.get(page(office.portal, "preview/")).content.decode() == "xem trước"
    assert asked == [("frame", office.portal.key, office.portal.name)]


def test_the_preview_shows_private_pictures(office, desk, monkeypatch):
    wide = picture(office.portal, office.manager)
    Banner.objects.create(portal=office.portal, wide=wide, alt="Mừng Xuân")
    seen = {}
    monkeypatch.setattr(
        slots.render_page,
        "_function",
        lambda request, kind, values, key, at: seen.update(values) or HttpResponse(),
    )
    desk.get(page(office.portal, "preview/"))
    assert seen["banners"][0]["wide"]["src"] == f"/toa-soan/anh/{wide.pk}/1600/"


def test_a_section_takes_its_address_from_its_name(office, desk):
    desk.post(f"{PORTALS}section/add/", {"title": "Đảng ủy – Văn bản", "slug": ""})
    assert office.portal.sections.filter(slug="dang-uy-van-ban").exists()


@pytest.mark.parametrize("slug", ["tin-tuc", "can-bo", "Tin", "khoa-12"])
def test_a_wrong_address_is_said_at_its_field(office, desk, slug):
    answer = desk.post(f"{PORTALS}section/add/", {"title": "Mới", "slug": slug})
    assert list(errors(answer)) == ["slug"]


def test_a_used_address_is_only_read(office, desk):
    office.published()
    text = desk.get(page(office.section)).content.decode()
    assert 'name="slug"' not in text
    assert page(office.section, "delete/") not in text
    assert desk.post(page(office.section, "delete/"), {"post": "yes"}).status_code == 403


def test_an_unused_section_goes_with_its_menu_line(office, desk):
    unused = make.section(office.portal, "nham")
    office.portal.menu.create(title="Nhầm", section=unused)
    desk.post(page(unused, "delete/"), {"post": "yes"})
    assert not Section.objects.filter(slug="nham").exists()
    assert not office.portal.menu.exists()


def test_a_section_with_drafts_is_protected(office, desk):
    office.draft()
    answer = desk.get(page(office.section, "delete/"))
    assert answer.context["protected"]
    desk.post(page(office.section, "delete/"), {"post": "yes"})
    assert Section.objects.filter(pk=office.section.pk).exists()


def test_children_stand_under_their_parent(office, desk):
    make.section(office.portal, "cuoi", title="Cuối", position=5)
    make.section(office.portal, "con", title="Con", parent=office.section, position=9)
    shown = desk.get(f"{PORTALS}section/").context["cl"].result_list
    assert [section.slug for section in shown] == ["tin-tuc", "con", "cuoi"]


def test_a_button_moves_a_section(office, desk):
    second = make.section(office.portal, "cuoi", position=5)
    desk.post(page(second, "up/"))
    assert office.portal.sections.first() == second


def test_on_two_portals_one_says_which(office, desk):
    other = make.portal()
    make.seat(office.manager, other, "chief")
    answer = desk.get(f"{PORTALS}section/add/")
    assert f"?trang={other.key}" in answer.content.decode()
    desk.post(f"{PORTALS}section/add/?trang={other.key}", {"title": "Tin xã", "slug": ""})
    assert other.sections.get().slug == "tin-xa"


def banner_fields(office, **fields):
    return {
        "alt": "Mừng Xuân", "slot": "top", "wide": picture(office.portal, office.manager).pk,
        "shows_from_0": "17/2/2027", "shows_from_1": "0:00",
        "shows_until_0": "28/2/2027", "shows_until_1": "23:59", **fields,
    }  # fmt: skip


def test_banners_for_tet_are_prepared_in_november(office, desk):
    desk.post(f"{PORTALS}banner/add/", banner_fields(office))
    banner = office.portal.banners.get()
    assert timezone.localtime(banner.shows_from) == dt.datetime(
        2027, 2, 17, tzinfo=timezone.get_default_timezone()
    )


def test_a_banner_ends_after_it_begins(office, desk):
    wrong = banner_fields(office, shows_until_0="1/1/2027")
    assert errors(desk.post(f"{PORTALS}banner/add/", wrong))
    assert not office.portal.banners.exists()


def test_a_banner_without_picture_is_said_at_its_field(office, desk):
    answer = desk.post(f"{PORTALS}banner/add/", banner_fields(office, wide=""))
    assert list(errors(answer)) == ["wide"]


def test_a_banners_state_follows_clock_and_frame(office, monkeypatch):
    monkeypatch.setattr(frame, "publish_files", lambda pictures: None)
    banner = Banner(portal=office.portal, wide=picture(office.portal, office.chief), alt="Tết")
    banner.shows_from, banner.shows_until = NOON + DAY, NOON + 2 * DAY
    banner.save()
    assert standing(banner, NOON)[0] == "waiting"
    office.with_frame()
    days = [standing(banner, NOON + day * DAY)[0] for day in (0, 1, 2)]
    assert days == ["coming", "on", "ended"]


def test_a_style_keeps_the_spaces_between_names(office, desk):
    style = office.portal.style
    fields = {name: getattr(style, name) for name in PRESETS["default"]}
    fields |= {"byline_joiner": "- ", "seen": seen_of(desk, page(style))}
    answer = desk.post(page(style), fields)
    assert answer["Location"] == page(office.portal)
    assert HouseStyle.objects.get(pk=style.pk).byline_joiner == "- "


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_works_without_script(office, desk, name):
    style = office.portal.style
    fields = {field: getattr(style, field) for field in PRESETS["default"]}
    desk.post(page(style), {**fields, "preset": name})
    style.refresh_from_db()
    assert {field: getattr(style, field) for field in PRESETS[name]} == PRESETS[name]


def test_the_portals_history_tells_of_its_parts(office, desk):
    desk.post(f"{PORTALS}section/add/", {"title": "Văn bản", "slug": ""})
    assert "Văn bản" in desk.get(page(office.portal, "history/")).content.decode()


def test_the_history_tells_of_new_domains(office):
    client = client_of(administrator())
    fields = {"name": office.portal.name, "domains": "moi.localhost", "editors_approve": "on"}
    client.post(page(office.portal), fields)
    assert "moi.localhost" in client.get(page(office.portal, "history/")).content.decode()


def test_a_new_portal_leads_to_the_steps_and_only_for_administrators(office, desk):
    answer = client_of(administrator()).get(f"{PORTALS}portal/add/")
    assert answer["Location"] == "/toa-soan/thiet-lap/moi/"
    assert "portal/add/" in client_of(administrator()).get(f"{PORTALS}portal/").text
    assert desk.get(f"{PORTALS}portal/add/").status_code == 404


def test_a_wrong_domain_is_said_at_its_field(office):
    fields = {"name": office.portal.name, "domains": "xã mới"}
    answer = client_of(administrator()).post(page(office.portal), fields)
    assert list(errors(answer)) == ["domains"]


def test_the_end_mark_is_chosen_beside_the_portals_words(office, desk):
    fields = portal_fields(office.portal, desk) | {"end_mark": "./."}
    assert desk.post(page(office.portal), fields).status_code == 302
    assert HouseStyle.objects.get(portal=office.portal).end_mark == "./."
    assert Act.objects.get(verb="change_housestyle").after == {"end_mark": "./."}
    assert desk.post(page(office.portal), fields | {"end_mark": "xong"}).status_code == 200
    read = client_of(office.editor).get(page(office.portal))
    assert 'name="end_mark"' not in read.text
    assert "./." in read.text


def test_the_body_of_a_portal_stands_there_by_its_name(monkeypatch):
    monkeypatch.setattr(slots.body_of_portal, "_function", lambda portal: "Đảng ủy xã Bản Mây")
    office = make.Office()
    Portal.objects.update(committee="dang-uy-xa-ban-may")
    for person in (office.manager, administrator()):
        shown = client_of(person).get(page(office.portal)).content.decode()
        assert "Đảng ủy xã Bản Mây" in shown
    shown = client_of(office.reporter).get(page(office.portal)).content.decode()
    assert "dang-uy-xa-ban-may" not in shown


def test_who_signs_the_frame_alone_is_told_of_no_author():
    office = make.Office()
    with translation.override("vi"), pytest.raises(Refused) as refusal:
        frame.publish_frame(office.portal, by=office.manager, at=NOON)
    assert "người ký thứ hai" in str(refusal.value)
    assert "tác giả" not in str(refusal.value)
