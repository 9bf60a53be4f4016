"""History in words: what an Act is called, and what it changed, for people."""

import datetime as dt
import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?\S*)?\Z")
_VERBS = {}
_FIELDS = {}


def name_verbs(words: dict) -> None:
    """Each noun names its verbs once, at import: {"give_seat": _("gave a role")}.

    Where two nouns use one verb, "person:take_back" is what it is called for keys "person:…".
    """
    _VERBS.update(words)


def name_fields(words: dict) -> None:
    """Words for keys of `before` and `after` that are not fields of a model."""
    _FIELDS.update(words)


def verbs() -> dict[str, str]:
    """{verb: its word}, as the nouns have named them."""
    return {verb: capfirst(str(word)) for verb, word in _VERBS.items() if ":" not in verb}


def verbs_called(verb: str) -> list[str]:
    """This verb and all that are called the same; none for a verb nobody has named."""
    words = verbs()
    return [other for other in words if words[other] == words.get(verb)]


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
            verb=str(_verb(act)),
            by=str(act.by),
            at=act.at,
            reason=act.reason,
            changes=tuple(_changes(act, models)),
        )
        for act in acts
    ]


def _verb(act):
    kind = act.key.partition(":")[0]
    return _VERBS.get(f"{kind}:{act.verb}") or _VERBS.get(act.verb, _("changed"))


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
            label = fields[name].verbose_name
            # A field without a name for people: Django's own is its column.
            said = str(label) if isinstance(label, Promise) else ""
            return said, dict(fields[name].flatchoices)
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
    return _day_or_moment(value) if isinstance(value, str) else str(value)


def _day_or_moment(value: str) -> str:
    """Acts keep days and moments in ISO's form; people read them day first, in Vietnam's time."""
    if not ISO.match(value):
        return value
    try:
        if len(value) == len("2026-04-30"):
            return f"{dt.date.fromisoformat(value):%d/%m/%Y}"
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    if timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return f"{moment:%H:%M %d/%m/%Y}"
