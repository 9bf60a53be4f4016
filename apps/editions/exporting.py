"""A copy of what readers get: the editions' tables in a fresh SQLite file, and nothing else."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.core.files.storage import Storage, storages
from django.db import connections, transaction
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.models import Model

from .guards import install_guards
from .models import FileUse
from .snapshots import in_chunks

ALIAS = "editions_export"
CHUNK = 2000


def editions_tables() -> list[type[Model]]:
    return list(apps.get_app_config("editions").get_models())


def export_rows(target: Path) -> int:
    """Write every row of the editions into a new SQLite file; returns how many.

    Call it inside a `snapshot`. The file appears under its name only when it is whole and on the
    disk; a file of that name is replaced (whoever has it open keeps the old one).
    """
    beside = target.with_name(f".{target.name}.{secrets.token_hex(8)}.part")
    try:
        with _fresh_database(beside) as copy:
            rows = sum(_copy_table(model) for model in _create_tables(copy))
            install_guards(copy)
        _flush(beside)
        for rest in ("-wal", "-shm"):  # an old file's journal must never meet the new file
            target.with_name(target.name + rest).unlink(missing_ok=True)
        beside.replace(target)
        _flush(target.parent)
    finally:
        beside.unlink(missing_ok=True)
    return rows


@contextlib.contextmanager
def _fresh_database(path):
    settings = {**connections.settings["default"], "ENGINE": "django.db.backends.sqlite3"}
    settings |= {"NAME": str(path), "OPTIONS": {}, "ATOMIC_REQUESTS": False}
    copy = DatabaseWrapper(settings, ALIAS)
    connections[ALIAS] = copy
    try:
        yield copy
    finally:
        copy.close()
        del connections[ALIAS]


def _create_tables(copy):
    models = editions_tables()
    with copy.schema_editor() as editor:
        for model in models:
            editor.create_model(model)
    return models


def _copy_table(model):
    """In one transaction: a row may point to one that comes later."""
    rows = model._base_manager.order_by("pk").iterator(CHUNK)
    count = 0
    with transaction.atomic(using=ALIAS):
        for chunk in in_chunks(rows, CHUNK):
            model._base_manager.using(ALIAS).bulk_create(chunk)
            count += len(chunk)
    return count


def _flush(path):
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def export_files(folder: Path) -> Iterator[str]:
    """Copy every public file in use into `folder`; yields the hashes whose files are not there.

    A copy that is there already is left alone: files are named by their content.
    """
    public = storages["public"]
    hashes = FileUse.objects.order_by("sha256").values_list("sha256", flat=True).distinct()
    for sha256 in hashes.iterator(CHUNK):
        names = _names(public, sha256)
        for name in names:
            _copy_file(public, f"{sha256}/{name}", folder / sha256 / name)
        if not names:
            yield sha256


def _names(public: Storage, sha256):
    try:
        return [name for name in public.listdir(sha256)[1] if not name.startswith(".")]
    except FileNotFoundError:
        return []


def _copy_file(public, name, target):
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(8)}.part")
    with public.open(name) as source, beside.open("xb") as copy:
        shutil.copyfileobj(source, copy)
    beside.replace(target)
