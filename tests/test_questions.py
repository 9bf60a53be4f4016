"""A question written once answers as the queryset it was written from, whatever the values."""

import datetime as dt

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from apps.portals.models import Seat
from apps.questions import Question
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
