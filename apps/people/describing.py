"""A decision in sentences, one for each line: what two people read and sign."""

from django.utils.translation import gettext as _

from apps.organizations.models import Organization

from . import wording
from .changes import day
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
        "title": wording.title(line["rank"], _body(line["body"], after), line["status"]),
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


def _body(key, picture):
    body = picture.bodies.get(key)
    return body.name if body else _("(a body no longer in the register)")


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
        return _body(value, picture)
    return str(_STATUS(value).label) if name == "status" else str(value)


def _say_describe(line, before, after):
    person = before.people.get(line["person"])
    told = [
        _("%(field)s: %(old)s → %(new)s") % {"field": str(label()), "old": old, "new": new}
        for name, label in _PERSON_LABELS.items()
        if name in line["set"]
        for old, new in [_pair(name, person, line["set"][name])]
        if old != new
    ]
    return _("Set right about %(name)s: %(changes)s.") % {
        "name": person.name if person else wording.name(line["person"], after),
        "changes": "; ".join(told) or _("nothing"),
    }


def _pair(name, person, value):
    old = getattr(person, name) if person else None
    new = day(value) if name == "born_on" else value
    return _plain(name, old), _plain(name, new)


def _plain(name, value):
    if name == "portrait":
        return _("picture %(number)s") % {"number": value} if value else _("no picture")
    if name == "born_on":
        return wording.on(value) or "—"
    if isinstance(value, list):
        return ", ".join(value) or "—"
    return f"“{value}”" if value else "—"


_PERSON_LABELS = {
    "name": lambda: _("full name"),
    "other_spellings": lambda: _("other spellings"),
    "portrait": lambda: _("portrait"),
    "biography": lambda: _("short biography"),
    "born_on": lambda: _("born on"),
}


def _say_found(line, before, after):
    begins = wording.span(day(line["from"]), None)
    said = _("New body: %(name)s %(span)s") % {"name": line["name"], "span": begins}
    return said.strip() + "."


def _say_close(line, before, after):
    return _("%(body)s ends; its last day is %(day)s.") % {
        "body": _body(line["body"], after), "day": wording.on(day(line["on"])),
    }  # fmt: skip


def _say_succeed(line, before, after):
    words = {
        "renamed": _("%(before)s is renamed %(after)s from %(day)s."),
        "merged": _("%(before)s is merged into %(after)s from %(day)s."),
        "split": _("%(after)s is split off %(before)s from %(day)s."),
        "taken_over": _("%(after)s takes over the work of %(before)s from %(day)s."),
    }
    return words[line["kind"]] % {
        "before": _body(line["before"], after), "after": _body(line["after"], after),
        "day": wording.on(day(line["on"])),
    }  # fmt: skip


def _say_body(line, before, after):
    old = before.bodies.get(line["body"])
    told = [
        f"{label()}: {_of_body(name, getattr(old, column, None), before)} → "
        f"{_of_body(name, day(value) if name in DAYS else value, after)}"
        for name, value in line["set"].items()
        for label, column in [_BODY_LABELS[name]]
    ]
    return _("Set right about %(name)s: %(changes)s.") % {
        "name": old.name if old else _body(line["body"], after), "changes": "; ".join(told),
    }  # fmt: skip


def _of_body(name, value, picture):
    if name == "parent":
        return _body(value, picture) if value else "—"
    if name in DAYS:
        return wording.on(value) or "—"
    if name in ("kind", "level"):
        return str(dict(Organization._meta.get_field(name).flatchoices).get(value, "—"))
    return _plain(name, value)


_BODY_LABELS = {
    "name": (lambda: _("official name"), "name"),
    "short_names": (lambda: _("other names"), "short_names"),
    "abbreviations": (lambda: _("abbreviations"), "abbreviations"),
    "parent": (lambda: _("superior body"), "parent"),
    "place": (lambda: _("locality"), "place"),
    "kind": (lambda: _("kind"), "kind"),
    "level": (lambda: _("level"), "level"),
    "from": (lambda: _("exists from"), "starts"),
    "to": (lambda: _("exists until"), "ends"),
}


def _say_load(line, before, after):
    return _("The file %(file)s: %(people)s people, %(bodies)s bodies, %(terms)s terms.") % {
        "file": line["file"],
        **{name: line["counts"].get(name, 0) for name in ("people", "bodies", "terms")},
    }  # fmt: skip


_SAY = {
    "person": _say_person, "describe": _say_describe, "appoint": _say_appoint, "end": _say_end,
    "correct": _say_correct, "strike": _say_strike, "found": _say_found, "close": _say_close,
    "succeed": _say_succeed, "body": _say_body, "load": _say_load,
}  # fmt: skip
