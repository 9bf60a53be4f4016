"""From the rows of the table a clerk types into to the lines of a decision (back: `resuming`).

A row is what stands on the screen, as typed; days are D/M/Y, an empty day is the decision's own,
"-" is no day at all:

    {"act": "appoint"|"end"|"move"|"correct"|"strike"|"line",
     "person": {"id", "name"} | {"new": name} | {"text": typed but not chosen},
     "terms": [ids], "rank", "body": like person, "body_kind", "body_level", "status", "on", "to",
     "elected", "approved", "precedence", "document", "right_person", "line": any other line}
"""

from dataclasses import dataclass, field
from itertools import count

from django.utils.translation import gettext as _

from apps.newsroom.days import why_no_day
from apps.organizations.models import Organization
from apps.organizations.naming import guess
from lib.vietnamese.dates import read_date
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from . import changes
from .models import Term
from .picture import as_line, one_term

NO_DAY = "-"


class Untold(Exception):
    """What a row still lacks; one sentence."""


@dataclass
class Entered:
    """`owner[i]` is the row that line `i` came from; `troubles`: {row: what it lacks}."""

    lines: list[dict] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    troubles: dict[int, str] = field(default_factory=dict)
    refs: dict[tuple, str] = field(default_factory=dict)

    def put(self, row: int, line: dict) -> None:
        self.lines.append(changes.tidy(line))
        self.owner.append(row)


def lines_of(rows: list[dict], decided_on) -> Entered:
    """The lines these rows mean. A row that lacks something gives no line, but a trouble."""
    entered = Entered()
    terms = _terms_named(rows)
    for number, row in enumerate(rows):
        if is_empty(row):
            continue
        kept, refs = len(entered.lines), dict(entered.refs)
        trouble = _enter(entered, number, row, decided_on, terms)
        if trouble:
            del entered.lines[kept:], entered.owner[kept:]
            entered.refs = refs
            entered.troubles[number] = trouble
    return entered


def _enter(entered, number, row, decided_on, terms) -> str:
    try:
        _ROWS.get(row.get("act"), _unknown)(entered, number, row, decided_on, terms)
    except Untold as untold:
        return str(untold)
    except (ValueError, TypeError, KeyError, AttributeError):
        return _("This line is incomplete or cannot be read.")
    return ""


def is_empty(row) -> bool:
    """A row nobody has typed into."""
    return isinstance(row, dict) and not any(
        row.get(name) for name in ("person", "terms", "rank", "body", "line")
    )


def _terms_named(rows):
    named = {
        key
        for row in rows
        if isinstance(row, dict)
        for key in row.get("terms") or []
        if isinstance(key, int) and not isinstance(key, bool) and 0 < key < 2**53
    }
    found = Term.objects.filter(pk__in=list(named)[:1000]).select_related("position")
    return {term.pk: one_term(term) for term in found}


def _unknown(entered, number, row, decided_on, terms):
    raise Untold(_("Choose what happens in this line."))


def _appoint(entered, number, row, decided_on, terms):
    entered.put(number, _appointment(entered, number, row, decided_on))


def _appointment(entered, number, row, decided_on):
    person = _person(entered, number, row.get("person"))
    if not row.get("rank"):
        raise Untold(_("Which title? Write the rank."))
    body = _body(entered, number, row)
    return {
        "act": "appoint", "person": person, "rank": row["rank"], "body": body,
        "status": row.get("status") or Term.Status.HOLDS.value,
        "from": _day(row, "on", decided_on), "to": _day(row, "to"),
        "elected": _day(row, "elected"), "approved": _day(row, "approved"),
        "precedence": _number(row.get("precedence")), "document": row.get("document") or "",
    }  # fmt: skip


def _person(entered, number, chosen):
    chosen = chosen or {}
    if chosen.get("id"):
        return chosen["id"]
    name = clean(chosen.get("new") or "")
    if not name:
        raise Untold(
            _("Choose “%(text)s” from the list, or add this person as new.")
            % {"text": chosen["text"]}
            if chosen.get("text")
            else _("Who? Choose a person.")
        )
    return _ref(entered, number, ("person", fold(name)), {"act": "person", "name": name})


