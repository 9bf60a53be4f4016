"""Names of officials, marked by subject key when a page was cut: links while their page is live."""

import re
from dataclasses import replace

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .pictures import Shown

# As apps/articles/naming.py writes it; a name has no tags inside.
MARK = re.compile(r'<span data-person="(person:[0-9]{1,18})">([^<]*)</span>')


def keys(values: dict) -> set[str]:
    """Every subject marked in ArticleValues."""
    plain = values.get("people") or {}
    rows = [*plain.get("sapo", []), *plain.get("lead", [])]
    rows += [row for caption in plain.get("gallery", []) for row in caption]
    marked = {key for key, _words in MARK.findall(values.get("html") or "")}
    return marked | {key for _start, _end, key in rows}


def link(html: str, linked: dict) -> str:
    """Marks become links to live pages; of the others only the words stay."""

    def turned(found):
        page = linked.get(found[1])
        return f'<a class="named" href="{escape(page.href)}">{found[2]}</a>' if page else found[2]

    return MARK.sub(turned, html)


def line(text: str, rows: list, linked: dict) -> str:
    """A plain text as HTML with links at [[start, end, key], …], code points of the text."""
    parts, at = [], 0
    for start, end, key in sorted(rows):
        if at <= start < end <= len(text):
            marked = f'<span data-person="{escape(key)}">{escape(text[start:end])}</span>'
            parts += [escape(text[at:start]), marked]
            at = end
    return link("".join([*parts, escape(text[at:])]), linked)


def captioned(picture: Shown | None, rows: list, linked: dict) -> Shown | None:
    """The picture with links in its caption."""
    if picture is None or not rows:
        return picture
    return replace(picture, caption=safe(line(picture.caption, rows, linked)))


def safe(html: str) -> SafeString:
    return mark_safe(html)  # escaped above; only links of ours are added
