"""Serialising a sanitised tree in the one form the editor also makes of it.

Blocks stand in blocks, words stand in paragraphs, figures hold one picture of ours and a caption:
so opening and saving an untouched text gives the same digest.
"""

from html import escape

from apps.media.addresses import NO_PICTURE, draft_picture

BLOCKS = {
    "p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "table", "tbody", "thead", "tr",
    "td", "th",
}  # fmt: skip
LEAVES = {"p", "h2", "h3"}
CONTAINERS = {"blockquote", "li", "td", "th"}


def canonical(parent) -> str:
    """HTML of a container's children: blocks as they are, runs of loose words as paragraphs."""
    parts, loose = [], []
    for node in parent.iter(include_text=True):
        if node.tag in BLOCKS or node.tag == "img":
            parts += [_leaf("p", "".join(loose)), _block(node)]
            loose = []
        elif node.tag != "-text" and any(child.tag in BLOCKS for child in node.traverse()):
            parts += [_leaf("p", "".join(loose)), canonical(node)]
            loose = []
        else:
            loose.append(node.html or "")
    return "".join([*parts, _leaf("p", "".join(loose))])


def _block(node):
    if node.tag in LEAVES:
        return _leaf_with_blocks(node)
    if node.tag == "figure":
        return _figure(node)
    if node.tag == "img":
        return ""
    inside = canonical(node) if node.tag in CONTAINERS else _rows(node)
    return f"<{node.tag}{_attributes(node)}>{inside}</{node.tag}>" if inside else ""


def _leaf_with_blocks(node):
    """A paragraph into which a browser nested blocks or pictures falls apart into its parts."""
    if any(child.tag in BLOCKS or child.tag == "img" for child in node.iter()):
        return canonical(node)
    return _leaf(node.tag, node.inner_html or "")


def _leaf(tag, inside):
    inside = inside.strip()
    while inside.startswith("<br>") or inside.endswith("<br>"):
        inside = inside.removeprefix("<br>").removesuffix("<br>").strip()
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _rows(node):
    """Lists and tables: only their own kind inside; an empty cell stays, an empty row goes."""
    parts = []
    for child in node.iter():
        if child.tag in ("td", "th"):
            parts.append(f"<{child.tag}{_attributes(child)}>{canonical(child)}</{child.tag}>")
        elif child.tag in BLOCKS:
            parts.append(_block(child))
    return "".join(parts)


def _attributes(node):
    kept = [(name, node.attributes.get(name)) for name in ("rowspan", "colspan", "start")]
    return "".join(
        f' {name}="{int(value)}"'
        for name, value in kept
        if value and value.isascii() and value.isdigit() and value != "1"
    )


def _figure(node):
    """One picture of ours and its caption; a caption without any picture becomes a paragraph."""
    caption = node.css_first("figcaption")
    image = next((img for img in node.css("img") if _picture_id(img) is not None), None)
    if image is None:
        return canonical(caption) if caption is not None else ""
    words = _caption_words(caption) if caption is not None else ""
    number = _picture_id(image)
    address = draft_picture(number) if number else NO_PICTURE
    alt = escape(" ".join((image.attributes.get("alt") or "").split()))
    end = f"<figcaption>{words}</figcaption>" if words else ""
    return f'<figure><img src="{address}" alt="{alt}" data-file="{number}">{end}</figure>'


def _caption_words(caption):
    """Inline words; a caption into which a browser put blocks keeps their words only."""
    if any(child.tag in BLOCKS or child.tag == "img" for child in caption.traverse()):
        return escape(words_of(caption), quote=False)
    return (caption.inner_html or "").strip()


def _picture_id(image):
    number = image.attributes.get("data-file") or ""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 16 else None


def link_is_kept(href: str) -> bool:
    """Local addresses and http(s), mailto, tel; never `//host`."""
    local = href.startswith("/") and not href.startswith("//")
    return local or href.lower().startswith(("http://", "https://", "mailto:", "tel:"))


def words_of(node) -> str:
    return " ".join(node.text().split()) if node is not None else ""
