"""Pages of people and bodies follow the register on the right day, with nobody at work."""

import datetime as dt
import json
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.editions.models import Cut, Moment, Showing
from apps.organizations.models import Succession
from apps.people.models import Decision, Person, Term
from lib.vietnamese.days import HO_CHI_MINH
from tests import make

from . import page_rows as register
from .page_rows import HOUR, NOON, day, publish

pytestmark = pytest.mark.django_db


def midnight(text):
    return dt.datetime.combine(day(text), dt.time(), HO_CHI_MINH)


def key(row):
    return f"person:{row.pk}" if isinstance(row, Person) else f"body:{row.pk}"


def shown(row, at=NOON):
    """The values readers get of this person or body, or None."""
    found = Showing.objects.live_at(at).filter(portal="", key=key(row)).first()
    return found.cut.values if found else None


def titles(person, at=NOON):
    return [title["words"] for title in shown(person, at)["titles"]]


def leaders(body, at=NOON):
    return [(row["person"], row["rank"]) for row in shown(body, at)["leaders"]]


@pytest.fixture
def town():
    return register.body()


@pytest.fixture
def minh():
    return register.person()


def test_titles_change_at_midnight_of_the_day(minh, town):
    register.term(minh, "Phó Bí thư", town, ends="30/6/2026")
    register.term(minh, "Bí thư", town, starts="1/7/2026")
    publish(minh)
    evening = midnight("1/7/2026") - dt.timedelta(seconds=1)
    assert titles(minh, evening) == ["Phó Bí thư Thị ủy Sông Vân"]
    assert titles(minh, midnight("1/7/2026")) == ["Bí thư Thị ủy Sông Vân"]
    past = shown(minh, midnight("1/7/2026"))["past"]
    assert [(row["rank"], row["to"]) for row in past] == [("Phó Bí thư", "2026-06-30")]


def test_last_day_is_held_whole_and_both_show_on_a_handover(minh, town):
    hoa = register.person("Trần Thị Hòa")
    register.term(minh, "Bí thư", town, ends="1/7/2026")
    register.term(hoa, "Bí thư", town, starts="1/7/2026")
    publish(minh, hoa)
    names = {at: [name for name, _rank in leaders(town, midnight(at))]
             for at in ("30/6/2026", "1/7/2026", "2/7/2026")}  # fmt: skip
    assert names["30/6/2026"] == [minh.name]
    assert set(names["1/7/2026"]) == {minh.name, hoa.name}
    assert names["2/7/2026"] == [hoa.name]


def test_coming_changes_are_told_nowhere_before(minh, town):
    register.term(minh, "Bí thư", town, ends="30/6/2026")
    publish(minh)
    assert "2026-06-30" not in json.dumps([shown(minh), shown(town)])


def test_every_known_instant_is_a_moment_of_every_portal(minh, town):
    register.term(minh, "Bí thư", town, ends="30/6/2026")
    publish(minh)
    assert Moment.objects.filter(portal="", at=midnight("1/7/2026")).exists()


def test_same_page_is_not_cut_twice(minh, town):
    register.term(minh, "Bí thư", town, ends="30/6/2026")
    publish(minh)
    before = Cut.objects.count()
    publish(minh, town, at=NOON + HOUR)
    assert Cut.objects.count() == before == 4


def test_plan_that_no_longer_applies_is_given_up(minh, town):
    term = register.term(minh, "Bí thư", town, ends="30/6/2026")
    publish(minh)
    Term.objects.filter(pk=term.pk).update(ends_on=None)
    publish(minh, at=NOON + HOUR)
    assert titles(minh, midnight("2/7/2026")) == ["Bí thư Thị ủy Sông Vân"]
    assert leaders(town, midnight("2/7/2026")) == [(minh.name, "Bí thư")]


