"""Several short lists in one query, each read from its own index.

`Q(pk__in=…) | Q(pk__in=…)` makes PostgreSQL look at every showing there is; a union does not.
Building so many queries costs more than running them, so each is built once and kept: what is
different for each reader (the clock, the portal, a subject) are `Gap`s, filled in afterwards.
"""

import functools
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connections
from django.db.models.expressions import RawSQL

from apps.editions.models import Showing

from . import lists


@dataclass(frozen=True)
class Gap:
    """The text, number or instant that stands for a value until the query is asked."""

    name: str
    value: str | int | datetime


NOW = Gap("now", datetime(1901, 1, 1, tzinfo=UTC))
LISTED_AT = Gap("listed_at", datetime(1902, 1, 1, tzinfo=UTC))
PORTAL, SECTION, SUBJECT = (Gap(name, f"?{name}?") for name in ("portal", "section", "subject"))
CUT, SHOWING = Gap("cut", -1901), Gap("showing", -1902)
GAPS = (NOW, LISTED_AT, PORTAL, SECTION, SUBJECT, CUT, SHOWING)


@functools.cache
def _built(make, alias):
    """(SQL, parameters) of `make()`; a Gap where the value is not known yet."""
    rows = make()
    sql, parameters = rows.query.get_compiler(alias).as_sql()
    adapt = connections[alias].ops.adapt_datetimefield_value
    gaps = {adapt(g.value) if isinstance(g.value, datetime) else g.value: g for g in GAPS}
    return sql, tuple(gaps.get(value, value) for value in parameters)


def asked(make, **values) -> tuple[str, list]:
    """The query that `make` (a module's function) gives, with these values in its gaps."""
    alias = Showing.objects.db
    adapt = connections[alias].ops.adapt_datetimefield_value
    sql, parameters = _built(make, alias)
    known = {n: adapt(v) if isinstance(v, datetime) else v for n, v in values.items()}
    return sql, [known[p.name] if isinstance(p, Gap) else p for p in parameters]


def together(parts: list[tuple[str, list]]):
    """Showings with their cuts, those of any part, newest first; a part selects primary keys."""
    union = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS part" for sql, _values in parts)
    values = [value for _sql, known in parts for value in known]
    return lists.listed(Showing.objects.filter(pk__in=RawSQL(union, values)))
