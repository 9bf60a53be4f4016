"""Full-text search on PostgreSQL: generated tsvectors over the columns of `SearchRow`.

The words are cut and folded in Python; `array_to_tsvector` takes them as they are, where a text
search parser would cut them again in its own way. Only the folded words of the whole page have an
index: every query asks them first.
"""

ROWS = "editions_searchrow"
INDEX = "editions_search"
VECTORS = {
    "search_all": "title_folded || ' ' || body_folded",
    "search_exact": "title || ' ' || body",
    "search_title": "title_folded",
    "search_title_exact": "title",
}


def install(cursor) -> None:
    there = _columns(cursor)
    wanted = [name for name in VECTORS if name not in there]
    if wanted:
        cursor.execute(f"ALTER TABLE {ROWS} " + ", ".join(_add(name) for name in wanted))
    cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON {ROWS} USING gin (search_all)")


def missing(cursor) -> list[str]:
    there = _columns(cursor)
    bad = [f"{ROWS}.{name}" for name in VECTORS if name not in there]
    cursor.execute("SELECT to_regclass(%s) IS NULL", [INDEX])
    return bad + [INDEX] if cursor.fetchone()[0] else bad


def _add(name):
    words = f"array_remove(string_to_array({VECTORS[name]}, ' '), '')"
    return f"ADD COLUMN {name} tsvector GENERATED ALWAYS AS (array_to_tsvector({words})) STORED"


def _columns(cursor):
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass "
        "AND attgenerated = 's' AND NOT attisdropped",
        [ROWS],
    )
    return {name for (name,) in cursor.fetchall()}