def test_moved_day_moves_the_page(minh, town):
    term = register.term(minh, "Bí thư", town, ends="30/6/2026")
    publish(minh)
    Term.objects.filter(pk=term.pk).update(ends_on=day("31/7/2026"))
    publish(minh, at=NOON + HOUR)
    assert titles(minh, midnight("31/7/2026")) == ["Bí thư Thị ủy Sông Vân"]
    assert titles(minh, midnight("1/8/2026")) == []


def test_whoever_names_a_renamed_person_follows(minh, town):
    register.term(minh, "Bí thư", town)
    publish(minh)
    Person.objects.filter(pk=minh.pk).update(name="Hà Văn Mính")
    publish(minh, at=NOON + HOUR)
    assert leaders(town, NOON + HOUR) == [("Hà Văn Mính", "Bí thư")]


def test_corrected_name_of_a_body_reaches_its_people(minh, town):
    register.term(minh, "Bí thư", town)
    publish(minh)
    type(town).objects.filter(pk=town.pk).update(name="Thị ủy Sông Vàng")
    later = NOON + HOUR
    publish(town, at=later)
    assert titles(minh, later) == ["Bí thư Thị ủy Sông Vàng"]


def test_nobody_has_a_page_without_anything_public(minh):
    publish(minh)
    assert shown(minh) is None
    Person.objects.filter(pk=minh.pk).update(biography="Quê ở Sông Vân.")
    publish(minh)
    assert shown(minh)["biography"] == "Quê ở Sông Vân."


def test_struck_last_title_takes_the_page_away(minh, town):
    term = register.term(minh, "Bí thư", town)
    publish(minh)
    term.delete()
    later = NOON + HOUR
    publish(minh, town, at=later)
    assert shown(minh, later) is None
    register.term(minh, "Phó Bí thư", town)
    publish(minh, at=NOON + 2 * HOUR)
    assert titles(minh, NOON + 2 * HOUR) == ["Phó Bí thư Thị ủy Sông Vân"]


def test_page_begins_with_the_first_title(minh, town):
    register.term(minh, "Bí thư", town, starts="1/7/2026")
    publish(minh)
    assert shown(minh) is None
    assert titles(minh, midnight("1/7/2026")) == ["Bí thư Thị ủy Sông Vân"]


def test_birth_date_is_in_no_value(town):
    born = register.person(born_on=day("19/5/1970"))
    register.term(born, "Bí thư", town)
    publish(born, town)
    told = json.dumps(list(Cut.objects.values_list("values", flat=True)))
    assert "1970" not in told
    assert "born" not in told


def test_older_one_stands_first_among_equals(town):
    young = register.person("Lê Văn An", born_on=day("1/1/1985"))
    old = register.person("Trần Văn Bảo", born_on=day("1/1/1965"))
    for who in (young, old):
        register.term(who, "Phó Bí thư", town)
    head = register.person("Phạm Thị Chi")
    register.term(head, "Bí thư", town)
    publish(town)
    assert [name for name, _rank in leaders(town)] == [head.name, old.name, young.name]


def test_implied_seat_is_not_told(minh, town):
    register.term(minh, "Bí thư", town)
    register.term(minh, "Ủy viên Ban Thường vụ", town)
    publish(minh)
    assert titles(minh) == ["Bí thư Thị ủy Sông Vân"]


def test_loaded_file_waits_for_its_signatures(minh, town):
    register.term(minh, "Bí thư", town)
    load = Decision.objects.create(
        kind="load", state="in_force", subject="Nạp danh mục", entered_by=make.user(),
        entered_at=NOON, in_force_at=NOON, touched={"people": [minh.pk], "bodies": [town.pk]},
    )  # fmt: skip
    publish(minh, town)
    assert shown(minh) is shown(town) is None
    Decision.objects.filter(pk=load.pk).update(signed_at=NOON)
    publish(minh, town)
    assert titles(minh) == ["Bí thư Thị ủy Sông Vân"]


