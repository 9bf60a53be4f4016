"""A decision in sentences, one for each line: what two people read and sign."""

from django.utils.translation import gettext as _

from . import describing_bodies, wording
from .changes import day
from .describing_bodies import body_name, plain
from .models import Term
from .picture import Picture
from .playing import DAYS, TERM_FIELDS, play

_STATUS = Term.Status


def sentences(lines, before: Picture) -> list[str]:
    """One sentence for each tidied line; `before` is left as it was."""
    after = play(before.copy(), lines).picture
    return [_SAY[line["act"]](line, before, after) for line in lines]


def _say_person(line, before, after):
    return _("%(name)s is new in the register.") % {"name": line["name"]}


def _say_appoint(line, before, after):
    said = {
        "name": wording.name(line["person"], after),
        "title": wording.title(line["rank"], body_name(line["body"], after), line["status"]),
        "span": wording.span(day(line["from"]), day(line["to"])),
    }
    words = _appointed(line["status"]) % said
    return " ".join([words.strip(), *_days_of(line)]) + "."


def _appointed(status):
    if status in (_STATUS.ACTING, _STATUS.IN_CHARGE):
        return _("%(name)s is given %(title)s %(span)s")
    if status == _STATUS.CONCURRENT:
        return _("%(name)s also takes the title %(title)s %(span)s")
    return _("%(name)s takes the title %(title)s %(span)s")


def _days_of(line):
    """Elected and approved, where they are other days than the first day held."""
    told = []
    if line["elected"]:
        told.append(_("elected on %(day)s") % {"day": wording.on(day(line["elected"]))})
    if line["approved"]:
        told.append(_("approved on %(day)s") % {"day": wording.on(day(line["approved"]))})
    return ["(" + "; ".join(told) + ")"] if told else []


def _say_end(line, before, after):
    who, title = _whose(line["term"], before)
    return _("%(name)s gives up the title %(title)s; the last day held is %(day)s.") % {
        "name": who, "title": title, "day": wording.on(day(line["on"])),
    }  # fmt: skip


def _whose(key, picture):
    term = picture.terms.get(key)
    if term is None:
        return _("(somebody no longer in the register)"), _("(a title no longer in the register)")
    return wording.name(term.person, picture), wording.of_term(term, picture)


def _say_strike(line, before, after):
    who, title = _whose(line["term"], before)
    term = before.terms.get(line["term"])
    span = wording.span(term.starts, term.ends) if term else ""
    return _("Entered by mistake and taken out: %(title)s of %(name)s %(span)s.") % {
        "name": who, "title": title, "span": span,
    }  # fmt: skip


def _say_correct(line, before, after):
    who, title = _whose(line["term"], before)
    return _("Set right: %(title)s of %(name)s: %(changes)s.") % {
        "name": who, "title": title, "changes": "; ".join(_corrected(line, before, after)),
    }  # fmt: skip


def _corrected(line, before, after):
    term = before.terms.get(line["term"])
    for name, value in line["set"].items():
        old = getattr(term, TERM_FIELDS[name]) if term else None
        new = day(value) if name in DAYS else value
        if old != new:
            yield f"{_label(name)}: {_shown(name, old, before)} → {_shown(name, new, after)}"


def _label(name):
    column = {"from": "starts_on", "to": "ends_on", "elected": "elected_on"}.get(name)
    column = column or {"approved": "approved_on"}.get(name, name)
    if name in ("rank", "body"):
        return _("rank") if name == "rank" else _("organization")
    return str(Term._meta.get_field(column).verbose_name)


def _shown(name, value, picture):
    if value in (None, ""):
        return "—"
    if name in DAYS:
        return wording.on(value)
    if name == "person":
        return wording.name(value, picture)
    if name == "body":
        return body_name(value, picture)
    return str(_STATUS(value).label) if name == "status" else str(value)


def _say_describe(line, before, after):
    person = before.people.get(line["person"])
    told = [
        _private()
        if name == "born_on"
        else _("%(field)s: %(old)s → %(new)s") % {"field": str(label()), "old": old, "new": new}
        for name, label in _PERSON_LABELS.items()
        if name in line["set"]
        for old, new in [_pair(name, person, line["set"][name])]
        if old != new
    ]
    return _("Set right about %(name)s: %(changes)s.") % {
        "name": person.name if person else wording.name(line["person"], after),
        "changes": "; ".join(told) or _("nothing"),
    }


def _private():
    """Decisions are read by everybody with a seat; the day stands on the keepers' page only."""
    return _("birth date changed (private)")


def _pair(name, person, value):
    old = getattr(person, name) if person else None
    new = day(value) if name == "born_on" else value
    return plain(name, old), plain(name, new)


_PERSON_LABELS = {
    "name": lambda: _("full name"),
    "other_spellings": lambda: _("other spellings"),
    "portrait": lambda: _("portrait"),
    "biography": lambda: _("short biography"),
    "born_on": lambda: _("born on"),
}


def _say_load(line, before, after):
    return _("The file %(file)s: %(people)s people, %(bodies)s bodies, %(terms)s terms.") % {
        "file": line["file"],
        **{name: line["counts"].get(name, 0) for name in ("people", "bodies", "terms")},
    }  # fmt: skip


_SAY = {
    "person": _say_person, "describe": _say_describe, "appoint": _say_appoint, "end": _say_end,
    "correct": _say_correct, "strike": _say_strike, "load": _say_load,
    "found": describing_bodies.say_found, "close": describing_bodies.say_close,
    "succeed": describing_bodies.say_succeed, "body": describing_bodies.say_body,
}  # fmt: skip
