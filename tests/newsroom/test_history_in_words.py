"""Acts as people read them."""

import datetime as dt

import pytest
from django.template import Context, Template

from apps.accounts.models import User
from apps.newsroom import history
from apps.newsroom.telling import name_fields, name_verbs, told
from apps.portals.models import HouseStyle
from tests import make
from tests.make import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    name_verbs({"tested": "đã thử"})
    name_fields({"colour": "màu"})
    return history.record(
        "user:1",
        "tested",
        by=make.user(),
        at=NOON,
        before={"phone": "1", "colour": "đỏ", "digest": "abc"},
        after={"phone": "2", "colour": "đỏ", "digest": "def", "keeps_register": True},
    )


def test_fields_get_their_labels(act):
    changes = told([act], User)[0].changes
    labels = [User._meta.get_field(name).verbose_name for name in ("phone", "keeps_register")]
    assert [change.label for change in changes] == labels


def test_codes_that_say_nothing_are_left_out(act):
    said = " ".join(change.after for change in told([act], User)[0].changes)
    assert "def" not in said


def test_what_stayed_the_same_is_left_out(act):
    assert "màu" not in [change.label for change in told([act])[0].changes]


def test_verbs_are_named(act):
    assert told([act])[0].verb == "đã thử"


def test_an_unknown_verb_shows_no_code():
    act = history.record("user:1", "raw_code", by=make.user(), at=NOON)
    assert "raw_code" not in told([act])[0].verb


def test_times_are_said_as_people_say_them():
    said = Template("{% load desk %}{{ at|when:now }}").render(
        Context({"at": NOON, "now": NOON + dt.timedelta(hours=3)})
    )
    assert said == "hôm nay 12:00"


def test_no_time_says_nothing():
    assert Template("{% load desk %}{{ at|when }}").render(Context({"at": None})) == ""


def test_a_state_is_words_with_a_mark():
    said = Template("{% load desk %}{% state 'draft' words %}").render(Context({"words": "<Đang>"}))
    assert said == '<span class="state state-draft">&lt;Đang&gt;</span>'


def test_choices_are_told_by_their_words():
    act = history.record("x:1", "tested", by=make.user(), at=NOON, after={"dateline": "date"})
    assert told([act], HouseStyle)[0].changes[0].after == "11/10/2021"


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("2026-12-04T07:30:00+00:00", "14:30 04/12/2026"),
        ("2026-12-04", "04/12/2026"),
        ("2026-13-04", "2026-13-04"),
        ("2026-W49", "2026-W49"),
    ],
)
def test_days_and_moments_are_read_day_first(kept, said):
    name_fields({"when": "lúc"})
    act = history.record("user:1", "tested", by=make.user(), at=NOON, after={"when": kept})
    assert told([act], User)[0].changes[0].after == said
