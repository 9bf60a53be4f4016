"""Names and numbers that never break, set when a page is rendered and never in stored text."""

import functools
import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

# A tag, with quoted attributes taken whole: a serialiser leaves ">" inside them as it is.
TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))  # Ạ Ả … Ỹ
FULL_NAME = rf"[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,4}}"
COMRADE = re.compile(rf"ồng chí (?:({FULL_NAME})|(?=(\w)|\Z))")
UNITS = (
    "%|°C|k?g|(?:[ckm]?m|ha)[²³]?|tấn|tạ|lít|tỷ|tỉ|triệu|nghìn|ngàn|đồng|USD|giờ|phút|tuổi|người|hộ"
)
NAMED = ("số", "uý", "háng", "gày", "ăm", "thứ", "hóa", "hoá", "Điều", "hoản")  # số 4, Quý IV
# What follows a figure: "46 ha", "2,9 tỷ đồng", "0200 000 012", "2025 - 2030". Each begins with a
# digit or a space, which is what makes them quick.
COUNTED = re.compile(rf"[0-9](?: (?:tỷ|triệu))? (?=(?:[0-9]{{3}}|{UNITS})(?!\w))|[0-9] - (?=[0-9])")
BEFORE = re.compile(r" (?=[0-9]|[IVXL]+(?!\w))")
COMMITTEE = re.compile("(?:[Đđ]ảng|[Tt]hị|[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Qq]uận) (?:ủy|uỷ)")
UNBROKEN = r'<span class="nb">\g<0></span>'
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
    return mark_safe(_set(str(escape(text)), ""))  # escaped


@functools.lru_cache(4096)  # pages are made anew at every publication; their headlines stay
def set_line(text: str) -> str:
    """The same for one of the many lines of a list, a schedule, a register: where nothing belongs
    together, it is the text as it came.
    """
    kept = set_text(text)
    return text if kept == escape(text) else kept


def _set(words, following):
    """`following` are the words after the next tag: a name may be a link."""

    def tied(found):
        if found[1]:
            return f'ồng\u00a0chí\u00a0<span class="full-name">{found[1]}</span>'
        first = found[2] or following[:1]
        return "ồng\u00a0chí\u00a0" if first.isupper() else found[0]

    if "ồng chí " in words:
        words = COMRADE.sub(tied, words)
    words = BEFORE.sub(_named, COUNTED.sub(_unbroken, words))
    if "/" in words:
        words = DOCUMENT.sub(UNBROKEN, words)
    if " ủy" in words or " uỷ" in words:
        words = COMMITTEE.sub(UNBROKEN, words)
    return words


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
