"""Bytes of files and pages, read whatever they declare."""

import codecs
import re

from .detecting import detect, good_words, to_unicode
from .text import nfc

_ENOUGH = 100_000


class UnknownEncoding(ValueError):
    """The bytes are text in no encoding that can be recognised."""


class BinaryData(ValueError):
    """The bytes are no text at all: a picture, an archive, a program."""


_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"RIFF",
    b"\x7fELF",
    b"MZ\x90",
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1b")
_DECLARABLE = re.compile(
    r"utf-(?:16|32)(?:-[lb]e)?|cp(?:125[0-7]|8\d\d|9\d\d)|iso8859-\d+|koi8-[rtu]|gb\w+|big5\w*"
    r"|shift_jis\w*|euc_\w+|iso2022_\w+|mac-\w+|tis-620|hz|johab"
)
_WESTERN = ("cp1252", "iso8859-1", "iso8859-15", "ascii", "utf-8", "cp1258")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """(text in NFC, name of its encoding) of a file or a page.

    In this order: byte order mark, UTF-8, what the page declares, then one byte per letter
    (TCVN3, VNI, CP1258, CP1252) by what makes Vietnamese; pages often declare wrongly. Names:
    "utf-8", "utf-16", "utf-32", "mojibake", "tcvn3", "vni", "cp1258", "cp1252" or the declared
    codec. A few broken bytes in UTF-8 become U+FFFD. NUL characters are left out.

    Raises BinaryData for what is no text, UnknownEncoding for text that cannot be read.
    """
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            return _marked(data, name, codec)
    codec = _declared_codec(declared)
    wide = codec is not None and codec.startswith(("utf-16", "utf-32"))
    if data.startswith(_SIGNATURES) or (not wide and _has_controls(data)):
        raise BinaryData("The file is not text.")
    return _as_utf8(data) or _as_declared(data, codec) or _as_damaged_utf8(data) or _by_bytes(data)


def _marked(data: bytes, name: str, codec: str) -> tuple[str, str]:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(f"The file begins as {name} but does not go on so.") from error
    if text.count("\0") > len(text) // 100:
        raise BinaryData("The file is not text.")
    return _finished(text, name)


def _finished(text: str, name: str) -> tuple[str, str]:
    text, kind = to_unicode(text.replace("\0", ""))
    return text, name if kind == "unicode" else kind


def _has_controls(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _CONTROLS)) > len(data) // 100


def _declared_codec(declared: str | None) -> str | None:
    """The codec of a declared charset, if it is one of text that Python has."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return name if _DECLARABLE.fullmatch(name) else None


def _as_utf8(data: bytes) -> tuple[str, str] | None:
    try:
        return _finished(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, codec: str | None) -> tuple[str, str] | None:
    if codec is None or codec in _WESTERN:
        return None
    try:
        return _finished(data.decode(codec), codec)
    except UnicodeDecodeError:
        return None


def _as_damaged_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 cut or spoilt in a few places: far more good sequences than bad ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(not sign.isascii() for sign in text) - broken
    return _finished(text, "utf-8") if whole >= 20 * broken else None


def _by_bytes(data: bytes) -> tuple[str, str]:
    western, vietnamese = _tried(data, "cp1252"), _tried(data, "cp1258")
    if western is not None and detect(western) != "unicode":
        return _finished(western, "cp1252")
    if vietnamese is not None and good_words(vietnamese) > good_words(western or ""):
        return vietnamese, "cp1258"
    if western is None or _is_noise(western):
        raise UnknownEncoding("The encoding of the file cannot be recognised.")
    return western, "cp1252"


def _tried(data: bytes, codec: str) -> str | None:
    try:
        return nfc(data.decode(codec).replace("\0", ""))
    except UnicodeDecodeError:
        return None


def _is_noise(text: str) -> bool:
    """Western text is mostly ASCII; a page of another script read as CP1252 is not."""
    signs = "".join(text[:_ENOUGH].split())
    return sum(not sign.isascii() for sign in signs) > 0.4 * len(signs)
