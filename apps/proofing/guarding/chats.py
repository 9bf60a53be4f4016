"""Links that show somebody's own number or open a chat with him: zalo.me/0326…, wa.me/84…."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript

from .phones import is_hotline

_CHAT = re.compile(
    r"(?<![\w.@/])(?:https?://)?(?:(?:chat\.)?zalo\.me|wa\.me|t\.me|viber\.me)/(?:\+?84|0)\d{8,10}"
    r"(?!\w)",
    re.IGNORECASE,
)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.has_any(".me/"):
        return
    text = manuscript.reading.text
    for found in _CHAT.finditer(text):
        if not is_hotline(text, found.start()):
            words = _("This link shows somebody’s own number: take it out.")
            yield manuscript.mark(Kind.PERSONAL_DATA, *found.span(), words)
