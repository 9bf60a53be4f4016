"""Questions that nearly every page of the desk and every verb asks: written by the ORM once.

For a few rows found by key the ORM needs longer to write its SQL than the database to answer. Here
it writes it the first time it is asked; from then on only the values are put in.
"""

import datetime as dt
from functools import cache

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.query import get_related_populators
from django.utils.timezone import localdate

# They stand for the values while a question is written, and occur in none.
INSTANT = dt.datetime(1901, 1, 1, 5, tzinfo=dt.UTC)
NUMBER = -19_010_101


class Question:
    """`build(*shape, **values)` gives a queryset of models, `asked` of the same its rows.

    The values are numbers or keys of rows and clocks (at most one; its day in Vietnam may occur
    too); anything else, None too, raises TypeError. What else differs from time to time belongs to
    the shape, of which there are few.
    """

    def __init__(self, build):
        self._written = cache(lambda *shape, kinds: _Written(build, shape, kinds))

    def asked(self, *shape, **values) -> list:
        kinds = tuple((name, type(value)) for name, value in values.items())
        return self._written(*shape, kinds=kinds).rows(values.values())


def numbered(name: str, values) -> dict:
    """A few values of one sort as those of a question (digest_0, digest_1); how many is shape."""
    return {f"{name}_{at}": value for at, value in enumerate(values)}


class _Written:
    def __init__(self, build, shape, kinds):
        gaps = {name: _gap(at, name, kind) for at, (name, kind) in enumerate(kinds)}
        compiler = build(*shape, **gaps).query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, parameters = compiler.as_sql()
        place = {value: at for at, value in enumerate(_adapted(gaps.values()))}
        self.fill = [(place.get(value), value) for value in parameters]
        select, info = compiler.select, compiler.klass_info
        self.model = info["model"]
        self.own = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        self.names = [column.target.attname for column, _sql, _alias in select[self.own]]
        self.converters = compiler.get_converters([column for column, _sql, _alias in select])
        self.related = get_related_populators(info, select, DEFAULT_DB_ALIAS)
        self.further = compiler.annotation_col_map or {}

    def rows(self, values):
        connection = connections[DEFAULT_DB_ALIAS]
        values = _adapted(values)
        parameters = [other if at is None else values[at] for at, other in self.fill]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            return [self._row(list(row), connection) for row in cursor.fetchall()]

    def _row(self, row, connection):
        for at, (convert, column) in self.converters.items():
            for each in convert:
                row[at] = each(row[at], column, connection)
        made = self.model.from_db(DEFAULT_DB_ALIAS, self.names, row[self.own])
        for other in self.related:
            other.populate(row, made)
        for name, at in self.further.items():
            setattr(made, name, row[at])
        return made


def _gap(at, name, kind):
    gaps = {int: NUMBER - at, str: f"?{name}?", dt.datetime: INSTANT}
    if kind not in gaps:
        raise TypeError(f"{name}: a {kind.__name__} cannot be left open in a question")
    return gaps[kind]


def _adapted(values):
    """As the database takes them; a clock is its day and itself."""
    ops, adapted = connections[DEFAULT_DB_ALIAS].ops, []
    for value in values:
        if isinstance(value, dt.datetime):
            adapted.append(ops.adapt_datefield_value(localdate(value)))
            value = ops.adapt_datetimefield_value(value)
        adapted.append(value)
    return adapted
