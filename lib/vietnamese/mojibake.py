"""UTF-8 that was read as Latin-1 or CP1252: "Äá»©c" and the like."""

import re

from .text import nfc


def _seen_as(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


# CP1252 and Latin-1 differ in 80 to 9F: either may have been the reader.
_BYTE_OF = {chr(byte): byte for byte in range(0x80, 0x100)}
_BYTE_OF |= {_seen_as(byte): byte for byte in range(0x80, 0x100)}
_TRAIL = "".join(sign for sign, byte in _BYTE_OF.items() if byte < 0xC0)
SEQUENCE = re.compile(
    rf"[\xc2-\xdf][{_TRAIL}]|[\xe0-\xef][{_TRAIL}]{{2}}|[\xf0-\xf4][{_TRAIL}]{{3}}"
)

# What a Vietnamese page contains: Latin letters, marks, signs, emoji. Else it is a coincidence.
_EXPECTED = re.compile(
    "[\x80-\u036f\u1e00-\u1eff\u2000-\u27bf\ufe00-\ufe0f\ufeff\U0001f000-\U0001faff]"
)

# "à" is C3 A0: its second half is a no-break space, which cleaning makes a plain one.
_LOST_A = re.compile(r"Ã(?: (?= )| (?=(?:[iouy]|n[gh]?|m)(?!\w))|(?= |$))")
# "Đ" is C4 90, and CP1252 has no 90: pasted text often lost it.
_LOST_D = re.compile(r"(?<!\w)Ä(?=[^\W\d_])")
_MOST_LAYERS = 3


def mojibake_to_unicode(s: str) -> str:
    """The text with every misread sequence put right, also when it was misread twice.

    Convert before cleaning: some halves of letters are control characters.
    """
    for _ in range(_MOST_LAYERS):
        repaired = SEQUENCE.sub(_letter, s)
        if repaired == s:
            break
        s = _LOST_D.sub("Đ", _LOST_A.sub("à", repaired))
    return nfc(s)


def misread_share(s: str) -> float:
    """Part of the non-ASCII characters that belongs to misread sequences, 0.0 to 1.0."""
    foreign = sum(not sign.isascii() for sign in s)
    misread = sum(len(found[0]) for found in SEQUENCE.finditer(s) if _letter(found) != found[0])
    return misread / foreign if foreign else 0.0


def _letter(found: re.Match) -> str:
    try:
        letter = bytes(_BYTE_OF[sign] for sign in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    return letter if _EXPECTED.match(letter) else found[0]
