"""What no hand can do to published pages, not even with raw SQL."""

import pytest
from django.db import IntegrityError, connection, models, transaction

from apps.editions.guards import (
    GuardsRefused,
    drop_guards,
    install_guards,
    lift_guards,
    missing_guards,
)
from apps.editions.models import Cut, Showing

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="an SQLite statement")
on_postgresql = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="a PostgreSQL statement"
)

COPY_CUT = """INTO editions_cut (id, portal, key, kind, "values", title, summary, section,
 top_section, genre, picture, subjects, page_digest, text_digest, signers, cut_by, why, cut_at)
 SELECT id, portal, key, kind, "values", 'other', summary, section, top_section, genre, picture,
 subjects, page_digest, text_digest, signers, cut_by, why, cut_at FROM editions_cut"""


def refused(statement, *values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.sql(statement, *values)
    return True


class TestACut:
    @pytest.mark.parametrize("column", [f.column for f in Cut._meta.fields])
    def test_no_column_of_a_cut_changes(self, column):
        make.cut()
        other = Cut._meta.get_field(column.removesuffix("_id")).get_internal_type()
        value = {"JSONField": "[]", "DateTimeField": make.instant(NOON + HOUR)}.get(other, "7")
        assert refused(f'UPDATE editions_cut SET "{column}" = %s', value)

    def test_saving_a_changed_cut_is_refused(self):
        cut = make.cut()
        cut.title = "Khác"
        with pytest.raises(IntegrityError), transaction.atomic():
            cut.save()
        with pytest.raises(IntegrityError), transaction.atomic():
            Cut.objects.update(title="Khác")

    def test_cuts_are_never_deleted(self):
        make.cut()
        assert refused("DELETE FROM editions_cut")
        with pytest.raises(IntegrityError), transaction.atomic():
            Cut.objects.all().delete()

    @on_sqlite
    @pytest.mark.parametrize("start", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE"])
    def test_cuts_are_never_replaced(self, start):
        make.cut()
        assert refused(f"{start} {COPY_CUT}")

    @on_sqlite
    def test_a_cut_never_takes_the_place_of_another(self):
        one, two = make.cut(), make.cut()
        for act in ("OR REPLACE", ""):
            assert refused(f"UPDATE {act} editions_cut SET id = {one.pk} WHERE id = {two.pk}")
        assert make.sql(f"UPDATE OR IGNORE editions_cut SET id = {one.pk} WHERE id > 1") <= 0

    @on_sqlite
    def test_upsert_does_not_reach_a_cut(self):
        make.cut()
        statement = f"INSERT {COPY_CUT} WHERE true ON CONFLICT (id) DO UPDATE SET title = 'x'"
        assert refused(statement)

    @on_postgresql
    @pytest.mark.parametrize("table", ["editions_cut", "editions_showing"])
    def test_tables_are_never_emptied(self, table):
        assert refused(f"TRUNCATE {table} CASCADE")

    def test_a_redaction_must_empty_everything(self):
        make.cut()
        at = make.instant(NOON)
        assert refused("""UPDATE editions_cut SET redacted_at = %s, "values" = '{}'""", at)


class TestAShowing:
    @pytest.mark.parametrize(
        ("column", "value"),
        [("portal", "x"), ("key", "x"), ("address", "/x/"), ("cut_id", 999), ("id", 999),
         ("live_from", make.instant(NOON + HOUR))],
    )  # fmt: skip
    def test_only_the_end_of_a_showing_changes(self, column, value):
        make.shown()
        assert refused(f"UPDATE editions_showing SET {column} = %s", value)

    def test_showings_are_never_deleted(self):
        make.shown()
        assert refused("DELETE FROM editions_showing")

    @pytest.mark.parametrize("changed", [{"portal": "khac"}, {"key": "article:2"}, {"address": ""}])
    def test_a_showing_is_of_its_own_cut(self, changed):
        cut = make.cut()
        fields = {"portal": cut.portal, "key": cut.key, "address": "/x/"} | changed
        with pytest.raises(IntegrityError), transaction.atomic():
            Showing.objects.create(cut=cut, live_from=NOON, **fields)

    @pytest.mark.parametrize("key", ["article:1", "article:2"])
    def test_two_pages_never_share_key_or_address(self, key):
        make.shown(address="/x/")
        cut = make.cut(key)
        with pytest.raises(IntegrityError), transaction.atomic():
            insert(cut, "/x/" if key == "article:2" else "/y/", NOON + HOUR)

    def test_an_end_cannot_be_lifted_over_a_successor(self):
        make.shown()
        make.shown(at=NOON + HOUR)
        assert refused("UPDATE editions_showing SET ended_at = NULL")

    def test_empty_spans_disturb_nobody(self):
        make.shown()
        cut = make.cut()
        assert insert(cut, "/x/", NOON + HOUR, ended_at=NOON + HOUR) == 1

    @on_sqlite
    @pytest.mark.parametrize(
        "text",
        ["2026-04-30T05:00:00", "2026-04-30 05:00:00+00:00", "2026-04-30 05:00", "", "x", 5, 2.5,
         "2026-02-30 05:00:00", "2026-04-30 24:00:00", "2026-04-30 05:00:00.5",
         "2026-04-30 05:00:00.000000", "2026-04-30 05:00:00\0zzzzzz", b"2026-04-30 05:00:00"],
    )  # fmt: skip
    def test_only_one_way_to_write_an_instant(self, text):
        cut = make.cut()
        assert refused(INSERT, cut.pk, cut.portal, cut.key, "/x/", text, None, None)
        make.shown("article:2")
        assert refused("UPDATE editions_showing SET expires_at = %s", text)

    @on_sqlite
    def test_names_are_texts_not_bytes(self):
        cut = make.cut()
        at = make.instant(NOON)
        assert refused(INSERT, cut.pk, cut.portal, cut.key, b"/x/", at, None, None)

    @on_sqlite
    def test_replacing_a_showing_is_refused(self):
        showing = make.shown()
        at = make.instant(NOON)
        values = [showing.cut_id, showing.portal, showing.key, "/y/", at, None, None]
        statement = INSERT.replace("INSERT", "INSERT OR REPLACE").replace("(cut", "(id, cut")
        assert refused(statement.replace("(%s", "(%s, %s"), showing.pk, *values)

    @on_postgresql
    @pytest.mark.parametrize("text", ["infinity", "-infinity"])
    def test_no_instant_is_infinite(self, text):
        cut = make.cut()
        assert refused(INSERT, cut.pk, cut.portal, cut.key, "/x/", text, None, None)


INSERT = """INSERT INTO editions_showing
 (cut_id, portal, key, address, live_from, expires_at, ended_at, ended_why)
 VALUES (%s, %s, %s, %s, %s, %s, %s, '')"""


def insert(cut, address, live_from, expires_at=None, ended_at=None):
    instants = [make.instant(at) for at in (live_from, expires_at, ended_at)]
    return make.sql(INSERT, cut.pk, cut.portal, cut.key, address, *instants)


class TestTheGuardsThemselves:
    def test_all_stand_after_migrating(self):
        assert missing_guards(connection) == []

    def test_lifted_guards_are_missed_and_come_back(self):
        make.shown()
        with lift_guards(connection):
            assert "editions_cut_kept" in missing_guards(connection)
        assert missing_guards(connection) == []

    def test_a_guard_made_harmless_is_missed(self):
        with connection.cursor() as cursor:
            cursor.execute(HARMLESS[connection.vendor])
        assert missing_guards(connection) == ["editions_cut_kept"]
        install_guards(connection)
        assert missing_guards(connection) == []

    def test_a_guard_switched_off_is_missed(self):
        if connection.vendor == "sqlite":
            make.sql("DROP TRIGGER editions_search_insert")
        else:
            make.sql("ALTER TABLE editions_cut DISABLE TRIGGER editions_cut_kept")
        assert len(missing_guards(connection)) == 1
        install_guards(connection)
        assert missing_guards(connection) == []

    def test_dropping_twice_is_no_error(self):
        drop_guards(connection)
        drop_guards(connection)
        install_guards(connection)
        assert missing_guards(connection) == []


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_migration_may_remake_the_tables():
    make.shown()
    drop_guards(connection)
    field = models.CharField(max_length=70)
    field.set_attributes_from_name("kind")
    with connection.schema_editor() as editor:
        editor.alter_field(Cut, Cut._meta.get_field("kind"), field)
    install_guards(connection)
    assert missing_guards(connection) == [] and Showing.objects.get().cut.kind == "article"


HARMLESS = {
    "sqlite": "DROP TRIGGER editions_cut_kept;",
    "postgresql": "CREATE OR REPLACE FUNCTION editions_cut_kept() RETURNS trigger "
    "LANGUAGE plpgsql AS $$BEGIN RETURN OLD; END$$",
}


@pytest.mark.django_db(transaction=True)
def test_real_transactions_leave_an_empty_guarded_database():
    make.shown()
    assert missing_guards(connection) == []


@pytest.mark.django_db(transaction=True)
def test_the_next_test_finds_nothing():
    assert not Showing.objects.exists() and missing_guards(connection) == []


@on_postgresql
def test_an_account_without_the_extension_is_told_so():
    make.sql("ALTER TABLE editions_showing DROP CONSTRAINT editions_showing_one_per_key")
    make.sql("ALTER TABLE editions_showing DROP CONSTRAINT editions_showing_one_per_address")
    make.sql("DROP EXTENSION btree_gist")
    make.sql("CREATE ROLE office NOLOGIN")
    make.sql("SET LOCAL ROLE office")
    with pytest.raises(GuardsRefused, match="CREATE EXTENSION btree_gist"), transaction.atomic():
        install_guards(connection)


@on_postgresql
def test_rows_that_break_a_guard_are_said():
    make.shown()
    cut = make.cut()
    drop_guards(connection)
    insert(cut, "/x/", NOON)
    with pytest.raises(GuardsRefused, match="one_per_key"), transaction.atomic():
        install_guards(connection)
