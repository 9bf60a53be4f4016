"""From the lines of an uploaded workbook to the lines of a decision; nothing is written here."""

import datetime as dt

from django.utils.translation import gettext as _

from apps.people.changes import LONGEST_DECISION, tidy
from apps.people.contradictions import clashes

from .sheets_bodies import body_lines
from .sheets_in import Upload
from .sheets_names import Names
from .sheets_proposed import Proposed, identified, readable
from .sheets_rows import Book
from .sheets_titles import title_lines
from .words import BODIES, PEOPLE, TITLES


def propose(upload: Upload, book: Book, *, at: dt.datetime) -> Proposed:
    """The decision that would bring the register to what the workbook says."""
    proposed = Proposed(errors=list(upload.errors))
    bodies, people = Names(BODIES, book.bodies), Names(PEOPLE, book.people)
    body_lines(proposed, upload.lines[BODIES], book, bodies)
    _people(proposed, upload.lines[PEOPLE], book, people)
    read = list(readable(proposed, upload.lines[TITLES]))
    title_lines(proposed, read, book, people, bodies)
    _check(proposed, at)
    return proposed


def _people(proposed, lines, book, names):
    known = {row.pk: row for row in book.people.values()}
    new = {}
    for line, cells in identified(proposed, lines, names, "p", new):
        row = known[cells["key"]]
        given = {key: cells[key] for key in ("name", "other_spellings")
                 if key in cells and cells[key] != getattr(row, key)}  # fmt: skip
        proposed.counts[PEOPLE]["changed" if given else "unchanged"] += 1
        if given:
            proposed.add({"act": "describe", "person": row.pk, "set": given}, line.where)
    for line, cells in new.values():
        proposed.counts[PEOPLE]["new"] += 1
        said = {"name": cells["name"], "other_spellings": cells.get("other_spellings", [])}
        proposed.add({"act": "person", "ref": cells["key"], **said}, line.where)


def _check(proposed, at):
    """Every contradiction with its row; only when all rows could be read."""
    if proposed.errors:
        return
    if len(proposed.lines) > LONGEST_DECISION:
        proposed.errors.append(
            _("%(count)d changes; one decision holds at most %(most)d. Upload it in parts.")
            % {"count": len(proposed.lines), "most": LONGEST_DECISION}
        )
        return
    proposed.lines = [tidy(line) for line in proposed.lines]
    for clash in clashes(proposed.lines, at=at):
        where = proposed.places[clash.line] if clash.line is not None else ""
        proposed.errors.append(f"{where}: {clash.sentence}" if where else clash.sentence)
