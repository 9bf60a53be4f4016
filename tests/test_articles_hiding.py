"""*Tạm ẩn*: one person, two taps, from the list; the board knows until it has seen it."""

import pytest
from django.test import RequestFactory
from django.utils import timezone, translation

from apps.articles import publishing
from apps.articles.panels import desk_panels
from apps.articles.situation import Situation, situation_of
from apps.articles.withdrawal import hiding
from apps.articles.withdrawal.models import HidingSeen
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.newsroom.people import client_of

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"
DESK = "/toa-soan/"


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def hidden(office):
    article = office.published()
    publishing.hide(article, by=office.editor, at=NOON, reason="Sai chức danh.")
    return article


def told(user, at=NOON + HOUR):
    return [act.verb for act in hiding.untold(user, at)]


def test_the_board_is_told_until_it_has_seen_it(office, hidden):
    act = Act.objects.get(verb="hide")
    assert told(office.chief) == told(office.manager) == ["hide"]
    hiding.note_seen(act.pk, by=office.chief, at=NOON + HOUR)
    assert (told(office.chief), told(office.manager)) == ([], ["hide"])


def test_seen_twice_is_seen_once(office, hidden):
    act = Act.objects.get(verb="hide")
    for _turn in range(2):
        hiding.note_seen(act.pk, by=office.chief, at=NOON + HOUR)
    assert HidingSeen.objects.count() == 1


def test_whoever_did_it_and_reporters_are_not_told(office, hidden):
    assert told(office.editor) == told(office.reporter) == []
    publishing.show_again(hidden, by=office.chief, at=NOON + HOUR)
    publishing.take_down(hidden, by=office.chief, at=NOON + HOUR, reason="Sai.")
    assert told(office.chief, NOON + DAY) == ["hide"]
    assert told(office.manager, NOON + DAY) == ["take_down", "hide"]


def test_other_boards_know_nothing(office, hidden):
    stranger = make.Office().chief
    assert told(stranger) == []
    with pytest.raises(OutOfSight):
        hiding.note_seen(Act.objects.get(verb="hide").pk, by=stranger, at=NOON + HOUR)


def test_of_two_who_hide_at_once_the_second_is_told(office, hidden):
    with pytest.raises(Refused, match="nothing to hide"):
        publishing.hide(hidden, by=office.manager, at=NOON)
    assert Act.objects.filter(verb="hide").count() == 1


def test_reporters_hide_nothing(office):
    with pytest.raises(Refused, match="right"):
        publishing.hide(office.published(), by=office.reporter, at=NOON)


def test_who_names_nobody_ordered_it_himself(office):
    article = office.published()
    publishing.take_down(article, by=office.chief, at=NOON + HOUR, reason="Sai.")
    assert Act.objects.get(verb="take_down").after["ordered_by"] == str(office.chief)


def test_two_taps_from_the_list_and_back_to_it(office):
    article = office.published(at=timezone.now() - HOUR)
    client = client_of(office.editor)
    tap = f"{article.pk}/act/hide/?tu=danh-sach"
    assert tap in client.get(LIST).content.decode()
    answer = client.post(LIST + tap)
    assert answer.url == LIST
    assert situation_of(make.fresh(article), timezone.now()) == Situation.HIDDEN
    assert tap not in client.get(LIST).content.decode()


def test_the_list_offers_it_only_to_who_may(office):
    article = office.published(at=timezone.now() - HOUR)
    text = client_of(office.reporter).get(LIST).content.decode()
    assert article.headline in text
    assert "act/hide" not in text


def test_the_first_page_tells_and_forgets(office):
    article = office.published(at=timezone.now() - DAY)
    publishing.hide(article, by=office.editor, at=timezone.now(), reason="Sai chức danh.")
    client = client_of(office.chief)
    text = client.get(DESK).content.decode()
    assert "Sai chức danh." in text
    act = Act.objects.get(verb="hide")
    assert client.post(f"{LIST}da-an/{act.pk}/").url == DESK
    assert "Sai chức danh." not in client.get(DESK).content.decode()
    assert client_of(make.Office().chief).post(f"{LIST}da-an/{act.pk}/").status_code == 404


@pytest.mark.sqlite_only
def test_the_panel_costs_the_same_for_one_and_for_many(office, django_assert_max_num_queries):
    for _number in range(6):
        article = office.published(at=timezone.now() - DAY)
        publishing.hide(article, by=office.editor, at=timezone.now())
    request = RequestFactory().get("/toa-soan/")
    request.user = office.chief
    with django_assert_max_num_queries(7):
        assert len(desk_panels(request)[0]["context"]["rows"]) == 6
