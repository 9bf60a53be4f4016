"""The chair cell of a line: officials of the register by name, anything else as it was typed.

The cell is text, so that it can be typed, pasted and corrected like any other. Who of it is an
official stands in the attendance, as do the other parts of a cell that names one; a cell that
names nobody is `Meeting.chair_words` and nothing else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from apps.people.models import Person
from lib.vietnamese.fold import fold
from lib.vietnamese.gatherings import chairs_listed, named
from lib.vietnamese.names import sort_key
from lib.vietnamese.text import clean

from .attendance import CHAIRS, Told, told_together
from .models import Attendance
from .pasting import HONOUR, read_list, who_is
from .recognizing import surely

BETWEEN = "; "
MOST_CHOSEN = 12
LONGEST_CHOSEN = 300
_CHOSEN = re.compile(r"(?P<person>\d{1,15})(?::(?P<half>before|after))?", re.ASCII)
_ROWS = Attendance.objects.filter(role__in=CHAIRS).select_related("person")


@dataclass(frozen=True)
class Chair:
    """One part of a cell: its words, and the official they name or None; `half` as attendance."""

    words: str
    person: Person | None = None
    half: str = ""


def with_chairs(meetings: QuerySet) -> QuerySet:
    """Who chairs each of them is read along: one query for all."""
    return meetings.prefetch_related(Prefetch("attendance", _ROWS.all(), to_attr="chair_rows"))


def chair_rows(meeting) -> list[Attendance]:
    """The list's chairs in their order. A line that still asks who is meant is nobody yet."""
    if meeting.pk is None:
        return []
    read = getattr(meeting, "chair_rows", None)
    rows = _ROWS.filter(meeting=meeting) if read is None else read
    return [row for row in rows if not row.asked]


def chairs_told(meetings: Iterable, portal, words_on=None) -> dict[int, list[Told]]:
    """{meeting id: its chairs with the titles of its day}; few queries for any number."""
    lists = [(meeting, chair_rows(meeting)) for meeting in meetings]
    told = told_together(lists, portal, words_on)
    return {meeting.pk: lines for (meeting, _rows), lines in zip(lists, told, strict=True)}


def chair_line(meeting, chairs: list[Told]) -> str:
    """As readers' schedule names them; the typed words where the list has no chair."""
    if not chairs:
        return meeting.chair_words
    return chairs_listed(
        [line.words for line in chairs if line.is_person],
        [line.words for line in chairs if not line.is_person],
    )


# -- the cell --


def cell_of(meeting) -> tuple[str, str]:
    """(the words of the cell, the officials among them as `chosen` of `read_cells`)."""
    rows = chair_rows(meeting)
    if not rows:
        return meeting.chair_words, ""
    chosen = [f"{row.person_id}:{row.half}".rstrip(":") for row in rows if row.person_id]
    return BETWEEN.join(map(words_of, rows)), " ".join(chosen)


def put_cell(meeting, words: str, chairs: list[Chair]) -> list[Chair] | None:
    """Write a typed cell into the row; what `attending.set_chairs` has to write, None for nothing.

    Words are the list's where the cell names an official or the list has chairs already.
    """
    listed = bool(chair_rows(meeting)) or any(chair.person for chair in chairs)
    too_long = len(words) > meeting._meta.get_field("chair_words").max_length
    meeting.chair_words = "" if listed and not too_long else words  # its own check speaks
    return chairs if listed else None


def words_of(row: Attendance) -> str:
    """A row as the cell shows it: an official by name, his titles come from the register."""
    return row.person.name if row.person_id else named(row.label, row.title_words)


def read_cells(cells: list[tuple[str, str]]) -> list[list[Chair]]:
    """The parts of each (words, chosen); three queries for any number of cells.

    `chosen` are ids of officials somebody took from the list ("12 15:after"): they decide between
    namesakes and count only where their name stands in the cell. Else a part is an official when
    it is one person's name, alone or with titles he held, and fits nobody else.
    """
    parts = [_parts(words) for words, _chosen in cells]
    taken = [_chosen_of(chosen) for _words, chosen in cells]
    people = Person.objects.in_bulk({pk for of_cell in taken for pk in of_cell})
    whole = {part: _whole(part) for of_cell in parts for part in of_cell}
    lines = {part: line for part, line in whole.items() if line}
    sure = dict(zip(lines, surely(list(lines.values())), strict=True))
    return [
        _chairs(of_cell, {pk: half for pk, half in chosen.items() if pk in people}, people, sure)
        for of_cell, chosen in zip(parts, taken, strict=True)
    ]


def _parts(words):
    return [part for part in map(clean, words.split(";")) if part]


def _chosen_of(text):
    found = _CHOSEN.finditer(text[:LONGEST_CHOSEN])
    return {int(one["person"]): one["half"] or "" for one in list(found)[:MOST_CHOSEN]}


def _whole(part):
    """The line that says nothing but one person, his titles and that he chairs; else None."""
    lines = read_list(part)
    if len(lines) != 1 or lines[0].for_whom or lines[0].role == Attendance.Role.ABSENT:
        return None
    (line,) = lines
    name, mention = who_is(line.left)
    if mention:
        rest = line.left[: mention.start] + line.left[mention.end :]
    else:
        rest = HONOUR.sub("", line.left) if name else ""
        rest = "" if fold(rest) == fold(name) else rest
    return line if name and not re.search(r"\w", rest) else None


def _chairs(parts, chosen, people, sure):
    """Nobody twice, whatever was typed."""
    left, found = dict(chosen), {}
    for part in parts:
        pk = next((pk for pk in left if _bears(people[pk], part)), None)
        person, half = (people[pk], left.pop(pk)) if pk else (sure.get(part), "")
        found.setdefault(person or fold(part), Chair(part, person, half))
    return list(found.values())


def _bears(person, part):
    """Is the part his name, or does it name him with his titles?"""
    name = who_is(part)[0] or part
    return any(sort_key(each) == sort_key(name) for each in (person.name, *person.other_spellings))
