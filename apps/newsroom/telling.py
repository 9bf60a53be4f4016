"""History in words: what an Act is called, and what it changed, for people."""

from contextlib import suppress
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
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
        label = _label(name, models)
        before, after = act.before.get(name), act.after.get(name)
        if label and before != after:
            yield Change(label, _words(before), _words(after))


def _label(name, models):
    """The word for a key, or '' for one that says nothing to a person."""
    for model in models:
        with suppress(FieldDoesNotExist):
            return str(model._meta.get_field(name).verbose_name)
    return str(_FIELDS.get(name, ""))


def _words(value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_words(item) for item in value)
    return str(value)
