"""What the editor offers behind an @: people by a part of their name, with the day's titles."""

import datetime as dt
import heapq
import re
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from .house_form import named
from .models import Person, Term
from .ordering import order_key
from .titles import Home, Standing, former_form, halves_on, home_of, long_form

MOST_ROWS = 8
MOST_WORDS = 6
_LOOKED_AT = 40  # whose titles are read to choose the rows
_JUDGED = 2000  # people read for a word as short as "n"


@dataclass(frozen=True)
class Row:
    """One line of the list. `half` is "before" or "after" on the day he hands over, else ''."""

    person: int
    name: str
    titles: str
    half: str


@dataclass(frozen=True)
class _Found:
    pk: int
    closeness: tuple
    name: str
    sort_key: str


def suggest(query: str, *, day: dt.date, portal_key: str | None = None) -> list[Row]:
    """At most MOST_ROWS lines for a part of a name, with or without marks, words in any order.

    Nearest spelling first, then who holds a title that day, then the portal's own people, then
    protocol order. Who holds none is offered with "nguyên …", or alone. At most five queries.
    """
    words = [word for word in fold(query).split() if re.search(r"\w", word)][:MOST_WORDS]
    if not words:
        return []
    found = _nearest(words, clean(query).lower(), day)
    halves = halves_on([one.pk for one in found], day)
    home = home_of(portal_key)
    found.sort(key=lambda one: _place(one, halves[one.pk][-1][1], home))
    rows = [row for one in found for row in _rows(one, halves[one.pk], home)]
    return rows[:MOST_ROWS]


def _nearest(words, typed, day) -> list[_Found]:
    held = Term.objects.filter(
        Q(starts_on__isnull=True) | Q(starts_on__lte=day),
        Q(ends_on__isnull=True) | Q(ends_on__gte=day),
        person=OuterRef("pk"),
    )
    columns = ("pk", "name", "folded", "other_spellings", "sort_key", "holds")
    rows = _candidates(words).annotate(holds=Exists(held)).values_list(*columns)
    found = (_judged(row, words, typed) for row in rows.order_by("-holds", "sort_key")[:_JUDGED])
    return heapq.nsmallest(
        _LOOKED_AT, filter(None, found), key=lambda one: (one.closeness, one.sort_key)
    )


def _candidates(words):
    """By the folded name, which holds the other spellings too."""
    matches = Q()
    for word in words:
        matches &= Q(folded__contains=word) | Q(folded__contains=f"{word[0]}'{word[1:]}")
    return Person.objects.filter(matches)


def _judged(row, words, typed) -> _Found | None:
    pk, name, folded, others, sort_key, holds = row
    spellings = [(each, fold(each)) for each in (name, *others)] if others else [(name, folded)]
    near = [
        closeness
        for spelling, key in spellings
        if (closeness := _closeness(words, typed, spelling, key)) is not None
    ]
    return _Found(pk, (*min(near), not holds), name, sort_key) if near else None


def _closeness(words, typed, spelling, key) -> tuple | None:
    """None unless each word begins a syllable of its own; marks as typed and order come first."""
    syllables = key.replace("'", "").split()
    plain = [word.replace("'", "") for word in words]
    left = list(syllables)
    for word in plain:
        fitting = next((one for one in left if one.startswith(word)), None)
        if fitting is None:
            return None
        left.remove(fitting)
    in_order = f" {' '.join(plain)}" in f" {' '.join(syllables)}"
    same_marks = f" {typed}" in f" {clean(spelling).lower()}"
    return (not in_order, not same_marks)


def _place(one: _Found, standing: Standing, home: Home) -> tuple:
    ours = any(_is_ours(held, home) for held in (standing.now or standing.former))
    return (*one.closeness[:2], not standing.now, not ours, order_key(standing, one.sort_key))


def _is_ours(held, home) -> bool:
    return named(held.body).unit in home


def _rows(one, halves, home) -> list[Row]:
    rows = [Row(one.pk, one.name, _titles(standing, home), half) for half, standing in halves]
    if len(rows) == 2 and rows[0].titles == rows[1].titles:
        return [Row(one.pk, one.name, rows[0].titles, "")]
    return rows


def _titles(standing: Standing, home: Home) -> str:
    return long_form(standing.now, home=home) or former_form(standing.former, home=home)
