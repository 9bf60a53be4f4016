"""A decision from a draft into force and back: who signs, what changes, what is refused."""

import pytest

from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from apps.people import decisions
from apps.people.appointments import appoint, correct, end, move, strike
from apps.people.models import Decision, Person, Position, Term
from tests import make

from .deciding import NOON, Two, body, chief, day, keeper, person, term

pytestmark = pytest.mark.django_db
State = Decision.State


@pytest.fixture
def two():
    return Two()


@pytest.fixture
def committee():
    return body()


def appointed(committee, who=None, rank="Phó Bí thư", starts="1/5/2026", **more):
    return appoint((who or person()).pk, rank, committee.pk, starts=day(starts), **more)


def test_a_draft_changes_no_title(two, committee):
    two.draft(appointed(committee))
    assert not Term.objects.exists()


def test_a_proposal_waits_without_effect(two, committee):
    decision = two.proposed(appointed(committee))
    assert decision.state == State.PROPOSED
    assert not Term.objects.exists()


def test_two_signatures_bring_it_into_force(two, committee):
    decision = two.in_force(appointed(committee), number="12-QĐ/TU")
    held = Term.objects.get()
    assert (held.position.rank, held.starts_on, held.decision) == (
        "Phó Bí thư", day("1/5/2026"), decision,
    )  # fmt: skip
    assert held.document == "12-QĐ/TU"


def test_the_keeper_alone_is_not_enough(two, committee):
    with pytest.raises(Refused, match="khác|another"):
        decisions.sign(two.proposed(appointed(committee)), by=two.keeper, at=NOON)
    assert not Term.objects.exists()


def test_another_keeper_may_sign(two, committee):
    decisions.sign(two.proposed(appointed(committee)), by=keeper("Bùi Nga"), at=NOON)
    assert Term.objects.count() == 1


@pytest.mark.parametrize("role", ["deputy_chief", "chief"])
def test_any_chief_may_sign_second(two, committee, role):
    decisions.sign(two.proposed(appointed(committee)), by=chief(role=role), at=NOON)
    assert Term.objects.count() == 1


@pytest.mark.parametrize("role", ["reporter", "editor", "managing_editor", "inspector"])
def test_others_may_not_sign(two, committee, role):
    with pytest.raises(Refused):
        decisions.sign(two.proposed(appointed(committee)), by=chief(role=role), at=NOON)


def test_strangers_learn_nothing(two, committee):
    with pytest.raises(OutOfSight):
        decisions.sign(two.proposed(appointed(committee)), by=make.user(), at=NOON)


def test_a_chief_does_not_draft(two):
    with pytest.raises(Refused):
        decisions.draft(subject="Tự ghi", by=two.chief, at=NOON)


def test_nothing_is_signed_that_nobody_read(two, committee):
    decision = two.proposed(appointed(committee))
    seen = decisions.content_digest(decision)
    decisions.withdraw(decision, by=two.keeper, at=NOON)
    fresh = Decision.objects.get(pk=decision.pk)
    fresh = rewritten(two, fresh, [appointed(committee, rank="Bí thư")])
    decisions.propose(fresh, by=two.keeper, at=NOON)
    with pytest.raises(Refused):
        decisions.sign(fresh, by=two.chief, at=NOON, seen=seen)


def rewritten(two, decision, changes, revision=None):
    return decisions.rewrite(
        decision, revision=decision.revision if revision is None else revision,
        subject=decision.subject, number="", decided_on=None, changes=changes, note="",
        by=two.keeper, at=NOON,
    )  # fmt: skip


def test_withdrawing_voids_the_first_signature(two, committee):
    decision = decisions.withdraw(two.proposed(appointed(committee)), by=two.keeper, at=NOON)
    again = decisions.propose(decision, by=keeper("Bùi Nga"), at=NOON)
    assert decisions.standing(again).names == ("Bùi Nga",)


def test_a_stale_save_is_refused_with_theirs(two, committee):
    decision = two.draft(appointed(committee))
    rewritten(two, decision, [appointed(committee, rank="Bí thư")])
    with pytest.raises(decisions.Stale) as refused:
        rewritten(two, decision, [], revision=0)
    assert refused.value.theirs.changes[0]["rank"] == "Bí thư"


def test_what_is_handed_in_is_not_rewritten(two, committee):
    with pytest.raises(Refused, match="rút lại|Withdraw"):
        rewritten(two, two.proposed(appointed(committee)), [])


def test_an_empty_decision_is_not_proposed(two):
    with pytest.raises(Refused):
        two.proposed()


