"""Which process runs which test: a file stays together, the longest go out first.

pytest-xdist 3.8 has `--dist loadgroup` for this, but writes the group where pytest 9.2 no longer
looks, so that its groups are silently none at all.
"""

from xdist.scheduler import LoadScopeScheduling

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


def hand_of(nodeid):
    """What the test is kept together with."""
    file = nodeid.partition("::")[0]
    if file.startswith("tests/browser/"):
        return OTHER if file.endswith(tuple(f"/{name}.py" for name in SECOND_BROWSER)) else ONE
    return nodeid if nodeid.startswith(CRASHES) else file


class Spread(LoadScopeScheduling):
    def _split_scope(self, nodeid):
        return hand_of(nodeid)

    def _assign_work_unit(self, node):
        longest = next((unit for unit in LONGEST_FIRST if unit in self.workqueue), None)
        if longest:
            self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)
