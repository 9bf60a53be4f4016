"""“Ngày lễ”: a year's set, its days by sun and moon, prepared and signed in one go by two."""

import datetime as dt

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.newsroom import slots
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals import frame, holidays
from apps.portals.models import Banner
from tests import make
from tests.make import DAY, NOON
from tests.newsroom.people import client_of

from .desk import page, picture

pytestmark = pytest.mark.django_db
PAGE = "/toa-soan/portals/holidaybanner/"


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def year():
    return timezone.localdate().year + 1


def midnight(year, month, day):
    return dt.datetime(year, month, day, tzinfo=timezone.get_default_timezone())


def fields(office, code="tet", year=2027, **more):
    begins, ends = holidays.BY_CODE[code].span(year)
    return {
        "slot": "top", "alt": holidays.BY_CODE[code].said(year), "address": "", "sober": False,
        "wide": picture(office.portal, office.manager), "narrow": None,
        "shows_from": begins, "shows_until": ends, **more,
    }  # fmt: skip


def prepare(office, wanted, year=2027, by=None, **more):
    seen = more.pop("seen", holidays.set_digest(office.portal, year))
    return holidays.prepare(
        office.portal, year, wanted, seen=seen, by=by or office.manager, at=NOON, **more
    )


def typed(form, **more):
    """The boxes of one holiday as a browser sends them, used."""
    begins, ends = (timezone.localtime(form[f"shows_{end}"].value()) for end in ("from", "until"))
    boxes = {
        "used": "on", "alt": form["alt"].value(), "slot": form["slot"].value(), "address": "",
        "shows_from_0": f"{begins:%d/%m/%Y}", "shows_from_1": "00:00",
        "shows_until_0": f"{ends:%d/%m/%Y}", "shows_until_1": "00:00", **more,
    }  # fmt: skip
    return {f"{form.prefix}-{name}": value for name, value in boxes.items()}


def form_of(answer, code):
    return next(form for form in answer.context["forms"] if form.prefix == code)


# The set


def test_the_set_stands_in_the_order_of_its_days():
    order = [each.code for each in holidays.in_order(2027)]
    assert order[:4] == ["tet-duong-lich", "thanh-lap-dang", "tet", "gio-to"]
    assert [each.code for each in holidays.in_order(2030)][1:3] == ["tet", "thanh-lap-dang"]


@pytest.mark.parametrize(
    ("code", "days"),
    [("tet", {2026: (17, 2), 2027: (6, 2), 2030: (2, 2)}), ("quoc-khanh", {2027: (2, 9)}),
     ("gio-to", {2026: (26, 4), 2027: (16, 4)}), ("27-7", {2027: (27, 7)})],
)  # fmt: skip
def test_days_by_sun_and_moon(code, days):
    for year, (day, month) in days.items():
        assert holidays.BY_CODE[code].on(year) == dt.date(year, month, day)


def test_every_holiday_is_right_for_every_year_offered_ever():
    for year in range(2026, 2060):
        for each in holidays.HOLIDAYS:
            begins, ends = each.span(year)
            assert begins.date() <= each.on(year) < ends.date()
            assert len(each.said(year)) <= 200


def test_words_say_the_anniversary_and_the_year():
    said = holidays.BY_CODE["thanh-lap-dang"].said(2030)
    assert said == "Kỷ niệm 100 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 – 3/2/2030)"
    assert holidays.BY_CODE["tet"].said(2027) == "Mừng Đảng, mừng Xuân Đinh Mùi 2027"
    assert holidays.BY_CODE["tet"].lunar_words(2027) == "mùng 1 tháng Giêng năm Đinh Mùi"


# Preparing


def test_a_set_is_hung_at_once(office):
    assert prepare(office, {code: fields(office, code) for code in ("tet", "30-4")}) == 2
    tet = holidays.prepared(office.portal, 2027)["tet"]
    assert (tet.shows_from, tet.shows_until) == (midnight(2027, 1, 27), midnight(2027, 2, 14))
    assert tet.occasion == "tet-2027"
    assert holidays.prepared(office.portal, 2028) == {}


def test_prepared_again_it_changes_and_what_is_left_out_goes(office):
    prepare(office, {code: fields(office, code) for code in ("tet", "30-4")})
    prepare(office, {"tet": fields(office, alt="Chúc Tết")})
    assert [each.alt for each in Banner.objects.all()] == ["Chúc Tết"]


