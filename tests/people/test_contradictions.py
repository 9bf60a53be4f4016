"""What cannot be true is refused in words; what may be true is not."""

import datetime as dt

import pytest

from apps.people.appointments import appoint, correct, end, move
from apps.people.changes import tidied
from apps.people.contradictions import contradictions

from .deciding import NOON, body, day, person, term

pytestmark = pytest.mark.django_db


def wrong(*lines):
    return contradictions(tidied(list(lines)), at=NOON)


@pytest.fixture
def committee():
    return body()


def test_a_single_seat_has_one_holder(committee):
    term(person("Lê Thị Dung"), "Bí thư", committee)
    [sentence] = wrong(
        appoint(person("Hà Văn Minh").pk, "Bí thư", committee.pk, starts=day("1/5/2026"))
    )
    assert "Lê Thị Dung" in sentence and "Hà Văn Minh" in sentence


def test_a_handover_within_one_day_is_legal(committee):
    old, on = term(person("Lê Thị Dung"), "Bí thư", committee), day("1/5/2026")
    assert wrong(end(old.pk, on), appoint(person().pk, "Bí thư", committee.pk, starts=on)) == []


def test_two_days_together_are_too_many(committee):
    old = term(person("Lê Thị Dung"), "Bí thư", committee)
    successor = appoint(person().pk, "Bí thư", committee.pk, starts=day("1/5/2026"))
    assert len(wrong(end(old.pk, day("2/5/2026")), successor)) == 1


def test_deputies_may_be_many(committee):
    lines = [appoint(person(f"Hà Văn {n}").pk, "Phó Bí thư", committee.pk) for n in "ABCDEF"]
    assert wrong(*lines) == []


def test_two_heads_in_one_decision_contradict(committee):
    lines = [appoint(person(f"Hà Văn {n}").pk, "Bí thư", committee.pk) for n in "AB"]
    assert len(wrong(*lines)) == 1


def test_who_is_in_charge_takes_no_seat(committee):
    term(person("Lê Thị Dung"), "Bí thư", committee)
    line = appoint(person().pk, "Bí thư", committee.pk, status="in_charge", starts=day("1/5/2026"))
    assert wrong(line) == []


def test_who_acts_takes_the_seat(committee):
    term(person("Lê Thị Dung"), "Bí thư", committee)
    line = appoint(person().pk, "Bí thư", committee.pk, status="acting", starts=day("1/5/2026"))
    assert len(wrong(line)) == 1


@pytest.mark.parametrize("other", ["Phó Bí thư", "Phó Bí thư Thường trực"])
def test_nobody_is_head_and_deputy_at_once(committee, other):
    who = person()
    term(who, "Bí thư", committee)
    [sentence] = wrong(appoint(who.pk, other, committee.pk, starts=day("1/5/2026")))
    assert other in sentence


def test_an_implied_membership_is_no_contradiction(committee):
    who = person()
    term(who, "Bí thư", committee)
    assert wrong(appoint(who.pk, "Ủy viên Ban Thường vụ", committee.pk)) == []


def test_a_deputy_may_act_for_the_head(committee):
    who = person()
    term(who, "Phó Bí thư", committee)
    line = appoint(who.pk, "Bí thư", committee.pk, status="acting", starts=day("1/5/2026"))
    assert wrong(line) == []


def test_a_deputy_becomes_head_on_one_day(committee):
    who = person()
    old = term(who, "Phó Bí thư", committee)
    assert wrong(*move([old.pk], who.pk, "Bí thư", committee.pk, on=day("1/5/2026"))) == []


def test_head_here_and_deputy_there_is_usual(committee):
    who = person()
    term(who, "Bí thư", committee)
    above = body("Tỉnh ủy Tân Lĩnh", level="province")
    assert wrong(appoint(who.pk, "Phó Bí thư", above.pk, starts=day("1/5/2026"))) == []


