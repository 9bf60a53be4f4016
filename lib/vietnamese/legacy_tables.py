"""Letters of the encodings that were used before Unicode.

TCVN3 (ABC, fonts .VnTime): TCVN 5712:1993, upper half. VNI Windows: a base letter and a
second letter for its marks. Both are given as the characters a Latin-1 reader sees.
"""

import re

from .text import nfc
from .tones import ACUTE, DOT, GRAVE, HOOK, TILDE, TONE_MARKS, VOWELS

# Bytes A1 to FF in order. "" are the combining tones B0 to B4.
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ" + "\0" * 5 + "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
TCVN3 = {
    chr(byte): letter for byte, letter in enumerate(_TCVN3_LETTERS, start=0xA1) if letter != "\0"
}
_TCVN3_TONES = dict(zip("\xb0\xb1\xb2\xb3\xb4", TONE_MARKS, strict=True))
_TCVN3_TABLE = str.maketrans(TCVN3)
_TCVN3_LATE_TONE = re.compile(rf"(?<=[{VOWELS}])[\xb0-\xb4]")

_VNI_TONES = {"ù": ACUTE, "ø": GRAVE, "û": HOOK, "õ": TILDE, "ï": DOT}
_VNI_ROOF = {
    sign: "\u0302" + tone
    for sign, tone in zip("âáàåãä", ("", ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True)
}
_VNI_BREVE = {
    sign: "\u0306" + tone
    for sign, tone in zip("êéèúüë", ("", ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True)
}
_VNI_MARKS = {
    "a": ("a", _VNI_TONES | _VNI_ROOF | _VNI_BREVE),
    "e": ("e", _VNI_TONES | _VNI_ROOF),
    "o": ("o", _VNI_TONES | _VNI_ROOF),
    "u": ("u", _VNI_TONES),
    "y": ("y", {sign: tone for sign, tone in _VNI_TONES.items() if tone != DOT}),
    "ô": ("ơ", _VNI_TONES),
    "ö": ("ư", _VNI_TONES),
}
_VNI_SINGLE = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))


def _vni_letters():
    for base, (letter, marks) in _VNI_MARKS.items():
        for sign, mark in marks.items():
            whole = nfc(letter + mark)
            for written in (base + sign, base + sign.upper()):
                yield written, whole
                yield base.upper() + written[1:], whole.upper()
    for sign, letter in _VNI_SINGLE.items():
        yield sign, letter
        yield sign.upper(), letter.upper()


VNI = dict(_vni_letters())
_VNI_LETTER = re.compile("|".join(sorted(VNI, key=len, reverse=True)))


def tcvn3_to_unicode(s: str) -> str:
    """TCVN3 text, seen as Latin-1 or CP1252, in Unicode.

    TCVN3 has no capitals with a tone: headings were set in the fonts named ...H (.VnTimeH),
    which print small letters as capitals. Their text comes out in small letters; only the
    font name, which plain text does not have, could tell.
    """
    return nfc(
        _TCVN3_LATE_TONE.sub(lambda found: _TCVN3_TONES[found[0]], s.translate(_TCVN3_TABLE))
    )


def vni_to_unicode(s: str) -> str:
    """VNI Windows text, seen as Latin-1 or CP1252, in Unicode: "Ñaûng uûy" -> "Đảng ủy"."""
    return nfc(_VNI_LETTER.sub(lambda found: VNI[found[0]], s))
