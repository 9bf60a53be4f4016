"""A line of the week as it is typed: seven cells, three ticks, and what it was when it was shown.

`chosen` are the officials among the chairs (`chairs.py`), `chairs` what the screen says of them.
`number` names the line for good, also before it is first saved: sending the same form twice makes
no second line. `was` is the digest of what the form showed; where the stored line is no longer
that, a colleague was faster and nothing is overwritten silently.
"""

from dataclasses import dataclass, field

from apps.newsroom.digests import digest
from lib.vietnamese.datelines import local
from lib.vietnamese.text import clean

from . import cells
from .chairs import cell_of
from .times import instant

CELLS = {
    "title": "title", "chair": "chair_words", "guests": "guest_words", "place": "place",
    "prepared": "prepared_by",
}  # fmt: skip
TICKS = {"public": "is_public", "reporter": "needs_reporter", "no_coverage": "no_coverage"}


@dataclass
class Line:
    """One row of the grid, typed or stored; `fault` is what is wrong with it in words."""

    number: int
    was: str = ""
    day: str = ""
    time: str = ""
    chosen: str = ""
    texts: dict = field(default_factory=lambda: dict.fromkeys(CELLS, ""))
    ticks: dict = field(default_factory=lambda: dict.fromkeys(TICKS, False))
    dropped: bool = False
    fault: str = ""
    theirs: str = ""
    meeting: object = None
    chairs: list = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        typed = [self.day, self.time, *self.texts.values()]
        return not any(map(clean, typed)) and not any(self.ticks.values())

    def digest(self) -> str:
        """What `was` is compared with."""
        texts = {name: clean(text) for name, text in self.texts.items()}
        values = [clean(self.day), clean(self.time), texts, self.ticks]
        return digest([*values, self.chosen] if self.chosen else values)

    @property
    def chair_cell(self) -> tuple[str, str]:
        """What `chairs.read_cells` reads."""
        return clean(self.texts["chair"]), self.chosen


def line_of(meeting) -> Line:
    """The stored row as the grid shows it."""
    chair, chosen = cell_of(meeting)
    texts = {name: getattr(meeting, column) for name, column in CELLS.items()}
    line = Line(
        number=meeting.number,
        day=cells.day_cell(meeting.starts_at),
        time=cells.time_cell(meeting),
        texts=texts | {"chair": chair},
        chosen=chosen,
        ticks={name: getattr(meeting, column) for name, column in TICKS.items()},
        meeting=meeting,
    )
    line.was = line.digest()
    return line


def fill(meeting, line: Line, when: cells.When) -> None:
    """Write the typed cells into the row, the chair's apart; the caller saves it."""
    for name, column in CELLS.items():
        if name != "chair":
            setattr(meeting, column, clean(line.texts[name]))
    for name, column in TICKS.items():
        setattr(meeting, column, line.ticks[name])
    start = instant(when.day, when.clock, when.session)
    meeting.ends_at = _end(meeting, when, start)
    meeting.starts_at = start
    meeting.starts_has_time = when.clock is not None


def _end(meeting, when, start):
    """The typed end; the last day of a meeting of several days moves with its first."""
    if when.until:
        return instant(when.day, when.until, "")
    old, end = meeting.starts_at, meeting.ends_at
    if old and end and local(end).date() > local(old).date():
        return end + (start.date() - local(old).date())
    return None
