"""The first question of every visit, and the only one of a kept page: asked by hand."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from apps.editions.prepared import Prepared

FORMS = 9  # ways of writing an address that are looked for at once


def _question(name: str, coming: str = "") -> Prepared:
    types = ["timestamptz"] * 2 + ["text"] * (1 + FORMS)
    return Prepared(
        name,
        f"""
        SELECT host.portal, own.number, shared.number,
            (SELECT CAST(max(at) AS text) FROM editions_moment
                WHERE portal = host.portal AND at <= %s),
            (SELECT CAST(max(at) AS text) FROM editions_moment WHERE portal = '' AND at <= %s),
            (SELECT imported + counted FROM editions_views
                WHERE portal = host.portal AND key = %s),
            (SELECT min(key) FROM editions_redirect
                WHERE portal = host.portal AND old IN ({", ".join(["%s"] * FORMS)})){coming}
        FROM editions_host host
        LEFT JOIN editions_siteversion own ON own.portal = host.portal
        LEFT JOIN editions_siteversion shared ON shared.portal = ''
        WHERE host.domain IN (%s, '*')
        ORDER BY CASE host.domain WHEN '*' THEN 1 ELSE 0 END
        LIMIT 1
        """,
        [*types, *["timestamptz"] * coming.count("%s"), "text"],
    )


FIRST = _question("readers_first")
# Where a CDN may keep pages: also the next known changes.
FIRST_FOR_CDN = _question(
    "readers_first_for_cdn",
    """,
            (SELECT CAST(min(at) AS text) FROM editions_moment
                WHERE portal = host.portal AND at > %s),
            (SELECT CAST(min(at) AS text) FROM editions_moment WHERE portal = '' AND at > %s)""",
)


def asked(host: str, now: datetime, *, key: str, forms: list[str]) -> tuple | None:
    """(portal, version, shared version, last moment, shared last moment, count of the page `key`,
    key of the page that stood at one of these addresses), each but the first perhaps None; where
    a CDN may keep pages also the next moment and the shared next moment. None: nobody's host.
    """
    at = connection.ops.adapt_datetimefield_value(now)
    forms = [*forms, *[""] * (FORMS - len(forms))]
    if settings.TOASOAN_CDN_SECONDS <= 0:
        return _answered(FIRST, [at, at, key, *forms, host])
    row = _answered(FIRST_FOR_CDN, [at, at, key, *forms, at, at, host])
    return row and (*row[:7], *map(_instant, row[7:]))


def _answered(question, parameters):
    """The question also finds out whether the server is still there: no other has to be asked for
    that, and who finds it gone knocks once more.
    """
    connection.health_check_done = True
    try:
        return question.first(connection, parameters)
    except (InterfaceError, OperationalError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return question.first(connection, parameters)


def _instant(stated):
    """SQLite keeps instants without their zone, which is UTC."""
    at = datetime.fromisoformat(stated) if stated else None
    return at if at is None or at.tzinfo else at.replace(tzinfo=UTC)
