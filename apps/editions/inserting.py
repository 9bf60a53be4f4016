"""New rows by the hundred: what `bulk_create` writes, at a part of its cost.

For whole archives only; a verb that writes one page uses the models.
"""

from django.db import connection, models

AS_THEY_ARE = frozenset({str, int, bool, type(None)})
PLAIN = (
    models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey,
)  # fmt: skip


def keys(model, number: int) -> list[int]:
    """So many new primary keys, rising. In a transaction: on SQLite nobody else may write now."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [table, model._meta.pk.column, number],
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or [0])[0]
    return list(range(last + 1, last + 1 + number))


def insert(rows: list) -> None:
    """Write instances of one model that have their primary keys already (`keys`).

    Every field prepares itself as for `save`. Raises IntegrityError as `bulk_create` does.
    """
    if not rows:
        return
    meta = type(rows[0])._meta
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in meta.concrete_fields)
    reads = [_reader(field) for field in meta.concrete_fields]
    values = ([read(row) for read in reads] for row in rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {quote(meta.db_table)} ({names}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(reads))
            sql = f"INSERT INTO {quote(meta.db_table)} ({names}) VALUES ({places})"
            cursor.executemany(sql, values)


def _reader(field):
    """row -> the value for the database. What needs no preparing is not prepared."""
    name, prepare = field.attname, field.get_db_prep_save
    if _sets_itself(field):
        return lambda row: prepare(field.pre_save(row, True), connection)
    if isinstance(field, models.DateTimeField):  # most rows of a lot say the same few instants
        return _remembered(name, prepare)
    if not isinstance(field, PLAIN):
        return lambda row: prepare(row.__dict__[name], connection)

    def read(row):
        value = row.__dict__[name]
        return value if type(value) in AS_THEY_ARE else prepare(value, connection)

    return read


def _sets_itself(field):
    if isinstance(field, models.DateField):
        return field.auto_now or field.auto_now_add
    return type(field).pre_save is not models.Field.pre_save


def _remembered(name, prepare):
    known = {}

    def read(row):
        value = row.__dict__[name]
        if value not in known:
            known[value] = prepare(value, connection)
        return known[value]

    return read
