"""The verbs by which readers get a page, later, no longer, or again."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from apps.editions import showings
from apps.editions.models import About, FileUse, Showing, SiteVersion

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.django_db
PAGE = ("songvan", "article:1")
A, B = "a" * 64, "b" * 64


def content(hours, key="article:1"):
    """Which showing readers get at each of these hours: its place in order of making, or None."""
    pks = list(Showing.objects.order_by("pk").values_list("pk", flat=True))
    live = [Showing.objects.of("songvan", key).live_at(NOON + h * HOUR).first() for h in hours]
    return [showing and pks.index(showing.pk) for showing in live]


def plan(hours, at=0, **fields):
    return make.shown(live_from=NOON + hours * HOUR, at=NOON + at * HOUR, **fields)


def test_a_plan_replaces_on_the_minute():
    make.shown()
    plan(2)
    assert content([0, 1, 2, 3]) == [0, 0, 1, 1]


def test_a_plan_given_up_leaves_its_predecessor():
    make.shown()
    showings.withdraw(plan(2), at=NOON + HOUR)
    assert content([0, 3]) == [0, 0]


def test_a_begun_plan_cannot_be_given_up():
    make.shown()
    showings.withdraw(plan(2), at=NOON + 2 * HOUR)
    assert content([1, 3]) == [0, 1]


def test_giving_up_a_plan_brings_no_hidden_page_back():
    make.shown()
    planned = plan(3)
    showings.hide(*PAGE, at=NOON + HOUR)
    showings.withdraw(planned, at=NOON + 2 * HOUR)
    assert content([0, 1, 2, 4]) == [0, None, None, None]


def test_what_is_hidden_stays_away_when_its_successor_ends():
    make.shown()
    plan(2, expires_at=NOON + 3 * HOUR)
    assert content([1, 2, 3, 4]) == [0, 1, None, None]


def test_a_new_plan_replaces_the_old_one():
    make.shown()
    plan(2)
    plan(5)
    assert content([1, 2, 4, 5]) == [0, 0, 0, 2]


def test_a_replaced_plan_does_not_return():
    make.shown()
    plan(2)
    showings.withdraw(plan(2, keep_plans=True), at=NOON + HOUR)
    assert content([1, 2, 3]) == [0, 0, 0]


def test_plans_follow_one_another_when_kept():
    make.shown()
    plan(2)
    plan(4, keep_plans=True)
    assert content([1, 2, 3, 4]) == [0, 1, 1, 2]


def test_a_plan_between_two_others_yields_to_the_later():
    make.shown()
    plan(4)
    plan(2, keep_plans=True)
    assert content([1, 2, 3, 4]) == [0, 2, 2, 1]


def test_giving_up_the_middle_plan_keeps_the_later():
    make.shown()
    middle = plan(2)
    plan(4, keep_plans=True)
    showings.withdraw(middle, at=NOON + HOUR)
    assert content([1, 2, 3, 4]) == [0, 0, 0, 2]


def test_correcting_today_keeps_the_plans_when_asked():
    make.shown()
    plan(4)
    make.shown(at=NOON + HOUR, keep_plans=True)
    assert content([0, 1, 3, 4]) == [0, 2, 2, 1]


def test_hiding_and_showing_again_within_one_instant():
    make.shown()
    showings.hide(*PAGE, at=NOON)
    assert showings.show_again(*PAGE, at=NOON)
    assert content([0, 1]) == [1, 1]


def test_shown_again_until_its_old_end():
    make.shown(expires_at=NOON + 5 * HOUR)
    showings.hide(*PAGE, at=NOON + HOUR)
    showings.show_again(*PAGE, at=NOON + 2 * HOUR)
    assert content([0, 1, 2, 4, 5]) == [0, None, 1, 1, None]
    assert showings.show_again(*PAGE, at=NOON + 6 * HOUR) is None


def test_showing_again_keeps_the_plan():
    make.shown()
    plan(4)
    showings.hide(*PAGE, at=NOON + HOUR)
    showings.show_again(*PAGE, at=NOON + 2 * HOUR)
    assert content([1, 2, 3, 4]) == [None, 2, 2, 1]


def test_hidden_pages_keep_their_files():
    make.shown(files=[A])
    showings.hide(*PAGE, at=NOON)
    make.shown("article:2", files=[A, B])
    assert showings.take_down("songvan", "article:2", at=NOON + HOUR) == [B]


def test_a_new_version_lets_old_files_go():
    make.shown(files=[A])
    make.shown(at=NOON + HOUR, files=[B])
    assert [use.sha256 for use in FileUse.objects.all()] == [B]


def test_a_new_version_is_about_its_own_subjects():
    make.shown(subjects=("person:1", "meeting:2"))
    make.shown(at=NOON + HOUR, subjects=("person:1",))
    assert [row.subject for row in About.objects.all()] == ["person:1"]


def test_taking_down_ends_plans_too():
    make.shown()
    plan(2)
    showings.take_down(*PAGE, at=NOON + HOUR)
    assert content([0, 1, 3]) == [0, None, None]
    assert set(Showing.objects.values_list("ended_why", flat=True)) == {"taken_down"}


def test_taking_down_what_has_expired_is_remembered():
    showing = make.shown(expires_at=NOON + HOUR)
    showings.take_down(*PAGE, at=NOON + 2 * HOUR)
    assert make.fresh(showing).ended_why == "taken_down"
    assert make.fresh(showing).ends_at() == NOON + HOUR


def test_expiry_in_the_past_means_now():
    make.shown()
    assert showings.expire(*PAGE, expires_at=NOON, at=NOON + HOUR)
    assert content([0, 1]) == [0, None]


def test_a_plan_expired_before_it_begins_shows_nothing():
    make.shown()
    plan(4)
    showings.expire(*PAGE, expires_at=NOON + 2 * HOUR, at=NOON)
    assert content([1, 2, 4, 5]) == [0, None, None, None]
    assert not Showing.objects.coming_after(NOON + HOUR).exists()


def test_an_expiry_can_be_lifted_before_it_comes():
    make.shown(expires_at=NOON + 2 * HOUR)
    showings.expire(*PAGE, expires_at=None, at=NOON + HOUR)
    assert content([3]) == [0]
    assert not showings.expire("songvan", "article:9", expires_at=None, at=NOON)


def test_a_lifted_expiry_lasts_until_the_plan():
    make.shown(expires_at=NOON + 2 * HOUR)
    plan(4)
    showings.expire(*PAGE, expires_at=None, at=NOON + HOUR)
    assert content([1, 3, 4]) == [0, 0, 1]


def test_a_lifted_expiry_between_plans_lasts_until_the_later():
    make.shown()
    plan(4)
    plan(2, expires_at=NOON + 3 * HOUR, keep_plans=True)
    assert content([1, 2, 3, 4]) == [0, 2, None, 1]
    showings.expire(*PAGE, expires_at=None, at=NOON + HOUR)
    assert content([1, 2, 3, 4]) == [0, 2, 2, 1]


def test_a_page_that_had_expired_is_left_alone():
    old = make.shown(expires_at=NOON + HOUR)
    make.shown(at=NOON + 2 * HOUR)
    assert make.fresh(old).ended_at is None


def test_an_address_in_use_is_refused_whole():
    make.shown(address="/x/")
    version = SiteVersion.objects.get().number
    with pytest.raises(IntegrityError), transaction.atomic():
        make.shown("article:2", address="/x/")
    assert SiteVersion.objects.get().number == version


def test_replacing_a_plan_disturbs_no_neighbour():
    """Article 1 leaves /x/ at 2; article 2 takes it then; a sooner plan of 1 touches nobody."""
    make.shown(address="/x/")
    plan(2, address="/y/")
    plan(2, key="article:2", address="/x/")
    plan(1, address="/y/")
    assert content([0, 1, 2]) == [0, 3, 3] and content([2], "article:2") == [2]


def test_showing_costs_the_same_however_long_the_past():
    costs = []
    for number in range(5):
        with CaptureQueriesContext(connection) as queries:
            make.shown(at=NOON + number * HOUR)
        costs.append(len(queries))
    assert costs[1] == costs[4]
