"""What readers type finds the same, in the same order, on both engines."""

import pytest

from apps.editions import search

from . import make
from .make import DAY, HOUR, NOON
from .search_corpus import NOTHING, PAGES, QUERIES

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(db):
    """Numbers of pages for a query; the whole table is asked of the same pages."""
    pages = {
        make.shown(
            f"article:{number}",
            at=NOON + number * HOUR,
            values={"headline": title, "html": f"<p>{body}</p>"},
        ).pk: number
        for number, (title, body) in PAGES.items()
    }

    def found(query, best=True):
        asked = search.Asked("songvan", search.ask(query), best=best)
        (hits,) = search.find(NOON + DAY, asked)
        return [pages[hit.showing] for hit in hits]

    return found


def test_what_readers_type_finds_what_they_mean(found):
    assert {query: found(query) for query, _expected in QUERIES} == dict(QUERIES)


def test_the_newest_stand_first_where_that_is_asked_for(found):
    newest = {query: sorted(expected, reverse=True) for query, expected in QUERIES}
    assert {query: found(query, best=False) for query in newest} == newest


def test_what_has_no_word_finds_nothing(found):
    assert [found(query) for query in NOTHING] == [[]] * len(NOTHING)


def test_no_query_stands_twice():
    assert len(dict(QUERIES)) == len(QUERIES)
