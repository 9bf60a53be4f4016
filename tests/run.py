"""`make test`: the whole suite on SQLite and on PostgreSQL, with a real browser.

Says at the end, in plain words, what had to be left out and why.
"""

import os
import shutil
import subprocess
import sys
import time

from tests.postgres import NoPostgres, program

# What asks no database, or brings both engines itself, is not run twice.
ABOUT_THE_ENGINE = [
    "--ignore=tests/lib", "--ignore=tests/demo", "--ignore=tests/browser",
    "--ignore=tests/titles", "--ignore=tests/legacy/test_corpus.py",
    "--ignore-glob=tests/people/test_sheets*.py", "--ignore=tests/people/test_july_demo.py",
    "-m", "not sqlite_only",
]  # fmt: skip
SPREAD = ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadscope"]


def main():
    left_out = []
    began = time.monotonic()
    chosen = sys.argv[1:]
    browser = shutil.which("chromium")
    if not browser:
        left_out.append("browser tests: Debian's chromium is missing (apt-get install chromium)")
    without_browser = ["-m", "not browser"]
    status = run("SQLite", [*([] if browser else without_browser), *SPREAD, *chosen])
    try:
        program("initdb")
    except NoPostgres as missing:
        left_out.append(str(missing))
    else:
        status |= run_on_postgres([*ABOUT_THE_ENGINE, *SPREAD, *chosen])
    say(f"\n{time.monotonic() - began:.0f} s in all")
    for line in left_out:
        say(f"LEFT OUT: {line}")
    sys.exit(status)


def run(engine, arguments):
    say(f"== {engine} ==")
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode


def run_on_postgres(arguments):
    say("== PostgreSQL ==")
    command = [sys.executable, "-m", "tests.postgres", "--", sys.executable, "-m", "pytest"]
    return subprocess.run([*command, *arguments], check=False).returncode


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
