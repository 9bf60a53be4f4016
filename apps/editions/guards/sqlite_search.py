"""Full-text search on SQLite: FTS5 over the columns of `SearchRow`, kept in step by triggers.

The words are cut and folded in Python, so the tokenizer must do nothing but cut at spaces: `ascii`
takes every other letter as it is.
"""

TABLE, ROWS = "editions_search", "editions_searchrow"
COLUMNS = ("title", "body", "title_folded", "body_folded")
NAMES = ", ".join(COLUMNS)


def install(cursor, there: dict[str, str]) -> None:
    """Make what is not `there`; read all rows again, they may have changed unseen meanwhile."""
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
    new = ", ".join(f"NEW.{column}" for column in COLUMNS)
    old = ", ".join(f"OLD.{column}" for column in COLUMNS)
    add = f"INSERT INTO {TABLE} (rowid, {NAMES}) VALUES (NEW.showing_id, {new});"
    remove = (
        f"INSERT INTO {TABLE} ({TABLE}, rowid, {NAMES}) VALUES ('delete', OLD.showing_id, {old});"
    )
    return {
        TABLE: f"CREATE VIRTUAL TABLE {TABLE} USING fts5({NAMES}, content='{ROWS}', "
        "content_rowid='showing_id', tokenize='ascii')",
        **_trigger("INSERT", add),
        **_trigger("DELETE", remove),
        **_trigger("UPDATE", f"{remove} {add}"),
    }


def _trigger(act, body):
    name = f"{TABLE}_{act.lower()}"
    return {name: f"CREATE TRIGGER {name} AFTER {act} ON {ROWS} FOR EACH ROW BEGIN {body} END"}
