"""What readers of a received piece are told of its original, until their portal takes it over."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from apps.articles import publishing, workflow
from apps.articles.sending import receiving
from apps.public import pages, visits
from tests import make
from tests.make import DAY, HOUR, NOON

from .made import LATER, corrected, live

pytestmark = pytest.mark.django_db
AFTER = LATER + HOUR


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    class Clock:
        at = AFTER

        def __call__(self):
            return self.at

    cache.clear()
    pages.forget()
    clock = Clock()
    monkeypatch.setattr(visits, "clock", clock)
    return clock


@pytest.fixture
def told(province, commune, article, received):
    """The note on the commune's page of the piece, or ''."""
    host = commune.portal.domains.get().name

    def told(query=""):
        address = f"/tin-tuc/tinh-uy-hop-bao-{article.pk}/{query}"
        response = Client().get(address, headers={"host": host})
        assert response.status_code == 200
        note = LexborHTMLParser(response.content).css_first("[aria-labelledby=ban-goc]")
        return note.text(separator=" ", strip=True) if note else ""

    return told


def test_a_correction_of_the_original_is_told_at_once_and_until_it_is_taken_over(
    province, commune, article, received, told
):
    assert told() == ""
    corrected(province, article)
    assert "30/4/2026" in told()
    assert told("?in=1")
    digest = live(article).text_digest
    receiving.take_over(received, by=commune.editor, at=LATER, digest=digest)
    assert told() == ""


def test_an_original_nobody_has_now_is_not_told_of(province, article, told):
    corrected(province, article)
    assert told()
    publishing.hide(article, by=province.chief, at=LATER)
    assert told() == ""
    publishing.show_again(article, by=province.chief, at=LATER)
    assert told()


def test_the_text_of_before_again_needs_no_note(province, article, told):
    corrected(province, article)
    assert told()
    before = province.edit(article, province.reporter, at=LATER, body="<p>Như cũ.</p>")
    type(article).objects.filter(pk=article.pk).update(notices=[])
    before.refresh_from_db()
    workflow.submit(before, by=province.reporter, at=LATER)
    workflow.publish(before, by=province.editor, at=LATER, digest=make.digest(before))
    assert told() == ""


@pytest.mark.parametrize("received_first", [True, False])
def test_a_planned_correction_is_told_from_its_hour_on(
    province, commune, article, sending, clock, received_first, request
):
    def plan():
        changed = province.edit(
            article, province.reporter, body="<p>Sáng nay họp báo.</p>",
            notice=("correction", "chiều nay", "sáng nay"),
        )  # fmt: skip
        workflow.submit(changed, by=province.reporter, at=LATER)
        workflow.schedule(
            changed, by=province.editor, at=LATER, digest=make.digest(changed), live_from=NOON + DAY
        )

    if not received_first:
        plan()
    told = request.getfixturevalue("told")
    if received_first:
        plan()
    assert told() == ""
    clock.at = NOON + DAY
    assert told()


def test_it_costs_three_questions_then_one(province, article, told):
    corrected(province, article)

    def questions():
        with CaptureQueriesContext(connection) as captured:
            assert told()
        return len(captured)

    assert (questions(), questions()) == (3, 1)
