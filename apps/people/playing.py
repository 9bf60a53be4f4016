"""Playing the lines of a decision on a picture of the register: what it would look like after.

A line that cannot be played (an unknown person, a title already given up) becomes a problem and
changes nothing; all others go on, so that a clerk sees every problem at once.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from . import changes
from .changes import day
from .picture import OneBody, OnePerson, OneTerm, Picture, changed

TERM_FIELDS = {
    "from": "starts", "to": "ends", "elected": "elected", "approved": "approved",
    "status": "status", "rank": "rank", "body": "body", "person": "person",
    "precedence": "precedence", "document": "document",
}  # fmt: skip
BODY_FIELDS = {"from": "starts", "to": "ends"}
DAYS = ("from", "to", "elected", "approved")


class Problem(Exception):
    """Why a line cannot be played; one sentence."""


@dataclass(frozen=True)
class Clash:
    """A contradiction: the line it stands in (counted from 0; None: no single one), in words."""

    line: int | None
    sentence: str


@dataclass
class Played:
    """`terms`: {term id: line} of those made or changed; `bodies`: {body id: line} likewise."""

    picture: Picture
    lines: list
    problems: list[Clash] = field(default_factory=list)
    terms: dict = field(default_factory=dict)
    bodies: dict = field(default_factory=dict)
    gone: dict = field(default_factory=dict)


def play(picture: Picture, lines) -> Played:
    """Change `picture` as the tidied lines say; problems are collected, not raised."""
    played = Played(picture, lines)
    for number, line in enumerate(lines):
        try:
            _PLAYERS[line["act"]](played, number, line)
        except Problem as problem:
            played.problems.append(Clash(number, str(problem)))
    return played


def _known(rows, key):
    if key in rows:
        return rows[key]
    if changes.is_ref(key):
        raise Problem(_("Write who or what is new before it is used."))
    raise Problem(_("This is no longer in the register; choose again."))


def _person(played, number, line):
    people = played.picture.people
    if line["ref"] in people:
        raise Problem(_("The same new person is written twice."))
    people[line["ref"]] = OnePerson(
        line["ref"], line["name"], line["other_spellings"], day(line["born_on"])
    )


def _describe(played, number, line):
    person = _known(played.picture.people, line["person"])
    for name, value in line["set"].items():
        setattr(person, name, day(value) if name == "born_on" else value)


def _appoint(played, number, line):
    picture = played.picture
    _known(picture.people, line["person"])
    _known(picture.bodies, line["body"])
    key = f"line:{number}"
    values = {column: _value(name, line[name]) for name, column in TERM_FIELDS.items()}
    picture.terms[key] = _in_order(OneTerm(id=key, **values))
    played.terms[key] = number


def _value(name, value):
    return day(value) if name in DAYS else value


def _in_order(term):
    if term.starts and term.ends and term.ends < term.starts:
        raise Problem(_("The last day must not be before the first."))
    return term


def _end(played, number, line):
    term = _term(played, line["term"])
    on = day(line["on"])
    if term.ends and term.ends <= on:
        raise Problem(
            _("This title already ended on %(day)s; to change that day, correct it.")
            % {"day": _said(term.ends)}
        )
    if term.starts and on < term.starts:
        raise Problem(
            _("This title is held only from %(day)s; it cannot end before.")
            % {"day": _said(term.starts)}
        )
    played.picture.terms[term.id] = changed(term, ends=on)
    played.terms[term.id] = number


def _term(played, key):
    if key in played.gone:
        raise Problem(_("An earlier line of this decision strikes this title."))
    return _known(played.picture.terms, key)


def _correct(played, number, line):
    term = _term(played, line["term"])
    given = line["set"]
    if "person" in given:
        _known(played.picture.people, given["person"])
    if "body" in given:
        _known(played.picture.bodies, given["body"])
    values = {TERM_FIELDS[name]: _value(name, value) for name, value in given.items()}
    after = _in_order(changed(term, **values))
    if after == term:
        raise Problem(_("This correction changes nothing."))
    played.picture.terms[term.id] = after
    played.terms[term.id] = number


def _strike(played, number, line):
    term = _term(played, line["term"])
    played.gone[term.id] = number
    del played.picture.terms[term.id]


def _found(played, number, line):
    bodies = played.picture.bodies
    if line["ref"] in bodies:
        raise Problem(_("The same new body is written twice."))
    if line["parent"] is not None:
        _known(bodies, line["parent"])
    bodies[line["ref"]] = OneBody(
        line["ref"], line["name"], line["kind"], line["level"], line["place"], line["parent"],
        day(line["from"]), None, line["short_names"], line["abbreviations"],
    )  # fmt: skip
    played.bodies[line["ref"]] = number


def _close(played, number, line):
    body = _known(played.picture.bodies, line["body"])
    on = day(line["on"])
    if body.ends:
        raise Problem(
            _("%(body)s already ended on %(day)s.") % {"body": body.name, "day": _said(body.ends)}
        )
    if body.starts and on < body.starts:
        raise Problem(
            _("%(body)s exists only from %(day)s; it cannot end before.")
            % {"body": body.name, "day": _said(body.starts)}
        )
    body.ends = on
    played.bodies[body.id] = number


def _succeed(played, number, line):
    bodies = played.picture.bodies
    before, after = _known(bodies, line["before"]), _known(bodies, line["after"])
    if before is after:
        raise Problem(_("A body does not follow itself."))
    if (before.id, after.id) in played.picture.successions:
        raise Problem(
            _("That %(after)s follows %(before)s is already written.")
            % {"after": after.name, "before": before.name}
        )
    played.picture.successions.add((before.id, after.id))
    played.bodies.setdefault(before.id, number)
    played.bodies.setdefault(after.id, number)


def _body(played, number, line):
    body = _known(played.picture.bodies, line["body"])
    if line["set"].get("parent") is not None:
        _known(played.picture.bodies, line["set"]["parent"])
    for name, value in line["set"].items():
        setattr(body, BODY_FIELDS.get(name, name), _value(name, value))
    if body.starts and body.ends and body.ends < body.starts:
        raise Problem(_("The last day must not be before the first."))
    played.bodies[body.id] = number


def _load(played, number, line):
    """A file's rows are in the register already."""


def _said(value: dt.date) -> str:
    return f"{value.day}/{value.month}/{value.year}"


_PLAYERS = {
    "person": _person, "describe": _describe, "appoint": _appoint, "end": _end,
    "correct": _correct, "strike": _strike, "found": _found, "close": _close,
    "succeed": _succeed, "body": _body, "load": _load,
}  # fmt: skip
