"""Places of mentions in the texts of the corpus, as a proofreader needs them."""

import json

from lib.vietnamese.fold import fold
from lib.vietnamese.titles import read_mentions

from .scoring import CORPUS

KNOWN = CORPUS / "known.json"
TEXTS = [case["text"] for case in json.loads(KNOWN.read_text("utf-8"))]


def mentions():
    return [(text, mention) for text in TEXTS for mention in read_mentions(text)]


def test_names_are_cut_from_the_text():
    named = [(text, one) for text, one in mentions() if one.name]
    cut = [(fold(text[one.name_start : one.name_end]), fold(one.name)) for text, one in named]
    assert [pair for pair in cut if pair[0] != pair[1]] == []


def test_mentions_stand_in_text_order_without_overlap():
    for text in TEXTS:
        ends = 0
        for mention in read_mentions(text):
            assert ends <= mention.start < mention.end <= len(text)
            ends = mention.end


def test_own_titles_lie_inside_the_text():
    spans = [(text, title) for text, one in mentions() for title in one.titles]
    assert all(0 <= title.start < title.end <= len(text) for text, title in spans)
    assert all(text[title.start : title.end].strip() for text, title in spans)
