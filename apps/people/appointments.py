"""Appointment acts as lines of a decision: appoint, end, move, correct, strike.

Makers of values only; whether they may be is asked by `contradictions`, what they do is done by
`applying` when two people have signed. Days are dates; people and bodies ids or "new:1".
"""

import datetime as dt

from .changes import tidy
from .models import Term


def _iso(value):
    return value.isoformat() if isinstance(value, dt.date) else value


def appoint(
    person, rank, body, *, starts=None, ends=None, status=Term.Status.HOLDS, **more
) -> dict:
    """Somebody gets a title. `more`: elected, approved (days), precedence, document."""
    return tidy(
        {
            "act": "appoint",
            "person": person,
            "rank": rank,
            "body": body,
            "status": str(status),
            "from": _iso(starts),
            "to": _iso(ends),
            **{name: _iso(value) for name, value in more.items()},
        }
    )


def end(term: int, on: dt.date) -> dict:
    """Somebody gives a title up; `on` is the last day held."""
    return tidy({"act": "end", "term": term, "on": _iso(on)})


def move(terms, person, rank, body, *, on: dt.date, **more) -> list[dict]:
    """One decision ends several titles and starts another on one day (a legal handover)."""
    return [*(end(term, on) for term in terms), appoint(person, rank, body, starts=on, **more)]


def correct(term: int, **values) -> dict:
    """What was entered wrongly is set right; the old record stays in the history.

    `values`: starts, ends, elected, approved (days), status, rank, body, person, precedence,
    document.
    """
    names = {"starts": "from", "ends": "to"}
    given = {names.get(name, name): _iso(value) for name, value in values.items()}
    return tidy({"act": "correct", "term": term, "set": given})


def strike(term: int) -> dict:
    """What never was true is taken out; its Act stays."""
    return tidy({"act": "strike", "term": term})
