"""Which process of a pass runs which test: a file stays together, the longest go out first.

Processes beside each other are given one folder, TOASOAN_TEST_TAKEN. Each takes the next test file
that has no mark there and leaves one. pytest-xdist would do the same, and take a sixtieth of the
suite's work to tell one process what happened in another; nor does its `--dist loadgroup` (3.8)
keep groups together with pytest 9.2.
"""

import hashlib
import os
from pathlib import Path

import pytest

# The browser's files in two hands, each with a site of its own, of about equal length.
SECOND_BROWSER = (
    "test_after_publication", "test_archive_to_register", "test_autosave", "test_clerks_day",
    "test_day_at_the_desk", "test_delegation", "test_editor_story", "test_first_run",
    "test_july_2025", "test_leader_link", "test_notices", "test_nothing_typed_is_lost",
    "test_practice", "test_quick_sending", "test_readers_node", "test_reviewing",
    "test_setting_up",
)  # fmt: skip
ONE, OTHER = "tests/browser, one hand", "tests/browser, the other"
CRASHES = "tests/editions/test_crash.py::test_killing_leaves_articles_whole_on_"
# Measured. While one hand loads the demo office, the other's process does something else.
LONGEST_FIRST = (
    ONE, f"{CRASHES}sqlite", OTHER, f"{CRASHES}postgresql", "tests/editions/test_histories.py",
    "tests/people/test_july_demo.py", "tests/media/test_desk.py", "tests/demo/test_drawing.py",
    "tests/lib/test_speed.py", "tests/demo/test_any_day.py", "tests/legacy/test_speed.py",
)  # fmt: skip

READ = "read"  # a mark of its own: the first process has read all tests


def hand_of(nodeid):
    """What the test is kept together with."""
    file = nodeid.partition("::")[0]
    if file.startswith("tests/browser/"):
        return OTHER if file.endswith(tuple(f"/{name}.py" for name in SECOND_BROWSER)) else ONE
    return nodeid if nodeid.startswith(CRASHES) else file


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    """pytest's own loop, over what this process takes; without the folder it is left to pytest."""
    folder = os.environ.get("TOASOAN_TEST_TAKEN")
    if not folder or session.testsfailed or session.config.option.collectonly:
        return None
    Path(folder, READ).touch()
    items = _taken(session.items, Path(folder))
    item = next(items, None)
    while item:
        following = next(items, None)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
        item = following
    return True


def _taken(items, folder):
    """The tests of one file after the other; a file is taken when its first test is asked for."""
    kept_together = {}
    for item in items:
        kept_together.setdefault(hand_of(item.nodeid), []).append(item)
    for name in sorted(kept_together, key=_place):
        try:
            (folder / hashlib.sha256(name.encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            continue
        yield from kept_together[name]


def _place(name):
    return LONGEST_FIRST.index(name) if name in LONGEST_FIRST else len(LONGEST_FIRST)
