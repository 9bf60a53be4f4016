"""The HTML of an article's body: what is allowed in, and its one canonical form.

`clean_body` is the only gate; `BodyField` applies it on every path into the database (`save`,
`bulk_create`, `update`), so the editor, the importer and a script get the same text.
"""

import re
import unicodedata
from html import escape

import nh3
from django_prose_editor.fields import ProseEditorField
from selectolax.lexbor import LexborHTMLParser

from apps.media.addresses import NO_PICTURE

from .blocks import canonical, link_is_kept, words_of
from .word.pasted import read_pasted, untracked

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Figure": {"pickerUrl": "/toa-soan/anh/chon/"},
    "Image": True,
    "Caption": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Table": True,
    "SpecialCharacters": True,
    "History": True,
}
TAGS = {
    "p", "h2", "h3", "ul", "ol", "li", "blockquote", "br", "strong", "em", "sub", "sup", "a",
    "figure", "figcaption", "img", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "data-file"},
    "th": {"rowspan", "colspan"},
    "td": {"rowspan", "colspan"},
    "ol": {"start"},
}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
    clean_content_tags={"script", "style", "iframe", "object", "template", "noscript"},
)
SAME_MEANING = [
    (re.compile(r"<(/?)b(?=[\s>])", re.I), r"<\1strong"),
    (re.compile(r"<(/?)i(?=[\s>])", re.I), r"<\1em"),
    (re.compile(r"<(/?)h1(?=[\s>])", re.I), r"<\1h2"),
    (re.compile(r"<(/?)h[4-6](?=[\s>])", re.I), r"<\1h3"),
    (re.compile(r"<(/?)div(?=[\s>])", re.I), r"<\1p"),
]
JUNK = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u0000]")
SPACES = re.compile("[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


class BodyField(ProseEditorField):
    """Rich text that cannot reach the database uncleaned."""

    def __init__(self, *args, **options):
        options.pop("config", None)
        options.pop("sanitize", None)
        super().__init__(*args, extensions=dict(EXTENSIONS), sanitize=clean_body, **options)

    def pre_save(self, model_instance, add):
        value = clean_body(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        return super().get_prep_value(clean_body(value) if isinstance(value, str) else value)


class Cleaned(str):
    """HTML as `clean_body` leaves it: the way into the database passes it twice, cleans it once.

    Any change of it gives an ordinary str again.
    """

    __slots__ = ()


def clean_body(html: str) -> Cleaned:
    """Canonical, safe body HTML; cleaning twice gives the same.

    Pictures stay only as `<figure><img data-file="<picture id>">`, their address made from the
    id; `data-file="0"` is a caption whose picture is lost. Remote pictures, classes, styles,
    scripts and links that are neither http(s), mailto, tel nor local go; their words stay. What
    Word writes as styles (lists, bold, italic) is read first: `word/pasted.py`.
    """
    if isinstance(html, Cleaned):
        return html
    text = read_pasted(JUNK.sub("", unicodedata.normalize("NFC", html)))
    for pattern, replacement in SAME_MEANING:
        text = pattern.sub(replacement, text)
    text = SPACES.sub(" ", CLEANER.clean(text).replace("&nbsp;", " "))
    if not text.strip():
        return Cleaned()
    tree = LexborHTMLParser(text, is_fragment=True)
    for link in tree.css("a"):
        href = link.attributes.get("href") or ""
        if not link_is_kept(href):
            link.unwrap(delete_empty=True)
        elif (plain := untracked(href)) != href:
            link.attrs["href"] = plain
    return Cleaned(canonical(tree.root) if tree.root is not None else "")


def lost_figure(caption: str) -> str:
    """HTML of a caption whose picture is not there (old pages)."""
    return (
        f'<figure><img src="{NO_PICTURE}" alt="" data-file="0">'
        f"<figcaption>{escape(caption, quote=False)}</figcaption></figure>"
    )


def figures(html: str) -> list[tuple[int, str, str]]:
    """(picture id or 0, alt, caption) of every figure, in order."""
    tree = LexborHTMLParser(html, is_fragment=True)
    return [
        (
            int(figure.css_first("img").attributes.get("data-file") or 0),
            figure.css_first("img").attributes.get("alt") or "",
            words_of(figure.css_first("figcaption")),
        )
        for figure in tree.css("figure")
        if figure.css_first("img") is not None
    ]


def paragraphs(html: str) -> list[str]:
    """The words of every block that is not a caption, in order."""
    tree = LexborHTMLParser(html, is_fragment=True)
    return [
        words
        for node in tree.css("p, h2, h3, li, td, th")
        if not _inside(node, {"li", "td", "th"}) and (words := words_of(node))
    ]


def _inside(node, tags):
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False
