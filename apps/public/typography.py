"""Names and numbers that never break, set when a page is rendered and never in stored text."""

import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

# A tag, with quoted attributes taken whole: a serialiser leaves ">" inside them as it is.
TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
COMRADE = re.compile(r"\b([Đđ]ồng) chí (?=(\w)|\Z)")
UNITS = (
    "%|°C|k?g|(?:[ckm]?m|ha)[²³]?|tấn|tạ|lít|tỷ|tỉ|triệu|nghìn|ngàn|đồng|USD|giờ|phút|tuổi|người|hộ"
)
NAMED = ("số", "uý", "háng", "gày", "ăm", "thứ", "hóa", "hoá", "Điều", "hoản")  # số 4, Quý IV
# What follows a figure: "46 ha", "2,9 tỷ đồng", "0200 000 012", "2025 - 2030". Each begins with a
# digit or a space, which is what makes them quick.
COUNTED = re.compile(rf"[0-9](?: (?:tỷ|triệu))? (?=(?:[0-9]{{3}}|{UNITS})(?!\w))|[0-9] - (?=[0-9])")
BEFORE = re.compile(r" (?=[0-9]|[IVXL]+(?!\w))")
DOCUMENT = re.compile(r"(?<![\w/-])\d{1,5}-[A-ZĐ][A-ZĐi]{0,6}/[A-ZĐ][A-ZĐ-]{0,12}(?![\w/-])")


def set_html(html: str) -> SafeString:
    """Sanitised HTML with "đồng chí" tied to the name, numbers to what they count, and `17-NQ/TU`
    kept on one line.

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
    return set_text(text) if "ồng chí " in text or "/" in text or " - " in text else text


def _set(words, following):
    """`following` are the words after the next tag: a name may be a link."""

    def tied(found):
        first = found[2] or following[:1]
        return f"{found[1]}\u00a0chí\u00a0" if first.isupper() else found[0]

    kept = BEFORE.sub(_named, COUNTED.sub(_unbroken, COMRADE.sub(tied, words)))
    return DOCUMENT.sub(r'<span class="nb">\g<0></span>', kept)


def _unbroken(found):
    return found[0].replace(" ", "\u00a0")


def _named(found):
    return "\u00a0" if found.string.endswith(NAMED, 0, found.start()) else " "


def frame_tables(html: str) -> str:
    """Each table in a frame of its own, which scrolls where it is wider than the text."""
    if "<table" not in html:
        return html
    frame = format_html('<div class="frame" tabindex="0" role="group" aria-label="{}">', _("Table"))
    return html.replace("<table", f"{frame}<table").replace("</table>", "</table></div>")
