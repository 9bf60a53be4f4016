"""A PostgreSQL of the suite's own, gone afterwards.

As a context manager: `with temporary_cluster() as database_url`. As a command:
`python -m tests.postgres [--fast] -- pytest …` runs the command with DATABASE_URL set.
Needs the Debian package `postgresql` (15 or later; it need not be running).
"""

import argparse
import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg

MISSING = "PostgreSQL is not installed: apt-get install postgresql (Debian), then run this again."
UNPRIVILEGED = ("postgres", "nobody")
READY_WITHIN = 60  # seconds, on a busy machine


class NoPostgres(Exception):
    """The server's programs are not on this machine; the text says which package is missing."""


def program(name: str) -> str:
    """The newest one under /usr/lib/postgresql, else the one on PATH. Raises NoPostgres."""
    found = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    newest = sorted(found, key=lambda path: int(re.sub(r"\D", "", path.parts[4]) or 0))
    path = str(newest[-1]) if newest else shutil.which(name)
    if not path:
        raise NoPostgres(MISSING)
    return path


@contextlib.contextmanager
def temporary_cluster(fast=False):
    """A fresh cluster on a socket nobody else uses; yields its DATABASE_URL.

    `fast` leaves out waiting for the disk, and looking after tables that live for minutes: never
    for tests of what survives a kill.
    """
    postgres, initdb = program("postgres"), program("initdb")
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        account = _unprivileged(home)
        data = home / "data"
        _run([initdb, "-D", data, "-U", "toasoan", "-A", "trust", "-E", "UTF8", "-N",
              "--locale=C.UTF-8"], home, account)  # fmt: skip
        durable = [f"--{name}={'off' if fast else 'on'}"
                   for name in ("fsync", "synchronous_commit", "full_page_writes",
                                "autovacuum", "jit")]  # fmt: skip
        command = [postgres, "-D", data, "-k", home, "--listen_addresses=", *durable]
        with (home / "log").open("wb") as log:
            server = subprocess.Popen(command, cwd=home, stdout=log, stderr=log, **account)
        try:
            _create_database(home, server)
            yield f"postgres://toasoan@/toasoan?host={quote(str(home))}"
        finally:
            _stop(server)


def _unprivileged(home):
    """PostgreSQL refuses to run as root: then it runs, and its folder lies, under another name."""
    if os.getuid() != 0:
        return {}
    for name in UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            os.chown(home, entry.pw_uid, entry.pw_gid)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise NoPostgres("PostgreSQL does not run as root, and there is no account to run it under.")


def _run(command, home, account):
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, **account)
    if done.returncode:
        raise NoPostgres(f"{command[0]} failed: {done.stderr.strip()}")


def _create_database(home, server):
    until = time.monotonic() + READY_WITHIN
    while True:
        try:
            with psycopg.connect(host=str(home), user="toasoan", dbname="postgres",
                                 autocommit=True) as connection:  # fmt: skip
                connection.execute("CREATE DATABASE toasoan")
                return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                raise NoPostgres((home / "log").read_text()) from None
            time.sleep(0.1)


def _stop(server):
    """At once; nothing in it is needed any more."""
    if server.poll() is None:
        server.send_signal(signal.SIGQUIT)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main(arguments):
    parser = argparse.ArgumentParser(prog="python -m tests.postgres", description=__doc__)
    parser.add_argument("--fast", action="store_true", help="do not wait for the disk")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args(arguments)
    command = [word for word in options.command if word != "--"] or ["pytest"]
    try:
        with temporary_cluster(options.fast) as url:
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})
    except NoPostgres as missing:
        sys.stderr.write(f"{missing}\n")
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
