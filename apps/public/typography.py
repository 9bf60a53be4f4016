"""Names and numbers that never break, set when a page is rendered and never in stored text."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# A tag, with quoted attributes taken whole: a serialiser leaves ">" inside them as it is.
TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
COMRADE = re.compile(r"\b([Đđ]ồng) chí (?=(\w)|\Z)")
DOCUMENT = re.compile(r"(?<![\w/-])\d{1,5}-[A-ZĐ][A-ZĐi]{0,6}/[A-ZĐ][A-ZĐ-]{0,12}(?![\w/-])")


def set_html(html: str) -> SafeString:
    """Sanitised HTML with "đồng chí" tied to the name and `17-NQ/TU` kept on one line.

    Only words between tags change; what the browser copies stays the same letters.
    """
    parts = TAG.split(html)
    words = parts[::2]
    parts[::2] = [_set(*pair) for pair in zip(words, [*words[1:], ""], strict=True)]
    return mark_safe("".join(parts))  # the input is safe and only spans of ours are added


def set_text(text: str) -> SafeString:
    """A plain line, escaped and set the same way."""
    return set_html(str(escape(text)))


def set_line(text: str) -> str:
    """The same for one of the many lines of a list: most have nothing to keep together."""
    return set_text(text) if "ồng chí " in text or "/" in text else text


def _set(words, following):
    """`following` are the words after the next tag: a name may be a link."""

    def tied(found):
        first = found[2] or following[:1]
        return f"{found[1]}\u00a0chí\u00a0" if first.isupper() else found[0]

    return DOCUMENT.sub(r'<span class="nb">\g<0></span>', COMRADE.sub(tied, words))
