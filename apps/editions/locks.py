"""One publication at a time on an installation: files and rows then never disagree."""

from django.db import connection

ADVISORY_KEY = 0x70A50A


def publishing_lock() -> None:
    """Wait for the turn; held until the transaction ends.

    SQLite's transactions here are IMMEDIATE: the writer already is alone. PostgreSQL gets an
    advisory lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_KEY])
