"""Hours, an end and a pin that the receiving portal chooses for itself."""

from collections import Counter

import pytest
from django.db import connection

from apps.articles import publishing
from apps.articles.sending import planning, receiving
from apps.articles.sending.original import Stand
from apps.editions.models import Placed, Showing
from apps.editions.verifying import faults
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.make import DAY, HOUR, NOON

from .made import HOURS, LATER, corrected, live, sign, stands, told

pytestmark = pytest.mark.django_db


def test_it_goes_out_and_ends_at_the_hours_chosen_here(province, commune, article, planned):
    assert (planned.state, stands(planned)) == ("received", Stand.SCHEDULED)
    assert told(province.editor)[-1] == "received_scheduled"
    assert live(article, commune.portal) is None
    copy = live(article, commune.portal, NOON + DAY)
    assert copy.text_digest == live(article).text_digest
    assert stands(planned, NOON + DAY) == Stand.RECEIVED
    assert live(article, commune.portal, NOON + 2 * DAY) is None
    assert list(faults(connection, now=LATER, counts=Counter())) == []


def test_the_second_person_finds_the_hours_the_first_chose(commune, sending):
    first = sign(commune.editor, commune, sending, **HOURS)
    assert (first.state, first.goes_out_at, first.ends_at) == ("waiting", *HOURS.values())
    assert sign(commune.chief, commune, sending).state == "received"  # he chose at once
    assert stands(sending) == Stand.RECEIVED


def test_who_may_only_schedule_does_not_publish_at_once(commune, sending):
    type(commune.portal).objects.update(editors_approve=False)
    sign(commune.chief, commune, sending)
    assert sign(commune.manager, commune, sending).state == "waiting"
    with pytest.raises(Refused, match="no right to publish"):
        sign(commune.manager, commune, sending)
    assert sign(commune.manager, commune, sending, **HOURS).state == "received"


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({"live_from": LATER}, "in the future"),
        ({"live_from": NOON + DAY, "expires_at": NOON + DAY}, "must be later"),
        ({"expires_at": NOON}, "must be later"),
        ({"live_from": NOON + 5 * DAY}, "original ends"),
    ],
)
def test_hours_that_cannot_be_are_refused_in_words(
    province, commune, article, sending, hours, words
):
    publishing.expire(article, by=province.chief, at=NOON, expires_at=NOON + 4 * DAY)
    with pytest.raises(Refused, match=words):
        sign(commune.chief, commune, sending, **hours)


def test_a_plan_is_given_up_and_received_again(commune, article, planned):
    with pytest.raises(Refused, match="no right"):
        planning.unschedule(planned, by=commune.reporter, at=LATER)
    planning.unschedule(planned, by=commune.chief, at=LATER)
    assert stands(planned) == Stand.WAITING
    assert live(article, commune.portal, NOON + DAY) is None
    with pytest.raises(Refused, match="Nothing is scheduled"):
        planning.unschedule(planned, by=commune.manager, at=LATER)
    assert sign(commune.chief, commune, planned).state == "received"
    assert live(article, commune.portal) is not None


def test_a_planned_copy_takes_a_correction_over_and_keeps_its_hours(
    province, commune, article, planned
):
    corrected(province, article)
    assert stands(planned) == Stand.CHANGED
    assert told(commune.chief)[-1] == "original_changed"
    digest = live(article).text_digest
    receiving.take_over(planned, by=commune.chief, at=LATER, digest=digest)
    assert live(article, commune.portal) is None
    assert live(article, commune.portal, NOON + DAY).text_digest == digest
    assert live(article, commune.portal, NOON + 2 * DAY) is None


def test_an_end_chosen_here_is_kept_and_never_outlives_the_original(
    province, commune, article, received
):
    with pytest.raises(Refused, match="no right"):
        planning.expire(received, by=commune.reporter, at=LATER, expires_at=NOON + DAY)
    planning.expire(received, by=commune.chief, at=LATER, expires_at=NOON + DAY)
    corrected(province, article)
    digest = live(article).text_digest
    receiving.take_over(received, by=commune.chief, at=LATER, digest=digest)
    assert live(article, commune.portal, NOON + DAY) is None
    publishing.expire(article, by=province.chief, at=LATER, expires_at=NOON + 2 * DAY)
    with pytest.raises(Refused, match="original ends"):
        planning.expire(received, by=commune.chief, at=LATER, expires_at=NOON + 3 * DAY)
    planning.expire(received, by=commune.chief, at=LATER, expires_at=None)
    assert live(article, commune.portal, NOON + DAY + HOUR) is not None
    assert live(article, commune.portal, NOON + 2 * DAY) is None


def test_a_copy_ends_with_the_original_whenever_that_end_is_set(
    province, commune, article, received
):
    def ends(portal):
        return Showing.objects.of(portal.key, article.key).live_at(LATER).get().expires_at

    publishing.expire(article, by=province.chief, at=LATER, expires_at=NOON + 2 * DAY)
    assert ends(commune.portal) == NOON + 2 * DAY
    assert told(commune.chief)[-1] == "original_ends"
    planning.expire(received, by=commune.chief, at=LATER, expires_at=NOON + DAY)
    publishing.expire(article, by=province.chief, at=LATER, expires_at=None)
    assert ends(commune.portal) == NOON + DAY and ends(province.portal) is None
    assert Act.objects.filter(verb="original_ends").count() == 1
    planning.expire(received, by=commune.chief, at=LATER, expires_at=None)
    assert ends(commune.portal) is None


def test_pinned_to_this_front_page_and_to_no_other(province, commune, article, received):
    for who, error in ((commune.reporter, Refused), (province.chief, OutOfSight)):
        with pytest.raises(error):
            planning.pin(received, by=who, at=LATER, until=NOON + DAY)
    planning.pin(received, by=commune.chief, at=LATER, until=NOON + DAY)
    assert list(Placed.objects.values_list("portal", "key")) == [("xa", article.key)]
    assert planning.pinned_until(received) == NOON + DAY
    planning.unpin(received, by=commune.chief, at=LATER)
    with pytest.raises(Refused, match="not pinned"):
        planning.unpin(received, by=commune.chief, at=LATER)
