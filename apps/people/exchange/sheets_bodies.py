"""The sheet of bodies: new ones, and what it says otherwise of those the register has."""

from django.utils.translation import gettext as _

from apps.organizations.naming import guess

from .sheets_proposed import as_json, identified
from .values import Wrong
from .words import BODIES, COLUMNS

BODY_SET = (
    "name", "short_names", "abbreviations", "kind", "level", "place", "parent", "from", "to",
)  # fmt: skip
UNSAID = object()  # a superior that the sheet does not speak of


def body_lines(proposed, lines, book, names):
    known = {row.pk: row for row in book.bodies.values()}
    old, new = [], {}
    for line, cells in identified(proposed, lines, names, "b", new):
        old.append((line, cells))
    for line, cells in old:
        _with_parent(proposed, line, cells, names)
        _changed_body(proposed, line, cells, known[cells["key"]])
    for line, cells in new.values():
        _with_parent(proposed, line, cells, names)
    for line, cells in _parents_first(proposed, new):
        _new_body(proposed, line, cells)


def _with_parent(proposed, line, cells, names):
    if not cells.get("parent"):
        cells["parent"] = None if "parent" in cells else UNSAID
        return
    try:
        cells["parent"] = names.find(cells["parent"])
    except Wrong as wrong:
        proposed.wrong(f"{line.where}, {COLUMNS[BODIES]['parent'][0]}", wrong)
        cells["parent"] = UNSAID


def _changed_body(proposed, line, cells, row):
    now = {
        "name": row.name, "short_names": row.short_names, "abbreviations": row.abbreviations,
        "kind": row.kind, "level": row.level, "place": row.place, "parent": row.parent_id,
        "from": row.valid_from, "to": row.valid_to,
    }  # fmt: skip
    if cells.get("document", row.founding_document) != row.founding_document:
        proposed.wrong(line.where, _("the founding document of a body cannot be changed here"))
    given = {key: cells[key] for key in BODY_SET if key in cells and cells[key] is not UNSAID}
    given = {key: value for key, value in given.items()
             if value != now[key] and (value or key not in ("kind", "level"))}  # fmt: skip
    proposed.counts[BODIES]["changed" if given else "unchanged"] += 1
    if given.get("to") and row.valid_to is None:
        on = given.pop("to").isoformat()
        proposed.add({"act": "close", "body": row.pk, "on": on}, line.where)
    if given:
        proposed.add({"act": "body", "body": row.pk, "set": as_json(given)}, line.where)


def _parents_first(proposed, new):
    """New bodies, each after its superior where that is new too."""
    waiting, done = dict(new), set()
    while waiting:
        ready = [key for key, (_line, cells) in waiting.items() if cells["parent"] not in waiting]
        for key in ready or [next(iter(waiting))]:
            line, cells = waiting.pop(key)
            if not ready:
                proposed.wrong(line.where, _("a body cannot stand above itself"))
            done.add(key)
            yield line, cells


def _new_body(proposed, line, cells):
    guessed = guess(cells["name"])
    level = cells.get("level") or str(guessed.level)
    if not level:
        proposed.wrong(line.where, _("say of which level the body is"))
        return
    made = {
        "act": "found",
        "ref": cells["key"],
        "name": cells["name"],
        "short_names": cells.get("short_names", []),
        "abbreviations": cells.get("abbreviations", []),
        "kind": cells.get("kind") or str(guessed.kind),
        "level": level,
        "place": cells.get("place") or guessed.place,
        "parent": None if cells["parent"] is UNSAID else cells["parent"],
        "from": cells.get("from"),
        "document": cells.get("document", ""),
    }
    proposed.counts[BODIES]["new"] += 1
    proposed.add(as_json(made), line.where)
    if cells.get("to"):
        proposed.add({"act": "close", "body": cells["key"], "on": cells["to"].isoformat()},
                     line.where)  # fmt: skip
