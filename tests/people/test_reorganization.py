"""Bodies that change: what a plan does to the register, and how it is taken back."""

import copy
import datetime as dt

import pytest
from django.http import QueryDict

from apps.editions.models import Showing
from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization, Succession
from apps.people import decisions, reorganization
from apps.people.models import Decision, Term
from apps.people.reorganization import Heading
from apps.people.reorganizing.plan import key_of
from apps.people.reorganizing.screen import Screen
from tests import make
from tests.make import HOUR, NOON
from tests.once import once

from .town import JULY, LAST, Town

pytestmark = pytest.mark.django_db
MERGED = "Ban Tuyên giáo và Dân vận Thị ủy Sông Vân"
MARCH = dt.date(2025, 3, 1)


built = once(Town)


@pytest.fixture
def town(built):
    return copy.deepcopy(built)


def typed(town, *ending, day="1/7/2025", names=(), receiving=(), **fields):
    return {
        "day": day, "ending": [town[key].pk for key in ending], "names": "\n".join(names),
        "receiving": [town[key].pk for key in receiving], "number": "12-QĐ/TU", **fields,
    }  # fmt: skip


def plan(*args, **fields):
    screen = Screen(_query(typed(*args, **fields)))
    assert screen.is_valid(), screen.whole.errors
    return screen.plan()


def _query(values):
    query = QueryDict(mutable=True)
    for name, value in values.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return query


def looked(made):
    return reorganization.preview(made, at=NOON)


def heading(code, preview):
    return next((each.lines for each in preview.consequences if each.code == code), ())


def in_force(town, made, subject="Sắp xếp tổ chức"):
    draft = reorganization.save(made, Heading(subject), by=town.keeper, at=NOON)
    return signed(town, draft)


def signed(town, draft):
    decisions.propose(draft, by=town.keeper, at=NOON)
    return decisions.sign(draft, by=town.second, at=NOON)


def merger(town, head=2):
    """The boards merge; the screen as the keeper sends it the second time, with the head ticked."""
    fields = typed(town, "Ban Tuyên giáo", "Ban Dân vận", day="1/3/2025", names=[MERGED])
    term = Term.objects.get(person=town.people[head], position__rank="Trưởng ban", ends_on=None)
    row = {"here": "1", "carry": "on", "rank": "Trưởng ban", "body": key_of(MERGED)}
    screen = Screen(_query(fields | {f"term-{term.pk}-{name}": row[name] for name in row}))
    assert screen.is_valid()
    return screen.plan()


def test_two_boards_merge_into_one(town):
    in_force(town, merger(town))
    made = Organization.objects.get(name=MERGED)
    assert (made.valid_from, made.parent, made.kind) == (MARCH, town["ThU"], "party_board")
    assert town["Ban Dân vận"].valid_to == dt.date(2025, 2, 28)
    assert {row.kind for row in Succession.objects.filter(after=made)} == {"merged"}


def test_of_two_heads_none_is_guessed(town):
    made = plan(town, "Ban Tuyên giáo", "Ban Dân vận", names=[MERGED])
    assert [carry.rank for carry in made.carries] == ["Phó Trưởng ban"]
    assert heading("empty", looked(made)) == ("Trưởng ban Tuyên giáo và Dân vận Thị ủy Sông Vân",)


def test_chosen_head_and_his_deputy_go_on(town):
    in_force(town, merger(town))
    assert f"Trưởng ban | {MERGED}" in town.held(2, MARCH)
    assert f"Phó Trưởng ban | {MERGED}" in town.held(4, MARCH)
    assert town.held(3, MARCH) == set()


def test_preview_names_whom_the_merger_leaves_without_title(town):
    assert heading("untitled", looked(merger(town))) == ("Nguyễn Đình Lâm",)


def test_renaming_is_a_new_body_with_the_same_people(town):
    name = "Ban Xây dựng Đảng Thị ủy Sông Vân"
    in_force(town, plan(town, "Ban Tổ chức", names=[name]))
    made = Organization.objects.get(name=name)
    assert made.pk != town["Ban Tổ chức"].pk
    assert Succession.objects.get(after=made).kind == "renamed"
    assert town.held(5, JULY) == {f"Trưởng ban | {name}"}


