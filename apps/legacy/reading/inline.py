"""The words of one block with the little markup that is kept: strong, em, sub, sup, links."""

import re
from html import escape

from lib.vietnamese.text import clean

KEPT = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
_EMPTY = re.compile(r"<(strong|em|sub|sup|a)(?: [^<>]*)?>(\s*)</\1>")
_BOLD = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANTED = re.compile(r"(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)


class Inline:
    """Collects the pieces of a block; open elements are closed with it and opened in the next."""

    def __init__(self):
        self.open: list[tuple[int, str, str]] = []  # (element, tag, attributes)
        self.links_removed = 0
        self.clear()

    def clear(self):
        self.words: list[str] = []
        self.pieces = [f"<{tag}{attributes}>" for _id, tag, attributes in self.open]
        self.letters = self.strong = self.slanted = 0

    def enter(self, node):
        tag, attributes = self._kept(node)
        if tag:
            self.open.append((node.mem_id, tag, attributes))
            self.pieces.append(f"<{tag}{attributes}>")

    def leave(self, node):
        if self.open and self.open[-1][0] == node.mem_id:
            _id, tag, _attributes = self.open.pop()
            self.pieces.append(f"</{tag}>")

    def add(self, text: str):
        self.words.append(text)
        self.pieces.append(escape(text, quote=False))
        letters = sum(not sign.isspace() for sign in text)
        tags = {tag for _id, tag, _attributes in self.open}
        self.letters += letters
        self.strong += letters * ("strong" in tags)
        self.slanted += letters * ("em" in tags)

    def _kept(self, node):
        if node.tag == "a":
            return self._link(node)
        style = node.attributes.get("style") or "" if node.tag in ("span", "font") else ""
        if style and _BOLD.search(style):
            return "strong", ""
        if style and _SLANTED.search(style):
            return "em", ""
        return KEPT.get(node.tag, ""), ""

    def _link(self, node):
        """Only links to other sites' pages; an old portal's own paths lead nowhere now."""
        href = (node.attributes.get("href") or "").strip()
        if (
            href.lower().startswith(("http://", "https://"))
            and len(href) <= 2000
            and " " not in href
        ):
            return "a", f' href="{escape(href)}"'
        self.links_removed += bool(href)
        return "", ""

    def text(self) -> str:
        return clean("".join(self.words))

    def html(self) -> str:
        closing = [f"</{tag}>" for _id, tag, _attributes in reversed(self.open)]
        html = clean("".join([*self.pieces, *closing]))
        while (shorter := _EMPTY.sub(r"\2", html)) != html:
            html = shorter
        return clean(html)
