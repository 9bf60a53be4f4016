"""The sheet of titles: which term a line is about, and what it would change of it."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.people.picture import rank_key

from .matching import pair_titles
from .sheets_proposed import as_json
from .values import Wrong, split_status
from .words import COLUMNS, TITLES

# Columns of a line of a decision, and of a term.
_COLUMNS = {
    "from": "starts_on", "to": "ends_on", "elected": "elected_on", "approved": "approved_on",
    "status": "status", "precedence": "precedence", "document": "document",
}  # fmt: skip


@dataclass
class _Title:
    """A readable line of the sheet; `starts_on` and `ends_on` for matching it with a term."""

    line: object
    values: dict

    @property
    def starts_on(self):
        return self.values.get("from")

    @property
    def ends_on(self):
        return self.values.get("to")

    @property
    def position(self):
        return self.values["person"], self.values["body"], rank_key(self.values["rank"])


def title_lines(proposed, read, book, people, bodies) -> None:
    """Adds a line for each title that is new or changed, an error for each that is unclear."""
    by_code, groups = {}, defaultdict(list)
    for line, cells in read:
        title = _resolved(proposed, line, cells, people, bodies)
        code = cells.get("code", "").upper()
        if title is None:
            continue
        if code and code not in book.terms:
            proposed.wrong(line.where, _("the register has no code “%(code)s”") % {"code": code})
        elif code in by_code:
            said = {"row": by_code[code].line.row}
            proposed.wrong(line.where, _("the same as row %(row)d") % said)
        elif code:
            by_code[code] = title
        else:
            groups[title.position].append(title)
    for code, title in by_code.items():
        _compare(proposed, title, book.terms[code])
    _without_codes(proposed, groups, book, by_code)


def _resolved(proposed, line, cells, people, bodies):
    values = dict(cells)
    day = cells.get("from") or cells.get("to")
    for key, names in (("person", people), ("body", bodies)):
        try:
            values[key] = names.find(cells[key], day)
        except Wrong as wrong:
            proposed.wrong(f"{line.where}, {COLUMNS[TITLES][key][0]}", wrong)
            return None
    first, last = cells.get("from"), cells.get("to")
    if first and last and last < first:
        proposed.wrong(line.where, _("the last day is before the first"))
        return None
    values["rank"], status = split_status(cells["rank"])
    if status and values.get("status") in (None, "holds"):
        values["status"] = status
    return _Title(line, values)


def _without_codes(proposed, groups, book, by_code):
    """Lines without a code: the term of that person, body and rank with fitting days, else new."""
    stored = defaultdict(list)
    for code, term in book.terms.items():
        if code not in by_code:
            position = term.position
            stored[term.person_id, position.body_id, rank_key(position.rank)].append(term)
    for position, titles in groups.items():
        for title, term in pair_titles(titles, stored.get(position, [])):
            if term is not None:
                _compare(proposed, title, term)
            else:
                _appoint(proposed, title)


def _compare(proposed, title, term):
    values = title.values
    given = {
        key: values[key]
        for key, column in _COLUMNS.items()
        if key in values and values[key] != getattr(term, column)
    }
    if given.get("status", "") is None:
        del given["status"]
    if values["person"] != term.person_id:
        given["person"] = values["person"]
    if values["body"] != term.position.body_id:
        given["body"] = values["body"]
    if rank_key(values["rank"]) != rank_key(term.position.rank):
        given["rank"] = values["rank"]
    proposed.counts[TITLES]["changed" if given else "unchanged"] += 1
    if set(given) == {"to"} and given["to"] and term.ends_on is None:
        line = {"act": "end", "term": term.pk, "on": given["to"].isoformat()}
        proposed.add(line, title.line.where)
    elif given:
        line = {"act": "correct", "term": term.pk, "set": as_json(given)}
        proposed.add(line, title.line.where)


def _appoint(proposed, title):
    values = title.values
    said = {key: values.get(key) for key in ("person", "rank", "body", *_COLUMNS)}
    said["status"] = said["status"] or "holds"
    said["document"] = said["document"] or ""
    proposed.counts[TITLES]["new"] += 1
    proposed.add({"act": "appoint", **as_json(said)}, title.line.where)
