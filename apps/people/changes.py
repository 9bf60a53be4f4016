"""The lines of a decision: what one line says, and what a well-formed line is.

A line is a plain dict with an `act`; days are ISO strings or None, people and bodies are ids or
`"new:1"`, the `ref` of an earlier line of the same decision.

    {"act": "person", "ref", "name", "other_spellings", "born_on"}
    {"act": "describe", "person", "set": {name, other_spellings, portrait, biography, born_on}}
    {"act": "appoint", "person", "rank", "body", "status", "from", "to", "elected", "approved",
     "precedence", "document"}
    {"act": "end", "term", "on"}                      the last day held
    {"act": "correct", "term", "set": {from, to, status, rank, body, person, elected, approved,
     precedence, document}}
    {"act": "strike", "term"}                         entered by mistake
    {"act": "found", "ref", "name", "short_names", "abbreviations", "kind", "level", "place",
     "parent", "from", "document"}
    {"act": "close", "body", "on"}                    the last day
    {"act": "succeed", "before", "after", "kind", "on", "document"}
    {"act": "body", "body", "set": {name, short_names, abbreviations, parent, place, kind, level,
     from, to}}                                       a record set right; a renaming is a new body
    {"act": "load", "file", "sha256", "counts"}       a loaded file
"""

import datetime as dt

from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization, Succession
from lib.vietnamese.text import clean, nfc

from .models import Term

LONGEST_DECISION = 5000
STATUSES = frozenset(Term.Status.values)


def day(value) -> dt.date | None:
    """The date of an ISO string; None for nothing. Raises ValueError for anything else."""
    return dt.date.fromisoformat(value) if value else None


def is_ref(value) -> bool:
    """Whether a person or body is one that this decision itself makes."""
    return isinstance(value, str) and value.startswith("new:")


def _day(value):
    return day(value).isoformat() if value else None


def _needed_day(value):
    return dt.date.fromisoformat(value).isoformat()


def _text(longest):
    def read(value):
        text = clean(str(value or ""))
        if len(text) > longest:
            raise ValueError(longest)
        return text

    return read


def _needed(longest):
    def read(value):
        text = _text(longest)(value)
        if not text:
            raise ValueError
        return text

    return read


def _long_text(value):
    return nfc(str(value or "")).strip()[:5000]


def _texts(value):
    if not isinstance(value, list):
        raise TypeError
    return [text for text in map(_text(200), value) if text]


def _id(value):
    """An id or a ref; a bool is an int for Python, not for us."""
    if is_ref(value):
        return value[:40]
    return _row_id(value)


def _row_id(value):
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**53:
        raise ValueError
    return value


def _maybe(read):
    return lambda value: None if value in (None, "") else read(value)


def _number(value):
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100_000:
        raise ValueError
    return value


def _one_of(choices):
    def read(value):
        if value not in choices:
            raise ValueError
        return value

    return read


def _ref(value):
    if not is_ref(value):
        raise ValueError
    return value[:40]


def _counts(value):
    return {str(name): _number(number) for name, number in dict(value or {}).items()}


def _set(fields):
    def read(value):
        if not isinstance(value, dict) or not value or set(value) - set(fields):
            raise ValueError
        return {name: fields[name](value[name]) for name in fields if name in value}

    return read


_status = _one_of(STATUSES)
_TERM = {
    "person": _id, "rank": _needed(120), "body": _id, "status": _status, "from": _day, "to": _day,
    "elected": _day, "approved": _day, "precedence": _maybe(_number), "document": _text(200),
}  # fmt: skip
_PERSON = {"name": _needed(120), "other_spellings": _texts, "born_on": _day}
_BODY = {
    "name": _needed(200), "short_names": _texts, "abbreviations": _texts, "place": _text(120),
    "parent": _maybe(_id),
}  # fmt: skip
_RECORD = {
    **_BODY, "kind": _one_of(Organization.Kind.values), "level": _one_of(Organization.Level.values),
    "from": _day, "to": _day,
}  # fmt: skip
SHAPES = {
    "person": {"ref": _ref, **_PERSON},
    "describe": {
        "person": _id,
        "set": _set({**_PERSON, "portrait": _maybe(_row_id), "biography": _long_text}),
    },
    "appoint": _TERM,
    "end": {"term": _row_id, "on": _needed_day},
    "correct": {"term": _row_id, "set": _set(_TERM)},
    "strike": {"term": _row_id},
    "found": {
        "ref": _ref, **_BODY, "kind": _one_of(Organization.Kind.values),
        "level": _one_of(Organization.Level.values), "from": _day, "document": _text(200),
    },
    "close": {"body": _id, "on": _needed_day},
    "succeed": {
        "before": _id, "after": _id, "kind": _one_of(Succession.Kind.values),
        "on": _needed_day, "document": _text(200),
    },
    "body": {"body": _id, "set": _set(_RECORD)},
    "load": {"file": _text(200), "sha256": _text(64), "counts": _counts},
}  # fmt: skip
DEFAULTS = {
    "status": Term.Status.HOLDS.value, "other_spellings": [], "short_names": [],
    "abbreviations": [],
}  # fmt: skip


def tidy(line: dict) -> dict:
    """One line with every key, clean texts and checked days. Raises ValueError, TypeError."""
    if not isinstance(line, dict) or line.get("act") not in SHAPES:
        raise ValueError
    shape = SHAPES[line["act"]]
    if set(line) - set(shape) - {"act"}:
        raise ValueError
    read = {name: reader(line.get(name, DEFAULTS.get(name))) for name, reader in shape.items()}
    return {"act": line["act"], **read}


def tidied(lines) -> list[dict]:
    """All lines of a decision, tidied. Raises Refused and names the first line that is wrong."""
    if not isinstance(lines, list | tuple):
        raise Refused(_("The changes of a decision are a list of lines."))
    if len(lines) > LONGEST_DECISION:
        raise Refused(
            _("A decision has at most %(most)s lines; write two.") % {"most": LONGEST_DECISION}
        )
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(tidy(line))
        except (ValueError, TypeError):
            raise Refused(
                _("Line %(number)s is incomplete or cannot be read.") % {"number": number}
            ) from None
    return found


def ids(lines, *names) -> set:
    """The row ids that lines name under these keys, in `set` too; refs are left out."""
    found = {part.get(name) for line in lines for part in _parts(line) for name in names}
    return {value for value in found if isinstance(value, int)}


def _parts(line):
    return (line, line["set"]) if isinstance(line.get("set"), dict) else (line,)
