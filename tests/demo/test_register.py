"""The demo's register tells what it should: the old town, 1 July 2025, and what came after."""

import datetime as dt

import pytest

from apps.organizations.models import Organization, Succession
from apps.people.models import Decision, Suggestion, Term
from apps.people.titles import long_form, people_of, titles_on
from apps.portals.models import Portal
from config.demo.files import read
from config.demo.register import COMMITTEES

pytestmark = pytest.mark.django_db
JUNE, JULY = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


def titles(registrar, person, day):
    who = registrar.people[person]
    return long_form(titles_on([who], day)[who])


def test_about_thirty_bodies_before_and_after():
    assert len(read("register")["bodies"]) >= 30
    assert len(read("july-2025")["founding"]) >= 20
    assert len(read("register")["people"]) >= 45


def test_who_led_the_town_in_2012(registrar):
    told = titles(registrar, "phan-dinh-tuyen", dt.date(2012, 9, 2))
    assert told == "Bí thư Thị ủy Sông Vân"


def test_titles_change_over_night(registrar):
    person = "khuat-thi-minh-hanh"
    assert "Thị ủy" in titles(registrar, person, JUNE)
    assert "Đảng ủy phường" in titles(registrar, person, JULY)


def test_old_and_new_ward_share_a_name(registrar):
    old, new = Organization.objects.filter(name="Đảng ủy phường Bến Đò").order_by("valid_from")
    assert (old.valid_to, new.valid_from) == (JUNE, JULY)
    assert Succession.objects.filter(before=old, after=new, kind="merged").exists()


def test_nothing_of_the_town_is_left(registrar):
    left = Organization.objects.filter(level="district").exclude(valid_to__lte=JUNE)
    assert not left.exists()
    held = Term.objects.filter(position__body__level="district")
    assert not held.exclude(ends_on__lte=JUNE).exists()


def test_one_signature_is_missing_and_one_suggestion_open(registrar):
    assert Decision.objects.filter(state="proposed").count() == 1
    assert Suggestion.objects.get().state == "open"


def test_somebody_took_office_last_friday(registrar):
    friday = registrar.calendar.date("friday")
    assert "Phó Chủ nhiệm" in titles(registrar, "quang-van-thuong", friday - dt.timedelta(days=1))
    assert titles(registrar, "quang-van-thuong", friday).startswith("Ủy viên Ban Thường vụ")


def test_a_handover_next_month_is_signed(registrar):
    first = registrar.calendar.date("month")
    office = Organization.objects.get(pk=registrar.bodies["VP-PSV"])
    heads = [
        {held.person.name for held in people_of(office, day) if held.rank == "Chánh Văn phòng"}
        for day in (first - dt.timedelta(days=1), first)
    ]
    assert heads == [{"Lại Thế Vinh"}, {"Ngô Thị Vân Khánh"}]


def test_each_portal_belongs_to_its_new_committee(registrar):
    for key, ref in COMMITTEES.items():
        body = Organization.objects.get(slug=Portal.objects.get(key=key).committee)
        assert body.pk == registrar.bodies[ref]
        assert body.valid_to is None
