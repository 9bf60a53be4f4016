"""Unicode back into the old encodings, to make test data: the inverse of the tables."""

from lib.vietnamese.legacy_tables import TCVN3, VNI
from lib.vietnamese.tones import split_tone

_TO_TCVN3 = {letter: sign for sign, letter in TCVN3.items()}
_TO_VNI = {}
for _written, _letter in VNI.items():
    _TO_VNI.setdefault(_letter, _written)

SMALL_LETTERS = sorted(letter for letter in _TO_TCVN3 if letter.islower())
LETTERS = sorted(_TO_VNI)


def to_tcvn3(text: str) -> str:
    """Small letters and the capitals without a tone: all that TCVN3 fonts print."""
    return "".join(_TO_TCVN3.get(letter, letter) for letter in text)


def to_vni(text: str) -> str:
    return "".join(_TO_VNI.get(letter, letter) for letter in text)


def to_cp1258(text: str) -> bytes:
    """Windows-1258 as Word wrote it: base letter, then a combining tone."""
    return "".join(_parted(letter) for letter in text).encode("cp1258")


def _parted(letter: str) -> str:
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        return "".join(split_tone(letter))
    return letter