def test_sub_bodies_move_under_the_renamed_one(town):
    in_force(town, plan(town, "ThU", names=["Thành ủy Sông Vân"]))
    assert town["Ban Tổ chức"].parent.name == "Thành ủy Sông Vân"
    assert "Thành ủy viên | Thành ủy Sông Vân" in town.held(2, JULY)


def test_branch_ends_with_all_its_bodies(town):
    made = plan(town, "ThU", branch="on")
    assert len(made.ending) == 7
    assert len(heading("ending", looked(made))) == 7


def test_sub_bodies_without_superior_are_told(town):
    told = heading("orphans", looked(plan(town, "UBND", names=["phường Cửa Đông"])))
    assert "Phòng Nội vụ thị xã Sông Vân" in " ".join(told)


def test_commune_bodies_stand_under_the_province(town):
    made = plan(town, "ThU", "HĐND", "UBND", branch="on", names=["xã Bản Lếch", "phường Cửa Đông"])
    parents = {new.name: new.parent for new in made.founding}
    assert parents["Đảng ủy xã Bản Lếch"] == town["TU"].pk
    assert parents["Ủy ban nhân dân phường Cửa Đông"] == town["UBND tỉnh"].pk


def test_office_stands_under_its_own_committee(town):
    names = ["Văn phòng Đảng ủy xã Bản Lếch", "Đảng ủy xã Bản Lếch"]
    in_force(town, plan(town, "ThU", branch="on", names=names))
    office = Organization.objects.get(name=names[0])
    assert office.parent.name == names[1]


def test_one_committee_is_split_between_three(town):
    made = plan(town, "Đảng ủy xã Nà Ten",
                names=["Đảng ủy xã Bản Lếch", "Đảng ủy xã Pa Cheo"])  # fmt: skip
    assert {kind for _before, _after, kind in made.successions} == {"split"}
    assert made.carries == []


def test_old_commune_goes_into_the_new_one_of_its_name(town):
    made = plan(town, "Đảng ủy xã Nà Khoang", "Đảng ủy xã Nà Ten",
                names=["Đảng ủy xã Nà Khoang", "Đảng ủy xã Bản Lếch"])  # fmt: skip
    after = [key for before, key, _kind in made.successions
             if before == town["Đảng ủy xã Nà Khoang"].pk]  # fmt: skip
    assert after == [made.founding[0].key]


def test_work_may_go_to_a_body_that_is_there(town):
    in_force(town, plan(town, "Ban Dân vận", receiving=["Ban Tuyên giáo"]))
    assert Succession.objects.get().after == town["Ban Tuyên giáo"]
    assert town.held(3, JULY) == set()


def test_empty_seats_are_named(town):
    told = heading("empty", looked(plan(town, "ThU", branch="on", names=["Đảng ủy xã Bản Lếch"])))
    assert "Bí thư Đảng ủy xã Bản Lếch" in told


def test_portal_of_a_body_that_ends_is_named(town):
    make.portal("song-van", committee="THU-SV")
    told = heading("portals", looked(plan(town, "ThU", branch="on")))
    assert "Thị ủy Sông Vân" in told[0]


def test_rival_drafts_are_named(town):
    reorganization.save(merger(town), Heading("Bản của đồng nghiệp"), by=town.second, at=NOON)
    assert "Bản của đồng nghiệp" in heading("rivals", looked(merger(town)))[0]


def test_second_of_two_rivals_is_refused(town):
    mine = reorganization.save(merger(town), Heading("Một"), by=town.keeper, at=NOON)
    in_force(town, merger(town), "Hai")
    with pytest.raises(Refused):
        decisions.propose(mine, by=town.keeper, at=NOON)


def test_saved_twice_is_one_draft(town):
    drafts = {reorganization.save(merger(town), Heading("Một"), by=town.keeper, at=NOON).pk
              for _press in range(2)}  # fmt: skip
    assert len(drafts) == 1


def test_draft_opens_as_the_plan_it_came_from(town):
    made = plan(town, "ThU", "UBND", branch="on", names=["Thành ủy Sông Vân", "xã Bản Lếch"])
    draft = reorganization.save(made, Heading("Một"), by=town.keeper, at=NOON)
    assert reorganization.plan_from(draft) == made