def _ref(entered, number, key, line):
    """The same new name in two rows is one person."""
    if key not in entered.refs:
        used = set(entered.refs.values())
        ref = next(r for n in count(len(used) + 1) if (r := f"new:{n}") not in used)
        entered.put(number, {**line, "ref": ref})
        entered.refs[key] = ref
    return entered.refs[key]


def _body(entered, number, row):
    chosen = row.get("body") or {}
    if chosen.get("id"):
        return chosen["id"]
    name = clean(chosen.get("new") or "")
    if not name:
        raise Untold(
            _("Choose the body “%(text)s” from the list, or add it as new.")
            % {"text": chosen["text"]}
            if chosen.get("text")
            else _("Of which body? Choose one.")
        )
    return _ref(entered, number, ("body", fold(name)), _founding(name, row))


def _founding(name, row):
    known = guess(name)
    level = row.get("body_level") or known.level
    if level not in Organization.Level.values:
        raise Untold(_("Say of which level the new body is (under “More”)."))
    return {
        "act": "found", "name": name, "kind": row.get("body_kind") or known.kind, "level": level,
        "place": known.place, "short_names": list(known.short_names),
        "abbreviations": list(known.abbreviations),
    }  # fmt: skip


def _day(row, name, default=None):
    """The ISO day typed in a column; `default` for nothing typed."""
    typed = clean(str(row.get(name) or ""))
    if typed == NO_DAY:
        return None
    if not typed:
        return default.isoformat() if default else None
    found = read_date(typed[:40])
    if found is None:
        raise Untold(why_no_day(typed[:40]))
    return found.isoformat()


def _number(typed):
    typed = str(typed if typed is not None else "").strip()
    if not typed:
        return None
    if not typed.isascii() or not typed.isdigit() or len(typed) > 5:
        raise Untold(_("The place in the order is a whole number, or empty."))
    return int(typed)


def _end(entered, number, row, decided_on, terms):
    on = _day(row, "on", decided_on)
    if on is None:
        raise Untold(_("Since when? Write the last day the title is held."))
    for key in _chosen_terms(row):
        entered.put(number, {"act": "end", "term": key, "on": on})


def _chosen_terms(row):
    if row.get("terms"):
        return row["terms"]
    if not (row.get("person") or {}).get("id"):
        _person(Entered(), 0, row.get("person"))
        raise Untold(_("Somebody new has no title to give up."))
    raise Untold(_("Which title? Tick it."))


def _move(entered, number, row, decided_on, terms):
    _end(entered, number, row, decided_on, terms)
    _appoint(entered, number, row, decided_on, terms)


def _strike(entered, number, row, decided_on, terms):
    for key in _chosen_terms(row):
        entered.put(number, {"act": "strike", "term": key})


def _correct(entered, number, row, decided_on, terms):
    [key] = _chosen_terms(row)[:1]
    if key not in terms:
        raise Untold(_("This is no longer in the register; choose again."))
    wanted = _correction(entered, number, row)
    old = as_line(terms[key])
    changed = {name: value for name, value in wanted.items() if value != old[name]}
    if not changed:
        raise Untold(_("This correction changes nothing yet."))
    entered.put(number, {"act": "correct", "term": key, "set": changed})


def _correction(entered, number, row):
    line = _appointment(entered, number, row, None)
    del line["act"]
    if row.get("right_person"):
        line["person"] = _person(entered, number, row["right_person"])
    return line


def _line(entered, number, row, decided_on, terms):
    """What other screens wrote (a new spelling, a body closed) stays as it is."""
    line = dict(row["line"])
    key = (line.get("act"), fold(str(line.get("name", ""))))
    if line.get("act") in ("person", "found"):
        key = ("body" if key[0] == "found" else "person", key[1])
        entered.refs[key] = line["ref"]
    entered.put(number, line)


_ROWS = {
    "appoint": _appoint, "end": _end, "move": _move, "correct": _correct, "strike": _strike,
    "line": _line,
}  # fmt: skip
