"""Questions that nearly every page of the desk and every verb asks: written by the ORM once.

For a few rows found by key the ORM needs longer to write its SQL than the database to answer. Here
it writes it the first time it is asked; from then on only the values are put in.
"""

import datetime as dt
import re
from functools import lru_cache

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.query import get_related_populators
from django.utils.timezone import localdate

from lib.vietnamese.days import midnight

# They stand for the values while a question is written, each of them another, and occur in none.
# A clock's odd fraction tells it from the first instant of its day; here days have 24 hours.
NUMBER = -21_010_101
CLOCK = dt.datetime(2101, 1, 1, 5, 17, 23, 123457, tzinfo=dt.UTC)
NEAR = dt.timedelta(days=180)  # how far a question may go from its clock; the next is a year away
GAP = re.compile(r"\?\d+\?")
SHAPES = 64  # of one question that are kept


class Question:
    """`build(*shape, **values)` gives a queryset, `asked` of the same its rows: models, or dicts
    where `build` asks for `values()`.

    Values are numbers and keys of rows, clocks, days, and tuples of one of these, for `__in`;
    anything else, None too, raises TypeError. From a clock or day `build` may go on by whole
    seconds, to its day in Vietnam and that day's first instant. What else differs from time to time
    belongs to the shape, of which there are few; so does how many a tuple holds (`filled`).
    """

    def __init__(self, build):
        self._written = lru_cache(SHAPES)(lambda *shape, kinds: _Written(build, shape, kinds))

    def asked(self, *shape, **values) -> list:
        kinds, left_open = [], []
        for name, value in values.items():
            if type(value) is tuple:
                kinds.append((name, tuple(map(type, value))))
                left_open += value
            else:
                kinds.append((name, type(value)))
                left_open.append(value)
        return self._written(*shape, kinds=tuple(kinds)).rows(left_open)


def filled(values) -> tuple:
    """For `__in`: the last stands there once more until they are 1, 2, 4, 8 and so on, so that
    there are few shapes."""
    values = tuple(values)
    length = 1 << (len(values) - 1).bit_length() if values else 0
    return values + values[-1:] * (length - len(values))


class _Written:
    def __init__(self, build, shape, kinds):
        gaps, named = [], {}
        for name, kind in kinds:
            many = type(kind) is tuple
            new = [_gap(len(gaps) + at, name, k) for at, k in enumerate(kind if many else [kind])]
            named[name] = tuple(new) if many else new[0]
            gaps += new
        asked = build(*shape, **named)
        compiler = asked.query.get_compiler(DEFAULT_DB_ALIAS)
        try:
            self.sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            self.sql = None
            return
        self.fill = [_filling(parameter, gaps) for parameter in parameters]
        select, info = compiler.select, compiler.klass_info
        self.converters = compiler.get_converters([column for column, _sql, _alias in select])
        self.model = info["model"] if asked._fields is None else None
        if not self.model:
            self.names = list(asked.query.selected)
            return
        self.own = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        self.names = [column.target.attname for column, _sql, _alias in select[self.own]]
        self.related = get_related_populators(info, select, DEFAULT_DB_ALIAS)
        self.further = compiler.annotation_col_map or {}

    def rows(self, values):
        if self.sql is None:
            return []
        connection = connections[DEFAULT_DB_ALIAS]
        parameters = [
            other if at is None else values[at] if other is None else other(values[at])
            for at, other in self.fill
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            return [self._row(list(row), connection) for row in cursor.fetchall()]

    def _row(self, row, connection):
        for at, (convert, column) in self.converters.items():
            for each in convert:
                row[at] = each(row[at], column, connection)
        if not self.model:
            return dict(zip(self.names, row, strict=True))
        made = self.model.from_db(DEFAULT_DB_ALIAS, self.names, row[self.own])
        for other in self.related:
            other.populate(row, made)
        for name, at in self.further.items():
            setattr(made, name, row[at])
        return made


def _gap(at, name, kind):
    if kind is int:
        return NUMBER - at
    if kind is str:
        return f"?{at}?"
    if kind in (dt.datetime, dt.date):
        clock = CLOCK.replace(year=CLOCK.year + at)
        return clock if kind is dt.datetime else clock.date()
    raise TypeError(f"{name}: a {kind.__name__} cannot be left open in a question")


def _filling(parameter, gaps):
    """(which value belongs here, what is made of it): (None, the same always), (3, None)."""
    moment = _moment(parameter)
    if moment is None:
        if parameter in gaps:
            return gaps.index(parameter), None
        if isinstance(parameter, str) and GAP.search(parameter):
            raise TypeError(f"{parameter!r}: a key is left open as a whole or not at all")
        return None, parameter
    for at, gap in enumerate(gaps):
        if isinstance(gap, dt.date) and abs(_day(moment) - _day(gap)) < NEAR:
            return at, _from(gap, moment)
    return None, parameter


def _moment(parameter) -> dt.date | None:
    """The clock or day that a database is given so."""
    if isinstance(parameter, str) and parameter[:1] == "2" and parameter[4:5] == "-":
        try:
            read = dt.datetime.fromisoformat(parameter)
        except ValueError:
            return None
        return read.date() if len(parameter) == 10 else read.replace(tzinfo=dt.UTC)
    return parameter if isinstance(parameter, dt.date) else None


def _from(gap, moment):
    """What leads from the value to the parameter as it led from the gap to this moment."""
    ops = connections[DEFAULT_DB_ALIAS].ops
    if not isinstance(moment, dt.datetime):
        days = moment - _day(gap)
        return lambda value: ops.adapt_datefield_value(_day(value) + days)
    if isinstance(gap, dt.datetime) and moment.microsecond == gap.microsecond:
        since = moment - gap
        return lambda value: ops.adapt_datetimefield_value(value + since)
    since = moment - midnight(_day(gap))
    return lambda value: ops.adapt_datetimefield_value(midnight(_day(value)) + since)


def _day(moment) -> dt.date:
    return localdate(moment) if isinstance(moment, dt.datetime) else moment
