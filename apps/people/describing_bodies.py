"""Lines about bodies in sentences."""

from django.utils.translation import gettext as _

from apps.organizations.models import Organization

from . import wording
from .changes import day
from .playing import DAYS


def plain(name: str, value) -> str:
    """A value as a sentence quotes it; a dash for nothing."""
    if name == "portrait":
        return _("picture %(number)s") % {"number": value} if value else _("no picture")
    if name == "born_on":
        return wording.on(value) or "—"
    if isinstance(value, list):
        return ", ".join(value) or "—"
    return f"“{value}”" if value else "—"


def body_name(key, picture) -> str:
    """A body of the picture, by name."""
    body = picture.bodies.get(key)
    return body.name if body else _("(a body no longer in the register)")


def say_found(line, before, after):
    begins = wording.span(day(line["from"]), None)
    said = _("New body: %(name)s %(span)s") % {"name": line["name"], "span": begins}
    return said.strip() + "."


def say_close(line, before, after):
    return _("%(body)s ends; its last day is %(day)s.") % {
        "body": body_name(line["body"], after), "day": wording.on(day(line["on"])),
    }  # fmt: skip


def say_succeed(line, before, after):
    words = {
        "renamed": _("%(before)s is renamed %(after)s from %(day)s."),
        "merged": _("%(before)s is merged into %(after)s from %(day)s."),
        "split": _("%(after)s is split off %(before)s from %(day)s."),
        "taken_over": _("%(after)s takes over the work of %(before)s from %(day)s."),
    }
    return words[line["kind"]] % {
        "before": body_name(line["before"], after), "after": body_name(line["after"], after),
        "day": wording.on(day(line["on"])),
    }  # fmt: skip


def say_body(line, before, after):
    old = before.bodies.get(line["body"])
    told = [
        f"{label()}: {_of_body(name, getattr(old, column, None), before)} → "
        f"{_of_body(name, day(value) if name in DAYS else value, after)}"
        for name, value in line["set"].items()
        for label, column in [_BODY_LABELS[name]]
    ]
    return _("Set right about %(name)s: %(changes)s.") % {
        "name": old.name if old else body_name(line["body"], after), "changes": "; ".join(told),
    }  # fmt: skip


def _of_body(name, value, picture):
    if name == "parent":
        return body_name(value, picture) if value else "—"
    if name in DAYS:
        return wording.on(value) or "—"
    if name in ("kind", "level"):
        return str(dict(Organization._meta.get_field(name).flatchoices).get(value, "—"))
    return plain(name, value)


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
