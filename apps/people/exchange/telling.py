"""What a loaded file changed, as lines of history under the person or the body it concerns."""

import datetime as dt
from copy import copy

from django.utils.translation import gettext_lazy

from apps.newsroom import telling
from apps.people import wording
from apps.people.applying import told_term

telling.name_verbs({"load": gettext_lazy("loaded from a file")})
PRIVATE = {"born_on", "sort_key"}  # the birth date is not repeated in history


def told(kind: str, change) -> list[tuple[str, dict, dict]]:
    """(key, before, after) of the Acts that one change leaves."""
    return _TELLERS[kind](change.row, change)


def _row(prefix):
    def tell(row, change):
        key = f"{prefix}:{row.pk}"
        if change.new:
            return [(key, {}, {"name": row.name})]
        before, after = _said(change.before), _said(change.after)
        return [(key, before, after)] if after else []

    return tell


def _said(values):
    return {name: _words(value) for name, value in values.items() if name not in PRIVATE}


def _words(value):
    return wording.on(value) if isinstance(value, dt.date) else value


def _term(row, change):
    key, after = f"person:{row.person_id}", told_term(row)
    if change.new:
        return [(key, {}, after)]
    former = copy(row)
    for name, value in change.before.items():
        setattr(former, name, value)
    own = {"precedence"} & set(change.after)
    return [
        (
            key,
            told_term(former) | {name: change.before[name] for name in own},
            after | {name: change.after[name] for name in own},
        )
    ]


def _position(row, change):
    """Only a change is told: which ranks a body has, its titles say."""
    if change.new:
        return []
    rank = {"rank": row.rank}
    return [(f"organization:{row.body_id}", rank | change.before, rank | change.after)]


def _succession(row, change):
    said = {"kind": row.kind, "on": wording.on(row.on)}
    return [
        (f"organization:{row.before_id}", _said(change.before), said | {"after": row.after.name}),
        (f"organization:{row.after_id}", _said(change.before), said | {"before": row.before.name}),
    ]


_TELLERS = {
    "bodies": _row("organization"),
    "people": _row("person"),
    "positions": _position,
    "terms": _term,
    "successions": _succession,
}
