"""The workbook coming in: from whatever file was uploaded to lines with their places.

The file may be anything: not a workbook, a bomb, full of macros or formulas. It is read only as
values, within limits, and refused with one sentence where it cannot be.
"""

import io
import zipfile
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from apps.newsroom.refusals import Refused
from lib.vietnamese.fold import fold

from .words import BODIES, COLUMNS, EXAMPLE, PEOPLE, SHEET_ALIASES, TITLES

LARGEST_UPLOAD = 10 * 1024 * 1024
LARGEST_UNPACKED = 80 * 1024 * 1024
MOST_PARTS = 500
MOST_LINES = 50_000
LAST_ROW, LAST_COLUMN = 200_000, 60
LOOK_FOR_HEADINGS = 10  # rows that may stand above the headings
SHEETS = (BODIES, PEOPLE, TITLES)


@dataclass(frozen=True)
class Line:
    """One line of a sheet: {column: what stands in the cell}; only columns the sheet has."""

    sheet: str
    row: int
    cells: dict

    @property
    def where(self) -> str:
        return _("Sheet %(sheet)s, row %(row)d") % {"sheet": self.sheet, "row": self.row}


@dataclass
class Upload:
    """The lines of each sheet; `errors` are what is wrong with whole sheets."""

    lines: dict[str, list[Line]] = field(default_factory=lambda: {name: [] for name in SHEETS})
    errors: list[str] = field(default_factory=list)


def read_upload(content: bytes) -> Upload:
    """Raises Refused, in one sentence, for what is no workbook or too large to be one of ours."""
    _look_inside(content)
    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as broken:  # whatever a broken file makes the library raise
        raise _unreadable() from broken
    try:
        return _sheets(workbook)
    except Refused:
        raise
    except Exception as broken:
        raise _unreadable() from broken
    finally:
        workbook.close()


def _unreadable():
    return Refused(_("This file cannot be read as an Excel workbook (.xlsx)."))


def _look_inside(content):
    """Before anything is unpacked: size, number of parts, macros."""
    if len(content) > LARGEST_UPLOAD:
        raise Refused(_too_large())
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _unreadable() from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Refused(_too_large())
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise Refused(_("This workbook carries macros; save it as .xlsx without them."))


def _too_large():
    return _("This workbook is too large; at most %(lines)d lines are read from a sheet.") % {
        "lines": MOST_LINES
    }


def _sheets(workbook):
    upload = Upload()
    named = {}
    for sheet in workbook.worksheets:
        named.setdefault(_sheet_name(sheet.title), sheet)
    for name in SHEETS:
        if name in named:
            _read_sheet(upload, name, named[name])
    if not any(name in named for name in SHEETS):
        raise Refused(
            _("The workbook has none of the sheets %(names)s.") % {"names": ", ".join(SHEETS)}
        )
    return upload


def _sheet_name(title):
    wanted = fold(title)
    for name in SHEETS:
        if wanted in (fold(name), *map(fold, SHEET_ALIASES[name])):
            return name
    return title


def _read_sheet(upload, name, sheet):
    sheet.reset_dimensions()  # what the file says of its size is not to be trusted
    columns = None
    rows = sheet.iter_rows(max_row=LAST_ROW, max_col=LAST_COLUMN, values_only=True)
    for number, cells in enumerate(rows, 1):
        if _is_empty(cells):
            continue
        if columns is None:
            columns = _headings(name, cells)
            if columns is None and number >= LOOK_FOR_HEADINGS:
                break
            continue
        _add_line(upload, name, number, cells, columns)
    if columns is None:
        needed = [heading for heading, _w, _a, must in COLUMNS[name].values() if must]
        upload.errors.append(
            _("Sheet %(sheet)s: no row of headings found; it needs %(columns)s.")
            % {"sheet": name, "columns": ", ".join(needed)}
        )


def _is_empty(cells):
    return all(cell is None or not str(cell).strip() for cell in cells)


def _headings(name, cells):
    """{column: its place}, or None when this is not yet the row of headings."""
    columns = COLUMNS[name].items()
    known = {fold(alias): key for key, column in columns for alias in column[2]}
    known |= {fold(column[0]): key for key, column in columns}
    found = {}
    for place, cell in enumerate(cells):
        key = known.get(fold(str(cell or "")).rstrip(" *:"))
        if key:
            found.setdefault(key, place)
    needed = [key for key, column in COLUMNS[name].items() if column[3]]
    return found if all(key in found for key in needed) else None


def _add_line(upload, name, number, cells, columns):
    line = {key: cells[place] if place < len(cells) else None for key, place in columns.items()}
    if _is_empty(line.values()) or fold(str(line.get("code") or "")) == fold(EXAMPLE):
        return
    if len(upload.lines[name]) >= MOST_LINES:
        raise Refused(_too_large())
    upload.lines[name].append(Line(name, number, line))
