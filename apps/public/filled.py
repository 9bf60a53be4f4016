"""The sections in which anything stands: asked all at once, each by the index of its list."""

from datetime import datetime

from django.db import connection

from apps.editions.models import Cut, Placed, Showing

LIVE = "s.live_from <= %s AND (s.expires_at IS NULL OR s.expires_at > %s)"
LIVE += " AND (s.ended_at IS NULL OR s.ended_at > %s)"
# As editions/months.py asks: along the index of lists, from the newest to the first that is live.
OWN = """
  (SELECT c.id FROM {cuts} c CROSS JOIN {showings} s
    WHERE c.portal = %s AND c.kind = 'article' AND c.{field} = named.slug
      AND c.listed_at IS NOT NULL AND s.cut_id = c.id AND {live}
    ORDER BY c.listed_at DESC LIMIT 1) IS NOT NULL
"""
TOO = """
  EXISTS (SELECT 1 FROM {placed} p CROSS JOIN {showings} s
    WHERE p.portal = %s AND p.section = named.slug AND (p.until IS NULL OR p.until > %s)
      AND s.portal = p.portal AND s.key = p.key AND {live})
"""


def filled(portal: str, sections: dict[str, dict], now: datetime) -> dict[str, dict]:
    """Those of the frame's sections whose page lists something now; one query."""
    if not sections:
        return {}
    at = connection.ops.adapt_datetimefield_value(now)
    own = [portal, at, at, at]
    with connection.cursor() as cursor:
        cursor.execute(statement(len(sections)), [*sections, *own, *own, portal, at, at, at, at])
        found = {row[0] for row in cursor.fetchall()}
    return {slug: row for slug, row in sections.items() if slug in found}


def statement(count: int) -> str:
    """SQL for so many sections."""
    tables = {"cuts": Cut._meta.db_table, "showings": Showing._meta.db_table, "live": LIVE}
    too = TOO.format(placed=Placed._meta.db_table, **tables)
    own = [OWN.format(field=field, **tables) for field in ("section", "top_section")]
    return (
        f"WITH named(slug) AS (VALUES {', '.join(['(%s)'] * count)})"
        f" SELECT slug FROM named WHERE {' OR '.join([*own, too])}"
    )
