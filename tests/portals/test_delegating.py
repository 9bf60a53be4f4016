"""“Ủy quyền duyệt”: who may give it to whom, for which days, and how it ends."""

import datetime as dt

import pytest

from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.appointing import end_seat, give_seat
from apps.portals.delegating import delegate, withdraw
from apps.portals.models import Delegation
from apps.portals.roles import Right
from apps.portals.seats import may, rights_of, seat_for
from tests import make
from tests.make import DAY, HOUR, NOON
from tests.newsroom.people import administrator, at_once

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 4, 30)  # the day of NOON


@pytest.fixture
def office():
    made = make.Office()
    made.portal.editors_approve = False
    made.portal.save()
    return made


def give(office, to=None, by=None, at=NOON, **fields):
    fields = {
        "starts_on": TODAY, "ends_on": TODAY + 2 * DAY, "reason": "Đi công tác", **fields,
    }  # fmt: skip
    return delegate(office.portal, to or office.editor, by=by or office.chief, at=at, **fields)


def refused(*given, **fields):
    before = Delegation.objects.count()
    with pytest.raises(Refused) as refusal:
        give(*given, **fields)
    assert Delegation.objects.count() == before
    return str(refusal.value)


def approves(office, at, who=None):
    return may(who or office.editor, office.portal, Right.APPROVE, at)


def test_it_counts_on_its_days_and_ends_by_itself(office):
    give(office, starts_on=TODAY + DAY)
    midnight = NOON + 12 * HOUR
    assert not approves(office, midnight - HOUR / 60)
    assert approves(office, midnight)
    assert approves(office, midnight + 2 * DAY - HOUR / 60)
    assert not approves(office, midnight + 2 * DAY)


def test_its_rights_are_approving_and_what_goes_with_it(office):
    give(office, to=office.reporter)
    given = rights_of(office.reporter, office.portal, NOON)
    assert {Right.APPROVE, Right.PUBLISH, Right.SCHEDULE, Right.SEND_BACK} <= given
    assert not given & {Right.DELEGATE, Right.TAKE_DOWN, Right.PASS_SECRETS, Right.SET_STOPS}


def test_it_is_kept_with_reason_and_document(office):
    seat = give(office, document=" 12-UQ/BBT ")
    act = Act.objects.get(verb="delegate")
    assert (act.by, act.reason, act.key) == (office.chief, "Đi công tác", f"delegation:{seat.pk}")
    assert act.after["document"] == "12-UQ/BBT"
    assert act.after["ends_on"] == "02/05/2026"


@pytest.mark.parametrize("who", ["reporter", "editor", "manager"])
def test_only_chiefs_delegate(office, who):
    assert "Trưởng Ban" in refused(office, to=office.editor, by=getattr(office, who))


def test_a_stranger_learns_nothing_of_the_portal(office):
    with pytest.raises(OutOfSight):
        give(office, by=make.Office().chief)


def test_it_is_not_passed_on(office):
    give(office)
    assert "ủy quyền tiếp" in refused(office, to=office.reporter, by=office.editor)


def test_not_to_oneself(office):
    assert "chính mình" in refused(office, to=office.chief)


def test_not_to_somebody_without_a_seat(office):
    assert "chưa có vai trò" in refused(office, to=make.user())
    assert "chưa có vai trò" in refused(office, to=make.Office().editor)


def test_not_to_a_closed_account(office):
    office.editor.is_active = False
    office.editor.save()
    assert "đã khóa" in refused(office)


@pytest.mark.parametrize("role", ["contributor", "inspector", "adviser"])
def test_not_to_who_does_not_edit(office, role):
    assert "phóng viên" in refused(office, to=make.seated(role, office.portal)).lower()


def test_not_to_who_approves_already(office):
    deputy = make.seated("deputy_chief", office.portal)
    assert "không cần ủy quyền" in refused(office, to=deputy)


