"""The readers' part of `make bench`: what pages cost, against two bare views in the same run.

On SQLite and PostgreSQL, with few and many articles: requests per second (gunicorn, two processes,
wrk, random addresses) as a share of A's, and CPU time in one process as a multiple of B's. A and B
stand in `bench_site/urls.py`. "kept" is a page somebody has read before, "not kept" one that
nobody has read since the last publication. Then how long a search takes by the clock
(`bench_search`).

BENCH_ENGINES=sqlite,postgresql, BENCH_READERS=10000,100000, BENCH_SECONDS=1 (of each wrk).
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile

from tests.postgres import NoPostgres, temporary_cluster

ENGINES = os.environ.get("BENCH_ENGINES", "sqlite,postgresql").split(",")
SIZES = os.environ.get("BENCH_READERS", "10000,100000").split(",")


def main():
    """Every engine in a process of its own: Django knows one database."""
    if not shutil.which("wrk"):
        say("wrk is not installed (apt-get install wrk): no requests per second.\n")
    for engine in ENGINES:
        try:
            with tempfile.TemporaryDirectory() as folder, database(engine, folder) as url:
                settings = {
                    "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.bench_site.settings",
                    "SECRET_KEY": "bench", "ALLOWED_HOSTS": "*", "TOASOAN_HTTPS": "false",
                    "TOASOAN_VAR": folder, "WEB_CONCURRENCY": "2",
                }  # fmt: skip
                command = [sys.executable, "-m", "tests.bench_pages", *SIZES]
                subprocess.run(command, env={**os.environ, **settings}, check=True)
        except NoPostgres as missing:
            say(f"{missing}\n")


def database(engine, folder):
    if engine == "postgresql":
        return temporary_cluster()
    return contextlib.nullcontext(f"sqlite:///{folder}/bench.sqlite3")


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
