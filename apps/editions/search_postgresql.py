"""Questions to `editions_matches` (guards/postgresql_search): it goes back year by year."""


def statement(asked, now, most) -> tuple[str, list]:
    """SQL of (list, place, showing, rank, among) for [(number, Asked)]; `most` are put in order."""
    tables, answers = [], []
    for number, each in asked:
        tables.append(_newest(number, each, now, most))
        answers.append(_answer(number, each))
    sql = f"WITH {', '.join(sql for sql, _parameters in tables)} "
    sql += " UNION ALL ".join(f"SELECT * FROM ({sql}) a{n}" for n, (sql, _p) in enumerate(answers))
    return sql, [value for _sql, parameters in (*tables, *answers) for value in parameters]


def _newest(number, each, now, most):
    """The newest that have every mark: as many as one page needs, or as are put in order."""
    tiers = [_match(marks) for marks in each.tiers()] if each.best else []
    below = each.after.place if each.after and not each.best else None
    sql = (
        f"n{number} AS MATERIALIZED (SELECT * FROM editions_matches"
        "(%s::tsquery, %s::text[], %s::text[]::tsquery[], %s, %s, %s))"
    )
    most = most if each.best else each.limit
    strings = [] if each.best else each.question.strings()
    return sql, [_match(each.marks()), strings, tiers, now, below, most]


def _answer(number, each):
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
