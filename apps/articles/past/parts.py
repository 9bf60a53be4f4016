"""A text's values as the parts two versions are compared by: headline, lead, blocks, facts."""

import datetime as dt
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser

from lib.vietnamese.worddiff import Token, tokens

from ..body import figures
from ..models import Article, ArticlePicture, Byline
from ..release import grades

Placement = ArticlePicture.Placement
LOOKS = {"strong": "strong", "em": "em", "sub": "sub", "sup": "sup", "a": "link"}
LEAVES = {"p", "h2", "h3", "figcaption"}
LOST = (0, "", "")
STROKE = Token("|", spaced=True)
MIDDLE = [0.5, 0.5]


@dataclass(frozen=True)
class Block:
    """One thing a person would point at: a paragraph, a list item, a picture, a fact.

    parts: (label, words); what is a picture is recognised by `ident`, its SHA-256 or id.
    """

    kind: str
    parts: tuple[tuple[str, tuple[Token, ...]], ...]
    ident: str = ""
    depth: int = 0
    picture: str = field(default="", compare=False)  # SHA-256, for the thumbnail

    @property
    def same_as(self):
        words = tuple((label, tuple(t.same_as for t in found)) for label, found in self.parts)
        return self.kind, self.ident, self.depth, words

    @property
    def words(self) -> list[Token]:
        return [token for _label, found in self.parts for token in found]


@dataclass(frozen=True)
class Names:
    """Words for what values name by key: {section slug: title}, {meeting key: title}."""

    sections: dict
    meetings: dict


def groups(values: dict, names: Names) -> list[tuple[str, list[Block]]]:
    """[(title, blocks)] of one version, always the same titles in the same order."""
    text, place = values["text"], values["place"]
    pictures = text["pictures"]
    in_body = [row for row in pictures if row["placement"] == Placement.BODY]
    return [
        (_("Headline"), _single("headline", text["headline"])),
        (_("Lead"), _single("sapo", text["sapo"])),
        (_("Picture at the head"), _pictures(pictures, Placement.LEAD)),
        (_("Body"), body_blocks(text["body"], in_body)),
        (_("Pictures at the end"), _pictures(pictures, Placement.GALLERY)),
        (_("Bylines"), [_byline(*row) for row in text["bylines"]]),
        (_("Attached documents"), [_fact("", title, sha) for sha, title in text["attachments"]]),
        (_("Details"), _facts(text, place, names)),
    ]


def body_blocks(html: str, pictures=()) -> list[Block]:
    """The body's blocks in order; `pictures` are the values of its figures, in order."""
    tree = LexborHTMLParser(html, is_fragment=True)
    found, rows = [], zip_longest(figures(html), pictures)
    if tree.root is not None:
        _walk(tree.root, "p", 0, found, rows)
    return found


def _walk(parent, kind, depth, found, rows):
    for node in parent.iter():
        if node.tag == "figure":
            (number, alt, caption), row = next(rows, (LOST, None))
            found.append(_picture(row or {"caption": caption, "alt": alt}, str(number)))
        elif node.tag in LEAVES:
            own = node.tag if node.tag in ("h2", "h3") else kind
            found.append(Block(own, (("", tuple(_leaf(node))),), depth=depth))
        elif node.tag == "tr":
            _row(node, depth, found, rows)
        elif node.tag in ("ul", "ol"):
            _walk(node, "bullet" if node.tag == "ul" else "number", depth + 1, found, rows)
        else:
            inside = "quote" if node.tag == "blockquote" else kind
            _walk(node, inside, depth, found, rows)


def _row(node, depth, found, rows):
    """A row of a table is one block, its cells parted by a stroke; pictures in it stand after."""
    cells = []
    for cell in node.iter():
        inside: list[Block] = []
        _walk(cell, "p", depth, inside, rows)
        cells.append([t for block in inside if block.kind != "picture" for t in block.words])
        found += [block for block in inside if block.kind == "picture"]
    words = [word for cell in cells for word in [STROKE, *_apart(cell)]][1:]
    found.append(Block("row", (("", tuple(words)),), depth=depth))


def _apart(words):
    return [replace(words[0], spaced=True), *words[1:]] if words else []


def _leaf(node) -> list[Token]:
    found: list[Token] = []
    _inline(node, (), found, False)
    return found


def _inline(parent, looks, found, spaced) -> bool:
    """Words of a paragraph with their looks; returns whether white space stands at the end."""
    for node in parent.iter(include_text=True):
        if node.tag == "-text":
            text = node.text()
            found += tokens(text, " ".join(looks), spaced=spaced)
            spaced = text[-1:].isspace() or (spaced and not text.strip())
        elif node.tag == "br":
            spaced = True
        else:
            look = LOOKS.get(node.tag)
            inner = tuple(sorted({*looks, look} - {None}))
            spaced = _inline(node, inner, found, spaced)
            if look == "link":
                found.append(Token(f"({node.attributes.get('href')})", "address", True))
    return spaced


def _single(kind, words):
    return [Block(kind, (("", tuple(tokens(words))),))] if words else []


def _pictures(rows, placement):
    return [_picture(row, row["sha256"] or "") for row in rows if row["placement"] == placement]


def _picture(row, ident) -> Block:
    """Caption first; the rest is shown where it differs."""
    said = [
        (_("Caption"), row["caption"]),
        (_("Description for people who cannot see"), row["alt"]),
        (_("Picture credit"), row.get("credit", "")),
        (_("Point that must stay in sight"), _focal(row.get("focal"))),
    ]
    parts = tuple((label, tuple(tokens(words))) for label, words in said)
    return Block("picture", parts, ident=ident, picture=row.get("sha256") or "")


def _focal(point):
    if not point or point == MIDDLE:
        return ""
    left, top = (f"{value:.0%}" for value in point)
    return _("%(left)s from the left, %(top)s from the top") % {"left": left, "top": top}


def _byline(name, office, role):
    who = f"{name} ({office})" if office else name
    return _fact("", f"{who} – {dict(Byline.Role.choices).get(role, role)}")


def _fact(label, words, ident="") -> Block:
    return Block("fact", ((label, tuple(tokens(words))),), ident=ident or label)


def _facts(text, place, names):
    day = text["event_date"]
    said = [
        (_("Section"), names.sections.get(place["section"], place["section"])),
        (_("Genre"), dict(Article.Genre.choices).get(text["genre"], text["genre"])),
        (_("Event date"), f"{dt.date.fromisoformat(day):%d/%m/%Y}" if day else ""),
        (_("Meeting"), names.meetings.get(text["meeting"], text["meeting"])),
        (_("Office line"), text["byline_office"]),
        (_("Source prefix"), text["source_prefix"]),
        (_("Outside source"), text["outside_source"]),
        (_("Address"), place["slug"]),
        *((_("Told to readers"), grades.in_words(*notice)) for notice in text["corrections"]),
    ]
    return [_fact(label, str(words)) for label, words in said if words]
