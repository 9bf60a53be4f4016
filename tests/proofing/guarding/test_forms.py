"""How offices really write it: one form a line, ⟦ ⟧ round what must be marked, ⏎ for a new line."""

from pathlib import Path

import pytest

from apps.proofing.findings import Severity
from apps.proofing.guarding import guard
from apps.proofing.manuscript import BODY, CAPTION, put_together

from ..marked import marked

HERE = Path(__file__).parent


def _forms(kind):
    lines = (HERE / f"{kind}.txt").read_text("utf-8").splitlines()
    return [(kind, line.replace("⏎", "\n")) for line in lines if line and line[0] != "#"]


ALL = [*_forms("personal_data"), *_forms("secrecy_mark")]


def _told(text, part):
    found = guard(put_together([(part, 0, text)]))
    return [(each.kind, each.quote) for each in found if each.severity != Severity.HINT]


@pytest.mark.parametrize("part", [BODY, CAPTION])
@pytest.mark.parametrize("kind", ["personal_data", "secrecy_mark"])
def test_forms_of_offices_and_what_only_looks_like_them(kind, part):
    wrong = []
    for _kind, form in _forms(kind):
        text, quotes = marked(form)
        told = _told(text, part)
        if told != [(kind, quote) for quote in quotes]:
            wrong.append(f"{form!r}: {[quote for _kind, quote in told]}")
    assert not wrong, "\n".join([f"{len(wrong)} wrong:", *wrong])


def test_there_are_more_than_a_hundred_of_each():
    for kind in ("personal_data", "secrecy_mark"):
        forms = [form for _kind, form in _forms(kind)]
        hits = sum("⟦" in form for form in forms)
        assert hits > 50 and len(forms) - hits > 50, kind
