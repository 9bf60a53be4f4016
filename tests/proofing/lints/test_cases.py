"""Hand-written cases, by kind: ⟦ ⟧ stands round the words that must be marked."""

import datetime as dt
import json
from pathlib import Path

import pytest

from apps.proofing.findings import Kind
from apps.proofing.lints import LINTS, hints
from apps.proofing.manuscript import BODY, CAPTION, put_together

from ..marked import marked

CASES = json.loads(Path(__file__).with_name("cases.json").read_text("utf-8"))
ALL = [(kind, case) for kind, cases in CASES.items() for case in cases]


def read(case):
    """The manuscript of a case and the words it marks."""
    body, quotes = marked(case["text"])
    caption, more = marked(case.get("caption", ""))
    pieces = [(BODY, 0, body)] + ([(CAPTION, 1, caption)] if caption else [])
    known = {
        "day": dt.date.fromisoformat(case["day"]) if "day" in case else None,
        "chairs": tuple(case.get("chairs", ())),
        "end_mark": case.get("end_mark", ""),
    }
    return put_together(pieces, **known), quotes + more


def test_every_lint_has_its_cases_and_half_of_them_are_silent():
    assert len(ALL) >= 120
    assert len(CASES) == len(LINTS)
    for kind, cases in CASES.items():
        assert kind in Kind
        silent = [case for case in cases if not read(case)[1]]
        assert 5 * len(silent) >= 2 * len(cases), kind


@pytest.mark.parametrize(("kind", "case"), ALL, ids=[f"{kind}-{c['text'][:30]}" for kind, c in ALL])
def test_marks_exactly_these_words(kind, case):
    manuscript, quotes = read(case)
    found = [finding for finding in hints(manuscript) if finding.kind == kind]
    assert [finding.quote for finding in found] == quotes
    if "fix" in case:
        assert [finding.fix for finding in found] == case["fix"]
    for finding in found:
        assert finding.severity == "hint"
        assert manuscript.text[finding.start : finding.end] == finding.quote
        assert finding.message and not finding.message.isascii()  # Vietnamese


def mended(manuscript, found):
    text = manuscript.text
    for finding in sorted(found, key=lambda finding: -finding.start):
        text = text[: finding.start] + finding.fix + text[finding.end :]
    return text


@pytest.mark.parametrize("kind", CASES)
def test_what_is_mended_is_not_marked_again(kind):
    for case in CASES[kind]:
        manuscript, _quotes = read(case)
        found = [one for one in hints(manuscript) if one.kind == kind and one.fix is not None]
        if found and "caption" not in case:
            again = put_together(
                [(BODY, 0, mended(manuscript, found))],
                day=manuscript.day, chairs=manuscript.chairs, end_mark=manuscript.end_mark,
            )  # fmt: skip
            assert [one.quote for one in hints(again) if one.kind == kind] == [], case
