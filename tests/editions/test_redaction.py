"""A leaked secret leaves every place readers or searchers could find it."""

import pytest

from apps.editions import showings
from apps.editions.models import Cut, FileUse, SearchRow, Showing
from apps.editions.redaction import redact

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.django_db
EMPTY = {"values": {}, "title": "", "summary": "", "section": "", "top_section": "", "genre": "",
         "picture": {}, "listed_at": None, "subjects": [], "why": ""}  # fmt: skip


def test_values_go_and_the_record_stays():
    made = make.shown(summary="S", subjects=("person:1",), section="tin", files=["a" * 64]).cut
    before = Cut.objects.filter(pk=made.pk).values().get()
    redact(made, at=NOON + HOUR)
    after = Cut.objects.filter(pk=made.pk).values().get()
    assert after == before | EMPTY | {"redacted_at": NOON + HOUR}


def test_readers_lose_it_at_once_and_for_good():
    showing = make.shown()
    redact(showing.cut, at=NOON + HOUR)
    ended = make.fresh(showing)
    assert (ended.ended_at, ended.ended_why) == (NOON + HOUR, "redacted")
    assert showings.show_again("songvan", "article:1", at=NOON + HOUR) is None


def test_files_and_search_rows_go_unless_others_need_them():
    mine, shared = "a" * 64, "b" * 64
    showing = make.shown(files=[mine, shared])
    make.shown("article:2", files=[shared])
    assert redact(showing.cut, at=NOON + HOUR) == [mine]
    assert FileUse.objects.get().sha256 == shared and SearchRow.objects.count() == 1


def test_a_redacted_plan_leaves_what_is_shown():
    live = make.shown()
    planned = make.shown(live_from=NOON + 2 * HOUR)
    redact(planned.cut, at=NOON + HOUR)
    assert make.fresh(live).is_live_at(NOON + 3 * HOUR)
    assert make.fresh(planned).ended_why == "redacted"


def test_a_hidden_page_once_redacted_never_returns():
    showing = make.shown()
    showings.hide("songvan", "article:1", at=NOON + HOUR)
    redact(showing.cut, at=NOON + 2 * HOUR)
    assert make.fresh(showing).ended_at == NOON + HOUR
    assert showings.show_again("songvan", "article:1", at=NOON + 3 * HOUR) is None


def test_an_old_version_is_redacted_without_the_new_one():
    old, new = make.shown(), make.shown(at=NOON + HOUR)
    redact(old.cut, at=NOON + 2 * HOUR)
    assert make.fresh(old).ended_why == "superseded"
    assert Showing.objects.live_at(NOON + 3 * HOUR).get() == new


def test_redacting_twice_keeps_the_first_time():
    made = make.shown().cut
    redact(made, at=NOON + HOUR)
    assert redact(made, at=NOON + 2 * HOUR) == []
    assert Cut.objects.get(pk=made.pk).redacted_at == NOON + HOUR
