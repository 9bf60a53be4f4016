"""How much of a corpus of title mentions the reader finds, and how much of what it finds is there.

Facts are counted over all cases: each person found, and each "RANK | BODY" of each person; a
title without a name is a fact of nobody (name null), unless somebody named earlier holds it.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from lib.vietnamese.titles import officials, read_mentions
from lib.vietnamese.titles.union import same_title

CORPUS = Path(__file__).with_name("corpus")


@dataclass
class Score:
    """Facts found and wanted, wanted only, found only; `wrong` holds ids of cases not all right."""

    right: int = 0
    missing: int = 0
    extra: int = 0
    wrong: list = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra)


def score(name: str) -> Score:
    """Score of the reader on `corpus/<name>.json`."""
    total = Score()
    for case in json.loads((CORPUS / f"{name}.json").read_text("utf-8")):
        wanted, found = wanted_facts(case), found_facts(case["text"])
        total.right += len(wanted & found)
        total.missing += len(wanted - found)
        total.extra += len(found - wanted)
        if wanted != found:
            total.wrong.append(case["id"])
    return total


def wanted_facts(case: dict) -> set:
    """(name, title) pairs of a case, and (name, None) for the person."""
    facts = set()
    for mention in case["mentions"]:
        facts |= {(mention["name"], title) for title in mention["titles"]}
        facts |= {(mention["name"], None)} if mention["name"] else set()
    return facts


def found_facts(text: str) -> set:
    """The same of what the reader finds."""
    mentions = read_mentions(text)
    facts = set()
    for official in officials(mentions):
        facts |= {(official.name, None), *((official.name, title) for title in official.titles)}
    for index, mention in enumerate(mentions):
        if not mention.name and not _is_held(mention.titles[0], mentions[:index]):
            facts |= {(None, str(title)) for title in mention.titles}
    return facts


def _is_held(title, before) -> bool:
    named = (mention for mention in before if mention.name)
    return any(same_title(title, other) for mention in named for other in mention.titles)
