"""Two people import the same folder at the same moment."""

import threading

import pytest
from django.db import connection

from apps.articles.models import Article
from apps.legacy.importing import MADE, UNCHANGED, import_page
from apps.legacy.reading import read_page
from apps.newsroom.importer import importer
from tests import make
from tests.make import NOON

from . import engines

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_imports_at_once_make_one_article():
    portal, account = make.portal(), importer()
    page = read_page(engines.WORDPRESS.encode(), "a.html")
    start, outcomes = threading.Barrier(2), []

    def bring():
        try:
            start.wait(timeout=10)
            outcomes.append(import_page(page, portal=portal, by=account, at=NOON)[1])
        finally:
            connection.close()

    people = [threading.Thread(target=bring) for _ in range(2)]
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=30)
    assert sorted(outcomes) == [MADE, UNCHANGED]
    assert Article.objects.count() == 1
