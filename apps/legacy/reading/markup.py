"""Lines of a page that was saved as HTML."""

import re

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser

from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from . import containers, fonts
from .breadcrumbs import last_section, sections_of, split_steps
from .engines import BLOCKS, BREADCRUMB
from .furniture import is_furniture, menu_words
from .inline import Inline
from .page_data import PageData, read_page_data
from .roles import role_of
from .sections import is_category, is_letterhead, may_name_section
from .tables import data_table
from .values import Line, PageRefused

_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_APART = re.compile(r"text-align\s*:\s*(?:center|right)", re.IGNORECASE)
_NESTING = r"(?:div|ul|ol|table|span|font|center|blockquote|section)(?=[\s>])"
_OPENED = re.compile(f"<{_NESTING}", re.IGNORECASE)
_CLOSED = re.compile(f"</{_NESTING}", re.IGNORECASE)
_DEEPEST = 1000  # elements that never end; the parser's time grows with their square
_NEAR = 8
_STEP = "\x1f"


def read(text: str, *, converted: bool = False) -> tuple[list[Line], PageData]:
    """The lines of the article and what the page states about itself.

    `converted`: letters of old fonts have been made Unicode in the whole page already.
    """
    if len(_OPENED.findall(text)) - len(_CLOSED.findall(text)) > _DEEPEST:
        raise PageRefused("broken", _("The page is too broken to be read."))
    tree = LexborHTMLParser(text)
    stated = read_page_data(tree)
    body = tree.body
    if body is None:
        return [], stated
    # Before the junk: many stand in a <nav>.
    stated.section = _breadcrumb(body, stated) or stated.section
    stated.links_removed = containers.drop_junk(tree)
    title, main = _parts(body, stated)
    root = containers.common_root(body, title, main)
    walk = _Walk(title, main, root, fonts.Fonts(text, converted=converted))
    walk.over(body)
    stated.links_removed += walk.inline.links_removed
    stated.section = stated.section or _section_above(walk.before)
    return walk.lines + _far_times(walk), stated


def _parts(body, stated):
    """(element of the headline, container of the text), junk boxes removed round them."""
    title = containers.find_title(body, stated.titles)
    containers.drop_boxes(body, title if title is not None else body)
    return title, containers.find_main(body)


def _breadcrumb(body, stated):
    """The last step of the breadcrumb that is not the headline itself; the element goes."""
    titles = [fold(title) for title in stated.titles]
    found = None
    for node in body.css(BREADCRUMB):
        found = found or last_section(_steps(node), titles)
        if node.css_first("h1") is None and len(node.text()) < 500:
            node.decompose()
    return found


def _steps(node):
    """The sections of a way. The last often is no link: short words are a step then."""
    linked = {clean(link.text()) for link in node.css("a")}
    pieces = [clean(piece) for piece in node.text(separator=_STEP).split(_STEP)]
    steps = [step for piece in pieces for step in split_steps(piece) or sections_of([piece])]
    return [step for step in steps if step in linked or _names_section(Line(step))]


def _names_section(line):
    return may_name_section(line) and not any(map(str.isdigit, line.text))


def _section_above(before):
    """The category line right above the article; a menu of several is none."""
    near = [line for line in before[-_NEAR:] if not is_furniture(line)]
    if menu_words(near) >= 2:
        near = near[-1:] if near and not menu_words(near[-1:]) else []
    places = [at for at, line in enumerate(near) if is_category(line) and not is_letterhead(line)]
    if not 0 < len(places) <= 2 or any(map(_says_more, near[places[-1] + 1 :])):
        return None
    return near[places[-1]].text


def _says_more(line):
    """Between a section's name and the article stand times, not words: those go on with a box."""
    return not any(map(str.isdigit, line.text)) and not is_letterhead(line)


def _far_times(walk):
    """Time and views that stand outside the article's element, near it."""
    near = [*walk.before[-_NEAR:], *walk.after[:_NEAR]]
    far = [line for line in near if len(line.text) <= 150 and any(map(str.isdigit, line.text))]
    for line in far:
        line.role, line.main = "date", False
    return far


