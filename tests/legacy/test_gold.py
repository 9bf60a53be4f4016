"""The five real pages and what is expected of them, where they are at hand."""

import json
import re
from pathlib import Path

import pytest

from apps.legacy.output import page_values
from apps.legacy.reading import read_page

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
GOLD = sorted((SEEDS / "gold").glob("*.json"))
FIELDS = ("title", "section", "source_prefix", "byline_office", "view_count")

pytestmark = pytest.mark.skipif(not GOLD, reason="../shared/seeds is not beside the repository")


def comparable(words):
    return re.sub(r"[\s.…/]+$", "", " ".join((words or "").split()))


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def gold_and_page(request):
    gold = json.loads(request.param.read_text())
    source = SEEDS / gold["source_file"]
    return gold, read_page(source.read_bytes(), source.name)


def test_real_page_gives_its_plain_fields(gold_and_page):
    gold, page = gold_and_page
    assert {name: getattr(page, name) for name in FIELDS} == {name: gold[name] for name in FIELDS}


def test_real_page_gives_its_dates(gold_and_page):
    gold, page = gold_and_page
    dates = [when and when.isoformat() for when in (page.published_at, page.event_date)]
    assert dates == [gold["published_at"], gold["event_date"]]


def test_real_page_gives_signatures_and_captions(gold_and_page):
    gold, page = gold_and_page
    assert list(page.bylines) == gold["bylines"]
    assert list(map(comparable, page.captions)) == list(map(comparable, gold["captions"]))


def test_real_page_begins_and_ends_where_it_should(gold_and_page):
    gold, page = gold_and_page
    assert comparable(page.sapo).startswith(comparable(gold["sapo_begins"]))
    assert comparable(page.body[0]).startswith(comparable(gold["first_body_words"]))
    assert comparable(page.body[-1]).endswith(comparable(gold["last_body_words"]))


def test_real_page_gives_its_meeting_and_officials(gold_and_page):
    gold, page = gold_and_page
    values = page_values(page)
    assert values["meeting"] == gold["meeting"]
    assert values["officials"] == gold["officials"]
