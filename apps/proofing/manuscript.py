"""A text as it is checked: one string, with the parts of the article it is made of."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from lib.vietnamese.running_days import Day, find_days
from lib.vietnamese.titles import Mention, read_mentions
from lib.vietnamese.titles.normal import Normal, normalise

from .findings import Finding

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
    none. `chairs`: names of who chairs by the record of the article's meeting.
    """

    text: str
    day: dt.date | None = None
    portal_key: str | None = None
    parts: tuple[Part, ...] = field(default=())
    end_mark: str = ""
    chairs: tuple[str, ...] = ()

    @cached_property
    def even(self) -> Normal:
        """The text as it is searched: NFC, plain spaces, tones in one place; read once."""
        return normalise(self.text)

    @cached_property
    def low(self) -> str:
        """`even.text` in small letters: a quick look whether a word is there at all."""
        return self.even.text.lower()

    def has_any(self, *words: str) -> bool:
        """Whether one of these, in small letters, stands anywhere, inside a word or not."""
        return any(word in self.low for word in words)

    @cached_property
    def mentions(self) -> list[Mention]:
        """People and titles named, with places in `text`; read once for whoever asks."""
        return read_mentions(self.text)

    @cached_property
    def days(self) -> list[Day]:
        """Days named, with places in `even.text`."""
        return find_days(self.even.text)

    def mark(self, kind: str, start: int, end: int, message: str, **more) -> Finding:
        """A finding about [start, end) of `even.text`, placed in `text`."""
        return self.mark_given(kind, *self.even.span(start, end), message, **more)

    def mark_given(self, kind: str, start: int, end: int, message: str, **more) -> Finding:
        """A finding about [start, end) of `text` itself."""
        return Finding(kind, start, end, self.text[start:end], message, **more)

    def part_at(self, place: int) -> Part:
        """The part in which a place of the text lies; breaks belong to the part before them."""
        found = Part(BODY, 0, 0, len(self.text))
        for part in self.parts:
            if part.start > place:
                break
            found = part
        return found

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