def test_contradictions_stop_the_proposal(two, committee):
    term(person("Lê Thị Dung"), "Bí thư", committee)
    with pytest.raises(Refused, match="Lê Thị Dung"):
        two.proposed(appointed(committee, rank="Bí thư"))


def test_contradictions_are_asked_again_at_signing(two, committee):
    decision = two.proposed(appointed(committee, rank="Bí thư"))
    term(person("Lê Thị Dung"), "Bí thư", committee)
    with pytest.raises(Refused, match="Lê Thị Dung"):
        decisions.sign(decision, by=two.chief, at=NOON)
    assert Decision.objects.get(pk=decision.pk).state == State.PROPOSED


def test_one_decision_ends_several_and_starts_another(two, committee):
    who, board = person(), body("Ban Tổ chức Thị ủy Sông Vân", kind="party_board")
    old = [term(who, "Trưởng ban", board), term(who, "Ủy viên Ban Thường vụ", committee)]
    on = day("1/5/2026")
    two.in_force(*move([t.pk for t in old], who.pk, "Phó Bí thư", committee.pk, on=on))
    assert set(Term.objects.filter(ends_on=on)) == set(old)
    assert Term.objects.get(ends_on=None).starts_on == on


def test_a_new_person_is_appointed_in_one_go(two, committee):
    new = {"act": "person", "ref": "new:1", "name": "Lò Thị  Pành"}
    two.in_force(new, appoint("new:1", "Thị ủy viên", committee.pk, starts=day("1/5/2026")))
    held = Term.objects.select_related("person").get()
    assert (held.person.name, held.person.slug) == ("Lò Thị Pành", "lo-thi-panh")


def test_namesakes_get_addresses_of_their_own(two):
    lines = [{"act": "person", "ref": f"new:{n}", "name": "Hà Văn Minh"} for n in (1, 2)]
    two.in_force(*lines)
    assert sorted(Person.objects.values_list("slug", flat=True)) == ["ha-van-minh", "ha-van-minh-2"]


def test_a_new_body_takes_its_first_holder(two):
    found = {
        "act": "found", "ref": "new:1", "name": "Đảng ủy xã Đồng Xa", "kind": "party_committee",
        "level": "commune", "from": "2026-05-01",
    }  # fmt: skip
    two.in_force(found, appoint(person().pk, "Bí thư", "new:1", starts=day("1/5/2026")))
    assert str(Term.objects.get().position) == "Bí thư Đảng ủy xã Đồng Xa"


def test_ranks_differing_in_capitals_share_a_position(two, committee):
    term(person("Lê Thị Dung"), "Phó Bí thư", committee)
    two.in_force(appointed(committee, rank="Phó bí thư"))
    assert Position.objects.count() == 1


def test_a_correction_keeps_the_old_record_in_history(two, committee):
    held = term(person(), "Phó Bí thư", committee, starts="1/4/2026")
    two.in_force(correct(held.pk, starts=day("1/3/2026")))
    act = Act.objects.get(verb="correct")
    assert (act.before["starts_on"], act.after["starts_on"]) == ("1/4/2026", "1/3/2026")


def test_a_correction_moves_the_title_to_the_right_person(two, committee):
    wrong, right = person("Hà Văn Minh"), person("Hà Vân Minh")
    held = term(wrong, "Phó Bí thư", committee)
    two.in_force(correct(held.pk, person=right.pk))
    assert Term.objects.get().person == right


def test_what_was_struck_is_still_told(two, committee):
    held = term(person(), "Phó Bí thư", committee)
    two.in_force(strike(held.pk))
    assert not Term.objects.exists()
    assert "Phó Bí thư" in Act.objects.get(verb="strike").before["title"]


def test_a_new_spelling_waits_for_two_as_well(two):
    who = person("Hà Văn Minh")
    line = {"act": "describe", "person": who.pk, "set": {"name": "Hà Văn Mính"}}
    decision = two.proposed(line)
    assert Person.objects.get().name == "Hà Văn Minh"
    decisions.sign(decision, by=two.chief, at=NOON)
    assert Person.objects.get().folded == "ha van minh"
    assert Person.objects.get().name == "Hà Văn Mính"


def test_revoking_brings_everything_back(two, committee):
    who = person()
    held = term(who, "Ủy viên Ban Thường vụ", committee)
    new = {"act": "person", "ref": "new:1", "name": "Lò Thị Pành"}
    decision = two.in_force(
        new, end(held.pk, day("1/5/2026")), appointed(committee, who, starts="1/5/2026"),
        appoint("new:1", "Thị ủy viên", committee.pk),
    )  # fmt: skip
    assert two.revoked(decision).state == State.REVOKED
    assert [(t.pk, t.ends_on) for t in Term.objects.all()] == [(held.pk, None)]
    assert list(Person.objects.all()) == [who]


