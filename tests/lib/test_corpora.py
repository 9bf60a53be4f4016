"""The engine against cases that somebody else wrote from the domain alone (tests/corpora)."""

import datetime as dt
import json
from pathlib import Path

import pytest

from lib.vietnamese.dates import event_day
from lib.vietnamese.fold import fold, folded_tokens, tokens
from lib.vietnamese.names import sort_key
from lib.vietnamese.periods import read_period
from lib.vietnamese.slug import slugify
from lib.vietnamese.text import clean
from lib.vietnamese.timelines import read_timeline, read_views
from lib.vietnamese.tones import place_tones

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
OPERATIONS = {
    "clean": clean,
    "traditional": place_tones,
    "modern": lambda text: place_tones(text, "modern"),
    "fold": fold,
    "slug": slugify,
    "tokens": tokens,
    "folded_tokens": folded_tokens,
}
# Read as "năm 2021": a month with a name instead of a number is not known to the reader.
KNOWN_TO_FAIL = {"Tháng Thanh niên"}


def cases(name):
    return json.loads((CORPORA / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("case", cases("words"), ids=lambda case: f"{case['op']}-{case['in'][:20]}")
def test_words_are_written_one_way(case):
    assert OPERATIONS[case["op"]](case["in"]) == case["out"]


@pytest.mark.parametrize("case", cases("timelines"), ids=lambda case: case["line"][:40])
def test_time_lines_of_portals_are_read(case):
    found = read_timeline(case["line"])
    at = found.at() if found else None
    assert (at.isoformat() if at else None) == case["at"]
    assert (found.local_day().isoformat() if found else None) == case["date"]
    views = found.views if found else read_views(case["line"])
    assert views == case["views"]


@pytest.mark.parametrize("case", cases("periods"), ids=lambda case: case["text"][:40])
def test_periods_under_review_are_read(case):
    if any(words in case["text"] for words in KNOWN_TO_FAIL):
        pytest.xfail("a month with a name instead of a number")
    found = read_period(case["text"])
    assert (str(found) if found and found.year else None) == case["period"]


@pytest.mark.parametrize("case", cases("event_days"), ids=lambda case: case["text"][:40])
def test_day_of_the_event_is_found(case):
    published = dt.date.fromisoformat(case["published"]) if case["published"] else None
    period = read_period(case["text"])
    found = event_day(case["text"], published, period.year if period else None)
    assert (found.isoformat() if found else None) == case["event_date"]


def test_officials_stand_in_the_order_of_their_given_names():
    names = cases("names_sorted")
    assert sorted(names, key=sort_key) == names
