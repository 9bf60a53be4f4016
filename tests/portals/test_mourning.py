"""Mourning: begun by one person, ended by the clock or by another; the signed frame stays."""

import copy
import datetime as dt

import pytest

from apps.editions.models import Moment, Showing
from apps.newsroom.models import Act
from apps.newsroom.notice_models import Notice
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals import frame, mourning
from apps.portals.models import Banner, Mourning
from tests import make
from tests.make import DAY, HOUR, NOON
from tests.once import once

from .desk import picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_files(monkeypatch):
    monkeypatch.setattr(frame, "publish_files", lambda pictures: None)


framed = once(lambda: make.Office().with_frame(at=NOON - DAY))


@pytest.fixture
def office(framed):
    return copy.deepcopy(framed)


def begin(office, by=None, at=NOON, until=2 * DAY, **more):
    return mourning.begin(office.portal, by=by or office.editor, at=at, ends_at=at + until, **more)


def cut(office, at):
    return Showing.objects.of(office.portal.key, frame.KEY).live_at(at).get().cut


def spans(office, at):
    rows = cut(office, at).values.get("mourning", [])
    return [
        tuple((dt.datetime.fromisoformat(row[name]) - NOON) / HOUR for name in row) for row in rows
    ]


def test_one_person_puts_the_site_into_mourning_at_once(office):
    signed = cut(office, NOON - HOUR)
    begin(office, until=48 * HOUR)
    now = cut(office, NOON)
    assert spans(office, NOON) == [(0, 48)]
    assert {**now.values, "mourning": 0} == {**signed.values, "mourning": 0}
    assert (now.text_digest, now.signers) == (signed.text_digest, signed.signers)
    assert (now.cut_by, now.why) == (str(office.editor), "mourning")


def test_every_turn_is_a_moment(office):
    begin(office, starts_at=NOON + HOUR, until=5 * HOUR)
    known = set(Moment.objects.filter(portal=office.portal.key).values_list("at", flat=True))
    assert {NOON + HOUR, NOON + 5 * HOUR} <= known


def test_the_frame_stays_published(office):
    begin(office)
    assert frame.is_published(office.portal, NOON)
    assert frame.live_values(office.portal, NOON) == frame.frame_values(office.portal)


def test_a_frame_published_in_mourning_mourns_too(office):
    begin(office, until=48 * HOUR)
    make.section(office.portal, "van-ban")
    office.with_frame(at=NOON + HOUR)
    assert spans(office, NOON + HOUR) == [(0, 48)]
    office.with_frame(at=NOON + 3 * DAY)
    assert spans(office, NOON + 3 * DAY) == []


def test_a_portal_before_its_first_frame_begins_in_mourning():
    office = make.Office()
    begin(office, until=48 * HOUR)
    office.with_frame(at=NOON + HOUR)
    assert spans(office, NOON + HOUR) == [(0, 48)]


def test_another_person_ends_it_early(office):
    made = begin(office)
    mourning.end(made, by=office.chief, at=NOON + HOUR)
    assert spans(office, NOON + HOUR) == []
    assert mourning.not_over([office.portal], NOON + HOUR) == []


def test_who_began_it_does_not_end_it_alone(office):
    made = begin(office)
    with pytest.raises(Refused, match="Đồng chí là người chuyển"):
        mourning.end(made, by=office.editor, at=NOON + HOUR)
    assert spans(office, NOON + HOUR)


def test_what_has_not_begun_its_maker_withdraws(office):
    made = begin(office, starts_at=NOON + HOUR)
    mourning.end(made, by=office.editor, at=NOON)
    assert spans(office, NOON) == []


def test_two_periods_overlap_and_one_ends_early(office):
    first = begin(office, until=10 * HOUR)
    begin(office, starts_at=NOON + 5 * HOUR, until=20 * HOUR)
    assert spans(office, NOON) == [(0, 10), (5, 20)]
    mourning.end(first, by=office.chief, at=NOON + 2 * HOUR)
    assert spans(office, NOON + 2 * HOUR) == [(5, 20)]


def test_what_is_over_is_not_ended_again(office):
    made = begin(office, until=HOUR)
    for at in (NOON + HOUR, NOON + DAY):
        with pytest.raises(Refused, match="đã kết thúc"):
            mourning.end(made, by=office.chief, at=at)


@pytest.mark.parametrize("until", [-HOUR, 0 * HOUR, 40 * DAY])
def test_a_span_that_cannot_be_is_refused(office, until):
    with pytest.raises(Refused):
        begin(office, until=until)
    assert not Mourning.objects.exists()


@pytest.mark.parametrize("role", ["contributor", "reporter", "adviser", "inspector"])
def test_others_have_no_right(office, role):
    who = make.seated(role, office.portal)
    with pytest.raises(Refused):
        begin(office, by=who)
    made = begin(office)
    with pytest.raises(Refused):
        mourning.end(made, by=who, at=NOON)


def test_a_stranger_finds_nothing(office):
    stranger = make.Office().chief
    with pytest.raises(OutOfSight):
        begin(office, by=stranger)
    with pytest.raises(OutOfSight):
        mourning.end(begin(office), by=stranger, at=NOON)


def test_the_board_is_told(office):
    made = begin(office, reason="Quốc tang")
    told = Notice.objects.filter(kind="mourning")
    assert {notice.user for notice in told} == {office.manager, office.chief}
    mourning.end(made, by=office.chief, at=NOON + HOUR)
    assert [n.user for n in Notice.objects.filter(kind="mourning_ended")] == [office.manager]
    verbs = Act.objects.filter(key=f"frame:{office.portal.key}").order_by("pk")
    assert [act.verb for act in verbs][-2:] == ["begin_mourning", "end_mourning"]
    assert verbs.last().after["which"] == "Quốc tang"


def test_a_sober_banner_says_so_and_others_say_nothing_new(office):
    wide = picture(office.portal, office.chief)
    festive = Banner(portal=office.portal, wide=wide, alt="Mừng Xuân")
    assert "sober" not in frame.banner_values(festive)
    assert frame.banner_values(Banner(portal=office.portal, wide=wide, sober=True))["sober"] is True
