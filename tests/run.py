"""`make test`: the whole suite on SQLite and on PostgreSQL, with a real browser.

Says at the end, in plain words, how long each part took, what had to be left out and why.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

from tests.postgres import NoPostgres, temporary_cluster

# What asks no database, or brings both engines itself, is not run twice.
NOT_ABOUT_THE_ENGINE = [
    "--ignore=tests/lib", "--ignore=tests/demo", "--ignore=tests/browser",
    "--ignore=tests/titles", "--ignore=tests/legacy/test_corpus.py",
    "--ignore-glob=tests/people/test_sheets*.py", "--ignore=tests/people/test_july_demo.py",
    "--ignore=tests/media/test_reading.py", "--ignore=tests/proofing/guarding",
    "--ignore=tests/proofing/lints", "--ignore=tests/proofing/test_properties_of_advice.py",
    "--ignore=tests/proofing/test_any_text.py",
]  # fmt: skip
SPREAD = ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadscope"]
NOTHING_CHOSEN = 5  # pytest's exit code


class Suite:
    def __init__(self, chosen, demo):
        self.chosen, self.demo = chosen, demo
        self.failed, self.passed, self.told = False, False, []

    def run(self, name, kinds, arguments=(), **environment):
        """All tests of these kinds side by side; then those with a clock, one after the other."""
        self.one_pass(name, [*arguments, *SPREAD, "-m", " and ".join([*kinds, "not timed"])],
                      environment)  # fmt: skip
        self.one_pass(f"{name}, timed", [*arguments, "-m", " and ".join([*kinds, "timed"])],
                      environment)  # fmt: skip

    def one_pass(self, name, arguments, environment):
        say(f"== {name} ==")
        began = time.monotonic()
        command = [sys.executable, "-m", "pytest", *arguments, *self.chosen]
        environment = {**os.environ, "TOASOAN_TEST_DEMO": self.demo, **environment}
        status = subprocess.run(command, env=environment, check=False).returncode
        self.failed |= status not in (0, NOTHING_CHOSEN)
        self.passed |= status == 0
        self.told.append(f"{time.monotonic() - began:4.0f} s  {name}")


def main():
    began, left_out = time.monotonic(), []
    browser = shutil.which("chromium")
    if not browser:
        left_out.append("browser tests: Debian's chromium is missing (apt-get install chromium)")
    with tempfile.TemporaryDirectory(prefix="toasoan-demo-") as folder:
        suite = Suite(sys.argv[1:], f"{folder}/demo")
        suite.run("SQLite", [] if browser else ["not browser"])
        try:
            with temporary_cluster(fast=True) as url:
                suite.run("PostgreSQL", ["not sqlite_only"], NOT_ABOUT_THE_ENGINE, DATABASE_URL=url)
        except NoPostgres as missing:
            left_out.append(str(missing))
    say("\n".join(["", *suite.told, f"{time.monotonic() - began:4.0f} s  in all"]))
    for line in left_out:
        say(f"LEFT OUT: {line}")
    sys.exit(suite.failed or not suite.passed)


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
