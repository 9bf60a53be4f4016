"""The end of a piece: a moment to come; what takes it off at once are acts of their own."""

import pytest
from django.utils import timezone, translation

from apps.articles import publishing, workflow
from apps.editions.models import Showing
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from tests.newsroom.people import client_of

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office()


def live(article, at=NOON):
    return Showing.objects.of(article.portal.key, article.key).live_at(at).exists()


@pytest.mark.parametrize("end", [NOON, NOON - 365 * DAY])
def test_an_end_that_has_passed_takes_nothing_off(office, end):
    article = office.published()
    with pytest.raises(Refused, match="in the future"):
        publishing.expire(article, by=office.editor, at=NOON, expires_at=end)
    assert live(article)
    assert not Act.objects.filter(key=article.key, verb="expire").exists()


def test_an_end_before_it_goes_out_gives_no_plan_up(office):
    article = office.submitted()
    workflow.schedule(
        article, by=office.editor, at=NOON, digest=make.digest(article), live_from=NOON + DAY
    )
    with pytest.raises(Refused, match="end must be later"):
        publishing.expire(article, by=office.editor, at=NOON, expires_at=NOON + HOUR)
    assert live(article, NOON + DAY)


def test_last_years_day_typed_by_mistake_stays_on_the_screen_to_be_mended(office):
    article = office.published(at=timezone.now() - HOUR)
    typed = {"expires_at_0": "1/12/2025", "expires_at_1": "7:00"}
    answer = client_of(office.editor).post(f"{LIST}{article.pk}/act/expire/", typed)
    assert answer.status_code == 200
    assert "1/12/2025" in answer.content.decode()
    assert live(article, timezone.now())


def test_what_was_taken_down_is_not_taken_down_again(office):
    article = office.published()
    publishing.take_down(article, by=office.chief, at=NOON + HOUR, reason="Sai.")
    with pytest.raises(Refused, match="already"):
        publishing.take_down(article, by=office.chief, at=NOON + 2 * HOUR, reason="Sai.")
    assert Act.objects.filter(key=article.key, verb="take_down").count() == 1


def test_a_day_without_an_hour_schedules_nothing(office):
    article = office.submitted(at=timezone.now() - HOUR)
    typed = {"live_from_0": "1/12/2099", "live_from_1": "", "digest": make.digest(article)}
    answer = client_of(office.editor).post(f"{LIST}{article.pk}/act/schedule/", typed)
    assert "1/12/2099" in answer.content.decode()
    assert answer.context["forms"]["schedule"].errors["live_from"]
    assert not Showing.objects.filter(key=article.key).exists()


@pytest.mark.parametrize("act", ["hide", "take_down"])
def test_nothing_is_wanted_of_what_is_out(office, act):
    article, client = office.published(at=timezone.now() - HOUR), client_of(office.chief)
    if act == "hide":
        publishing.hide(article, by=office.chief, at=timezone.now())
    else:
        publishing.take_down(article, by=office.chief, at=timezone.now(), reason="Sai.")
    for screen in ("change", "duyet"):
        shown = client.get(f"{LIST}{article.pk}/{screen}/").content.decode()
        assert "act/set_due/" not in shown
