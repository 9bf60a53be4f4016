"""What goes in and comes out of reading an old page."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from html import escape

from lib.vietnamese.fold import fold
from lib.vietnamese.titles import Mention, Official

_LONGEST_LABEL = 160


class PageRefused(Exception):
    """The page cannot be read. `kind` is empty, too_large, binary, encoding, no_title,
    no_text, broken or unreadable.

    The text is one plain sentence for the person who imports.
    """

    def __init__(self, kind: str, sentence: str):
        super().__init__(sentence)
        self.kind = kind


@dataclass(eq=False)
class Line:
    """One line of a text file or one block of a page, on its way to its part.

    html: the same words with strong, em, a; empty means the text escaped. kind: p, h2, h3, li, ol,
    quote, table. role: what the page's own markup calls it: title, lead, caption, author, date.
    gap: an empty line or the edge of a block stands before it. main: inside the text's container.
    """

    text: str
    html: str = ""
    kind: str = "p"
    role: str = ""
    gap: bool = True
    main: bool = True
    strong: bool = False
    set_apart: bool = False  # centred, to the right, or italic
    after_image: bool = False

    @cached_property
    def folded(self) -> str:
        """Key for comparing with labels; empty for a line too long to be one."""
        return fold(self.text) if len(self.text) <= _LONGEST_LABEL else ""

    def but(self, text: str) -> "Line":
        """The same line with words cut off at an end; markup inside stays where it can."""
        return Line(
            text, cut_like(self.html, self.text, text), self.kind, self.role, self.gap, self.main,
            self.strong, self.set_apart, self.after_image,
        )  # fmt: skip


def cut_like(html: str, before: str, after: str) -> str:
    """`html` of the words `before` without what `after` lacks; plain words where that fails."""
    if not html or html == escape(before, quote=False):
        return ""
    head, tail = before.partition(after)[::2] if after else ("", "")
    head, tail = escape(head, quote=False), escape(tail, quote=False)
    if after in before and html.startswith(head) and html.endswith(tail):
        return html[len(head) : len(html) - len(tail)].strip()
    return ""


@dataclass(frozen=True)
class Block:
    """A part of the body in its place: p, h2, h3, li, ol, quote, table or caption.

    `html` is what stands inside the block (a whole `<table>` for a table), escaped, not yet
    cleaned by the articles' own rules.
    """

    kind: str
    text: str
    html: str


@dataclass(frozen=True)
class ReadMeeting:
    """What was held: `kind` in the words of the contract, None for what is no meeting.

    period: "quý III/2021" or None; online: with any remote point; chairs: names in their order.
    """

    kind: str | None = None
    period: str | None = None
    online: bool = False
    chairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadPage:
    """The parts of an old page, by the conventions of `import_pages`.

    published_at: an instant in +07:00, or a day where the page has no time. `blocks` are body and
    captions in their places; `mentions` are those of sapo, body and captions in this order, a line
    each. address: the canonical address of the page, absolute or a path.
    """

    title: str
    published_at: datetime | date | None
    event_date: date | None
    section: str | None
    source_prefix: str | None
    sapo: str
    blocks: tuple[Block, ...]
    bylines: tuple[str, ...]
    byline_office: str | None
    view_count: int | None
    address: str | None = None
    links_removed: int = 0
    encoding: str = "utf-8"
    body: tuple[str, ...] = field(init=False)
    captions: tuple[str, ...] = field(init=False)
    meeting: ReadMeeting = ReadMeeting()
    officials: tuple[Official, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def __post_init__(self):
        words = tuple(block.text for block in self.blocks if block.kind != "caption")
        captions = tuple(block.text for block in self.blocks if block.kind == "caption")
        object.__setattr__(self, "body", words)
        object.__setattr__(self, "captions", captions)

    @property
    def published_day(self) -> date | None:
        at = self.published_at
        return at.date() if isinstance(at, datetime) else at
