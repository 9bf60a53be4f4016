"""Full-text search on SQLite: FTS5 over the marks of `SearchRow`, kept in step by triggers.

The marks are made in Python, so the tokenizer must do nothing but cut at spaces: `ascii` takes
every other letter as it is. Only which row has which mark is kept (`detail=none`): walking the
rows from the newest down then reads little more than what it gives back.
"""

TABLE, ROWS = "editions_search", "editions_searchrow"


def install(cursor, there: dict[str, str]) -> None:
    """Make what is not `there`; read all rows again, they may have changed unseen meanwhile.

    Before the migration that brings marks there is nothing to index.
    """
    cursor.execute(f"SELECT 1 FROM pragma_table_info('{ROWS}') WHERE name = 'marks'")
    if cursor.fetchone() is None:
        return
    changed = [name for name, sql in objects().items() if there.get(name) != sql]
    for name in changed:
        cursor.execute(f"DROP {'TABLE' if name == TABLE else 'TRIGGER'} IF EXISTS {name}")
        cursor.execute(objects()[name])
    if changed:
        cursor.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('rebuild')")


def out_of_step(cursor, there: dict[str, str]) -> bool:
    """False also where there is no index: then it is missing, which is said elsewhere."""
    if TABLE not in there:
        return False
    cursor.execute(
        f"SELECT (SELECT count(*) FROM {TABLE}_docsize) <> (SELECT count(*) FROM {ROWS})"
    )
    return bool(cursor.fetchone()[0])


def objects() -> dict[str, str]:
    """Name -> CREATE, the table first."""
    add = f"INSERT INTO {TABLE} (rowid, marks) VALUES (NEW.place, NEW.marks);"
    remove = f"INSERT INTO {TABLE} ({TABLE}, rowid, marks) VALUES ('delete', OLD.place, OLD.marks);"
    return {
        TABLE: f"CREATE VIRTUAL TABLE {TABLE} USING fts5(marks, content='{ROWS}', "
        "content_rowid='place', detail=none, tokenize=\"ascii tokenchars '=/_#:-'\")",
        **_trigger("INSERT", add),
        **_trigger("DELETE", remove),
        **_trigger("UPDATE", f"{remove} {add}"),
    }


def _trigger(act, body):
    name = f"{TABLE}_{act.lower()}"
    return {name: f"CREATE TRIGGER {name} AFTER {act} ON {ROWS} FOR EACH ROW BEGIN {body} END"}
