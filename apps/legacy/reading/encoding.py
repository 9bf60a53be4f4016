"""From the bytes of a file to its text."""

import re

from django.utils.translation import gettext as _

from lib.vietnamese.encodings import BinaryData, UnknownEncoding, decode
from lib.vietnamese.text import nfc

from .values import PageRefused

LARGEST = 5 * 1024 * 1024
_CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w-]{2,30})", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*|<\?xml.{0,200}?\?>\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_SAMPLE = 20_000
_ANY_SIGN = re.compile(r"\w")


def to_text(data: bytes) -> tuple[str, str]:
    """(text, name of the encoding). Raises PageRefused: too_large, empty, binary, encoding."""
    if len(data) > LARGEST:
        raise PageRefused("too_large", _("The file is larger than 5 MB."))
    if not data.strip():
        raise PageRefused("empty", _("The file is empty."))
    text, name = _decoded(data)
    if not _ANY_SIGN.search(text):
        raise PageRefused("empty", _("The file is empty."))
    return text, name


def _decoded(data):
    if text := _plainly_unicode(data):
        return text, "utf-8"
    declared = _CHARSET.search(data[:4096])
    try:
        return decode(data, declared[1].decode("ascii") if declared else None)
    except BinaryData as error:
        raise PageRefused("binary", _("The file is not a page but binary data.")) from error
    except UnknownEncoding as error:
        raise PageRefused(
            "encoding", _("The encoding of the file cannot be recognised.")
        ) from error


def _plainly_unicode(data):
    """UTF-8 so full of Vietnamese letters that nothing has to be guessed; else None.

    An HTML page needs only a few: blocks in old fonts are converted one by one (`fonts`).
    """
    if b"\0" in data or data.startswith(b"%PDF-"):
        return None
    try:
        text = nfc(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    letters = len(_VIETNAMESE.findall(sample))
    return text if letters * 40 > len(sample) or (letters >= 5 and _HTML.match(text)) else None


def is_html(text: str, name: str) -> bool:
    """By the file's ending, or by how it begins: pages are also saved as .txt."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_HTML.match(text))