def test_one_that_cannot_be_leaves_all_as_it_was(office):
    foreign = picture(make.portal(), office.manager)
    with pytest.raises(OutOfSight):
        prepare(office, {"tet": fields(office), "30-4": fields(office, "30-4", wide=foreign)})
    assert not Banner.objects.exists()
    assert not Act.objects.exists()


def test_nobody_overwrites_what_he_has_not_seen(office):
    old = holidays.set_digest(office.portal, 2027)
    prepare(office, {"tet": fields(office)})
    with pytest.raises(Refused):
        prepare(office, {}, seen=old)
    assert Banner.objects.exists()


def test_saving_signs_and_a_second_person_publishes(office, monkeypatch):
    monkeypatch.setattr(frame, "publish_files", lambda pictures: None)
    prepare(office, {"tet": fields(office)}, sign=True)
    assert [each.user for each in Signature.objects.all()] == [office.manager]
    assert not frame.is_published(office.portal, NOON)
    frame.publish_frame(office.portal, by=office.chief, at=NOON)
    (banner,) = frame.live_values(office.portal, NOON)["banners"]
    assert banner["shows_from"] == midnight(2027, 1, 27).astimezone(dt.UTC).isoformat()


@pytest.mark.parametrize("role", ["reporter", "editor", "inspector"])
def test_only_who_keeps_the_frame_prepares(office, role):
    who = make.seated(role, office.portal)
    with pytest.raises(Refused):
        prepare(office, {"tet": fields(office)}, by=who)
    with pytest.raises(OutOfSight):
        prepare(office, {"tet": fields(office)}, by=make.Office().chief)


def test_last_years_picture_is_offered_again(office):
    wide = picture(office.portal, office.manager)
    prepare(office, {"tet": fields(office, year=2026, wide=wide)}, year=2026)
    assert holidays.last_used(office.portal, 2027)["tet"].wide == wide
    assert holidays.last_used(office.portal, 2026) == {}


# The screen


def test_the_screen_offers_next_years_days(office, year):
    answer = client_of(office.manager).get(PAGE)
    assert answer.context["year"] == year
    tet = form_of(answer, "tet")
    assert tet.day == holidays.BY_CODE["tet"].on(year)
    assert tet["alt"].value().endswith(str(year))
    assert len(answer.context["forms"]) == len(holidays.HOLIDAYS)


@pytest.mark.parametrize("asked", ["1999", "2999", "²", "x" * 500, ""])
def test_any_other_year_is_the_next(office, year, asked):
    assert client_of(office.manager).get(PAGE, {"nam": asked}).context["year"] == year


def test_two_people_prepare_and_sign_on_the_screen(office, year, monkeypatch):
    monkeypatch.setattr(frame, "publish_files", lambda pictures: None)
    manager, chief = client_of(office.manager), client_of(office.chief)
    wide = picture(office.portal, office.manager)
    shown = manager.get(PAGE)
    boxes = {"seen": shown.context["seen"], "sign": "1"}
    for code in ("tet", "gio-to"):
        boxes |= typed(form_of(shown, code), wide=wide.pk)
    assert manager.post(PAGE, boxes).status_code == 302
    assert set(holidays.prepared(office.portal, year)) == {"tet", "gio-to"}
    panel = chief.get(PAGE).context["frame"]
    assert (panel["signers"], panel["missing"]) == ((str(office.manager),), "")
    chief.post(page(office.portal, "publish/"), {"digest": panel["digest"]})
    assert frame.is_published(office.portal, timezone.now())
    assert form_of(chief.get(PAGE), "tet").standing[0] == "coming"


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(office):
    manager = client_of(office.manager)
    shown = manager.get(PAGE)
    boxes = typed(form_of(shown, "tet"), alt="Mừng Xuân mới", shows_until_0="1/1/2020")
    boxes |= typed(form_of(shown, "30-4"), wide="²", address="la", slot="?")
    answer = manager.post(PAGE, {**boxes, "seen": shown.context["seen"]})
    assert answer.status_code == 200
    assert set(form_of(answer, "tet").errors) == {"wide", "shows_until"}
    assert set(form_of(answer, "30-4").errors) == {"wide", "slot", "address"}
    assert form_of(answer, "tet")["alt"].value() == "Mừng Xuân mới"
    assert not form_of(answer, "19-5").errors
    assert not Banner.objects.exists()


