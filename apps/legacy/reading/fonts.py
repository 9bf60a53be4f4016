"""Pages whose letters are Vietnamese only in an old font (.VnTime, VNI-Times)."""

import re

from lib.vietnamese.encodings import good_words, to_unicode
from lib.vietnamese.legacy_tables import tcvn3_to_unicode, vni_to_unicode

_TCVN3 = re.compile(r"(?<![\w.])\.vn[a-z]", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w.])\.vn[a-z ]+h(?![a-z])", re.IGNORECASE)
_VNI = re.compile(r"(?<![\w.])vni[- ]", re.IGNORECASE)
_UNICODE_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# µ ¸ ¶ ¹ are à á ả ạ in TCVN3; ø û ö are marks and ơ in VNI; none is a Vietnamese letter.
_OLD_SIGNS = re.compile("[µ¸¶¹øûö]")
_SURE = 3


def font_of(node) -> str:
    """The face an element asks for; '' when it asks for none."""
    attributes = node.attributes
    return f"{attributes.get('face') or ''} {_family(attributes.get('style') or '')}".strip()


def _family(style):
    found = re.search(r"font(?:-family)?\s*:([^;]{1,120})", style, re.IGNORECASE)
    return found[1] if found else ""


class Fonts:
    """What the old fonts of one page showed.

    The name of a font alone tells little: words typed in Unicode also carry one, left over from
    the file they were pasted from, and where all letters are Latin-1 ("Hoà Bá") both readings make
    Vietnamese. So the page decides: whether it has signs that are letters in such fonts only.
    """

    def __init__(self, text: str, *, converted: bool = False):
        """`converted`: the whole page has been made Unicode already."""
        self.converted = converted
        self.old = not converted and len(_OLD_SIGNS.findall(text)) >= _SURE

    def in_unicode(self, text: str, font: str) -> str:
        """The words as the font showed them; text that is Unicode already stays."""
        if not font or self.converted or text.isascii() and not _CAPITALS.search(font):
            return text
        if _UNICODE_VIETNAMESE.search(text):
            return text
        found = _shown(text, font)
        return found if self.old or good_words(found) > good_words(text) else text


def _shown(text, font):
    if _TCVN3.search(font):
        found = tcvn3_to_unicode(text)
        return found.upper() if _CAPITALS.search(font) else found
    return vni_to_unicode(text) if _VNI.search(font) else text


def repaired(text: str) -> str:
    """A block of old letters among Unicode ones."""
    return text if text.isascii() or _UNICODE_VIETNAMESE.search(text) else to_unicode(text)[0]
