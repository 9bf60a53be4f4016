"""The copy for a readers' machine: all that was published, nothing of the newsroom."""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command, execute_from_command_line
from django.db import connection

from apps.editions import showings
from apps.editions.exporting import editions_tables
from apps.editions.redaction import redact
from tests.once import once

from . import make
from .make import HOUR, NOON

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.django_db
SHA = "a" * 64


def _published():
    make.shown(files=[SHA], subjects=("person:1",))
    make.shown(live_from=NOON + HOUR, at=NOON)
    redact(make.shown("article:2").cut, at=NOON + HOUR)
    showings.answer_for("songvan", ["songvan.example"])
    showings.bring_views("songvan", "article:1", 7)


published = once(_published)


@pytest.fixture(scope="module")
def copied(published, django_db_blocker, tmp_path_factory):
    """Writing the file takes half a second: each test gets a copy of the copy."""
    made = tmp_path_factory.mktemp("export") / "copy.sqlite3"
    with django_db_blocker.unblock():
        call_command("export_editions", made, stdout=io.StringIO())
    return made


@pytest.fixture
def copy(copied, tmp_path):
    return Path(shutil.copytree(copied.parent, tmp_path / "export")) / copied.name


def rows(path, statement):
    with closing(sqlite3.connect(path)) as file:
        return file.execute(statement).fetchall()


def test_only_the_editions_tables_are_there(copy):
    tables = {name for (name,) in rows(copy, "SELECT name FROM sqlite_master WHERE type='table'")}
    own = {model._meta.db_table for model in editions_tables()}
    index = {name for name in tables if name.startswith("editions_search_")}
    assert tables == own | index | {"editions_search", "sqlite_sequence"}


def test_every_row_is_there(copy):
    for model in editions_tables():
        count = rows(copy, f"SELECT count(*) FROM {model._meta.db_table}")[0][0]
        assert count == model.objects.count(), model


def test_the_copy_has_all_guards(copy):
    for statement in ("DELETE FROM editions_cut", "UPDATE editions_showing SET address = '/x/'"):
        with pytest.raises(sqlite3.IntegrityError):
            rows(copy, statement)


def test_it_is_one_file_with_no_journal(copy):
    assert list(copy.parent.iterdir()) == [copy]
    assert rows(copy, "PRAGMA journal_mode") == [("delete",)]


def test_an_existing_file_stays_without_force(published, tmp_path):
    target = tmp_path / "copy.sqlite3"
    target.write_text("mine")
    with pytest.raises(CommandError, match="--force"):
        call_command("export_editions", target)
    assert target.read_text() == "mine"


def test_force_replaces_file_and_its_journal(published, tmp_path, capsys):
    target = tmp_path / "copy.sqlite3"
    for name in ("", "-wal", "-shm"):
        target.with_name(target.name + name).write_text("old")
    call_command("export_editions", target, force=True)
    assert list(tmp_path.iterdir()) == [target] and rows(target, "SELECT 1 FROM editions_cut")


def test_the_database_in_use_is_never_replaced(published):
    if connection.vendor == "sqlite":
        with pytest.raises(CommandError):
            call_command("export_editions", connection.settings_dict["NAME"], force=True)


def test_a_folder_that_is_not_there_is_said(published, tmp_path):
    with pytest.raises(CommandError, match="Không có thư mục"):
        call_command("export_editions", tmp_path / "no" / "copy.sqlite3")


def test_public_files_in_use_go_along(published, tmp_path, capsys):
    storages["public"].save(f"{SHA}/320.webp", ContentFile(b"picture"))
    storages["public"].save(f"{'b' * 64}/320.webp", ContentFile(b"unused"))
    call_command("export_editions", tmp_path / "copy.sqlite3", files=tmp_path / "files")
    copied = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert copied == [tmp_path / "files" / SHA / "320.webp"]
    storages["public"].delete(f"{SHA}/320.webp")


def test_a_missing_public_file_is_named(published, tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("export_editions", tmp_path / "copy.sqlite3", files=tmp_path / "files")
    assert SHA in capsys.readouterr().err and (tmp_path / "copy.sqlite3").exists()


def readers_node(copy, *arguments):
    """`manage.py …` as on a machine that has nothing but the copy."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings.reader",
        "DATABASE_URL": f"sqlite:///{copy}",
        "SECRET_KEY": "a-readers-node-in-a-test-needs-fifty-different-letters-0123456789",
        "ALLOWED_HOSTS": "songvan.example",
        "TOASOAN_VAR": str(copy.parent),
    }
    command = [sys.executable, ROOT / "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_a_readers_node_checks_clean(copy):
    done = readers_node(copy, "check")
    assert done.returncode == 0, done.stderr


def test_a_readers_node_verifies_its_copy(copy):
    done = readers_node(copy, "verify_editions", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert '"cuts": 3' in done.stdout and '"redacted": 1' in done.stdout


def test_a_readers_node_searches_its_copy(copy):
    question = (
        "import datetime as dt; from apps.editions import models, search; "
        "now = dt.datetime(2026, 4, 30, 5, 30, tzinfo=dt.UTC); "
        "(hits,) = search.find(now, search.Asked('songvan', search.ask('thi uy'))); "
        "print([models.Showing.objects.get(pk=hit.showing).key for hit in hits])"
    )
    done = readers_node(copy, "shell", "-c", question)
    assert "['article:1']" in done.stdout, done.stderr


def test_a_folder_is_no_place_for_the_copy(tmp_path):
    with pytest.raises(CommandError, match="thư mục"):
        call_command("export_editions", tmp_path, force=True)


@pytest.mark.parametrize("command", ["export_editions", "verify_editions"])
def test_commands_say_what_they_do(command, capsys):
    with pytest.raises(SystemExit) as ended:
        execute_from_command_line(["manage.py", command, "--help"])
    assert (ended.value.code, "bạn đọc" in capsys.readouterr().out) == (0, True)
