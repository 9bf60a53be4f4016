"""Which columns a guard lets change; every other column of the table, also a later one, is kept."""

# What `redact` leaves of each column of a cut, as SQL of both engines.
EMPTIED = {
    "values": "{}",
    "title": "",
    "summary": "",
    "section": "",
    "top_section": "",
    "genre": "",
    "picture": "{}",
    "subjects": "[]",
    "why": "",
}
REDACTION = {*EMPTIED, "listed_at", "redacted_at"}
ENDS = {"expires_at", "ended_at", "ended_by_id", "ended_why"}


def columns_of(connection, table: str) -> list[str]:
    """Asked of the engine itself: Django's introspection would read the table's SQL as well."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE 1 = 0")
        return sorted(column[0] for column in cursor.description)


def kept_columns(connection, table: str, changing: set[str]) -> list[str]:
    return [name for name in columns_of(connection, table) if name not in changing]
