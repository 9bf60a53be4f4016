"""A chief asks, an administrator blanks: both, or nothing happens."""

import pytest
from django.test import Client
from django.utils import timezone, translation

from apps.articles.models import Article
from apps.articles.withdrawal import redacting
from apps.editions.models import Cut, SearchRow, Showing
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.newsroom.people import sign_in

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def administrator():
    return make.user("quan-tri", is_administrator=True)


@pytest.fixture
def cut(office):
    article = office.published(headline="Lộ số căn cước")
    return Cut.objects.get(key=article.key)


def article_of(cut):
    return Article.objects.get(pk=cut.key.removeprefix("article:"))


def ask(office, cut, by=None, reason="Lộ thông tin cá nhân."):
    redacting.ask(article_of(cut), cut, by=by or office.chief, at=NOON + HOUR, reason=reason)


def test_both_together_blank_the_version(office, administrator, cut):
    ask(office, cut)
    redacting.carry_out(cut, by=administrator, at=NOON + 2 * HOUR)
    cut.refresh_from_db()
    assert (cut.values, cut.title) == ({}, "")
    assert cut.signers
    assert not SearchRow.objects.exists()
    assert not Showing.objects.live_at(NOON + 2 * HOUR).exists()
    assert {act.verb for act in Act.objects.filter(key=cut.key)} >= {"ask_redaction", "redact"}


def test_administrator_alone_blanks_nothing(administrator, cut):
    with pytest.raises(Refused, match="asked"):
        redacting.carry_out(cut, by=administrator, at=NOON)


def test_only_a_chief_asks(office, cut):
    with pytest.raises(Refused, match="right"):
        ask(office, cut, by=office.editor)
    with pytest.raises(OutOfSight):
        ask(office, cut, by=make.Office().chief)


def test_only_an_administrator_carries_out(office, cut):
    ask(office, cut)
    with pytest.raises(OutOfSight):
        redacting.carry_out(cut, by=office.chief, at=NOON)


def test_one_person_in_both_offices_is_not_two(office, cut):
    office.chief.is_administrator = True
    office.chief.save()
    ask(office, cut)
    with pytest.raises(Refused, match="Another person"):
        redacting.carry_out(cut, by=office.chief, at=NOON)


def test_a_reason_is_asked_for(office, cut):
    with pytest.raises(Refused, match="why"):
        ask(office, cut, reason=" ")


def test_it_goes_through_the_pages_too(office, administrator):
    article = office.published(at=timezone.now(), headline="Lộ số điện thoại")
    cut = Cut.objects.get(key=article.key)
    chief, keeper = Client(), Client()
    sign_in(chief, office.chief)
    sign_in(keeper, administrator)
    base = "/toa-soan/articles/article/"
    chief.post(f"{base}{article.pk}/blank/{cut.pk}/", {"reason": "Lộ số điện thoại."})
    page = keeper.get(f"{base}blank/").content.decode()
    assert "Lộ số điện thoại." in page
    keeper.post(f"{base}blank/", {"cut": cut.pk})
    cut.refresh_from_db()
    assert cut.redacted_at
    assert chief.get(f"{base}blank/").status_code == 404
    assert keeper.post(f"{base}blank/", {"cut": "x"}).status_code == 404
