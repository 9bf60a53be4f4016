"""The workbook going out: an empty one with examples, or the whole register."""

import io

import xlsxwriter

from . import words
from .sheets_rows import Book
from .words import BODIES, CHOICES, COLUMNS, DAYS, EXAMPLES, HELP, HELP_LINES, PEOPLE, TITLES

SHEETS = (BODIES, PEOPLE, TITLES)
ROWS_WITH_LISTS = 20_000
# A cell that begins so would be a formula to whoever edits it or saves it as text.
LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": words.YEAR_FORMAT,
}


def template() -> bytes:
    """The empty workbook, one grey example on each sheet."""
    return _workbook({sheet: [EXAMPLES[sheet]] for sheet in SHEETS})


def whole_register(book: Book) -> bytes:
    """All bodies, people and titles; uploaded again unchanged it changes nothing."""
    return _workbook(book.lines())


def _workbook(lines):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, OPTIONS) as workbook:
        formats = _formats(workbook)
        for sheet in SHEETS:
            _sheet(workbook, formats, sheet, lines[sheet])
        _help(workbook, formats)
    return made.getvalue()


def _formats(workbook):
    plain = {"num_format": "@", "valign": "top", "text_wrap": True}
    head = {"bold": True, "valign": "top", "text_wrap": True, "bottom": 1, "bg_color": "#EDE7DC"}
    return {
        "head": workbook.add_format(head),
        "needed": workbook.add_format({**head, "bg_color": "#E3D2B4"}),
        "text": workbook.add_format(plain),
        "careful": workbook.add_format({**plain, "quote_prefix": True}),
        "day": workbook.add_format({"num_format": words.YEAR_FORMAT, "valign": "top"}),
        "number": workbook.add_format({"num_format": "0", "valign": "top"}),
        "example": workbook.add_format({**plain, "font_color": "#767676", "italic": True}),
        "help": workbook.add_format({"text_wrap": True, "valign": "top"}),
        "title": workbook.add_format({"bold": True, "font_size": 14}),
    }


def _sheet(workbook, formats, name, lines):
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 2)
    for place, (key, (heading, width, _aliases, needed)) in enumerate(COLUMNS[name].items()):
        usual = "day" if key in DAYS else "number" if key == "precedence" else "text"
        sheet.set_column(place, place, width, formats[usual])
        sheet.write_string(0, place, heading, formats["needed" if needed else "head"])
        if key in CHOICES:
            _offer(sheet, place, key)
    for row, line in enumerate(lines, 1):
        example = line.get("code") == words.EXAMPLE
        for place, key in enumerate(COLUMNS[name]):
            _write(sheet, row, place, line.get(key), formats, example)


def _offer(sheet, place, key):
    """A drop-down list; something else may be typed, and is told when the sheet is read.

    The choices lie on the help sheet: a list in the cell itself may have 255 characters only.
    """
    column, last = chr(ord("C") + list(CHOICES).index(key)), len(CHOICES[key]) + 1
    source = f"='{HELP}'!${column}$2:${column}${last}"
    offered = {"validate": "list", "source": source, "error_type": "warning"}
    sheet.data_validation(1, place, ROWS_WITH_LISTS, place, offered)


def _write(sheet, row, place, value, formats, example):
    if value in (None, "", []):
        return
    if isinstance(value, list):
        value = f"{words.LISTED} ".join(value)
    if isinstance(value, int):
        sheet.write_number(row, place, value, formats["number"])
    elif not isinstance(value, str):
        sheet.write_datetime(row, place, value, formats["day"])
    elif example:
        sheet.write_string(row, place, value, formats["example"])
    else:
        usual = "careful" if value.startswith(LOOKS_LIKE_FORMULA) else "text"
        sheet.write_string(row, place, value, formats[usual])


def _help(workbook, formats):
    sheet = workbook.add_worksheet(HELP)
    sheet.protect()
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(HELP_LINES):
        sheet.write_string(row, 0, line, formats["help" if row else "title"])
    for place, choices in enumerate(CHOICES.values(), 2):
        sheet.set_column(place, place, 30)
        sheet.write_string(0, place, _heading_of(choices), formats["head"])
        sheet.write_column(1, place, choices.values())


def _heading_of(choices):
    key = next(key for key, found in CHOICES.items() if found is choices)
    return next(columns[key][0] for columns in COLUMNS.values() if key in columns)