def test_a_forgotten_tick_is_told_before_anything_is_lost(office):
    manager = client_of(office.manager)
    shown, wide = manager.get(PAGE), picture(office.portal, office.manager)
    boxes = typed(form_of(shown, "tet"), wide=wide.pk)
    del boxes["tet-used"]
    answer = manager.post(PAGE, {**boxes, "seen": shown.context["seen"]})
    assert set(form_of(answer, "tet").errors) == {"used"}
    assert form_of(answer, "tet")["wide"].value() == str(wide.pk)


def test_what_a_colleague_changed_meanwhile_is_told(office, year):
    manager = client_of(office.manager)
    shown = manager.get(PAGE)
    prepare(office, {"30-4": fields(office, "30-4", year)}, year=year)
    boxes = typed(form_of(shown, "tet"), wide=picture(office.portal, office.manager).pk)
    answer = manager.post(PAGE, {**boxes, "seen": shown.context["seen"]}, follow=True)
    assert [each.level_tag for each in answer.context["messages"]] == ["error"]
    assert form_of(answer, "tet")["used"].value() is True
    assert set(holidays.prepared(office.portal, year)) == {"30-4"}


def test_an_editor_looks_and_signs_but_writes_nothing(office, year):
    editor = client_of(office.editor)
    answer = editor.get(PAGE)
    assert not answer.context["may_write"]
    wide = picture(office.portal, office.manager)
    boxes = typed(form_of(answer, "tet"), wide=wide.pk)
    assert editor.post(PAGE, {**boxes, "seen": answer.context["seen"]}).status_code == 200
    assert not Banner.objects.exists()


def test_reporters_and_strangers_find_no_such_page(office):
    assert client_of(office.reporter).get(PAGE).status_code == 404
    stranger = client_of(make.Office().chief)
    assert stranger.get(PAGE, {"trang": office.portal.key}).status_code == 404


@pytest.mark.sqlite_only
def test_the_page_costs_the_same_for_a_full_set(office, year):
    manager = client_of(office.manager)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert manager.get(PAGE).status_code == 200
        return len(queries)

    picture(office.portal, office.manager)
    few = cost()
    everything = {each.code: fields(office, each.code, year) for each in holidays.HOLIDAYS}
    prepare(office, everything, year=year)
    assert cost() <= few


def test_the_preview_shows_a_coming_day(office, monkeypatch):
    asked = []
    monkeypatch.setattr(
        slots.render_page,
        "_function",
        lambda request, kind, values, key, at: asked.append(at) or HttpResponse(),
    )
    manager, soon = client_of(office.manager), timezone.localdate() + 9 * DAY
    for day in (f"{soon:%d/%m/%Y}", "1/1/2020", "31/2/2030", "²" * 60):
        manager.get(page(office.portal, "preview/"), {"ngay": day})
    assert timezone.localtime(asked[0]).date() == soon
    assert all(timezone.now() - at < DAY for at in asked[1:])


def at(month, day=1, hour=0, year=2026):
    return dt.datetime(year, month, day, hour, tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize(
    ("when", "year"),
    [(at(10, 31, 23), None), (at(11), 2027), (at(12, 31), 2027), (at(1), 2026), (at(2), None)],
)
def test_from_november_the_next_year_is_to_be_thought_of(when, year):
    assert holidays.year_to_prepare(when) == year


def test_the_next_banner_is_named():
    assert holidays.next_of(2027, at(11)).code == "tet-duong-lich"
    assert holidays.next_of(2027, at(2, 6, year=2027)).code == "tet"


def reminders(user):
    """The words of the first page's panel for these days."""
    panels = client_of(user).get("/toa-soan/").context["desk_panels"]
    return [panel for panel in panels if "holiday_panel" in panel["template"]]


def test_the_board_is_reminded_until_a_banner_hangs_ready(office, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: at(11, 20, 9))
    (panel,) = reminders(office.manager)
    assert panel["context"]["portals"] == [office.portal]
    assert reminders(office.chief)
    for who in (office.editor, office.reporter, make.Office(key="b").reporter):
        assert not reminders(who)
    prepare(office, {"tet": fields(office)})
    assert not reminders(office.manager)
    monkeypatch.setattr(timezone, "now", lambda: at(10, 20, 9))
    assert not reminders(make.Office(key="c").manager)
