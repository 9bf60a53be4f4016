"""States as words with a small coloured mark, for lists and pages alike."""

from django.utils.html import format_html


def mark(code: str, words):
    """`code` picks the colour (`.state-<code>` in desk.css); the words carry the meaning."""
    return format_html('<span class="state state-{}">{}</span>', code, words)
