"""Workbooks to upload, and what comes of them."""

import io
import json

from openpyxl import Workbook, load_workbook

from apps.people.exchange import sheets_in, sheets_lines, sheets_out
from apps.people.exchange.sheets_rows import read_book
from tests.make import NOON

BODIES, PEOPLE, TITLES = "Cơ quan", "Người", "Chức danh"
HEADINGS = {
    BODIES: ["Mã", "Tên cơ quan", "Loại", "Cấp", "Cơ quan cấp trên", "Có từ ngày", "Đến hết ngày"],
    PEOPLE: ["Mã", "Họ và tên", "Cách viết khác"],
    TITLES: ["Mã", "Họ và tên", "Chức danh", "Cơ quan", "Từ ngày", "Đến hết ngày"],
}


def workbook(headings=HEADINGS, **rows) -> bytes:
    """`bodies`, `people`, `titles`: lists of rows in the order of the headings."""
    made = Workbook()
    made.remove(made.active)
    for name, key in ((BODIES, "bodies"), (PEOPLE, "people"), (TITLES, "titles")):
        if key in rows:
            sheet = made.create_sheet(name)
            for row in [headings[name], *rows[key]]:
                sheet.append(row)
    return saved(made)


def saved(made) -> bytes:
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def opened(content):
    return load_workbook(io.BytesIO(content))


def exported():
    return sheets_out.whole_register(read_book())


def proposed(content):
    """What uploading this workbook would change, or what is wrong with it."""
    return sheets_lines.propose(sheets_in.read_upload(content), read_book(), at=NOON)


def acts(content):
    """The acts of the lines it makes; the errors where there are any."""
    found = proposed(content)
    return found.errors or [line["act"] for line in found.lines]


def wrong(content) -> str:
    return "\n".join(proposed(content).errors)


def edited(content, sheet, row, **cells):
    """The workbook with other values under these headings (spaces as underscores)."""
    book = opened(content)
    headings = {cell.value: cell.column for cell in book[sheet][1]}
    for heading, value in cells.items():
        book[sheet].cell(row, headings[heading.replace("_", " ")], value)
    return saved(book)


def lines_of(answer):
    """The lines waiting in the form of a preview."""
    return json.loads(answer.context["draft"].initial["lines"])
