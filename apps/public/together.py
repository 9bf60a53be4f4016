"""Questions about showings that are built once, and several short lists in one of them.

Building such a query costs far more than running it, so each is built once and kept: what is
different for each reader (the clock, the portal, a subject) are `Gap`s, filled in afterwards.
Rows come back as plain values: a list needs no model.

`Q(pk__in=…) | Q(pk__in=…)` makes PostgreSQL look at every showing there is; a union does not.
"""

import functools
from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace

from django.db import connections
from django.db.models.expressions import Case, RawSQL, When

from apps.editions.models import Showing


@dataclass(frozen=True)
class Gap:
    """The text, number or instant that stands for a value until the query is asked."""

    name: str
    value: str | int | datetime


NOW = Gap("now", datetime(1901, 1, 1, tzinfo=UTC))
LISTED_AT = Gap("listed_at", datetime(1902, 1, 1, tzinfo=UTC))
SINCE = Gap("since", datetime(1903, 1, 1, tzinfo=UTC))
UNTIL = Gap("until", datetime(1904, 1, 1, tzinfo=UTC))
PORTAL, SECTION, SUBJECT = (Gap(name, f"?{name}?") for name in ("portal", "section", "subject"))
CUT, SHOWING = Gap("cut", -1901), Gap("showing", -1902)
KEYS = tuple(Gap(f"key{number}", f"?key{number}?") for number in range(3))
GAPS = (NOW, LISTED_AT, SINCE, UNTIL, PORTAL, SECTION, SUBJECT, CUT, SHOWING, *KEYS)
NUMBERS = RawSQL("?numbers?", [])  # so many as there are, in one place of the query
NOTHING = ("SELECT 0 WHERE 1 = 0", [])  # a part without rows


@dataclass(frozen=True)
class _Question:
    """SQL with a Gap where a parameter is not known yet, and what its columns are."""

    sql: str
    parameters: tuple
    names: tuple[str, ...]
    cut: slice  # those of the cut; the others are the showing's
    converters: tuple


@functools.cache
def _built(make, shape, alias) -> _Question:
    compiler = make(*shape).query.get_compiler(alias)
    sql, parameters = compiler.as_sql()
    adapt = connections[alias].ops.adapt_datetimefield_value
    gaps = {adapt(g.value) if isinstance(g.value, datetime) else g.value: g for g in GAPS}
    columns = [(alias or column.target.attname, column) for column, _sql, alias in compiler.select]
    own = [getattr(getattr(c, "target", None), "model", Showing) is Showing for _n, c in columns]
    first = own.index(False) if False in own else len(own)
    converters = compiler.get_converters([column for _name, column in columns])
    return _Question(
        sql,
        tuple(gaps.get(value, value) for value in parameters),
        tuple(name for name, _column in columns),
        slice(first, first + own.count(False)),
        tuple((place, *found) for place, found in converters.items()),
    )


def asked(make, *shape, **values) -> tuple[str, list]:
    """The query that `make(*shape)` gives (a module's function), with these values in its gaps."""
    alias = Showing.objects.db
    question = _built(make, shape, alias)
    return question.sql, _filled(question, values, alias)


def _filled(question, values, alias):
    adapt = connections[alias].ops.adapt_datetimefield_value
    known = {n: adapt(v) if isinstance(v, datetime) else v for n, v in values.items()}
    return [known[p.name] if isinstance(p, Gap) else p for p in question.parameters]


def together(
    parts: list[tuple[str, list]], pinned: tuple[str, list] = NOTHING, *, whole: str = ""
) -> list:
    """Showings with their cuts, those of any part, newest first; a part selects primary keys.

    `row.pinned` is true for those of the part `pinned`, which is one of them. The values of pages
    with the key `whole`, if one is given, are in `row.whole`; all others come without theirs.
    """
    alias = Showing.objects.db
    question = _built(_listed, (bool(whole),), alias)
    union = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS part" for sql, _v in (pinned, *parts))
    sql = question.sql.replace("?pinned?", pinned[0]).replace("?parts?", union)
    known = _filled(question, named([whole]), alias)
    known += [value for _sql, values in (pinned, pinned, *parts) for value in values]
    return _rows(question, sql, known, alias)


def _listed(whole):
    """What lists show of the showings of some parts; with the `whole` of those of one key."""
    rows = Showing.objects.filter(pk__in=RawSQL("?parts?", [])).listed()
    if whole:  # stands before the parts, as its key does among the parameters
        rows = rows.annotate(whole=Case(When(key=KEYS[0].value, then="cut__values")))
    pinned = RawSQL('"editions_showing"."id" IN (SELECT * FROM (?pinned?) AS pinned)', [])
    return rows.annotate(pinned=pinned).only(
        "portal", "key", "address", "cut__kind", "cut__title", "cut__summary", "cut__section",
        "cut__top_section", "cut__genre", "cut__picture", "cut__listed_at", "cut__subjects",
    )  # fmt: skip


def by_key(keys: tuple[str, ...], **values) -> dict:
    """The live showings of at most three keys, whole, by key."""
    alias = Showing.objects.db
    question = _built(_by_key, (), alias)
    values |= named((*keys, "", ""))
    found = _rows(question, question.sql, _filled(question, values, alias), alias)
    return {row.key: row for row in found}


def named(keys) -> dict[str, str]:
    """What fills the first of `KEYS`."""
    return {gap.name: key for gap, key in zip(KEYS, keys, strict=False)}


def _by_key():
    live = Showing.objects.live_at(NOW.value).filter(portal=PORTAL.value)
    return live.filter(key__in=[gap.value for gap in KEYS]).select_related("cut")


def numbered(make, *shape, numbers: list[int], **values) -> list:
    """The showings that `make(*shape)` asks for with these numbers for `NUMBERS`."""
    alias = Showing.objects.db
    question = _built(make, shape, alias)
    filled = _filled(question, values, alias)
    before, behind = question.sql.split("?numbers?")
    at = before.count("%s")
    sql = before + (", ".join(["%s"] * len(numbers)) or "NULL") + behind
    return _rows(question, sql, [*filled[:at], *numbers, *filled[at:]], alias)


def _rows(question, sql, parameters, alias):
    """Each with the attributes of a Showing that were asked for, and its `cut` likewise."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [_row(question, list(values), connection) for values in cursor.fetchall()]


def _row(question, values, connection):
    for place, convert, column in question.converters:
        for each in convert:
            values[place] = each(values[place], column, connection)
    columns, cut = tuple(zip(question.names, values, strict=True)), question.cut
    row = SimpleNamespace(**dict(columns[: cut.start] + columns[cut.stop :]))
    row.pk, row.cut = row.id, SimpleNamespace(**dict(columns[cut]))
    row.cut.pk = row.cut.id
    return row
