"""Power and process may go at any point: each article is then whole or as it was."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copy_tables
from tests.postgres import NoPostgres, temporary_cluster

ROOT = Path(__file__).parents[2]
KILLS = 50
pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]  # it brings both engines itself


def survive(database_url, folder):
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "TOASOAN_VAR": str(folder),
        "CACHE_URL": "dummycache://",
    }
    command = [sys.executable, "-W", "ignore", "-m", "tests.editions.crash", str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    assert told["complaints"] == [] and told["killed"] == KILLS, done.stderr
    assert told["cuts"] > KILLS / 2 and told["different"] > KILLS / 2


def test_killing_leaves_articles_whole_on_sqlite(tmp_path, db):
    """The tables are those of the tests, which need not be made once more."""
    copy_tables(tmp_path / "db.sqlite3")
    survive(f"sqlite:///{tmp_path / 'db.sqlite3'}", tmp_path)


def test_killing_leaves_articles_whole_on_postgresql(tmp_path):
    try:
        with temporary_cluster() as url:
            survive(url, tmp_path)
    except NoPostgres as missing:
        pytest.skip(str(missing))
