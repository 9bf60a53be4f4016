"""One instant of the database, read without stopping those who publish."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from django.db import transaction


@contextmanager
def snapshot(connection):
    """All reads inside see the same rows. Inside a transaction already begun: that one's rows."""
    if connection.in_atomic_block:
        yield
        return
    connection.ensure_connection()
    with _reading_transactions(connection), transaction.atomic(using=connection.alias):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _reading_transactions(connection):
    """SQLite's transactions here take the writers' lock at once; a reader must not."""
    if connection.vendor != "sqlite":
        yield
        return
    usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        connection.transaction_mode = usual


def in_chunks(rows: Iterable, size: int) -> Iterator[list]:
    """Lists of at most `size` rows; holds one at a time."""
    rows = iter(rows)
    while chunk := list(islice(rows, size)):
        yield chunk
