"""A question written once answers as the queryset it was written from, whatever the values."""

import datetime as dt

import pytest
from django.db import connection
from django.db.models import Count, F, Value
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from apps.newsroom.history import record
from apps.newsroom.models import Act
from apps.portals.models import Seat
from apps.questions import Question, filled
from lib.vietnamese.days import midnight
from tests import make
from tests.make import DAY, NOON

pytestmark = pytest.mark.django_db


def seats(*, user: int, at: dt.datetime):
    held = Seat.objects.filter(user=user).select_related("portal", "delegated_by").on_day_of(at)
    return held.annotate(domain=F("portal__domains__name")).order_by("starts_on")


def on_portal(shape, *, key: str):
    return Seat.objects.filter(portal__key=key).order_by(shape)


def columns(seat):
    return {name: value for name, value in vars(seat).items() if name != "_state"}


def test_rows_are_those_of_the_queryset_with_what_they_bring_along():
    question, offices = Question(seats), [make.Office(), make.Office()]
    for number, office in enumerate(offices):
        make.seat(office.chief, offices[0].portal, "reader", starts_on=NOON.date() + DAY * number)
    for office in offices:
        for at in (NOON, NOON + DAY * 2):
            expected = list(seats(user=office.chief.pk, at=at))
            asked = question.asked(user=office.chief.pk, at=at)
            assert [columns(seat) for seat in asked] == [columns(seat) for seat in expected]
            assert [seat.portal for seat in asked] == [seat.portal for seat in expected]
    with CaptureQueriesContext(connection) as queries:
        (first, *_others) = question.asked(user=offices[0].chief.pk, at=NOON)
        assert first.portal.name and first.delegated_by is None
    assert len(queries) == 1


def test_what_comes_back_is_a_row_of_its_own_that_can_be_saved():
    office, question = make.Office(), Question(on_portal)
    (seat, *_others) = question.asked("pk", key=office.portal.key)
    assert not seat._state.adding and seat._state.db == "default"
    seat.ends_on = NOON.date()
    seat.save(update_fields=["ends_on"])
    assert question.asked("pk", key=office.portal.key)[0].ends_on == NOON.date()


def test_each_shape_is_written_once():
    office, written = make.Office(), []

    def build(order, *, key: str):
        written.append(order)
        return on_portal(order, key=key)

    question = Question(build)
    for key in (office.portal.key, make.Office().portal.key, "no such portal"):
        forth, back = (question.asked(order, key=key) for order in ("pk", "-pk"))
        assert forth == back[::-1] and all(seat.portal.key == key for seat in forth)
    assert written == ["pk", "-pk"]


@pytest.mark.parametrize("value", [None, 1.5, {"a"}, (None,), True], ids=str)
def test_a_value_that_may_not_be_left_open_is_refused(value):
    """It would be written into the SQL, and stand there for everybody after."""
    with pytest.raises(TypeError):
        Question(on_portal).asked("pk", key=value)


def test_tuples_are_for_in_and_empty_ones_find_nothing():
    offices = [make.Office() for _ in range(3)]
    question = Question(lambda *, portals: Seat.objects.filter(portal__in=portals).order_by("pk"))
    for number in range(4):
        portals = [office.portal.pk for office in offices[:number]]
        assert question.asked(portals=filled(portals)) == list(
            Seat.objects.filter(portal__in=portals).order_by("pk")
        )
    names = Question(lambda *, names: Seat.objects.filter(portal__key__in=names))
    assert len(names.asked(names=(offices[0].portal.key,))) == len(question.asked(portals=(
        offices[0].portal.pk,
    )))  # fmt: skip


@pytest.mark.parametrize(("many", "length"), [(0, 0), (1, 1), (2, 2), (3, 4), (5, 8), (8, 8)])
def test_there_are_few_lengths(many, length):
    values = filled(iter(range(many)))
    assert len(values) == length and set(values) == set(range(many))


TIMES = {
    "a clock": lambda at, day: {"at__gte": at},
    "an hour before": lambda at, day: {"at__gte": at - dt.timedelta(hours=1)},
    "months later": lambda at, day: {"at__lt": at + DAY * 90},
    "midnight before": lambda at, day: {"at__gte": midnight(localdate(at))},
    "the third midnight": lambda at, day: {"at__lt": midnight(localdate(at)) + DAY * 3},
    "a day's midnight": lambda at, day: {"at__gte": midnight(day)},
    "a day's evening": lambda at, day: {"at__lt": midnight(day + DAY) + dt.timedelta(hours=18)},
    "day of a clock": lambda at, day: {"at__date": localdate(at)},
    "day after": lambda at, day: {"at__date__gte": day + DAY},
}


@pytest.mark.parametrize("condition", TIMES.values(), ids=TIMES)
def test_from_a_clock_or_a_day_a_question_goes_on(condition):
    by, last = make.user(), dt.timedelta(hours=23, minutes=59, seconds=59)
    for hours in range(-60, 60, 4):
        record("article:1", "sign", by=by, at=NOON + dt.timedelta(hours=hours, minutes=30))
    question = Question(
        lambda *, at, day, by: Act.objects.filter(by=by, **condition(at, day)).order_by("pk")
    )
    sizes = set()
    for at in (NOON, NOON + DAY, midnight(NOON.date()), midnight(NOON.date()) + last):
        for day in (NOON.date(), NOON.date() - DAY):
            expected = Act.objects.filter(by=by, **condition(at, day)).order_by("pk")
            assert question.asked(at=at, day=day, by=by.pk) == list(expected)
            sizes.add(len(expected))
    assert sizes - {0}


def test_two_clocks_and_several_days_do_not_meet():
    by = make.user()
    for days in range(10):
        record("article:1", "sign", by=by, at=NOON + DAY * days)
    between = Question(lambda *, first, last: Act.objects.filter(at__gte=first, at__lt=last))
    assert len(between.asked(first=NOON + DAY, last=NOON + DAY * 3)) == 2
    on = Question(lambda *, days: Act.objects.filter(at__date__in=days))
    assert len(on.asked(days=(NOON.date(), NOON.date() + DAY * 4, NOON.date() + DAY * 99))) == 2


def test_values_and_counts_come_as_mappings():
    office = make.Office()
    seats = Question(lambda *, portal: Seat.objects.filter(portal=portal).values("role", "portal"))
    assert {"role": "chief", "portal": office.portal.pk} in seats.asked(portal=office.portal.pk)

    def counted(*, portal):
        rows = Seat.objects.filter(portal=portal).order_by().annotate(all=Value(1))
        return rows.values("all").annotate(seats=Count("pk")).values("seats")

    number = Seat.objects.filter(portal=office.portal).count()
    assert Question(counted).asked(portal=office.portal.pk) == [{"seats": number}]
    assert Question(counted).asked(portal=0) == [{"seats": 0}]


def test_a_key_is_left_open_as_a_whole_or_not_at_all():
    question = Question(lambda *, key: Seat.objects.filter(portal__key__startswith=key))
    with pytest.raises(TypeError):
        question.asked(key="song")
