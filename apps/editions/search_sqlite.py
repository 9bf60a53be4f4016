"""Questions to FTS5: it walks the rows that have all marks from the newest down, and stops."""

from django.db import connection

from .search_marks import PLACES

# A row of the index tells its showing (`search.PLACES`): the wide rows of texts stay unread.
SHOWING = f"(editions_search.rowid & {PLACES - 1})"
FROM = f"editions_search CROSS JOIN editions_showing s ON s.id = {SHOWING}"
LIVE = (
    "s.live_from <= %s AND (s.expires_at IS NULL OR s.expires_at > %s)"
    " AND (s.ended_at IS NULL OR s.ended_at > %s)"
)
MATCHES = "editions_search MATCH %s"


def statement(asked, now, most) -> tuple[str, list]:
    """SQL of (list, place, showing, rank, among) for [(number, Asked)]; `most` are put in order."""
    at = connection.ops.adapt_datetimefield_value(now)
    tables, answers = [], []
    for number, each in asked:
        tables.append(_newest(number, each, at, most))
        answers.append(_ranked(number, each) if each.best else _plain(number))
    sql = f"WITH {', '.join(sql for sql, _parameters in tables)} "
    sql += " UNION ALL ".join(f"SELECT * FROM ({sql})" for sql, _parameters in answers)
    return sql, [value for _sql, parameters in (*tables, *answers) for value in parameters]


def _newest(number, each, at, most):
    """The newest that have every mark: as many as one page needs, or as are put in order."""
    conditions, parameters = [MATCHES, LIVE], [_match(each.marks()), at, at, at]
    if not each.best:
        said, asked = _said(each, "editions_search.rowid")
        conditions += said
        parameters += asked
    if each.after and not each.best:
        conditions.append("editions_search.rowid < %s")
        parameters.append(each.after.place)
    sql = (
        f"n{number}(place, showing) AS (SELECT editions_search.rowid, s.id FROM {FROM}"
        f" WHERE {' AND '.join(conditions)} ORDER BY editions_search.rowid DESC LIMIT %s)"
    )
    return sql, [*parameters, most if each.best else each.limit]


def _plain(number):
    return f"SELECT {number}, place, showing, 0, 0 FROM n{number}", []


def _ranked(number, each):
    tiers = each.tiers()
    first = f"(SELECT min(place) FROM n{number})"
    has = f"place IN (SELECT rowid FROM editions_search WHERE {MATCHES} AND rowid >= {first})"
    whens = " ".join(f"WHEN {has} THEN {rank}" for rank in range(len(tiers)))
    rank = f"CASE {whens} ELSE {len(tiers)} END"
    parameters = [_match(marks) for marks in tiers]
    after = "1"
    if each.after:
        after = "(rank > %s OR (rank = %s AND place < %s))"
        parameters += [each.after.rank, each.after.rank, each.after.place]
    said, asked = _said(each, "found.place")
    sql = (
        f"SELECT {number}, place, showing, rank, (SELECT count(*) FROM n{number}) FROM"
        f" (SELECT * FROM (SELECT place, showing, {rank} AS rank FROM n{number}) WHERE {after}"
        f" ORDER BY rank, place DESC LIMIT -1) found WHERE {' AND '.join(['1', *said])} LIMIT %s"
    )
    return sql, [*parameters, *asked, each.limit]


def _said(each, place):
    """Conditions that the texts say the long phrases; asked of rows in order, until enough do."""
    strings = each.question.strings()
    words = f"(SELECT r.words FROM editions_searchrow r WHERE r.place = {place})"
    return [f"instr({words}, %s) > 0"] * len(strings), strings


def _match(marks):
    return " AND ".join(f'"{mark}"' for mark in marks)
