"""Sentences and proposals of findings about titles, in the words of the office."""

import datetime as dt

from django.utils.translation import gettext as _

from apps.people.held import Held
from apps.people.house_form import Home
from apps.people.titles import former_form, long_form, title_form
from lib.vietnamese.titles import Title

from .facts import PersonFact, TermFact
from .findings import Kind


def proposed(kind, title: Title, person: PersonFact, term, day: dt.date, home: Home) -> str:
    """What should stand there in house form; '' when the register does not know."""
    now = person.held_on(day)
    if kind == Kind.WRONG_BODY and term:
        return title_form(Held(term), home=home)
    successor = _same_work(title, term, now)
    if successor:
        return title_form(successor, home=home)
    if kind == Kind.EXPIRED_TITLE and term and not now:
        return former_form([Held(term)], home=home)
    if now:
        return long_form(now, home=home)
    return former_form([Held(term)], home=home) if term and term.over_before(day) else ""


def _same_work(title, term: TermFact | None, now: list[Held]) -> Held | None:
    """The title of today that is nearest to the one that was meant: in the same sort of body."""
    if term is None:
        return None
    return next((held for held in now if held.body.kind == term.position.body.kind), None)


def message(
    kind, title_words: str, person: PersonFact, term: TermFact | None, expected: str
) -> str:
    """One sentence for the person writing."""
    values = {
        "name": person.name,
        "title": title_words,
        "expected": expected,
        "day": said(term.ends_on) if term and term.ends_on else "",
        "first": said(term.starts_on) if term and term.starts_on else "",
    }
    return _SENTENCES[kind](bool(expected)) % values


def said(day: dt.date) -> str:
    """D/M/Y."""
    return f"{day.day}/{day.month}/{day.year}"


def evidence(term: TermFact | None) -> str:
    """ "Bí thư Thị ủy Sông Vân, 1/8/2020 – 30/6/2025, 12-QĐ/TU"."""
    if term is None:
        return ""
    days = f"{said(term.starts_on) if term.starts_on else '…'} – "
    days += said(term.ends_on) if term.ends_on else _("now")
    return ", ".join(filter(None, (title_form(Held(term)), days, term.document)))


def _wrong(expected):
    if expected:
        return _("The register does not have “%(title)s” for %(name)s: write “%(expected)s”.")
    return _("The register has no title “%(title)s” for %(name)s: check it, or take it out.")


def _expired(expected):
    return _("%(name)s ceased to be “%(title)s” on %(day)s: write “%(expected)s”.")


def _future(expected):
    if expected:
        return _("%(name)s becomes “%(title)s” only on %(first)s: write “%(expected)s”.")
    return _("%(name)s becomes “%(title)s” only on %(first)s: check the title.")


def _body(expected):
    return _("%(name)s does not hold “%(title)s” but “%(expected)s”: mend the body or its level.")


def _dissolved(expected):
    if expected:
        return _("The body of “%(title)s” did not exist on this day: write “%(expected)s”.")
    return _("The body of “%(title)s” did not exist on this day: check it.")


def _misspelled(expected):
    return _("“%(title)s” has a typing error: write “%(expected)s”.")


_SENTENCES = {
    Kind.WRONG_TITLE: _wrong, Kind.EXPIRED_TITLE: _expired, Kind.FUTURE_TITLE: _future,
    Kind.WRONG_BODY: _body, Kind.DISSOLVED_BODY: _dissolved, Kind.MISSPELLED_TITLE: _misspelled,
}  # fmt: skip
