"""A thousand old pages in well under a minute."""

import time
from pathlib import Path

import pytest
from django.core.management import call_command

from apps.articles.models import Article
from apps.legacy.lots import read_lot
from apps.legacy.models import ImportedPage
from apps.legacy.reading import read_page
from tests import make

from .variants import variants

SEEDS = sorted((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("*.txt"))
PAGES = 300
# Of processor time, so that other work on the machine does not count. Reading goes on in another
# process beside writing: each of the two has to keep the pace, or the import does not.
PAGES_A_SECOND = 50

pytestmark = [
    pytest.mark.slow,
    pytest.mark.sqlite_only,
    pytest.mark.skipif(not SEEDS, reason="../shared/seeds is not beside the repository"),
]


@pytest.fixture
def pages(tmp_path):
    for seed in SEEDS:
        for number, data in enumerate(variants(seed.read_bytes(), PAGES // len(SEEDS))):
            (tmp_path / f"{seed.stem}-{number:04}.txt").write_bytes(data)
    return tmp_path


def test_variants_have_headlines_and_dates_of_their_own():
    for seed in SEEDS:
        pages = [read_page(data, "a.txt") for data in variants(seed.read_bytes(), 50)]
        assert len({page.title for page in pages}) == 50
        assert len({(page.published_at, page.event_date) for page in pages}) >= 50


@pytest.mark.timed
def test_reading_keeps_the_pace_of_an_import(pages):
    begin = time.process_time()
    read = read_lot(sorted(pages.iterdir()))
    assert PAGES / (time.process_time() - begin) >= PAGES_A_SECOND
    assert [refusal for _file, _page, refusal in read] == [""] * PAGES


@pytest.mark.timed
@pytest.mark.django_db(transaction=True)
def test_hundreds_of_pages_are_imported_quickly(pages):
    make.portal()
    begin = time.process_time()
    call_command("import_pages", str(pages), verbosity=0)
    assert PAGES / (time.process_time() - begin) >= PAGES_A_SECOND
    assert Article.objects.count() == ImportedPage.objects.count() == PAGES
