"""212 invented pages that other people wrote, and files that must be refused."""

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
    if isinstance(value, dict):
        return {name: comparable(item) for name, item in value.items()}
    return re.sub(r"[\s.…/]+$", "", " ".join(value.split())) if isinstance(value, str) else value


@pytest.mark.skipif(not GOLD, reason="tests/corpora/pages is not there")
@pytest.mark.parametrize("gold_file", GOLD, ids=lambda path: path.name.split(".")[0])
def test_page_of_the_corpus_gives_all_its_parts(gold_file):
    gold = json.loads(gold_file.read_text())
    source = gold_file.parent / gold["file"]
    found = seen_as(gold, page_values(read_page(source.read_bytes(), source.name)))
    missed = set(gold.get("missed", []))  # what this reader is known not to find
    wanted = {name: comparable(gold[name]) for name in gold if name not in ("file", "missed")}
    wrong = {name for name in wanted if comparable(found[name]) != wanted[name]}
    assert {name: (comparable(found[name]), wanted[name]) for name in wrong - missed} == {}
    assert missed == missed & wrong


def seen_as(gold, found):
    """What was found, told as far as a page's gold is certain of it."""
    titles = {each["name"]: each["titles"] for each in found["officials"]}
    certain = {
        "meeting": {name: found["meeting"][name] for name in gold.get("meeting", [])},
        "title_folded": found["title"].replace("Ð", "Đ"),
        "sapo_begins": begins(found["sapo"], gold.get("sapo_begins")),
        "first_body_words": begins(found["body"][0], gold.get("first_body_words")),
        "last_body_words": ends(found["body"][-1], gold.get("last_body_words")),
        "body_has": [
            line
            for line in gold.get("body_has", [])
            if comparable(line) in comparable(found["body"])
        ],
        "body_lacks": [
            line
            for line in gold.get("body_lacks", [])
            if comparable(line) not in comparable(found["body"])
        ],
        "officials_names": list(titles),
        "officials_has": [
            {"name": each["name"], "titles": known(titles.get(each["name"], []), each["titles"])}
            for each in gold.get("officials_has", [])
        ],
    }
    return {**found, **certain}


def begins(text, words):
    return text[: len(words or "")]


def ends(text, words):
    return comparable(text)[-len(words) :] if words else ""


def known(titles, wanted):
    """ "?" stands for a title the page leaves open; the others in the order they are wanted."""
    rest = [title for title in titles if title not in wanted]
    return [title for title in wanted if title in titles or (title == "?" and rest)]


FILES = sorted(path for path in REFUSED.glob("*") if path.suffix != ".json")


@pytest.mark.skipif(not FILES, reason="tests/corpora/refused is not there")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_of_the_corpus_is_refused(path):
    with pytest.raises(PageRefused):
        read_page(path.read_bytes(), path.name)
