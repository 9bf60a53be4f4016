"""The five real pages are right at their days: nothing is found."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.utils import timezone

from apps.people.exchange.loading import load
from apps.proofing.checking import check
from apps.proofing.findings import Severity
from apps.proofing.manuscript import Manuscript

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
GOLD = sorted((SEEDS / "gold").glob("*.json"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not GOLD, reason="../shared/seeds is not beside the repository"),
]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_real_page_gets_no_finding(path):
    content = (SEEDS / "register.json").read_bytes()
    assert not load(content, name="register.json", at=timezone.now()).errors
    gold = json.loads(path.read_text())
    day = dt.date.fromisoformat((gold["event_date"] or gold["published_at"])[:10])
    text = (SEEDS / gold["source_file"]).read_text()
    found = [each for each in check(Manuscript(text, day)) if each.severity != Severity.HINT]
    assert found == []
