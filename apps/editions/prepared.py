"""Questions that every reader asks: SQL by hand, planned once for each connection.

SQLite keeps its statements by itself. PostgreSQL plans a statement again whenever it comes, unless
it is prepared; for a few rows by key that takes longer than the answer.
"""

from weakref import WeakSet

from django.db import DatabaseError

# Behind a pooler a statement may reach a server that knows none of ours, or knows them already.
NOT_THERE, THERE_ALREADY = "26000", "42P05"


class Prepared:
    """`sql` has a `%s` for each parameter; `types` are PostgreSQL's words for theirs, in order."""

    def __init__(self, name: str, sql: str, types: list[str]):
        self.sql = sql
        numbered = sql % tuple(f"${number}" for number in range(1, len(types) + 1))
        self._prepare = f"PREPARE {name} ({', '.join(types)}) AS {numbered}"
        self._execute = f"EXECUTE {name} ({', '.join(['%s'] * len(types))})"
        self._known = WeakSet()
        self._pooled = False

    def first(self, connection, parameters: list) -> tuple | None:
        """The first row of the answer; one round trip."""
        with connection.cursor() as cursor:
            if connection.vendor != "postgresql" or self._pooled:
                cursor.execute(self.sql, parameters)
            else:
                self._ask(connection.connection, cursor, parameters)
            return cursor.fetchone()

    def _ask(self, server, cursor, parameters):
        try:
            if server in self._known:
                cursor.execute(self._execute, parameters)
            else:
                cursor.execute(f"{self._prepare}; {self._execute}", parameters)
                cursor.nextset()
                self._known.add(server)
        except DatabaseError as error:
            if getattr(error.__cause__, "sqlstate", "") not in (NOT_THERE, THERE_ALREADY):
                raise
            self._pooled = True
            cursor.execute(self.sql, parameters)
