"""A text as it is checked: one string, with the parts of the article it is made of."""

import datetime as dt
from dataclasses import dataclass, field

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
