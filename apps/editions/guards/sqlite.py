"""The guards as SQLite triggers.

BEFORE INSERT sees `INSERT OR REPLACE`, whose deletion fires no DELETE trigger; the others stand
AFTER, where a value has the type the column gives it. RAISE(ABORT) holds under OR IGNORE and OR
REPLACE alike. Instants are compared as texts, so each must be written the way Django writes it.
"""

from . import sqlite_search
from .columns import EMPTIED, ENDS, REDACTION, kept_columns

CUT, SHOWING = "editions_cut", "editions_showing"
DIGITS = {size: "[0-9]" * size for size in (2, 4, 6)}
DAY_AND_TIME = "{4}-{2}-{2} {2}:{2}:{2}"


def install(connection) -> None:
    with connection.cursor() as cursor:
        there = stored(cursor)
        for name, sql in triggers(connection).items():
            if there.get(name) != sql:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                cursor.execute(sql)
        sqlite_search.install(cursor, there)


def missing(connection) -> list[str]:
    with connection.cursor() as cursor:
        there = stored(cursor)
    wanted = {**triggers(connection), **sqlite_search.objects()}
    return sorted(name for name, sql in wanted.items() if there.get(name) != sql)


def drop(connection) -> None:
    with connection.cursor() as cursor:
        for name in triggers(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def badly_written(connection) -> list[tuple[str, int]]:
    """What the guards would not have let in, were it written while they were away."""
    with connection.cursor() as cursor:
        for table, exact in ((CUT, CUT_IS_EXACT), (SHOWING, SHOWING_IS_EXACT)):
            cursor.execute(f"SELECT '{table}', id FROM {table} AS NEW WHERE {_not(exact)}")
            if found := cursor.fetchall():
                return found
    return []


def search_out_of_step(connection) -> bool:
    with connection.cursor() as cursor:
        return sqlite_search.out_of_step(cursor, stored(cursor))


def stored(cursor) -> dict[str, str]:
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE name LIKE 'editions%'")
    return dict(cursor.fetchall())


def triggers(connection) -> dict[str, str]:
    """Name -> CREATE TRIGGER, for the columns the tables have now."""
    return {
        **_rows_stay(CUT, "A cut"),
        **_rows_stay(SHOWING, "A showing"),
        **_cut_triggers(kept_columns(connection, CUT, REDACTION)),
        **_showing_triggers(kept_columns(connection, SHOWING, ENDS)),
    }


def _rows_stay(table, what):
    return {
        **_refuse(
            f"{table}_new_id",
            f"BEFORE INSERT ON {table}",
            f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)",
            f"{what} is never replaced.",
        ),
        **_refuse(f"{table}_kept", f"BEFORE DELETE ON {table}", "1", f"{what} is never deleted."),
    }


def _cut_triggers(kept):
    emptied = [f"""typeof(NEW."{name}") = 'text'""" for name in EMPTIED]
    emptied += [f"""NEW."{name}" = '{rest}'""" for name, rest in EMPTIED.items()]
    redacted = ["OLD.redacted_at IS NULL", _is_instant("redacted_at"), "NEW.listed_at IS NULL"]
    return {
        **_refuse(
            f"{CUT}_exact",
            f"AFTER INSERT ON {CUT}",
            _not(CUT_IS_EXACT),
            "A cut is written exactly.",
        ),
        **_refuse(
            f"{CUT}_only_redacted",
            f"AFTER UPDATE ON {CUT}",
            _not(_same(kept) + redacted + emptied),
            "A cut never changes; it can only be redacted.",
        ),
    }