def test_one_person_does_not_revoke(two, committee):
    decision = two.in_force(appointed(committee))
    decisions.revoke(decision, by=two.chief, at=NOON)
    with pytest.raises(Refused):
        decisions.revoke(decision, by=two.chief, at=NOON)
    assert Term.objects.count() == 1


def test_a_request_to_revoke_is_taken_back(two, committee):
    decision = two.in_force(appointed(committee))
    decisions.revoke(decision, by=two.chief, at=NOON)
    decisions.keep(decision, by=two.keeper, at=NOON)
    assert not decisions.asked_to_revoke(decision)
    decisions.revoke(decision, by=two.keeper, at=NOON)
    assert Term.objects.count() == 1


def test_who_asked_once_may_ask_again(two, committee):
    decision = two.in_force(appointed(committee))
    decisions.revoke(decision, by=two.chief, at=NOON)
    decisions.keep(decision, by=two.chief, at=NOON)
    decisions.revoke(decision, by=two.chief, at=NOON)
    assert decisions.revoke(decision, by=two.keeper, at=NOON).state == State.REVOKED


def test_nothing_is_kept_that_nobody_revokes(two, committee):
    with pytest.raises(Refused):
        decisions.keep(two.in_force(appointed(committee)), by=two.chief, at=NOON)


def test_what_was_built_upon_is_not_revoked(two, committee):
    decision = two.in_force(appointed(committee))
    two.in_force(end(Term.objects.get().pk, day("2/5/2026")))
    with pytest.raises(Refused):
        two.revoked(decision)
    assert Term.objects.get().ends_on == day("2/5/2026")


def test_a_person_used_since_stays(two, committee):
    decision = two.in_force({"act": "person", "ref": "new:1", "name": "Lò Thị Pành"})
    term(Person.objects.get(), "Thị ủy viên", committee)
    with pytest.raises(Refused, match="Lò Thị Pành"):
        two.revoked(decision)


def test_a_body_founded_by_mistake_goes_again(two):
    found = {"act": "found", "ref": "new:1", "name": "Đảng ủy xã Đồng Xa", "level": "commune",
             "kind": "party_committee", "from": "2026-05-01"}  # fmt: skip
    lines = [found, appoint(person().pk, "Bí thư", "new:1", starts=day("1/5/2026"))]
    two.revoked(two.in_force(*lines))
    assert not Position.objects.exists()


def test_a_dropped_decision_cannot_be_proposed(two, committee):
    dropped = decisions.drop(two.draft(appointed(committee)), by=two.keeper, at=NOON)
    with pytest.raises(Refused):
        decisions.propose(dropped, by=two.keeper, at=NOON)


@pytest.fixture
def loaded(two):
    decision = two.draft(
        {"act": "load", "file": "register.json", "sha256": "0" * 64, "counts": {"people": 1}},
        kind=Decision.Kind.LOAD,
    )
    Decision.objects.filter(pk=decision.pk).update(state=State.IN_FORCE)
    return decision


def test_a_loaded_file_needs_two_names(two, loaded):
    once = decisions.sign(loaded, by=two.keeper, at=NOON)
    assert once.signed_at is None
    assert decisions.sign_load(loaded, by=two.chief, at=NOON).signed_at == NOON


def test_a_keeper_signs_a_file_first(two, loaded):
    with pytest.raises(Refused):
        decisions.sign_load(loaded, by=two.chief, at=NOON)


@pytest.mark.parametrize(
    "line",
    [
        {}, {"act": "fly"}, {"act": "end", "term": "7", "on": "2026-01-01"},
        {"act": "end", "term": 7, "on": "1/1/2026"}, {"act": "end", "term": 7, "on": None},
        {"act": "end", "term": True, "on": "2026-01-01"},
        {"act": "strike", "term": 7, "why": "?"}, {"act": "correct", "term": 7, "set": {}},
        {"act": "person", "ref": "1", "name": "A"}, {"act": "person", "ref": "new:1", "name": " "},
        {"act": "appoint", "person": 1, "rank": "Bí thư", "body": 1, "status": "tân"}, None, "x",
    ],
)  # fmt: skip
def test_unreadable_lines_are_refused_in_words(two, line):
    with pytest.raises(Refused, match="1"):
        two.draft(line)
