"""What XML 1.0 can hold: a text with one wrong sign is no document at all for its reader."""

import re
from xml.sax.saxutils import escape

NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text without signs that XML has no way to write, not even escaped (§2.2)."""
    return NO_CHARACTER.sub("", text)


def escaped(text: str) -> str:
    """As the content of an element."""
    return escape(allowed(text))
