"""The small town of `town.json`, and what is said of a text without a portal."""

from pathlib import Path

from django.utils import timezone

from apps.people.exchange.loading import load
from apps.proofing.checking import check
from apps.proofing.findings import Severity
from apps.proofing.manuscript import Manuscript


def load_town():
    content = (Path(__file__).parent / "town.json").read_bytes()
    assert not load(content, name="town.json", at=timezone.now()).errors


def told(text, day):
    found = check(Manuscript(text, day))
    return [(str(each.kind), each.quote) for each in found if each.severity != Severity.HINT]