@pytest.mark.parametrize(
    "days, words",
    [
        ({"ends_on": TODAY - DAY}, "ngày cuối"),
        ({"starts_on": TODAY - DAY}, "sớm nhất"),
        ({"ends_on": None}, "ngày đầu"),
        ({"reason": "  "}, "lý do"),
    ],
)
def test_days_and_reason_make_sense(office, days, words):
    assert words in refused(office, **days).lower()


def test_one_giver_has_one_delegate_at_a_time(office):
    give(office)
    assert "đã ủy quyền" in refused(office, to=office.reporter, starts_on=TODAY + 2 * DAY)
    give(office, to=office.reporter, starts_on=TODAY + 3 * DAY, ends_on=TODAY + 4 * DAY)


def test_one_delegate_has_one_giver_at_a_time(office):
    give(office)
    deputy = make.seated("deputy_chief", office.portal)
    assert "duyệt thay" in refused(office, by=deputy)


def test_after_withdrawing_it_may_be_given_anew(office):
    withdraw(give(office), by=office.chief, at=NOON)
    give(office, to=office.reporter)


def test_withdrawing_ends_it_at_that_moment(office):
    seat = give(office)
    withdraw(seat, by=office.chief, at=NOON + HOUR, reason="Về sớm")
    assert approves(office, NOON + HOUR / 2)
    assert not approves(office, NOON + HOUR)
    assert Act.objects.get(verb="withdraw_delegation").reason == "Về sớm"


def test_another_chief_withdraws_others_do_not(office):
    seat = give(office)
    for who in (office.manager, office.editor):
        with pytest.raises(Refused):
            withdraw(seat, by=who, at=NOON)
    with pytest.raises(OutOfSight):
        withdraw(seat, by=make.Office().chief, at=NOON)
    withdraw(seat, by=make.seated("deputy_chief", office.portal), at=NOON)
    assert not approves(office, NOON)


def test_withdrawing_twice_is_said_and_harmless(office):
    seat = give(office)
    withdraw(seat, by=office.chief, at=NOON)
    with pytest.raises(Refused):
        withdraw(seat, by=office.chief, at=NOON)
    assert Act.objects.filter(verb="withdraw_delegation").count() == 1


def test_it_ends_with_the_giver_and_with_the_seat_of_the_holder(office):
    give(office)
    chief, admin = office.chief, administrator()
    end_seat(office.editor.seats.own().get(), by=admin, at=NOON)
    assert not approves(office, NOON)
    give_seat(office.editor, office.portal, "editor", by=admin, at=NOON)
    assert approves(office, NOON)
    end_seat(chief.seats.get(), by=admin, at=NOON)
    assert not approves(office, NOON)


def test_the_giver_closed_the_delegation_rests(office):
    give(office)
    office.chief.is_active = False
    office.chief.save()
    assert not approves(office, NOON)


def test_the_administrator_gives_no_delegation_but_ends_one(office):
    admin = administrator()
    with pytest.raises(Refused):
        give_seat(office.editor, office.portal, "delegate", by=admin, at=NOON)
    seat = give(office)
    end_seat(seat, by=admin, at=NOON)
    assert not approves(office, NOON)
    seat.refresh_from_db()
    assert seat.starts_on == TODAY


@pytest.mark.parametrize(
    "later, words", [(3 * DAY, "hết hiệu lực"), (-DAY, "chưa"), (HOUR, "thu hồi")]
)
def test_what_does_not_count_is_refused_in_words(office, later, words):
    seat = give(office)
    if words == "thu hồi":
        withdraw(seat, by=office.chief, at=NOON)
    with pytest.raises(Refused) as refusal:
        seat_for(office.editor, office.portal, Right.PUBLISH, NOON + later)
    assert words in str(refusal.value)
    assert str(office.chief) in str(refusal.value)


@pytest.mark.django_db(transaction=True)
def test_two_delegations_at_once_are_one():
    office = make.Office()
    office.portal.editors_approve = False
    office.portal.save()
    deputy = make.seated("deputy_chief", office.portal)
    said = at_once(lambda: give(office), lambda: give(office, by=deputy))
    assert said.count("done") == 1, said
    assert Delegation.objects.count() == 1
