"""Questions to `editions_matches` (guards/postgresql_search): it goes back year by year."""


def newest(number, each, now, most, unless):
    """A table of the newest that have every mark: as many as one page needs, or as are put in
    order; none if the table `unless` has rows.
    """
    tiers = [_match(marks) for marks in each.tiers()] if each.best else []
    below = each.after.place if each.after and not each.best else None
    sql = (
        f"n{number} AS MATERIALIZED (SELECT * FROM editions_matches"
        "(%s::tsquery, %s::text[], %s::text[]::tsquery[], %s, %s, %s)"
        f"{f' WHERE NOT EXISTS (SELECT 1 FROM {unless})' if unless else ''})"
    )
    most = most if each.best else each.limit
    strings = [] if each.best else each.question.strings()
    return sql, [_match(each.marks()), strings, tiers, now, below, most]


def answer(number, each, now):
    """SQL of (list, place, showing, rank, among) from that table."""
    if not each.best:
        return f"SELECT {number}, place, showing, 0, 0::bigint FROM n{number}", []
    after, parameters = "", []
    if each.after:
        after = "WHERE rank > %s OR (rank = %s AND place < %s)"
        parameters += [each.after.rank, each.after.rank, each.after.place]
    strings = each.question.strings()  # looked up in rows in order, until a page is full
    words = "(SELECT r.words FROM editions_searchrow r WHERE r.place = found.place)"
    said = "".join(f" AND strpos({words}, %s) > 0" for _each in strings)
    sql = (
        f"SELECT {number}, place, showing, rank, (SELECT count(*) FROM n{number}) FROM"
        f" (SELECT * FROM n{number} {after} ORDER BY rank, place DESC OFFSET 0) found"
        f" WHERE true{said} LIMIT %s"
    )
    return sql, [*parameters, *strings, each.limit]


def _match(marks):
    """As a tsquery already: no parser cuts the marks again."""
    return " & ".join(f"'{mark}'" for mark in marks)
