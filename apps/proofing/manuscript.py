"""A text as it is checked: one string, with the parts of the article it is made of."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property

from lib.vietnamese.running_days import Day, find_days

from .findings import Finding, Severity
from .reading import Reading, read

HEADLINE, SAPO, BODY, CAPTION, CREDIT, BYLINE, FILE = (
    "headline", "sapo", "body", "caption", "credit", "byline", "file",
)  # fmt: skip
BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch [start, end) of the manuscript and the field it came from.

    `number` tells captions, files and paragraphs of the body apart; 0 where there is one only.
    """

    name: str
    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Manuscript:
    """`text` is checked as of `day`, the event's; `portal_key` tells whose "Thị ủy" is meant.

    A plain text (the command's) is one part, BODY. `end_mark` is the portal's, '' where it wants
    none. `chairs`: names of who chairs by the record of the article's meeting. `names`: those of
    the register (`spelling.name_key`), which help to read; `check` puts them in.
    """

    text: str
    day: dt.date | None = None
    portal_key: str | None = None
    parts: tuple[Part, ...] = field(default=())
    end_mark: str = ""
    chairs: tuple[str, ...] = ()
    names: Container[str] = ()

    @cached_property
    def reading(self) -> Reading:
        """The text read once, for whoever asks; its places are those of the normal text."""
        return read(self.text, self.names)

    @cached_property
    def days(self) -> list[Day]:
        """Days named, with places in the normal text."""
        return find_days(self.reading.text)

    def has_any(self, *words: str) -> bool:
        """Whether one of these, in small letters, stands anywhere, inside a word or not."""
        return any(word in self.reading.lower for word in words)

    def mark(self, kind: str, start: int, end: int, message: str, **more) -> Finding:
        """A finding about [start, end) of the normal text, placed in `text`."""
        return self.mark_given(kind, *self.reading.given_span(start, end), message, **more)

    def hint(self, kind: str, start: int, end: int, message: str, **more) -> Finding:
        """As `mark`, of what only advises."""
        return self.mark(kind, start, end, message, severity=Severity.HINT, **more)

    def mark_given(self, kind: str, start: int, end: int, message: str, **more) -> Finding:
        """A finding about [start, end) of `text` itself."""
        return Finding(kind, start, end, self.text[start:end], message, **more)

    def part_at(self, place: int) -> Part:
        """The part in which a place of the text lies; breaks belong to the part before them."""
        number = bisect_right(self.parts, place, key=lambda part: part.start)
        return self.parts[max(0, number - 1)] if self.parts else Part(BODY, 0, 0, len(self.text))

    def part_holding(self, place: int) -> Part:
        """The part in which a place of the normal text lies."""
        return self.part_at(self.reading.given_span(place, place)[0])

    def texts(self, name: str) -> list[tuple[Part, str]]:
        """All parts of that name with their texts; a plain text is all body."""
        parts = self.parts or (Part(BODY, 0, 0, len(self.text)),)
        return [(part, self.text[part.start : part.end]) for part in parts if part.name == name]


def put_together(pieces, **known) -> Manuscript:
    """A manuscript of (name, number, text) pieces in the order they are read."""
    text, parts = "", []
    for name, number, piece in pieces:
        if text:
            text += BREAK
        parts.append(Part(name, number, len(text), len(text) + len(piece)))
        text += piece
    return Manuscript(text, parts=tuple(parts), **known)
