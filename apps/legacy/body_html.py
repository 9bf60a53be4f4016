"""The body of a read page as HTML for `articles.body`."""

from html import escape
from itertools import groupby

from apps.articles.body import lost_figure


def body_html(blocks) -> str:
    """The body as HTML for `articles.body`; a caption is a figure whose picture is lost."""
    parts = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        inside = "".join(_block_html(block) for block in run)
        parts.append({"li": f"<ul>{inside}</ul>", "ol": f"<ol>{inside}</ol>"}.get(kind, inside))
    return "".join(parts)


def _block_html(block):
    words = block.html or escape(block.text, quote=False)
    if block.kind == "caption":
        return lost_figure(block.text)
    if block.kind == "table":
        return block.html
    if block.kind == "quote":
        return f"<blockquote><p>{words}</p></blockquote>"
    if block.kind in ("li", "ol"):
        return f"<li><p>{words}</p></li>"
    return f"<{block.kind}>{words}</{block.kind}>"
