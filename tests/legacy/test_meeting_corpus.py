"""Seventy invented reports that somebody else wrote: which meeting each tells of."""

import datetime as dt
import json
from pathlib import Path

import pytest

from apps.legacy.reading.events import find_event_day
from apps.legacy.reading.meetings import read_meeting
from apps.legacy.reading.values import Block

CASES = json.loads(Path(__file__).with_name("corpus").joinpath("meetings.json").read_text("utf-8"))
FIELDS = ("is_meeting", "kind", "period", "online", "chairs")
LEAST = 0.97


def read(case):
    blocks = [Block("p", text, text) for text in case["body"]]
    blocks += [Block("caption", text, text) for text in case["captions"]]
    published = case["published"] and dt.date.fromisoformat(case["published"][:10])
    text, captions = "\n".join([case["sapo"], *case["body"]]), "\n".join(case["captions"])
    day = find_event_day(case["title"], text, captions, published) or published
    held, _officials, _mentions = read_meeting(case["title"], case["sapo"], tuple(blocks), day)
    return {
        "is_meeting": held.kind is not None, "kind": held.kind, "period": held.period,
        "online": held.online, "chairs": list(held.chairs),
    }  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_reports_tell_of_their_meetings(field):
    wrong = [case["title"] for case in CASES if read(case)[field] != case["meeting"][field]]
    assert len(wrong) <= (1 - LEAST) * len(CASES), wrong
