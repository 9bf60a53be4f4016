"""Tables: those of figures stay tables, those that only place pictures and text fall apart."""

from html import escape

from lib.vietnamese.text import clean

from .values import Line

_LONGEST_CELL = 400
_MOST_CELLS = 2000


def data_table(node, convert) -> Line | None:
    """A table of figures or names as one line; None for a table that makes up the page.

    `convert` turns the words of a cell into Unicode.
    """
    if node.css_first("img, table, h1, h2, h3, figure") is not None and node.css("table") != [node]:
        return None
    if node.css_first("img") is not None:
        return None
    rows = [
        [
            (cell.tag, _span(cell), clean(convert(cell.text(separator=" "))))
            for cell in row.css("td, th")
        ]
        for row in node.css("tr")
    ]
    rows = [row for row in rows if any(words for _tag, _spans, words in row)]
    if not _is_data(rows):
        return None
    text = " ".join(words for row in rows for _tag, _spans, words in row if words)
    return Line(text, _html(rows), "table")


def _is_data(rows):
    cells = [words for row in rows for _tag, _spans, words in row]
    if len(rows) < 2 or not cells or len(cells) > _MOST_CELLS:
        return False
    wide = sum(len(row) >= 2 for row in rows)
    return (
        wide >= 2
        and max(map(len, cells)) <= _LONGEST_CELL
        and sum(map(bool, cells)) >= len(cells) / 2
    )


def _html(rows):
    inside = "".join(
        "<tr>"
        + "".join(
            f"<{tag}{spans}><p>{escape(words, quote=False)}</p></{tag}>"
            for tag, spans, words in row
        )
        + "</tr>"
        for row in rows
    )
    return f"<table><tbody>{inside}</tbody></table>"


def _span(cell):
    found = ""
    for name in ("rowspan", "colspan"):
        value = cell.attributes.get(name) or ""
        if value.isascii() and value.isdigit() and 1 < int(value) < 100:
            found += f' {name}="{int(value)}"'
    return found