def _showing_triggers(kept):
    made = {
        **_refuse(
            f"{SHOWING}_only_ends",
            f"AFTER UPDATE ON {SHOWING}",
            _not(_same(kept)),
            "Of a showing only its end can change.",
        ),
        **_refuse(
            f"{SHOWING}_of_its_cut",
            f"AFTER INSERT ON {SHOWING}",
            f"NOT EXISTS (SELECT 1 FROM {CUT} c WHERE c.id = NEW.cut_id AND c.portal = NEW.portal"
            " AND c.key = NEW.key AND (c.kind <> 'article' OR NEW.address <> ''))",
            "A showing has the portal and key of its cut, an article an address.",
        ),
    }
    for act in ("INSERT", "UPDATE"):
        on = f"AFTER {act} ON {SHOWING}"
        name = f"{SHOWING}_{{}}_{act.lower()}"
        made |= _refuse(
            name.format("exact"), on, _not(SHOWING_IS_EXACT), "A showing is written exactly."
        )
        made |= _refuse(
            name.format("alone"), on, _another_is_live(), "Another page is live here at that time."
        )
    return made


def _refuse(name, when, condition, sentence):
    return {
        name: f"CREATE TRIGGER {name} {when} FOR EACH ROW WHEN ({condition}) "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    }


def _not(conditions):
    """True also where a condition is NULL: what is not known to be right is refused."""
    return f"({' AND '.join(conditions)}) IS NOT TRUE"


def _same(columns):
    return [f'NEW."{name}" IS OLD."{name}"' for name in columns]


def _is_text(column):
    return f"typeof(NEW.{column}) = 'text'"


def _is_instant(column, may_be_null=False):
    """`2026-04-30 05:00:00`, with `.ffffff` only if that is not zero; a day that exists.

    The length counts bytes, since LENGTH and GLOB stop at a NUL. Only a modifier makes strftime
    reckon: 30 February comes out as 2 March.
    """
    x = f"NEW.{column}"
    shape = DAY_AND_TIME
    for size, digits in DIGITS.items():
        shape = shape.replace(f"{{{size}}}", digits)
    condition = (
        f"typeof({x}) = 'text' AND substr({x}, 1, 19) GLOB '{shape}'"
        f" AND strftime('%Y-%m-%d %H:%M:%S', substr({x}, 1, 19), '+0 days') = substr({x}, 1, 19)"
        f" AND (length(CAST({x} AS BLOB)) = 19 OR (length(CAST({x} AS BLOB)) = 26"
        f" AND substr({x}, 20) GLOB '.{DIGITS[6]}' AND substr({x}, 20) <> '.000000'))"
    )
    return f"({x} IS NULL OR ({condition}))" if may_be_null else f"({condition})"


def _begins_before_end(begins, ends):
    """Of each end apart: `min(expires_at, NULL)` would be NULL, and NULL is no answer."""
    return (
        f"({ends}.expires_at IS NULL OR {begins}.live_from < {ends}.expires_at)"
        f" AND ({ends}.ended_at IS NULL OR {begins}.live_from < {ends}.ended_at)"
    )


def _another_is_live():
    """Two spans share an instant: neither is empty, and each begins before the other ends."""
    pairs = [("NEW", "NEW"), ("o", "o"), ("NEW", "o"), ("o", "NEW")]
    spans = " AND ".join(_begins_before_end(*pair) for pair in pairs)
    others = (
        f"SELECT 1 FROM {SHOWING} o WHERE o.portal = NEW.portal AND o.{{0}} = NEW.{{0}}"
        f" AND o.id <> NEW.id AND {spans}"
    )
    return f"EXISTS ({others.format('key')}) OR EXISTS ({others.format('address')})"


CUT_IS_EXACT = [
    "NEW.id >= 1",
    *(_is_text(name) for name in ("portal", "key", "kind", "page_digest")),
    _is_instant("cut_at"),
    _is_instant("listed_at", may_be_null=True),
    _is_instant("redacted_at", may_be_null=True),
]
SHOWING_IS_EXACT = [
    "NEW.id >= 1",
    *(_is_text(name) for name in ("portal", "key", "address", "ended_why")),
    _is_instant("live_from"),
    _is_instant("expires_at", may_be_null=True),
    _is_instant("ended_at", may_be_null=True),
    "(NEW.ended_by_id IS NULL OR typeof(NEW.ended_by_id) = 'integer')",
]
