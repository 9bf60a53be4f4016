"""What the database itself refuses, whoever writes: verbs, the admin, raw SQL.

A cut never changes and never goes (except `redact`); a showing only ends, and never two of one key
or address are live at one instant. Beside them stands the search index, vendor SQL too.

Called after every migrate (config), by a migration, and by `export_editions`. On SQLite a migration
that remakes a table drops its triggers, and one that remakes `Cut` is refused while the triggers of
`Showing` name it: begin such a migration with `RunPython(drop, RunPython.noop)`; the install after
migrate brings the guards back.
"""

from contextlib import contextmanager

from django.utils.translation import gettext as _

from . import postgresql, sqlite
from .refusals import GuardsRefused

__all__ = [
    "GuardsRefused", "badly_written", "drop", "drop_guards", "install", "install_guards",
    "lift_guards", "missing_guards", "search_out_of_step",
]  # fmt: skip

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def install_guards(connection) -> None:
    """Put every guard and the search index in place; does nothing where they stand already.

    Raises GuardsRefused when the database does not let this account make them, and when rows that
    break a guard are there already. Does nothing where the editions' tables do not exist.
    """
    if _has_tables(connection):
        _engine(connection).install(connection)


def missing_guards(connection) -> list[str]:
    """Names of guards and indexes that are not there, switched off, or not as written here."""
    return _engine(connection).missing(connection)


def badly_written(connection) -> list[tuple[str, int]]:
    """(table, id) of rows with values Django never writes, which could not even be read."""
    return _engine(connection).badly_written(connection)


def search_out_of_step(connection) -> bool:
    """Does the search index hold another number of rows than its table?"""
    return _engine(connection).search_out_of_step(connection)


def drop_guards(connection) -> None:
    """Take the guards of cuts and showings away (the search index stays)."""
    if _has_tables(connection):
        _engine(connection).drop(connection)


@contextmanager
def lift_guards(connection):
    """Without guards inside the block: for tests that empty tables, and for nothing else."""
    drop_guards(connection)
    try:
        yield
    finally:
        install_guards(connection)


def install(apps, schema_editor):
    """For RunPython in a migration."""
    install_guards(schema_editor.connection)


def drop(apps, schema_editor):
    """For RunPython at the beginning of a migration that remakes a guarded table."""
    drop_guards(schema_editor.connection)


def _engine(connection):
    try:
        return ENGINES[connection.vendor]
    except KeyError:
        raise GuardsRefused(
            _("This site runs on SQLite or PostgreSQL, not on %(vendor)s.")
            % {"vendor": connection.display_name}
        ) from None


def _has_tables(connection):
    needed = {"editions_cut", "editions_showing", "editions_searchrow"}
    return needed <= set(connection.introspection.table_names())
