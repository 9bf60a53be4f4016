"""Full-text search on PostgreSQL: a generated tsvector over the marks of `SearchRow`.

The marks are made in Python; `array_to_tsvector` takes them as they are, where a text search
parser would cut them again in its own way. A GIN index gives its rows in no order and all of them
at once, so `editions_matches` asks it for one slice of time after the other, the newest first (a
quarter, further back a year: marks like any other), and stops when it has enough.
"""

from contextlib import contextmanager

from django.db import transaction

from ..search_marks import STRINGS

ROWS = "editions_searchrow"
INDEX = "editions_search"
COLUMN = "search"
FUNCTION = "editions_matches"
MARKS = "array_to_tsvector(array_remove(string_to_array(marks, ' '), ''))"
TIERS = 5
QUARTERS = 8  # so many of the newest by themselves, then whole years

_RANKS = " ".join(
    f"WHEN r.place IN (SELECT t.place FROM {ROWS} t"
    f" WHERE t.{COLUMN} @@ (asked && tiers[{n}] && slice)) THEN {n - 1}"
    for n in range(1, TIERS + 1)
)
_PHRASES = " AND ".join(
    f"coalesce(strpos(m.words, phrases[{n}]) > 0, true)" for n in range(1, STRINGS + 1)
)
_YEAR = "extract(year FROM to_timestamp((r.place >> 24) + 7 * 3600) AT TIME ZONE 'UTC')::int"
# `place + 0`: rows are sorted, never walked by place through those that have no mark of it.
# `OFFSET 0`: texts are read of rows in order, until there are enough.
BODY = f"""
DECLARE
  slice tsquery; have int := 0; got int; first int; last int;
BEGIN
  SELECT {_YEAR} INTO last FROM {ROWS} r ORDER BY r.place DESC LIMIT 1;
  SELECT {_YEAR} INTO first FROM {ROWS} r ORDER BY r.place LIMIT 1;
  FOR slice IN
    SELECT format('''#q:%s-%s''', last - n / 4, 4 - n % 4)::tsquery
      FROM generate_series(0, {QUARTERS - 1}) n
    UNION ALL
    SELECT format('''#y:%s''', y)::tsquery
      FROM generate_series(last - {QUARTERS // 4}, first, -1) y
  LOOP
    RETURN QUERY
      SELECT m.place, m.showing, m.rank FROM (
        SELECT r.place, r.showing_id AS showing, r.words,
          CASE {_RANKS} ELSE cardinality(tiers) END AS rank
        FROM {ROWS} r JOIN editions_showing s ON s.id = r.showing_id
        WHERE r.{COLUMN} @@ (asked && slice)
          AND (below IS NULL OR r.place < below)
          AND s.live_from <= at AND (s.expires_at IS NULL OR s.expires_at > at)
          AND (s.ended_at IS NULL OR s.ended_at > at)
        ORDER BY r.place + 0 DESC OFFSET 0
      ) m
      WHERE {_PHRASES}
      LIMIT most - have;
    GET DIAGNOSTICS got = ROW_COUNT;
    have := have + got;
    EXIT WHEN have >= most;
  END LOOP;
END
"""
HEAD = (
    f"{FUNCTION}(asked tsquery, phrases text[], tiers tsquery[], at timestamptz, below bigint,"
    " most int) RETURNS TABLE (place bigint, showing bigint, rank int) LANGUAGE plpgsql STABLE"
    " SET plan_cache_mode = force_generic_plan"  # reckoning with marks takes longer than asking
)
# Rows are asked by thousands, their texts one by one: texts stand apart, and ready to be read.
NARROW = (
    f"ALTER TABLE {ROWS} SET (toast_tuple_target = 128)",
    f"ALTER TABLE {ROWS} ALTER COLUMN words SET STORAGE EXTERNAL",
)
# Without a list of what is still to be sorted in: every slice would read it again.
INDEXED = f"CREATE INDEX IF NOT EXISTS {INDEX} ON {ROWS} USING gin ({COLUMN})"
INDEXED += " WITH (fastupdate = off)"


def install(cursor) -> None:
    """Make what is not there. Before the migration that brings marks there is nothing to index."""
    if not _has_column(cursor, "marks"):
        return
    if not _has_column(cursor, COLUMN):
        for narrow in NARROW:
            cursor.execute(narrow)
        cursor.execute(
            f"ALTER TABLE {ROWS} ADD COLUMN {COLUMN} tsvector GENERATED ALWAYS AS ({MARKS}) STORED"
        )
    cursor.execute(INDEXED)
    if not _function_stands(cursor):
        cursor.execute(f"DROP FUNCTION IF EXISTS {FUNCTION}")
        cursor.execute(f"CREATE FUNCTION {HEAD} AS $find${BODY}$find$")


@contextmanager
def indexed_afterwards(connection):
    """Rows written inside come into the index at the end, all at once: a tenth of the time.

    One transaction; readers' searches wait for it.
    """
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {INDEX}")
        yield
        connection.check_constraints()  # no index is made while a deferred check waits
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        cursor.execute(INDEXED)


def missing(cursor) -> list[str]:
    bad = [] if _has_column(cursor, COLUMN) else [f"{ROWS}.{COLUMN}"]
    cursor.execute("SELECT to_regclass(%s) IS NULL", [INDEX])
    bad += [INDEX] if cursor.fetchone()[0] else []
    return bad if _function_stands(cursor) else [*bad, FUNCTION]


def _has_column(cursor, name):
    cursor.execute(
        "SELECT 1 FROM pg_attribute WHERE attrelid = %s::regclass AND attname = %s "
        "AND NOT attisdropped",
        [ROWS, name],
    )
    return cursor.fetchone() is not None


def _function_stands(cursor):
    cursor.execute(
        "SELECT 1 FROM pg_proc WHERE oid = to_regproc(%s)::oid AND prosrc = %s", [FUNCTION, BODY]
    )
    return cursor.fetchone() is not None
