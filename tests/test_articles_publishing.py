"""Buttons that say what happens and when; the screen of publishing; pins and further sections."""

import copy

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone, translation

from apps.articles import publishing, workflow
from apps.articles.offers import offers
from apps.articles.release import placing
from apps.articles.situation import Situation, situation_of
from apps.editions.models import Placed, Showing
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.newsroom.people import client_of
from tests.once import once

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


framed = once(lambda: make.Office().with_frame())


@pytest.fixture
def office(framed):
    return copy.deepcopy(framed)


def when(office, article, act, by=None, at=NOON):
    found = {offer.act: offer.when for offer in offers(make.fresh(article), by or office.chief, at)}
    return found[act]


def schedule(office, article, live_from=NOON + DAY, at=NOON, **more):
    digest = make.digest(article)
    return workflow.schedule(
        article, by=office.editor, at=at, digest=digest, live_from=live_from, **more
    )


def replacement(office, at=NOON):
    """Published, edited, handed in again."""
    article = office.published(at=at)
    office.edit(article, office.reporter, sapo="Khác.", at=at)
    return workflow.submit(article, by=office.reporter, at=at)


def test_a_first_publication_names_its_section(office):
    said = when(office, office.submitted(), "publish")
    assert said == "Goes out now, in the section “Tin tức”"


def test_a_replacement_says_so_and_what_readers_are_told(office):
    said = when(office, replacement(office), "publish")
    assert said == "Replaces what is published, now (technical fix: readers are told nothing)"


def test_the_plan_is_said_with_its_time(office):
    article = replacement(office)
    schedule(office, article)
    assert when(office, article, "unschedule") == (
        "Does not go out ngày mai 12:00; what is published stays"
    )
    said = when(office, article, "hide")
    assert said.endswith("what is planned for ngày mai 12:00 still goes out")
    assert situation_of(make.fresh(article), NOON) == Situation.REPLACING


def test_handing_in_says_that_nothing_goes_out_yet(office):
    said = when(office, office.draft(), "submit", by=office.reporter)
    assert said == "Not published by this"


def test_an_end_goes_with_the_plan_and_must_follow_it(office):
    article = office.submitted()
    with pytest.raises(Refused, match="end must be later"):
        schedule(office, article, expires_at=NOON + DAY)
    schedule(office, article, expires_at=NOON + 2 * DAY)
    assert Showing.objects.get(key=article.key).expires_at == NOON + 2 * DAY


def test_what_replaces_at_once_keeps_the_end(office):
    article = replacement(office)
    publishing.expire(article, by=office.editor, at=NOON, expires_at=NOON + DAY)
    digest = make.digest(article)
    workflow.publish(article, by=office.editor, at=NOON + HOUR, digest=digest)
    assert Showing.objects.live_at(NOON + HOUR).get(key=article.key).expires_at == NOON + DAY


# -- pins and further sections --


def read(office, path, at, monkeypatch):
    monkeypatch.setattr("apps.public.visits.clock", lambda: at)
    answer = Client(headers={"host": f"{office.portal.key}.localhost"}).get(path)
    return answer.content.decode()


def places_of(text, *articles):
    """Whose headline stands first."""
    return sorted(articles, key=lambda article: text.index(article.headline))


def test_a_pinned_piece_leads_until_its_end(office, monkeypatch):
    old, new = office.published(at=NOON), office.published(at=NOON + HOUR)
    assert places_of(read(office, "/", NOON + 2 * HOUR, monkeypatch), old, new) == [new, old]
    placing.pin(old, by=office.editor, at=NOON + 2 * HOUR, until=NOON + DAY)
    assert places_of(read(office, "/", NOON + 3 * HOUR, monkeypatch), old, new) == [old, new]
    assert places_of(read(office, "/", NOON + DAY, monkeypatch), old, new) == [new, old]
    call_command("verify_editions", verbosity=0)


def test_a_pin_needs_an_end_a_reader_and_room(office):
    with pytest.raises(Refused, match="until when"):
        placing.pin(office.published(), by=office.editor, at=NOON, until=None)
    with pytest.raises(Refused, match="Publish or schedule"):
        placing.pin(office.draft(), by=office.editor, at=NOON, until=NOON + DAY)
    for _number in range(placing.PINNED_AT_MOST):
        placing.pin(office.published(), by=office.editor, at=NOON, until=NOON + DAY)
    with pytest.raises(Refused, match="pinned already"):
        placing.pin(office.published(), by=office.editor, at=NOON, until=NOON + DAY)


def test_a_pinned_piece_taken_down_is_not_on_the_front_page(office, monkeypatch):
    article = office.published()
    placing.pin(article, by=office.editor, at=NOON, until=NOON + DAY)
    publishing.take_down(article, by=office.chief, at=NOON + HOUR, reason="Sai.")
    assert article.headline not in read(office, "/", NOON + 2 * HOUR, monkeypatch)


