"""For the whole suite: a database file, guards lifted only to empty it, repeatable examples."""

import gc
import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.template.base import Template
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from apps.editions.guards import lift_guards
from apps.media import uploads
from tests.spread import pytest_runtestloop  # noqa: F401

OWN_TABLES = settings.FILES / "test.sqlite3"
TABLES = os.environ.get("TOASOAN_TEST_TABLES") and Path(os.environ["TOASOAN_TEST_TABLES"])
SMALL = 2_000_000  # pixels
ALWAYS = {"database": None, "deadline": None, "print_blob": True}
hypothesis_settings.register_profile("suite", derandomize=True, **ALWAYS)
# pytest --hypothesis-profile=thorough: other examples every time, and ten times as many
hypothesis_settings.register_profile("thorough", max_examples=1000, **ALWAYS)
hypothesis_settings.load_profile("suite")


def pytest_ignore_collect(collection_path, config):
    """Where only tests with a clock are wanted, files without one are not even read in."""
    wanted = config.option.markexpr.split(" and ")
    if "timed" in wanted and collection_path.match("test_*.py"):
        return "mark.timed" not in collection_path.read_text() or None
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        asks = "db" in item.fixturenames or "transactional_db" in item.fixturenames
        if not asks and not item.get_closest_marker("django_db"):
            item.add_marker("no_database")


def pytest_collection_finish(session):
    """What is loaded by now stays to the end: looking through it for garbage cost a tenth."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """SQLite tests run on a file (each process has its own): WAL and locks are as in service.

    It begins with the tables that an earlier process left under TOASOAN_TEST_TABLES, if it did:
    migrations take four seconds.
    """
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(OWN_TABLES)
        if TABLES and TABLES.exists():
            shutil.copy(TABLES, OWN_TABLES)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_modify_db_settings):
    return django_db_keepdb or OWN_TABLES.exists()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    if TABLES and OWN_TABLES.exists() and not TABLES.exists():
        made = TABLES.with_suffix(f".{os.getpid()}")
        copy_tables(made)
        made.replace(TABLES)  # at once: another process finds all of it or nothing


def copy_tables(to: Path):
    """The tables of this process's SQLite tests, as they are now, as another file."""
    ours = f"file:{OWN_TABLES}?mode=ro"
    with closing(sqlite3.connect(ours, uri=True)) as tables, closing(sqlite3.connect(to)) as copy:
        tables.backup(copy)


@pytest.fixture(scope="session", autouse=True)
def emptying_lifts_the_guards():
    """Only tests with real transactions empty tables; all others roll back and never need it."""
    patch = pytest.MonkeyPatch()
    empty = TransactionTestCase._fixture_teardown

    def emptied(case):
        with lift_guards(connections["default"]):
            empty(case)

    patch.setattr(TransactionTestCase, "_fixture_teardown", emptied)
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def small_pictures_are_made_once():
    """The same picture gives the same nine files, and two hundred tests begin with a photo."""
    make, made = uploads.make_renditions, {}

    def once(opened):
        image = opened.image
        if image.width * image.height > SMALL:
            return make(opened)
        what = (image.mode, image.getpalette(), image.info, replace(opened, image=image.size))
        key = (repr(what), hashlib.sha256(image.tobytes()).digest())
        if key not in made:
            made[key] = make(opened)
        return made[key]

    patch = pytest.MonkeyPatch()
    patch.setattr(uploads, "make_renditions", once)
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def widgets_tell_no_context(django_test_environment):
    """Each template that is drawn tells the test client its context, copied. Most are those of
    widgets, eighty on a form, and nobody asks for them."""
    tell = Template._render

    def drawn(template, context):
        if (template.name or "").startswith("django/forms/"):
            return template.nodelist.render(context)
        return tell(template, context)

    patch = pytest.MonkeyPatch()
    patch.setattr(Template, "_render", drawn)
    yield
    patch.undo()
