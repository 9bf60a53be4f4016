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
LAST_PLACE = 1 << 62
NO_MARK = '"/"'


def newest(number, each, now, most, unless):
    """A table of the newest that have every mark: as many as one page needs, or as are put in
    order; none if the table `unless` has rows.
    """
    at = connection.ops.adapt_datetimefield_value(now)
    asked = f"iif(EXISTS (SELECT 1 FROM {unless}), '{NO_MARK}', %s)" if unless else "%s"
    conditions = [f"editions_search MATCH {asked}", LIVE]
    parameters = [_match(each.marks()), at, at, at]
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


def answer(number, each, now):
    """SQL of (list, place, showing, rank, among) from that table."""
    if each.best:
        return _ranked(number, each, connection.ops.adapt_datetimefield_value(now))
    return f"SELECT {number}, place, showing, 0, 0 FROM n{number}", []


def _ranked(number, each, at):
    """One walk for each rank, one after the other, until a page is full: seldom more than one.

    `MATCHES` of a rank leaves out what stands in a rank before it. The walks end where the newest
    that are put in order end.
    """
    rank, below = (each.after.rank, each.after.place) if each.after else (0, LAST_PLACE)
    answers, parameters = [], []
    for number_of_rank in range(rank, len(each.tiers()) + 1):
        sql, asked = _of_rank(number, each, at, number_of_rank, below)
        answers.append(f"SELECT * FROM ({sql})")
        parameters += asked
        below = LAST_PLACE
    if not answers:  # a rank there is none of
        return f"SELECT {number}, place, showing, 0, 0 FROM n{number} WHERE 0", []
    return f"{' UNION ALL '.join(answers)} LIMIT %s", [*parameters, each.limit]


def _of_rank(number, each, at, rank, below):
    tiers = each.tiers()
    wanted = _match([*each.marks(), *(tiers[rank] if rank < len(tiers) else [])])
    before = "".join(f" NOT ({_match(marks)})" for marks in tiers[:rank])
    said, asked = _said(each, "editions_search.rowid")
    first, among = (f"(SELECT {what} FROM n{number})" for what in ("min(place)", "count(*)"))
    matches = f"editions_search MATCH iif({among}, %s, '{NO_MARK}')"  # no walk for nothing
    place = f"editions_search.rowid >= {first} AND editions_search.rowid < %s"
    sql = (
        f"SELECT {number}, editions_search.rowid, s.id, {rank}, {among}"
        f" FROM {FROM} WHERE {' AND '.join([matches, LIVE, place, *said])}"
        " ORDER BY editions_search.rowid DESC LIMIT %s"
    )
    return sql, [f"({wanted}){before}", at, at, at, below, *asked, each.limit]


def _said(each, place):
    """Conditions that the texts say the long phrases; asked of rows in order, until enough do."""
    strings = each.question.strings()
    words = f"(SELECT r.words FROM editions_searchrow r WHERE r.place = {place})"
    return [f"instr({words}, %s) > 0"] * len(strings), strings


def _match(marks):
    return " AND ".join(f'"{mark}"' for mark in marks)
