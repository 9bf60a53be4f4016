"""How well the proofreader does on drafts that somebody else wrote from DOMAIN and CONTRACTS.

A finding is right when kind and place agree: the places overlap. Hints are not counted.
"""

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone

from apps.people.exchange.loading import load
from apps.portals.models import Portal
from apps.proofing.checking import check
from apps.proofing.findings import Severity
from apps.proofing.manuscript import Manuscript

CORPUS = Path(__file__).parent / "corpus"


@dataclass
class Score:
    """Counts by kind, and what went wrong as lines for a person."""

    found: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)
    false: Counter = field(default_factory=Counter)
    exact: int = 0
    clean: int = 0
    alarms: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def kinds(self):
        return sorted({*self.found, *self.missed, *self.false})

    def recall(self, kind):
        wanted = self.found[kind] + self.missed[kind]
        return self.found[kind] / wanted if wanted else 1.0

    @property
    def precision(self):
        found, false = sum(self.found.values()), sum(self.false.values())
        return found / (found + false) if found + false else 1.0

    def __add__(self, other):
        return Score(
            self.found + other.found, self.missed + other.missed, self.false + other.false,
            self.exact + other.exact, self.clean + other.clean, self.alarms + other.alarms,
            self.faults + other.faults,
        )  # fmt: skip

    def table(self):
        lines = [
            f"{kind:18}{self.found[kind] + self.missed[kind]:5} wanted, recall "
            f"{self.recall(kind):.3f}, {self.false[kind]} false"
            for kind in self.kinds
        ]
        total = sum(self.found.values())
        lines.append(
            f"precision {self.precision:.3f}; {self.exact} of {total} places exact; "
            f"{self.alarms} of {self.clean} clean drafts with an alarm"
        )
        return "\n".join(lines)


def score(name: str) -> Score:
    """One folder of the corpus: its register loaded, every draft checked as of its day."""
    folder = CORPUS / name
    content = (folder / "register.json").read_bytes()
    outcome = load(content, name=f"{name}.json", at=timezone.now())
    assert not outcome.errors, outcome.errors
    total, made = Score(), set()
    for draft in json.loads((folder / "drafts.json").read_text()):
        _one(draft, total, made)
    return total


def _one(draft, total, made):
    manuscript = Manuscript(
        draft["text"],
        dt.date.fromisoformat(draft["event_date"]),
        _portal(draft["portal_body"], made),
    )
    left = [found for found in check(manuscript) if found.severity != Severity.HINT]
    if draft["clean"]:
        total.clean += 1
        total.alarms += bool(left)
    for wanted in draft["findings"]:
        assert draft["text"][wanted["start"] : wanted["end"]] == wanted["quote"], draft["id"]
        hit = next((found for found in left if _same(found, wanted)), None)
        if hit is None:
            total.missed[wanted["kind"]] += 1
            total.faults.append(f"{draft['id']} missed {wanted['kind']} “{wanted['quote']}”")
            continue
        left.remove(hit)
        total.found[wanted["kind"]] += 1
        total.exact += (hit.start, hit.end) == (wanted["start"], wanted["end"])
    for found in left:
        total.false[str(found.kind)] += 1
        total.faults.append(f"{draft['id']} false {found.kind} “{found.quote}”")


def _same(found, wanted):
    return (
        found.kind == wanted["kind"] and found.start < wanted["end"] and wanted["start"] < found.end
    )


def _portal(body, made):
    """A portal whose committee is that body of the file; None for none."""
    if not body:
        return None
    key = f"cua-{body.lower()}"
    if key not in made:
        Portal.objects.create(key=key, name=body, committee=body)
        made.add(key)
    return key
