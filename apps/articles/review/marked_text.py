"""The stored text as the review screen shows it: every block named, passages with notes marked."""

from dataclasses import dataclass
from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser

from ..manuscripts import BLOCKS

NAMED = frozenset(BLOCKS.split(", "))
EMPTY = ("br", "img")


@dataclass(frozen=True)
class Span:
    """Characters of one field a note is about; `number` is what people call the note by."""

    start: int
    end: int
    number: int
    pk: int


def place_id(field: str) -> str:
    """The id of a field's place on the page."""
    return "cho-" + field.replace(":", "-")


def marked_text(text: str, spans=()) -> str:
    """Plain words as safe HTML."""
    return mark_safe("".join(_cut(text, 0, spans)))


def marked_body(html: str, spans: dict[str, list[Span]], *, noting: bool) -> str:
    """The cleaned body's HTML; `spans` by field. With `noting` each block offers a note on itself.

    Blocks are numbered as `manuscripts.body_pieces` numbers them.
    """
    tree = LexborHTMLParser(html or "", is_fragment=True)
    if tree.root is None:
        return ""
    writer = _Writer(spans, noting)
    writer.children(tree.root)
    return mark_safe("".join(writer.parts))


def note_link(field: str) -> str:
    """Beside a block: a note on it, also by keyboard and without script."""
    name, says, more = escape(field), escape(_("Note")), escape(_("on this passage"))
    return (
        f'<a class="note-here" href="?cho={name}#ghi-chu-moi" data-note-on="{name}">{says}'
        f'<span class="visually-hidden"> {more}</span></a>'
    )


class _Writer:
    """Writes clean HTML again, counting letters within each named block."""

    def __init__(self, spans, noting):
        self.spans, self.noting = spans, noting
        self.parts, self.blocks = [], 0
        self.within, self.at = (), 0

    def children(self, parent):
        for node in parent.iter(include_text=True):
            if node.tag == "-text":
                text = node.text(deep=False)
                self.parts += _cut(text, self.at, self.within)
                self.at += len(text)
            elif node.tag in NAMED:
                self.block(node)
            elif node.tag in EMPTY:
                self.parts.append(_opening(node))
                self.at += node.tag == "br"
            elif node.tag != "-comment":
                self.parts.append(_opening(node))
                self.children(node)
                self.parts.append(f"</{node.tag}>")

    def block(self, node):
        field = f"block:{self.blocks}"
        self.blocks += 1
        outer = self.within, self.at
        self.within, self.at = self.spans.get(field, ()), 0
        self.parts.append(f'<{node.tag} id="{place_id(field)}" data-field="{field}">')
        self.children(node)
        if self.noting and self.at:
            self.parts.append(note_link(field))
        self.parts.append(f"</{node.tag}>")
        self.within, self.at = outer


def _opening(node) -> str:
    given = "".join(f' {name}="{escape(value or "")}"' for name, value in node.attributes.items())
    return f"<{node.tag}{given}>"


def _cut(text, at, spans):
    """`text` starts `at` letters into its field: pieces of it, marked where spans cover it."""
    end = at + len(text)
    edges = {edge for span in spans for edge in (span.start, span.end) if at < edge < end}
    cuts = sorted({at, end, *edges})
    for start, stop in zip(cuts, cuts[1:], strict=False):
        words = escape(text[start - at : stop - at], quote=False)
        over = [span for span in spans if span.start <= start and stop <= span.end]
        if over:
            names = " ".join(str(span.pk) for span in over)
            words = f'<mark class="note-mark" data-notes="{names}">{words}</mark>'
        yield words
        for span in spans:
            if span.end == stop:
                yield _reference(span)


def _reference(span) -> str:
    says = escape(_("to note %(n)d") % {"n": span.number})
    return (
        f'<a class="note-ref" id="cho-ghi-chu-{span.pk}" href="#ghi-chu-{span.pk}" '
        f'aria-label="{says}">{span.number}</a>'
    )