def test_a_further_section_lists_it_too(office, monkeypatch):
    further = make.section(office.portal, "xay-dung-dang", title="Xây dựng Đảng")
    office.with_frame(at=NOON)
    article = office.published()
    placing.list_in(article, by=office.editor, at=NOON, sections=[further, office.section])
    assert article.headline in read(office, "/xay-dung-dang/", NOON + HOUR, monkeypatch)
    assert article.headline in read(office, "/rss/xay-dung-dang/", NOON + HOUR, monkeypatch)
    text = read(office, "/tin-tuc/", NOON + HOUR, monkeypatch)
    assert text.count(f">{article.headline}<") == 1
    placing.list_in(article, by=office.editor, at=NOON + HOUR, sections=[])
    assert article.headline not in read(office, "/xay-dung-dang/", NOON + 2 * HOUR, monkeypatch)


def test_who_may_not_schedule_places_nothing(office):
    article = office.published()
    for verb, more in PLACING:
        with pytest.raises(Refused, match="right"):
            verb(article, by=office.reporter, at=NOON, **more)
        with pytest.raises(OutOfSight):
            verb(article, by=make.Office().chief, at=NOON, **more)
    assert not Placed.objects.exists()


PLACING = [
    (placing.pin, {"until": NOON + DAY}), (placing.unpin, {}), (placing.list_in, {"sections": []}),
]  # fmt: skip


def test_another_portals_section_does_not_exist(office):
    foreign = make.section(make.Office().portal, "khac")
    with pytest.raises(OutOfSight):
        placing.list_in(office.published(), by=office.editor, at=NOON, sections=[foreign])


def test_placing_is_on_record(office):
    article = office.published()
    placing.pin(article, by=office.editor, at=NOON, until=NOON + DAY)
    placing.unpin(article, by=office.editor, at=NOON)
    verbs = Act.objects.filter(key=article.key).order_by("pk").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["pin", "unpin"]
    with pytest.raises(Refused, match="not pinned"):
        placing.unpin(article, by=office.editor, at=NOON)


def test_a_section_costs_readers_no_more_queries(
    office, monkeypatch, django_assert_max_num_queries
):
    office.published()
    with django_assert_max_num_queries(3):
        read(office, "/tin-tuc/", NOON + HOUR, monkeypatch)
    with django_assert_max_num_queries(3):
        read(office, "/", NOON + HOUR, monkeypatch)


# -- the screen --


def page(article, act="schedule"):
    return f"{LIST}{article.pk}/act/{act}/"


def test_the_screen_shows_state_list_and_forms(office):
    article = office.published(at=timezone.now() - HOUR)
    text = client_of(office.chief).get(page(article)).content.decode()
    assert "Readers see the version published" in text
    assert 'name="until_0"' in text
    assert "before-publishing" in text


@pytest.mark.parametrize("act", ["schedule", "expire", "pin", "unpin", "list_in"])
def test_another_portals_piece_is_not_found(office, act):
    article = office.published()
    client = client_of(make.Office().chief)
    assert client.get(page(article, act)).status_code == 404
    assert client.post(page(article, act), {}).status_code == 404


def test_a_pin_from_the_screen(office):
    article = office.published(at=timezone.now() - HOUR)
    client = client_of(office.editor)
    client.post(page(article, "pin"), {"until_0": "1/1/2099", "until_1": "8:00"})
    assert Placed.objects.get().until.year == 2099
    kept = client.post(page(article, "pin"), {"until_0": "1/1/2020", "until_1": "8:00"})
    assert kept.status_code == 200
    assert "1/1/2020" in kept.content.decode()


def test_junk_in_the_screen_is_a_sentence(office):
    article = office.published(at=timezone.now() - HOUR)
    client = client_of(office.editor)
    for act, typed in {
        "pin": {"until_0": "mai", "until_1": "99:99"}, "list_in": {"sections": ["x", "0", "\x00"]},
        "expire": {"expires_at_0": "31/2/2026"}, "schedule": {},
    }.items():  # fmt: skip
        assert client.post(page(article, act), typed).status_code == 200


def test_a_text_changed_since_the_screen_was_opened_is_not_scheduled(office):
    article = office.submitted(at=timezone.now() - HOUR)
    seen = make.digest(article)
    office.edit(article, office.chief, sapo="Khác.")
    typed = {"live_from_0": "1/1/2099", "live_from_1": "7:00", "digest": seen}
    answer = client_of(office.editor).post(page(article), typed)
    assert "changed since" in answer.content.decode()
    assert not Showing.objects.filter(key=article.key).exists()


def test_the_form_says_the_plan(office):
    article = replacement(office, at=timezone.now() - HOUR)
    schedule(office, article, live_from=timezone.now() + 3 * HOUR, at=timezone.now())
    text = client_of(office.chief).get(f"{LIST}{article.pk}/change/").content.decode()
    assert "replacing what is published" in text
