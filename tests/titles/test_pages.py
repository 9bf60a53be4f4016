"""Officials of whole pages: invented ones, and the five real ones where they are at hand.

What a page expects was written by somebody else, before this reader.
"""

import json
from pathlib import Path

import pytest

from apps.legacy.reading import read_page
from lib.vietnamese.titles import officials, read_mentions

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "tests" / "corpora" / "pages"
SEEDS = ROOT.parent / "shared" / "seeds"
LEAST = 0.97


def expected(gold):
    return {
        (official["name"], title) for official in gold["officials"] for title in official["titles"]
    }


def found(source):
    page = read_page(source.read_bytes(), source.name)
    text = "\n\n".join([page.sapo or "", *page.body, *page.captions])
    return {(one.name, title) for one in officials(read_mentions(text)) for title in one.titles}


def shares(folder, key, sources):
    """(recall, precision) over all gold files of a folder."""
    right = missing = extra = 0
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        if "officials" not in gold:  # an author was not certain of them
            continue
        wanted, have = expected(gold), found(sources / gold[key])
        right += len(wanted & have)
        missing += len(wanted - have)
        extra += len(have - wanted)
    return right / (right + missing), right / (right + extra)


def test_officials_of_invented_pages_are_found():
    assert min(shares(PAGES, "file", PAGES)) >= LEAST


@pytest.mark.skipif(not SEEDS.exists(), reason="../shared/seeds is not beside the repository")
def test_officials_of_real_pages_are_found():
    assert shares(SEEDS / "gold", "source_file", SEEDS) == (1, 1)