class TestBodies:
    def test_merger_shows_on_both_sides_on_the_day(self, town):
        other = register.body("Huyện ủy Nà Khoang", valid_to=day("30/6/2026"))
        type(town).objects.filter(pk=town.pk).update(valid_to=day("30/6/2026"))
        new = register.body("Đảng ủy phường Sông Vân", level="commune", valid_from=day("1/7/2026"))
        for before in (town, other):
            Succession.objects.create(
                before=before, after=new, on=day("1/7/2026"), kind="merged", document="12-NQ/TU"
            )
        publish(town, other, new)
        assert shown(new) is None
        assert shown(town)["successors"] == [] and shown(town)["to"] is None
        then = midnight("1/7/2026")
        assert shown(town, then)["to"] == "2026-06-30"
        assert {row["after"]["name"] for row in shown(town, then)["successors"]} == {new.name}
        partners = [row["before"]["name"] for row in shown(town, then)["successors"]]
        assert set(partners) == {town.name, other.name}
        rows = shown(new, then)["origins"]
        assert {row["before"]["name"] for row in rows} == {town.name, other.name}
        assert rows[0]["document"] == "12-NQ/TU"

    def test_titles_end_with_their_body(self, minh, town):
        register.term(minh, "Bí thư", town)
        type(town).objects.filter(pk=town.pk).update(valid_to=day("30/6/2026"))
        publish(minh, town)
        then = midnight("1/7/2026")
        assert titles(minh, then) == []
        assert shown(minh, then)["past"][0]["to"] == "2026-06-30"
        assert shown(town, then)["former"][0]["to"] == "2026-06-30"

    def test_history_goes_through_several_steps(self, town):
        old, older = (register.body(name, valid_to=day("31/12/2019"))
                      for name in ("Huyện ủy Cũ", "Huyện ủy Xưa"))  # fmt: skip
        for before, after, on in ((older, old, "1/1/2010"), (old, town, "1/1/2020")):
            Succession.objects.create(before=before, after=after, on=day(on), kind="renamed")
        publish(older)
        told = [(row["before"]["name"], row["on"]) for row in shown(town)["origins"]]
        assert told == [("Huyện ủy Xưa", "2010-01-01"), ("Huyện ủy Cũ", "2020-01-01")]
        assert len(shown(older)["successors"]) == 2

    def test_sub_bodies_come_and_go_on_their_days(self, town):
        ends = register.body(
            "Ban Dân vận Thị ủy", kind="party_board", parent=town, valid_to=day("30/6/2026")
        )
        register.body(
            "Ban Tuyên giáo và Dân vận Thị ủy", kind="party_board", parent=town,
            valid_from=day("1/7/2026"),
        )  # fmt: skip
        publish(ends)
        names = [[row["name"] for row in shown(town, at)["children"]]
                 for at in (NOON, midnight("1/7/2026"))]  # fmt: skip
        assert names == [["Ban Dân vận Thị ủy"], ["Ban Tuyên giáo và Dân vận Thị ủy"]]

    def test_structure_has_two_levels(self, town):
        office = register.body("Văn phòng Thị ủy", kind="party_board", parent=town)
        register.body("Tổ Cơ yếu", kind="other", parent=office)
        publish(town, office)
        assert len(shown(town)["children"]) == len(shown(office)["children"]) == 1
        assert shown(town)["children"][0]["children"][0]["name"] == "Tổ Cơ yếu"
        assert shown(office)["parent"] == {"key": key(town), "name": town.name}


def test_number_of_questions_does_not_grow(town):
    def cost(number):
        who = [register.person(f"Người Thứ {_n}") for _n in range(number)]
        for each in who:
            register.term(each, "Thị ủy viên", town)
        publish(*who)
        with CaptureQueriesContext(connection) as captured:
            publish(town)  # nothing to cut: only questions
        return len(captured)

    assert cost(2) == cost(40)


def test_conference_of_45_is_published_in_seconds(town):
    who = [register.person(f"Đại Biểu {_n}") for _n in range(45)]
    for each in who:
        register.term(each, "Thị ủy viên", town, ends="30/6/2026")
    began = time.perf_counter()
    publish(*who)
    assert Showing.objects.filter(portal="").count() == 2 * 46
    assert time.perf_counter() - began < 8