class _Walk:
    """Goes through the elements in order, without recursion: pages may nest a thousand deep."""

    def __init__(self, title, main, root, letters):
        self.letters = letters
        self.title = title.mem_id if title is not None else None
        self.main, self.root = main.mem_id, root.mem_id
        self.marked = {self.title, self.main, self.root}
        self.before: list[Line] = []
        self.lines: list[Line] = []
        self.after: list[Line] = []
        self.place = self.before
        self.inline = Inline()
        self.stack: list[tuple] = []  # what a closed element gives back
        self.kind, self.role, self.font = "p", "", ""
        self.in_main, self.apart, self.image, self.gap = False, False, False, True
        self.list_kind = "li"

    def over(self, body):
        node, last = body, body.mem_id
        while node is not None:
            inside = self._open(node)
            if inside and node.first_child is not None:
                node = node.first_child
                continue
            while node is not None:
                self._close(node)
                if node.mem_id == last:
                    node = None
                elif node.next is not None:
                    node = node.next
                    break
                else:
                    node = node.parent
        self._flush()

    def _open(self, node) -> bool:
        """Begin an element; whether to go on inside."""
        tag = node.tag
        if tag == "-text":
            self.inline.add(self.letters.in_unicode(node.text_content or "", self.font))
            return False
        if tag.startswith("-"):
            return False
        if tag == "br":
            self._flush(gap=False)
        elif tag == "img":
            self._picture()
        elif tag == "table" and (table := data_table(node, self._converted)):
            self._flush()
            table.main = self.in_main
            self.place.append(table)
            return False
        else:
            self._begin(node, tag)
            return True
        return False

    def _is_block(self, node):
        """Old pages also put the whole text into one <span> or <font>."""
        return node.tag in BLOCKS or node.mem_id in self.marked

    def _converted(self, text):
        return self.letters.in_unicode(text, self.font)

    def _picture(self):
        """Words in front of a picture in the same block are a line of their own."""
        if self.inline.text():
            self._flush(gap=False)
        self.image = True

    def _begin(self, node, tag):
        block = self._is_block(node)
        if block:
            self._flush()
        self.stack.append(
            (node.mem_id, self.kind, self.role, self.font, self.in_main, self.apart, self.list_kind)
        )
        self.font = fonts.font_of(node) or self.font
        if block:
            self._place(node, tag)
        else:
            self.inline.enter(node)

    def _place(self, node, tag):
        attributes = node.attributes
        self.kind = _HEADINGS.get(tag, self.kind)
        if tag in ("ul", "ol"):
            self.list_kind = "ol" if tag == "ol" else "li"
        elif tag == "li":
            self.kind = self.list_kind
        elif tag == "blockquote":
            self.kind = "quote"
        self.in_main = self.in_main or node.mem_id == self.main
        if node.mem_id == self.root:
            self.place = self.lines
        self.apart = self.apart or tag == "center" or _is_apart(attributes)
        if node.mem_id == self.title:
            self.role = "title"
        elif not self.role or self.role == "date":
            self.role = role_of(node) or self.role

    def _close(self, node):
        if not self.stack or self.stack[-1][0] != node.mem_id:
            return
        if self._is_block(node):
            self._flush()
            if node.mem_id == self.root:
                self.place = self.after
        else:
            self.inline.leave(node)
        _id, self.kind, self.role, self.font, self.in_main, self.apart, self.list_kind = (
            self.stack.pop()
        )

    def _flush(self, gap=True):
        text = fonts.repaired(self.inline.text())
        if text:
            self._add(text)
            self.image = False
            self.gap = False
        self.gap = self.gap or gap
        self.inline.clear()

    def _add(self, text):
        inline = self.inline
        html = inline.html() if text == inline.text() else ""
        most = inline.letters * 0.9
        self.place.append(
            Line(
                text,
                html,
                self.kind,
                self.role,
                self.gap,
                self.in_main,
                strong=inline.strong > most,
                set_apart=self.apart or inline.slanted > most,
                after_image=self.image,
            )  # fmt: skip
        )


def _is_apart(attributes):
    return (attributes.get("align") or "").lower() in ("center", "right") or bool(
        _APART.search(attributes.get("style") or "")
    )
