"""`make test`: the whole suite on SQLite and on PostgreSQL, with a real browser.

Says at the end, in plain words, how long each part took, what had to be left out and why.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path

from tests import spread
from tests.postgres import NoPostgres, temporary_cluster
from tests.public import nu

# What asks no database, or brings both engines itself, is not run twice (most of it is not even
# read in); nor are pages of help and the walk through every address of the desk.
NOT_ABOUT_THE_ENGINE = [
    "--ignore=tests/lib", "--ignore=tests/demo", "--ignore=tests/browser",
    "--ignore=tests/titles", "--ignore=tests/legacy/test_corpus.py",
    "--ignore-glob=tests/people/test_sheets*.py", "--ignore=tests/people/test_july_demo.py",
    "--ignore=tests/media/test_reading.py", "--ignore=tests/proofing/guarding",
    "--ignore=tests/proofing/lints", "--ignore=tests/proofing/test_properties_of_advice.py",
    "--ignore=tests/proofing/test_any_text.py", "--ignore=tests/proofing/test_corpus.py",
    "--ignore=tests/test_inspector.py",
    "--ignore=tests/learning",
]  # fmt: skip
# Processes of the SQLite pass. Measured on two cores: one more, also one that gives way to the
# PostgreSQL pass beside it (nice), brought nothing that could be told from the machine's own ups
# and downs.
HANDS = max(2, os.cpu_count() or 2)
NOTHING_CHOSEN = 5  # pytest's exit code
# The second pass on that cluster finds the tables of the first.
ON_POSTGRES = [*NOT_ABOUT_THE_ENGINE, "--reuse-db"]


class Suite:
    """Passes of pytest, one after the other or beside each other; what they printed, in order."""

    def __init__(self, chosen, folder):
        self.chosen = chosen
        # Made by whoever needs them first.
        self.shared = {"TOASOAN_TEST_DEMO": f"{folder}/demo",
                       "TOASOAN_TEST_TABLES": f"{folder}/tables.sqlite3"}  # fmt: skip
        self.failed, self.passed, self.told = False, False, []

    def run(self, name, arguments, hands=1, **environment):
        """A pass, its files shared out among so many processes (tests/spread.py)."""
        with tempfile.TemporaryDirectory() as taken, ExitStack() as others:
            if hands > 1:
                environment["TOASOAN_TEST_TAKEN"] = taken
            say(f"== {name} ==")
            began = time.monotonic()
            first = self.start(arguments, **environment)
            # On a new clone the first compiles the tests; the others only read what it wrote.
            while hands > 1 and first.poll() is None and not Path(taken, spread.READ).exists():
                time.sleep(0.1)
            for number in range(2, hands + 1):
                hand = f"{name}, process {number}"
                others.enter_context(self.beside(hand, arguments, **environment))
            self.ended(name, first, began)

    def start(self, arguments, printing_to=None, **environment):
        command = [sys.executable, "-m", "pytest", *arguments, *self.chosen]
        environment = {**os.environ, **self.shared, **environment}
        # Two hundred processes begin here: none should compile what another has compiled.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return subprocess.Popen(command, env=environment, stdout=printing_to)

    @contextmanager
    def beside(self, name, arguments, **environment):
        """A process while something else runs; what it said is printed afterwards."""
        began = time.monotonic()
        with tempfile.TemporaryFile("w+") as said:
            running = self.start(arguments, said, **environment)
            try:
                yield
            except BaseException:
                running.kill()
                raise
            self.ended(name, running, began)
            said.seek(0)
            say(f"== {name} ==\n{said.read()}")

    def ended(self, name, running, began):
        """Waits for the pass. The machine's work is told as well: on two cores it is what costs."""
        _pid, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        self.failed |= running.returncode not in (0, NOTHING_CHOSEN)
        self.passed |= running.returncode == 0
        work = used.ru_utime + used.ru_stime
        self.told.append(f"{time.monotonic() - began:4.0f} s  {name} ({work:.0f} s of work)")


def main():
    began, left_out = time.monotonic(), []
    browser = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not browser:
        left_out.append(
            "browser tests: Debian's Chromium is missing (apt-get install chromium-headless-shell)"
        )
    if nu.missing():
        left_out.append(nu.missing())
    here = "" if browser else "not browser and "
    there = "not sqlite_only and not no_database and "
    with tempfile.TemporaryDirectory(prefix="toasoan-demo-") as folder, ExitStack() as postgres:
        suite = Suite(sys.argv[1:], folder)
        try:
            url = postgres.enter_context(temporary_cluster(fast=True))
        except NoPostgres as missing:
            left_out.append(str(missing))
            url, beside = None, nullcontext()
        else:
            on_it = {"DATABASE_URL": url}
            beside = suite.beside("PostgreSQL", [*ON_POSTGRES, "-m", f"{there}not timed"], **on_it)
        with beside:
            suite.run("SQLite", ["-m", f"{here}not timed"], HANDS)
        # Those with a clock one after the other, with nothing beside them.
        suite.run("SQLite, timed", ["-m", f"{here}timed"])
        if url:
            suite.run("PostgreSQL, timed", [*ON_POSTGRES, "-m", f"{there}timed"], **on_it)
    say("\n".join(["", *suite.told, f"{time.monotonic() - began:4.0f} s  in all"]))
    for line in left_out:
        say(f"LEFT OUT: {line}")
    sys.exit(suite.failed or not suite.passed)


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
