"""The reader of titles against cases that somebody else wrote from the domain alone."""

import pytest

from .scoring import score

LEAST = 0.97


@pytest.mark.parametrize("name", ["known", "sealed"])
def test_titles_of_the_corpus_are_read(name):
    total = score(name)
    assert total.recall >= LEAST
    assert total.precision >= LEAST


def test_whole_paragraphs_are_read_almost_as_well():
    total = score("paragraphs")
    assert total.recall >= 0.95
    assert total.precision >= LEAST