def test_opened_draft_shows_the_same_screen(town):
    heading = Heading("Một", "12-QĐ/TU")
    draft = reorganization.save(merger(town), heading, by=town.keeper, at=NOON)
    again = Screen(plan=reorganization.plan_from(draft), heading=heading)
    assert again.plan() == reorganization.plan_from(draft)


def test_lines_written_elsewhere_stay_in_the_draft(town):
    extra = {"act": "strike", "term": Term.objects.last().pk}
    draft = reorganization.save(merger(town), Heading("Một"), by=town.keeper, at=NOON)
    draft = decisions.rewrite(
        draft, revision=draft.revision, subject="Một", number="", decided_on=None, note="",
        changes=[*draft.changes, extra], by=town.keeper, at=NOON,
    )  # fmt: skip
    assert reorganization.plan_from(draft).other == [extra]
    assert extra in reorganization.lines(reorganization.plan_from(draft))


def test_acting_head_written_elsewhere_stays_acting(town):
    draft = reorganization.save(merger(town), Heading("Một"), by=town.keeper, at=NOON)
    lines = [line | ({"status": "acting"} if line["act"] == "appoint" else {})
             for line in draft.changes]  # fmt: skip
    Decision.objects.filter(pk=draft.pk).update(changes=lines)
    draft.refresh_from_db()
    written = reorganization.lines(reorganization.plan_from(draft))
    assert {line["status"] for line in written if line["act"] == "appoint"} == {"acting"}


def test_no_title_outlives_its_body(town):
    in_force(town, plan(town, "ThU", "HĐND", "UBND", "MTTQ", branch="on"))
    left = Term.objects.filter(position__body__valid_to=LAST).exclude(ends_on=LAST)
    assert not left.exists()


def test_revoked_register_is_as_it_was(town):
    before = _register()
    decision = in_force(town, plan(town, "ThU", "UBND", branch="on", names=["xã Bản Lếch"]))
    assert _register() != before
    decisions.revoke(decision, by=town.keeper, at=NOON)
    decisions.revoke(decision, by=town.second, at=NOON)
    assert _register() == before


def test_page_of_a_revoked_body_is_gone(town):
    decision = in_force(town, merger(town))
    made = Organization.objects.get(name=MERGED)
    live = Showing.objects.of("", f"body:{made.pk}").live_at(NOON + HOUR)
    assert live.exists()
    for keeper in (town.keeper, town.second):
        decisions.revoke(decision, by=keeper, at=NOON + HOUR)
    assert not live.live_at(NOON + HOUR).exists()


def test_revoked_change_is_done_again(town):
    first = in_force(town, merger(town))
    decisions.revoke(first, by=town.keeper, at=NOON)
    decisions.revoke(first, by=town.second, at=NOON)
    first.refresh_from_db()
    in_force(town, reorganization.plan_from(first), "Làm lại")
    assert Organization.objects.get(name=MERGED).valid_from == MARCH


def test_done_again_upon_a_body_made_anew(town):
    first = in_force(town, merger(town))
    end = in_force(town, plan(town, "ThU", branch="on"))
    for decision in (end, first):
        for keeper in (town.keeper, town.second):
            decisions.revoke(decision, by=keeper, at=NOON)
    in_force(town, merger(town))
    end.refresh_from_db()
    pattern = reorganization.plan_from(end)
    again = Screen(plan=pattern, heading=Heading("Làm lại")).plan(other=pattern.other)
    assert pattern.lost and not looked(again).wrong
    in_force(town, again)
    assert Organization.objects.get(name=MERGED).valid_to == LAST


def test_preview_costs_the_same_for_more_bodies(town, django_assert_max_num_queries):
    made = plan(town, "ThU", "HĐND", "UBND", "MTTQ", branch="on", names=["xã Bản Lếch"])
    with django_assert_max_num_queries(40):
        looked(made)


def _register():
    bodies = Organization.objects.order_by("pk").values_list("pk", "valid_to", "parent")
    terms = Term.objects.order_by("pk").values_list("pk", "starts_on", "ends_on", "position")
    return list(bodies), list(terms), list(Succession.objects.values_list("before", "after"))
