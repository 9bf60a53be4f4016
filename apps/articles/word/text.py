"""What a Word file means as an article: title, sapo, text, pictures and their captions.

Only how it looks can tell: the first heading or bold line is the title, a bold paragraph after it
the sapo, a pictures' caption stands right below it, in italic, in the middle, or as Word's caption.
"""

import re
from dataclasses import dataclass, field
from html import escape

from selectolax.lexbor import LexborHTMLParser

from lib.vietnamese.text import clean

from ..blocks import words_of

HEADINGS = {"h1", "h2", "h3"}
LONGEST_HEADLINE = 300
LONGEST_TITLE_BY_GUESS = 160
LONGEST_CAPTION = 400
CREDIT = re.compile(r"[\s.(–-]*\bẢnh\s*:\s*([^():]{2,80}?)\s*[).]*$", re.I)


@dataclass
class Shown:
    """A picture of the file by its number, with the words below it."""

    number: int
    caption: str = ""
    credit: str = ""


@dataclass
class WordText:
    """`parts` are HTML and pictures in order; `lead` stood above the first line of the text."""

    headline: str = ""
    sapo: str = ""
    parts: list = field(default_factory=list)
    lead: Shown | None = None

    @property
    def shown(self) -> list[Shown]:
        placed = [part for part in self.parts if isinstance(part, Shown)]
        return [self.lead, *placed] if self.lead else placed


@dataclass(eq=False)
class Block:
    """A line or a whole list or table; with a `picture` it has no words."""

    html: str = ""
    tag: str = "p"
    words: str = ""
    bold: bool = False
    italic: bool = False
    kind: str = ""  # "caption", "centred": how Word says it stands
    picture: int | None = None


def read_word_text(html: str) -> WordText:
    """The article in a file's HTML (`lib.documents.word`); texts may be empty, never None."""
    tree = LexborHTMLParser(html, is_fragment=True)
    blocks = list(_blocks(tree.root)) if tree.root is not None else []
    _take_captions(blocks)
    text = WordText()
    text.headline = _take_headline(blocks)
    text.sapo = _take_sapo(blocks) if text.headline else ""
    text.lead = _take_lead(blocks)
    text.parts = [_part(block) for block in blocks]
    return text


def _blocks(parent):
    for node in parent.iter():
        images = node.css("img")
        if not images:
            yield from _block(node)
        elif node.tag == "table":
            yield from _picture_table(node)
        else:
            yield from _around(node, images)


def _block(node):
    words = clean(words_of(node))
    if words:
        yield Block(
            node.html or "", node.tag, words, _all_in(node, ("strong", "b")),
            _all_in(node, ("em", "i")), node.attributes.get("class") or "",
        )  # fmt: skip


def _around(node, images):
    """A paragraph with pictures: the pictures, then its own words."""
    for image in images:
        number = (image.attributes.get("src") or "").removeprefix("picture:")
        yield Block(picture=int(number) if number.isdigit() else -1)
        image.decompose()
    yield from _block(node)


def _picture_table(table):
    """Pictures side by side, their captions in the row below: column by column."""
    rows = [row.css("td, th") for row in table.css("tr")]
    width = max((len(row) for row in rows), default=0)
    for column in range(width):
        for row in rows:
            if column < len(row):
                yield from _in_a_picture_table(row[column])


def _in_a_picture_table(cell):
    for block in _blocks(cell):
        block.kind = block.kind or "centred"
        yield block


def _all_in(node, tags):
    """Every word stands inside one of the tags."""
    marked = "".join(each.text() for each in node.css(", ".join(tags)))
    return len(marked.split()) > 0 and "".join(marked.split()) == "".join(node.text().split())


def _take_captions(blocks):
    """The line below a picture becomes `words` of the picture's block."""
    for before, block in zip(list(blocks), list(blocks[1:]), strict=False):
        like_one = block.kind in ("caption", "centred") or block.italic
        fits = block.picture is None and block.tag == "p" and len(block.words) <= LONGEST_CAPTION
        if before.picture is not None and like_one and fits and not block.bold:
            before.words = block.words
            blocks.remove(block)


def _take_headline(blocks):
    lines = [block for block in blocks if block.picture is None]
    if not lines:
        return ""
    first = lines[0]
    stands_out = first.tag in HEADINGS or first.tag == "p" and first.bold
    by_guess = first.tag == "p" and len(first.words) <= LONGEST_TITLE_BY_GUESS
    if not (stands_out or by_guess and not first.words.endswith((".", ":"))):
        return ""
    headline = first.words
    blocks.remove(first)
    for line in lines[1:]:  # a title of several lines in the middle of the page
        joined = f"{headline} {line.words}"
        together = line.bold and line.kind == first.kind == "centred"
        if not together or len(joined) > LONGEST_HEADLINE:
            break
        headline = joined
        blocks.remove(line)
    if len(headline) > LONGEST_HEADLINE:
        blocks.insert(0, first)
        return ""
    return headline


def _take_sapo(blocks):
    first = next((block for block in blocks if block.picture is None), None)
    if first is None or first.tag != "p" or not first.bold:
        return ""
    blocks.remove(first)
    return first.words


def _take_lead(blocks):
    if not blocks or blocks[0].picture is None or blocks[0].picture < 0:
        return None
    return _part(blocks.pop(0))


def _part(block):
    if block.picture is None:
        return block.html
    credit = CREDIT.search(block.words)
    caption = block.words[: credit.start()] if credit else block.words
    if credit and caption and caption[-1] not in ".!?…":
        caption += "." if block.words[credit.start() : credit.start() + 1] == "." else ""
    return Shown(block.picture, caption.strip(), credit[1] if credit else "")


def body_html(text: WordText, ids: dict[int, int]) -> str:
    """The text with its figures; `ids` says which library picture each number has become.

    A picture that has become none leaves its caption as a line of its own.
    """
    return "".join(_html(part, ids) for part in text.parts)


def _html(part, ids):
    if isinstance(part, str):
        return part
    caption = escape(part.caption, quote=False)
    if part.number not in ids:
        return f"<p><em>{caption}</em></p>" if caption else ""
    return (
        f'<figure><img data-file="{ids[part.number]}"><figcaption>{caption}</figcaption></figure>'
    )
