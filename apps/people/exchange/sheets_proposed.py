"""What an uploaded workbook would change, gathered row by row."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.people.models import Decision

from . import sheets_cells
from .sheets_in import SHEETS, Line
from .values import Wrong
from .words import COLUMNS

LONGEST = {"code": 40, "name": 200, "person": 140, "rank": 120, "body": 220, "place": 120}


@dataclass
class Proposed:
    """What the workbook would change: lines of a decision, each with its place in the sheets.

    With `errors` nothing can be made of it. `counts`: {sheet: {"new", "changed", "unchanged"}}.
    """

    lines: list[dict] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    counts: dict[str, Counter] = field(default_factory=lambda: {name: Counter() for name in SHEETS})

    @property
    def kind(self) -> str:
        """A reorganization when only bodies change, else a change of titles."""
        acts = {line["act"] for line in self.lines}
        bodies = {"found", "close", "body"}
        return Decision.Kind.BODIES if acts and acts <= bodies else Decision.Kind.TITLES

    def add(self, line: dict, where: str) -> None:
        self.lines.append(line)
        self.places.append(where)

    def wrong(self, where: str, sentence) -> None:
        self.errors.append(f"{where}: {sentence}.")


def readable(proposed, lines: list[Line]):
    """(line, values) of those whose cells can all be read; the others are errors."""
    for line in lines:
        cells, good = {}, True
        for key, cell in line.cells.items():
            heading, _width, _aliases, needed = COLUMNS[line.sheet][key]
            try:
                cells[key] = sheets_cells.read(cell, key, LONGEST.get(key, 200))
                if needed and not cells[key]:
                    raise Wrong(_("must not be empty"))
            except Wrong as wrong:
                good = False
                proposed.wrong(f"{line.where}, {heading}", str(wrong).rstrip("."))
        if good:
            yield line, cells


def identified(proposed, lines, names, letter, new):
    """Lines about rows that exist; those about new ones are put into `new` by their keys."""
    seen = {}
    for line, cells in readable(proposed, lines):
        try:
            key = names.of_row(cells.get("code", ""), cells["name"])
            if key is None:
                key = f"new:{letter}{line.row}"
                names.add(key, cells["name"], cells.get("code", ""))
                new[key] = (line, {**cells, "key": key})
            if key in seen:
                raise Wrong(_("the same as row %(row)d") % {"row": seen[key]})
            seen[key] = line.row
        except Wrong as wrong:
            proposed.wrong(line.where, wrong)
            continue
        if key not in new:
            yield line, {**cells, "key": key}


def as_json(values: dict) -> dict:
    """Days as ISO strings, everything else as it is."""
    return {
        key: value.isoformat() if isinstance(value, dt.date) else value
        for key, value in values.items()
    }
