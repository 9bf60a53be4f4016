"""Whatever happens, in whatever order, also by raw SQL: readers never get two of one page."""

from collections import Counter

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.editions.models import Cut
from apps.editions.verifying import faults

from . import histories
from .histories import KEYS, PORTALS, RAW, VERBS, do, hour, live, shared, spans
from .told import Entry, Told

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MORE = settings(max_examples=2 * settings().max_examples)
ADDRESS_OF = dict(zip(KEYS, histories.ADDRESSES, strict=True))


def undone(test):
    """Each example leaves the database as it found it."""

    def wrapped(**arguments):
        with transaction.atomic():
            test(**arguments)
            transaction.set_rollback(True)

    return wrapped


@MORE
@given(steps=st.lists(VERBS | RAW, min_size=5, max_size=12))
def test_nothing_ever_makes_two_live(steps):
    @undone
    def play():
        for step in steps:
            do(step)
            rows = spans()
            for instant in histories.boundaries(rows):
                there = live(rows, instant)
                assert not shared(there, "key") and not shared(there, "address")

    play()


@given(steps=st.lists(VERBS, min_size=5, max_size=12))
def test_verbs_leave_nothing_to_complain_about(steps):
    @undone
    def play():
        for step in sorted(steps, key=lambda step: step["at"]):
            do(step)
        now = hour(max((step["at"] for step in steps), default=0))
        assert list(faults(connection, now=now, counts=Counter())) == []

    play()


@given(steps=st.lists(VERBS, min_size=5, max_size=12))
def test_kept_pages_are_never_stale(steps):
    @undone
    def play():
        seen = {}
        for step in sorted(steps, key=lambda step: step["at"]):
            do(step)
            rows, state_of_site = spans(), histories.states_of_site()
            for instant in [at for at in histories.boundaries(rows) if at >= hour(step["at"])]:
                for portal in PORTALS:
                    there = live(rows, instant)
                    content = {r["pk"] for r in there if r["portal"] in ("", portal)}
                    state = (portal, state_of_site(portal, instant))
                    assert seen.setdefault(state, content) == content

    play()


@MORE
@given(steps=st.lists(VERBS, min_size=5, max_size=12))
def test_readers_get_what_a_naive_story_says(steps):
    @undone
    def play():
        told = {(portal, key): Told() for portal in PORTALS for key in KEYS}
        for step in sorted(steps, key=lambda step: step["at"]):
            _tell(told, step)
            rows = spans()
            for number in range(step["at"], 10):
                got = {(r["portal"], r["key"]): r["cut_id"] for r in live(rows, hour(number))}
                said = {page: entry.cut for page, story in told.items()
                        if (entry := story.live(number))}  # fmt: skip
                assert got == said

    play()


def _tell(told, step):
    """Do the step and tell it; every page has its own address, so none is refused."""
    at, act = step["at"], step["act"]
    if act in ("withdraw", "redact"):
        row = do(step)
        for story in told.values() if row else ():
            story.redact(row.pk, at) if isinstance(row, Cut) else story.withdraw(row.pk, at)
        return
    story = told[step["portal"], step["key"]]
    if act == "expire" and _empties_a_plan(story, step):
        return
    done = do(step | {"address": ADDRESS_OF[step["key"]]})
    if act == "show":
        begins = at + step["after"]
        expires = step["lasts"] and begins + step["lasts"]
        story.show(Entry(done.pk, done.cut_id, begins, expires), at, step["keep"])
    elif act == "show_again":
        assert bool(done) == bool(story.can_come_back(at))
        if done:
            expires = story.newest(at).expires
            story.show(Entry(done.pk, done.cut_id, at, expires), at, keep=True)
    elif act == "expire":
        story.expire(step["until"], at)
    else:
        getattr(story, act)(at)


def _empties_a_plan(story, step):
    """A plan that expires before it begins is told apart, in test_showings."""
    until = step["until"]
    return until is not None and any(p.begins >= until for p in story.coming(step["at"]))
