"""Which term of the register is which title of the file: titles carry no id of their own."""

import datetime as dt

FIRST, LAST = dt.date.min, dt.date.max


def pair_titles(titles, terms) -> list[tuple]:
    """[(title, term or None)] for one person's titles in one position.

    The same days are the same term; else the same first day, else the same last day, else days
    that overlap by more than a handover. Each term is taken once; the rest are left out.
    """
    found, free = {}, list(terms)
    for fits in (_same_days, _same_start, _same_end, _overlaps):
        for title in titles:
            if id(title) in found:
                continue
            term = next((term for term in free if fits(title, term)), None)
            if term is not None:
                found[id(title)] = term
                free.remove(term)
    return [(title, found.get(id(title))) for title in titles]


def overlaps(one, other) -> bool:
    """Whether two spans share more than the one day of a handover."""
    return _overlaps(one, other)


def _same_days(title, term):
    return (title.starts_on, title.ends_on) == (term.starts_on, term.ends_on)


def _same_start(title, term):
    return title.starts_on is not None and title.starts_on == term.starts_on


def _same_end(title, term):
    return title.ends_on is not None and title.ends_on == term.ends_on


def _overlaps(title, term):
    return (title.starts_on or FIRST) < (term.ends_on or LAST) and (term.starts_on or FIRST) < (
        title.ends_on or LAST
    )