def test_the_same_title_is_not_given_twice(committee):
    who = person()
    term(who, "Phó Bí thư", committee)
    assert len(wrong(appoint(who.pk, "Phó bí thư", committee.pk, starts=day("1/5/2026")))) == 1


def test_no_title_before_the_body_begins():
    commune = body("Đảng ủy xã Đồng Xa", level="commune", valid_from=day("1/7/2025"))
    [sentence] = wrong(appoint(person().pk, "Bí thư", commune.pk, starts=day("30/6/2025")))
    assert "1/7/2025" in sentence


def test_no_title_after_the_body_ends():
    town = body(valid_to=day("30/6/2025"))
    [sentence] = wrong(appoint(person().pk, "Bí thư", town.pk, starts=day("1/1/2024")))
    assert "30/6/2025" in sentence


def test_closing_a_body_asks_for_its_titles(committee):
    term(person("Lê Thị Dung"), "Bí thư", committee)
    [sentence] = wrong({"act": "close", "body": committee.pk, "on": "2026-06-30"})
    assert "Lê Thị Dung" in sentence


def test_a_body_closes_with_its_titles(committee):
    held = term(person(), "Bí thư", committee)
    on = day("30/6/2026")
    assert (
        wrong(end(held.pk, on), {"act": "close", "body": committee.pk, "on": on.isoformat()}) == []
    )


def test_an_ended_title_does_not_end_again(committee):
    held = term(person(), "Bí thư", committee, ends="1/4/2026")
    assert "1/4/2026" in wrong(end(held.pk, day("1/5/2026")))[0]


def test_no_title_ends_before_it_begins(committee):
    held = term(person(), "Bí thư", committee, starts="1/4/2026")
    assert wrong(end(held.pk, day("1/3/2026"))) != []
    assert wrong(correct(held.pk, ends=day("1/3/2026"))) != []


def test_a_correction_must_correct_something(committee):
    held = term(person(), "Bí thư", committee, starts="1/4/2026")
    assert wrong(correct(held.pk, starts=day("1/4/2026"))) != []


def test_a_year_mistyped_is_noticed(committee):
    assert wrong(appoint(person().pk, "Phó Bí thư", committee.pk, starts=day("1/5/2062"))) != []


def test_old_mistakes_do_not_stop_todays_work(committee):
    for name in ("Hà Văn A", "Hà Văn B"):
        term(person(name), "Bí thư", committee)
    assert wrong(appoint(person().pk, "Thị ủy viên", committee.pk)) == []


def test_unknown_rows_are_named_as_such(committee):
    assert len(wrong(end(999_999, day("1/5/2026")))) == 1
    assert len(wrong(appoint("new:7", "Bí thư", committee.pk))) == 1


def test_a_renamed_body_has_a_last_day(committee):
    found = {"act": "found", "ref": "new:1", "name": "Đảng ủy phường Sông Vân", "level": "commune",
             "kind": "party_committee", "from": "2026-07-01"}  # fmt: skip
    follow = {"act": "succeed", "before": committee.pk, "after": "new:1", "kind": "renamed",
              "on": "2026-07-01"}  # fmt: skip
    assert len(wrong(found, follow)) == 1
    close = {"act": "close", "body": committee.pk, "on": "2026-06-30"}
    assert wrong(found, close, follow) == []


def test_no_body_stands_above_itself(committee):
    below = body("Ban Tổ chức Thị ủy Sông Vân", parent=committee)
    assert len(wrong({"act": "body", "body": committee.pk, "set": {"parent": below.pk}})) == 1


def test_a_decision_is_read_in_few_queries(committee, django_assert_max_num_queries):
    lines = [appoint(person(f"Hà Văn {n}").pk, "Phó Bí thư", committee.pk) for n in range(40)]
    with django_assert_max_num_queries(12):
        assert wrong(*lines) == []


def test_days_of_birth_play_no_part():
    who = person(born_on=dt.date(1970, 1, 1))
    assert wrong({"act": "describe", "person": who.pk, "set": {"born_on": "1971-01-01"}}) == []
