"""`make_articles`: pieces for measuring are what the verbs would have made of the same texts."""

import pytest
from django.core.management import call_command
from django.db import connection

from apps.articles import workflow
from apps.articles.invented import story
from apps.articles.management.commands import make_articles
from apps.articles.models import Article
from apps.editions.guards import missing_guards
from apps.editions.models import Cut, Moment, SearchRow, Showing, SiteVersion
from apps.newsroom.models import Signature

from . import make
from .make import NOON

pytestmark = pytest.mark.django_db
OF_THE_WHOLE_KEY = {"id", "place", "showing_id", "cut_id", "page_digest"}


@pytest.fixture
def office():
    return make.Office("bench")


def by_verbs(office, number):
    fields = {name: story(number)[name] for name in ("headline", "sapo", "body")}
    article = office.submitted(at=NOON, **fields)
    digest = make.digest(article)
    return workflow.publish(article, by=office.chief, at=NOON, digest=digest)


def told(article) -> str:
    """All that its rows say, without ids and what follows from them."""
    shown = Showing.objects.get(key=article.key)
    tables = [
        Article.objects.filter(pk=article.pk), Signature.objects.filter(key=article.key),
        Cut.objects.filter(key=article.key), Showing.objects.filter(pk=shown.pk),
        SearchRow.objects.filter(showing=shown),
    ]  # fmt: skip
    rows = [row for table in tables for row in table.order_by("pk").values()]
    text = str([{n: row[n] for n in row if n not in OF_THE_WHOLE_KEY} for row in rows])
    text = text.replace(article.key, "KEY").replace(article.address, "ADDRESS")
    return text.replace(make_articles.WHY, "")


def test_a_lot_is_what_the_verbs_make(office):
    numbers = range(0, 87_600, 43_800)  # all of today, this minute
    make_articles.make_lot(office.portal, office.reporter, office.chief, numbers, NOON)
    lot = list(Article.objects.order_by("pk"))
    assert len(lot) == 2
    instants = set(Moment.objects.values_list("portal", "at"))
    for number, made in zip(numbers, lot, strict=True):
        same = by_verbs(office, number)
        assert told(made) == told(same)
    assert instants == set(Moment.objects.values_list("portal", "at"))


def test_the_same_numbers_give_the_same_pieces_and_everything_is_in_order(
    office, monkeypatch, capsys
):
    monkeypatch.setattr(make_articles, "MANY", 2)
    other = make.Office("khac")
    for key in ("bench", "khac"):
        call_command("make_articles", 3, portal=key, verbosity=0)
        call_command("make_articles", 1, portal=key, verbosity=0)
    columns = ("headline", "sapo", "body", "slug", "folded")
    made = {
        key: list(Article.objects.filter(portal__key=key).order_by("pk").values_list(*columns))
        for key in ("bench", "khac")
    }
    assert made["bench"] == made["khac"] and len(set(made["bench"])) == 4
    assert SiteVersion.objects.get(portal=other.portal.key).number >= 2
    assert missing_guards(connection) == []
    call_command("verify_editions")
