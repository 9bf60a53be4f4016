"""The months in which something stands: found by leaps from one to the next, whatever lies between.

An engine that is asked to group reads every row; here it steps along the index of lists, once for
each month (docs/decisions/0018).
"""

from datetime import UTC, datetime

from django.db import connection

from lib.vietnamese.days import HO_CHI_MINH

from .models import Cut, Showing

# The first instant of a month in +07:00, as SQL of each engine. SQLite would round 23:59:59.999999
# up into the next month, and leap for ever.
BEGINS = {
    "sqlite": "datetime(substr({}, 1, 19), '+7 hours', 'start of month', '-7 hours')",
    "postgresql": "date_trunc('month', {} AT TIME ZONE INTERVAL '7 hours')"
    " AT TIME ZONE INTERVAL '7 hours'",
}
# CROSS JOIN: SQLite walks the lists' index and asks each cut's showings, never the other way.
LAST = """
  SELECT c.listed_at FROM {cuts} c CROSS JOIN {showings} s
  WHERE c.portal = %s AND c.kind = 'article' AND c.listed_at {before} AND s.cut_id = c.id
    AND s.live_from <= %s AND (s.expires_at IS NULL OR s.expires_at > %s)
    AND (s.ended_at IS NULL OR s.ended_at > %s)
  ORDER BY c.listed_at DESC LIMIT 1
"""


def months(portal: str, now: datetime) -> list[datetime]:
    """The first instant (+07:00) of every month of a live article, the newest first; one query."""
    at = connection.ops.adapt_datetimefield_value(now)
    with connection.cursor() as cursor:
        cursor.execute(statement(), [portal, at, at, at] * 2)
        found = [row[0] for row in cursor.fetchall()]
    return [_month(at) for at in found]


def statement() -> str:
    """SQL: the newest live article, then the newest before its month, and so on."""
    tables = {"cuts": Cut._meta.db_table, "showings": Showing._meta.db_table}
    newest = LAST.format(before="IS NOT NULL", **tables)
    before = LAST.format(before=f"< {BEGINS[connection.vendor].format('found.at')}", **tables)
    return (
        f"WITH RECURSIVE found(at) AS (SELECT ({newest}) UNION ALL"
        f" SELECT ({before}) FROM found WHERE found.at IS NOT NULL)"
        " SELECT at FROM found WHERE at IS NOT NULL"
    )


def _month(at):
    at = at if at.tzinfo else at.replace(tzinfo=UTC)  # SQLite's
    day = at.astimezone(HO_CHI_MINH)
    return datetime(day.year, day.month, 1, tzinfo=HO_CHI_MINH)
