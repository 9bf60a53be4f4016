"""Hand-written cases: ⟦ ⟧ stands round the words that must be marked."""

import json
from pathlib import Path

import pytest

from apps.proofing.guarding import guard
from apps.proofing.manuscript import BODY, FILE, put_together

from ..marked import marked

CASES = json.loads(Path(__file__).with_name("cases.json").read_text("utf-8"))
# key of the corpus -> part, kind, severity
READ = {
    "secrecy_mark": (BODY, "secrecy_mark", "error"),
    "personal_data": (BODY, "personal_data", "error"),
    "hint": (BODY, "personal_data", "hint"),
    "clean": (BODY, "", ""),
    "file": (FILE, "secrecy_mark", "error"),
    "file_data": (FILE, "personal_data", "error"),
    "file_clean": (FILE, "", ""),
}
ALL = [(key, case) for key, cases in CASES.items() for case in cases]


def test_the_corpus_is_large_and_half_of_it_clean():
    assert len(ALL) >= 150
    assert len(CASES["clean"]) >= len(ALL) // 3


@pytest.mark.parametrize(("key", "case"), ALL, ids=[case[:40] for _key, case in ALL])
def test_marks_exactly_these_words(key, case):
    part, kind, severity = READ[key]
    text, quotes = marked(case)
    found = guard(put_together([(part, 0, text)]))
    assert [finding.quote for finding in found] == quotes
    assert {(finding.kind, finding.severity) for finding in found} <= {(kind, severity)}
    for finding in found:
        assert text[finding.start : finding.end] == finding.quote


@pytest.mark.parametrize("key", ["secrecy_mark", "personal_data"])
def test_finds_the_same_in_a_long_text_between_other_lines(key):
    clean = "\n".join(CASES["clean"][:20])
    for case in CASES[key]:
        text, quotes = marked(case)
        found = guard(put_together([(BODY, 0, f"{clean}\n\n{text}\n\n{clean}")]))
        assert [finding.quote for finding in found] == quotes, case
