"""Forty invented pages that somebody else wrote, and files that must be refused."""

import json
import re
from pathlib import Path

import pytest

from apps.legacy.output import page_values
from apps.legacy.reading import PageRefused, read_page

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
GOLD = sorted((CORPORA / "pages").glob("*.gold.json"))
REFUSED = CORPORA / "refused"


def comparable(value):
    """Without spaces, dots and end marks at the ends."""
    if isinstance(value, list):
        return [comparable(item) for item in value]
    return re.sub(r"[\s.…/]+$", "", " ".join(value.split())) if isinstance(value, str) else value


@pytest.mark.skipif(not GOLD, reason="tests/corpora/pages is not there")
@pytest.mark.parametrize("gold_file", GOLD, ids=lambda path: path.name.split(".")[0])
def test_page_of_the_corpus_gives_all_its_parts(gold_file):
    gold = json.loads(gold_file.read_text())
    source = gold_file.parent / gold["file"]
    found = page_values(read_page(source.read_bytes(), source.name))
    wanted = {name: comparable(gold[name]) for name in gold if name in found}
    assert {name: comparable(found[name]) for name in wanted} == wanted


FILES = sorted(path for path in REFUSED.glob("*") if path.suffix != ".json")


@pytest.mark.skipif(not FILES, reason="tests/corpora/refused is not there")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_of_the_corpus_is_refused(path):
    with pytest.raises(PageRefused):
        read_page(path.read_bytes(), path.name)
