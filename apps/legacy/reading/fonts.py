"""Pages whose letters are Vietnamese only in an old font (.VnTime, VNI-Times)."""

import re

from lib.vietnamese.encodings import to_unicode
from lib.vietnamese.legacy_tables import tcvn3_to_unicode, vni_to_unicode

_TCVN3 = re.compile(r"(?<![\w.])\.vn[a-z]", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w.])\.vn[a-z ]+h(?![a-z])", re.IGNORECASE)
_VNI = re.compile(r"(?<![\w.])vni[- ]", re.IGNORECASE)
_UNICODE_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def font_of(node) -> str:
    """The face an element asks for; '' when it asks for none."""
    attributes = node.attributes
    return f"{attributes.get('face') or ''} {_family(attributes.get('style') or '')}".strip()


def _family(style):
    found = re.search(r"font(?:-family)?\s*:([^;]{1,120})", style, re.IGNORECASE)
    return found[1] if found else ""


def in_unicode(text: str, font: str) -> str:
    """The words as the font showed them; text that is Unicode already stays."""
    if (
        not font
        or text.isascii()
        and not _CAPITALS.search(font)
        or _UNICODE_VIETNAMESE.search(text)
    ):
        return text
    if _TCVN3.search(font):
        found = tcvn3_to_unicode(text)
        return found.upper() if _CAPITALS.search(font) else found
    return vni_to_unicode(text) if _VNI.search(font) else text


def repaired(text: str) -> str:
    """A block of old letters among Unicode ones."""
    return text if text.isascii() or _UNICODE_VIETNAMESE.search(text) else to_unicode(text)[0]
