"""History in words: what an Act is called, and what it changed, for people."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

_VERBS = {}
_FIELDS = {}


def name_verbs(words: dict) -> None:
    """Each noun names its verbs once, at import: {"give_seat": _("gave a role")}."""
    _VERBS.update(words)


def name_fields(words: dict) -> None:
    """Words for keys of `before` and `after` that are not fields of a model."""
    _FIELDS.update(words)


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    """One Act for the screen."""

    verb: str
    by: str
    at: object
    reason: str
    changes: tuple[Change, ...]


def told(acts, *models) -> list[Told]:
    """Acts as sentences; `models` give labels to the fields they mention, first come first."""
    return [
        Told(
            verb=str(_VERBS.get(act.verb, _("changed"))),
            by=str(act.by),
            at=act.at,
            reason=act.reason,
            changes=tuple(_changes(act, models)),
        )
        for act in acts
    ]


def _changes(act, models):
    for name in dict.fromkeys([*act.before, *act.after]):
        label, choices = _field(name, models)
        before, after = act.before.get(name), act.after.get(name)
        if label and before != after:
            yield Change(label, _words(before, choices), _words(after, choices))


def _field(name, models):
    """The word for a key, or '' for one that says nothing to a person; and its choices."""
    for model in models:
        fields = {field.name: field for field in model._meta.concrete_fields}
        if name in fields:
            return str(fields[name].verbose_name), dict(fields[name].flatchoices)
    return str(_FIELDS.get(name, "")), {}


def _words(value, choices=()) -> str:
    if isinstance(value, str) and value in choices:
        return str(choices[value])
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_words(item) for item in value)
    return str(value)
