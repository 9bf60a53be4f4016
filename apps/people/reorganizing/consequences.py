"""What follows from a decision about bodies, in words: shown before anybody saves or signs it.

Worked out from the lines alone on a picture of the register, so that any draft can be looked at.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.people import wording
from apps.people.changes import day
from apps.people.picture import Picture, read_picture
from apps.people.playing import play
from apps.people.ranks import is_head

from . import surroundings


@dataclass(frozen=True)
class Consequence:
    """One heading with its lines; `attention` marks what somebody should look at again."""

    code: str
    heading: str
    lines: tuple[str, ...]
    attention: bool = False


@dataclass
class Change:
    """The lines, the register before and after them, and the first day of the new order."""

    lines: list[dict]
    before: Picture
    after: Picture
    day: dt.date

    def of(self, act: str) -> list[dict]:
        return [line for line in self.lines if line["act"] == act]

    def body(self, key) -> str:
        found = self.after.bodies.get(key)
        return found.name if found else ""

    def title(self, term, picture) -> str:
        """ "Nguyễn Văn An – Bí thư Thị ủy Sông Vân"."""
        return f"{wording.name(term.person, picture)} – {wording.of_term(term, picture)}"


def consequences(lines: list[dict], *, first_day: dt.date, at: dt.datetime, but=None):
    """All that follows from these tidied lines, as a list of Consequence; empty ones are left out.

    `first_day` is the first day of the new order; `but` the id of the decision that has these
    lines, so that it is not told as its own rival. About fifteen queries for any size.
    """
    before = read_picture(lines)
    change = Change(lines, before, play(before.copy(), lines).picture, first_day)
    found = [
        _ending(change), _beginning(change), _carried(change), _given_up(change),
        _moved(change), _empty(change), _untitled(change),
        *surroundings.consequences(change, at=at, but=but),
    ]  # fmt: skip
    return [Consequence(*each) for each in found if each[2]]


def _ending(change):
    followers = {}
    for line in change.of("succeed"):
        followers.setdefault(line["before"], []).append(change.body(line["after"]))
    lines = tuple(_followed(change.body(line["body"]), followers.get(line["body"]))
                  for line in change.of("close"))  # fmt: skip
    heading = ngettext("%(count)s body ends", "%(count)s bodies end", len(lines))
    return "ending", heading % {"count": len(lines)}, lines


def _followed(name, after):
    if not after:
        return _("%(body)s → nobody takes over") % {"body": name}
    return f"{name} → {', '.join(after)}"


def _beginning(change):
    lines = tuple(_begun(change, line) for line in change.of("found"))
    heading = ngettext("%(count)s body begins", "%(count)s bodies begin", len(lines))
    return "beginning", heading % {"count": len(lines)}, lines


def _begun(change, line):
    begins = _("%(body)s, from %(day)s") % {
        "body": line["name"], "day": wording.on(day(line["from"]))
    }  # fmt: skip
    if line["parent"] is None:
        return begins
    return _("%(body)s, under %(superior)s") % {
        "body": begins, "superior": change.body(line["parent"])
    }  # fmt: skip


def _appointed(change):
    keys = [f"line:{at}" for at, line in enumerate(change.lines) if line["act"] == "appoint"]
    return [change.after.terms[key] for key in keys if key in change.after.terms]


def _carried(change):
    """Who was somewhere before is shown with both titles; a new face with the new one."""
    ended = {}
    for line in change.of("end"):
        term = change.before.terms.get(line["term"])
        if term:
            ended.setdefault(term.person, []).append(wording.of_term(term, change.before))
    new = [_("newly")]  # not inside the f-string: xgettext does not look there
    lines = tuple(
        f"{wording.name(term.person, change.after)}: "
        f"{' + '.join(ended.get(term.person, new))} → "
        f"{wording.of_term(term, change.after)}"
        for term in _appointed(change)
    )
    heading = ngettext("%(count)s person takes up a title", "%(count)s titles are taken up",
                       len(lines))  # fmt: skip
    return "carried", heading % {"count": len(lines)}, lines


def _given_up(change):
    terms = [change.before.terms.get(line["term"]) for line in change.of("end")]
    lines = tuple(change.title(term, change.before) for term in terms if term)
    heading = ngettext("%(count)s title is given up", "%(count)s titles are given up", len(lines))
    return "given_up", heading % {"count": len(lines)}, lines


def _moved(change):
    lines = tuple(
        _("%(body)s now under %(superior)s")
        % {"body": change.body(line["body"]), "superior": change.body(line["set"]["parent"])}
        for line in change.of("body")
        if line["set"].get("parent") is not None
    )
    heading = ngettext("%(count)s body changes its superior",
                       "%(count)s bodies change their superior", len(lines))  # fmt: skip
    return "moved", heading % {"count": len(lines)}, lines


def _held(picture: Picture, on: dt.date):
    return [
        term for term in picture.terms.values()
        if (term.starts is None or term.starts <= on) and (term.ends is None or term.ends >= on)
    ]  # fmt: skip


def _empty(change):
    """Seats that somebody held in a predecessor and nobody holds in the successor.

    Of deputies and members only where the body as such goes on: one successor, same level.
    """
    held = {(term.body, term.rank_key) for term in _held(change.after, change.day)}
    was = _held(change.before, change.day - dt.timedelta(days=1))
    found = {}
    for line in change.of("succeed"):
        alone = _goes_on(change, line)
        for term in was:
            key = (line["after"], term.rank_key)
            if term.body == line["before"] and key not in held and (alone or is_head(term.rank)):
                found[key] = wording.join(term.rank, change.body(line["after"]))
    heading = ngettext("%(count)s position stays empty", "%(count)s positions stay empty",
                       len(found))  # fmt: skip
    return "empty", heading % {"count": len(found)}, tuple(found.values()), True


def _goes_on(change, line):
    before, after = (change.after.bodies.get(line[name]) for name in ("before", "after"))
    alone = sum(other["before"] == line["before"] for other in change.of("succeed")) == 1
    return bool(alone and before and after and before.level == after.level)


def _untitled(change):
    ended = [change.before.terms.get(line["term"]) for line in change.of("end")]
    holding = {term.person for term in _held(change.after, change.day)}
    without = dict.fromkeys(term.person for term in ended if term and term.person not in holding)
    lines = tuple(wording.name(person, change.before) for person in without)
    heading = ngettext("%(count)s person is left without any title",
                       "%(count)s people are left without any title", len(lines))  # fmt: skip
    return "untitled", heading % {"count": len(lines)}, lines, True
