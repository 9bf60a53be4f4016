"""Two texts of one article put together: what differs, side by side, and which side stands.

A text is what the form holds: [[name, value], …]. The body is taken block by block. Where the text
both began from is known, a side that left a place alone gives way to the one that changed it.
"""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from selectolax.lexbor import LexborHTMLParser

from lib.vietnamese.dates import read_date
from lib.vietnamese.text import nfc
from lib.vietnamese.worddiff import GONE, NEW, Token, differences, tokens

from ..body import clean_body
from ..past.differences import pairs
from ..past.parts import Block, body_blocks
from ..release.grades import Grade
from .names import Names

MINE, THEIRS = "mine", "theirs"
LISTS = {
    "bylines": ("name", "role"),
    "pictures": ("picture", "placement", "caption", "alt", "credit"),
    "attachments": ("attachment", "title"),
}
LIST_ROW = re.compile(r"(bylines|pictures|attachments)-(\d{1,4})-(\w+)")
ORDER = (
    "grade", "wrong", "right", "headline", "sapo", "pictures", "body", "attachments", "section",
    "genre", "event_date", "meeting", "bylines", "byline_office", "source_prefix",
    "outside_source", "slug", "tags", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One place. `pick`: MINE or THEIRS; `both`: both sides changed it, so somebody must look."""

    mine: list
    theirs: list
    values: dict
    pick: str = MINE
    both: bool = False
    same: bool = False


@dataclass(frozen=True)
class Choice:
    """A field of the form and its rows; only the body has several."""

    field: str
    label: str
    rows: list[Row]

    @property
    def values(self) -> dict:
        """For the page's script, every row, the unchanged ones too."""
        rows = [{"pick": row.pick, "same": row.same, **row.values} for row in self.rows]
        return {"field": self.field, "rows": rows}


@dataclass(frozen=True)
class Piece(Block):
    """A block of the body with its HTML."""

    html: str = field(default="", compare=False)


@dataclass
class Text:
    """What a form holds, comparable: one-line values, rows of lists, blocks of the body's HTML."""

    single: dict = field(default_factory=dict)
    lists: dict = field(default_factory=dict)
    blocks: list = field(default_factory=list)


def text_of(found: list) -> Text:
    """From [name, value] pairs; a field that is not among them reads as empty."""
    values = {name: nfc(value).replace("\r\n", "\n").strip() for name, value in found}
    rows: dict = {name: {} for name in LISTS}
    for name, value in values.items():
        if row := LIST_ROW.fullmatch(name):
            rows[row[1]].setdefault(int(row[2]), {})[row[3]] = value
    single = {name: values.get(name, "") for name in ORDER if name not in LISTS and name != "body"}
    if day := read_date(single["event_date"][:40]):
        single["event_date"] = f"{day:%d/%m/%Y}"
    # What a form that does not ask means; words that go nowhere count for nothing.
    single["grade"] = single["grade"] or Grade.FIX.value
    if single["grade"] != Grade.CORRECTION:
        single["wrong"] = single["right"] = ""
    lists = {
        name: [
            tuple(row.get(each, "") for each in columns)
            for _number, row in sorted(rows[name].items())
            if row.get(columns[0])
        ]
        for name, columns in LISTS.items()
    }
    return Text(single, lists, _blocks(values.get("body", "")))


def choices(mine: list, theirs: list, portal, *, base: Text | None = None, stale=False) -> list:
    """What differs between two forms' pairs, in the order of the form: [Choice]; [] for nothing.

    Not `stale`: nothing is proposed, everything stays as it is in `theirs`. `stale` without a
    `base`: what nobody can tell is mine, and what only one side has stays.
    """
    base = base or (Text() if stale else None)
    left, right = text_of(mine), text_of(theirs)
    names = Names(portal)
    found = []
    for name in ORDER:
        if name == "body":
            rows = _body_rows(left.blocks, right.blocks, base)
        elif name in LISTS:
            rows = _list_rows(name, left, right, base, names)
        else:
            rows = _single_rows(name, left, right, base, names)
        if any(not row.same for row in rows):
            found.append(Choice(name, names.label(name), rows))
    return found


def shown(found: list[Choice]) -> dict:
    """What `articles/_merge.html` needs."""
    return {"choices": found, "values": [choice.values for choice in found]}


def _single_rows(name, left, right, base, names):
    one, other = left.single[name], right.single[name]
    if one == other or name == "slug" and not (one and other):
        return []
    begun = base.single.get(name) if base else None
    pick, both = _picked(one == begun, other == begun, base)
    words = (tokens(names.words(name, value)) for value in (one, other))
    return [Row(*_beside(*words), {MINE: one, THEIRS: other}, pick, both)]


def _list_rows(name, left, right, base, names):
    one, other = left.lists[name], right.lists[name]
    if one == other:
        return []
    begun = base.lists.get(name) if base else None
    pick, both = _picked(_same_list(one, begun), _same_list(other, begun), base)
    words = (tokens(names.row_words(name, rows)) for rows in (one, other))
    values = {
        side: [dict(zip(LISTS[name], row, strict=True)) for row in rows]
        for side, rows in ((MINE, one), (THEIRS, other))
    }
    return [Row(*_beside(*words), values, pick, both)]


def _same_list(rows, begun):
    """A credit that was the library's own stands in a version and not in the form."""
    if begun is None or len(rows) != len(begun):
        return False
    return all(
        one == other or len(one) == 5 and one[:4] == other[:4] and not one[4]
        for one, other in zip(rows, begun, strict=True)
    )


def _picked(mine_as_begun, theirs_as_begun, base):
    if base is None:
        return THEIRS, False
    if mine_as_begun:
        return THEIRS, False
    return MINE, not theirs_as_begun


def _body_rows(left, right, base):
    found = []
    keys = [block.html for block in left], [block.html for block in right]
    begun = {block.html for block in base.blocks} if base else None
    for kind, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [Row([], [], {MINE: x.html, THEIRS: x.html}, same=True) for x in left[a:b]]
        else:  # `pairs` goes from old to new: theirs is the one that stands
            found += [_block_row(one, other, begun) for other, one in pairs(right[c:d], left[a:b])]
    return found


def _block_row(one, other, begun):
    pick, both = THEIRS, False
    if begun is not None:
        mine_as_begun = one is not None and one.html in begun
        theirs_as_begun = other is not None and other.html in begun
        alone = one is None or other is None
        pick = THEIRS if (mine_as_begun if one else not theirs_as_begun) else MINE
        both = not alone and not mine_as_begun and not theirs_as_begun
    words = (each.words if each else [] for each in (one, other))
    html = {side: each.html if each else "" for side, each in ((MINE, one), (THEIRS, other))}
    return Row(*_beside(*words), html, pick, both)


def _beside(mine: list[Token], theirs: list[Token]):
    """The same words twice: on each side what only that side has stands out."""
    pieces = differences(theirs, mine)
    return (
        [piece for piece in pieces if piece[0] != GONE],
        [piece for piece in pieces if piece[0] != NEW],
    )


def _blocks(html) -> list[Piece]:
    tree = LexborHTMLParser(clean_body(html), is_fragment=True)
    if tree.root is None:
        return []
    return [_piece(node) for node in tree.root.iter()]


def _piece(node):
    inside = body_blocks(node.html)
    words = tuple(word for block in inside for word in block.words)
    image = node.css_first("img") if node.tag == "figure" else None
    ident = image.attributes.get("data-file") or "" if image is not None else ""
    return Piece(node.tag, (("", words),), ident=ident, html=node.html)
