"""The grid's form: any number of rows, each named by the number of its line."""

from django.http import QueryDict

from apps.meetings.chairs import LONGEST_CHOSEN
from apps.meetings.lines import CELLS, TICKS, Line
from apps.meetings.models import NUMBERS, Meeting, random_number

MOST_LINES = 200
BLANK_LINES = 4


def blank() -> Line:
    """An empty row; its number is drawn now, so that sending it twice makes one line."""
    line = Line(number=random_number())
    line.was = line.digest()
    return line


def with_blanks(lines: list[Line]) -> list[Line]:
    """The lines, and a few empty ones to type on."""
    return [*lines, *(blank() for _each in range(BLANK_LINES))]


def typed_lines(data: QueryDict) -> list[Line]:
    """The rows of the form in their order; what is no row of ours is left out."""
    numbers = dict.fromkeys(data.getlist("line")[:MOST_LINES])
    return [_typed(data, number) for number in numbers if _is_number(number)]


def _is_number(text):
    return text.isascii() and text.isdigit() and NUMBERS[0] <= int(text[:12]) < NUMBERS[1]


def _typed(data, number):
    def cell(name, longest=600):
        return data.get(f"{number}-{name}", "").replace("\x00", "")[:longest]

    return Line(
        number=int(number),
        was=cell("was", 64),
        day=cell("day", 80),
        time=cell("time", 80),
        chosen=cell("chosen", LONGEST_CHOSEN).strip(),
        texts={name: cell(name, _longest(column)) for name, column in CELLS.items()},
        ticks={name: bool(cell(name)) for name in TICKS},
        dropped=bool(cell("drop")),
    )


def _longest(column):
    """One more than fits, so that the field's own check speaks and nothing is cut silently."""
    return Meeting._meta.get_field(column).max_length + 1
