"""Text of old portals and files in Unicode, whatever it was written in."""

from .decoding import BinaryData, UnknownEncoding, decode
from .detecting import detect, good_words, to_unicode
from .legacy_tables import tcvn3_to_unicode, vni_to_unicode
from .mojibake import mojibake_to_unicode

__all__ = [
    "BinaryData",
    "UnknownEncoding",
    "decode",
    "detect",
    "good_words",
    "mojibake_to_unicode",
    "tcvn3_to_unicode",
    "to_unicode",
    "vni_to_unicode",
]
