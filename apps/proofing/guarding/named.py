"""Whether a few words name a person: "Lò Thị Pâng", not "12 Trần Phú" and "Trường Lê Quý Đôn"."""

import re

from lib.vietnamese.titles.surnames import PARTICLES, PLACES, STRONG, WEAK
from lib.vietnamese.titles.wordlists import words

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]*)?\.?|\d+|[^\w\s]|\n")
# "N.V.T", "L.T.H.": a name given by its first letters.
_LETTERS = re.compile(r"(?<![\w.])(?!T\.[UW](?!\w))[A-ZĐ](?:\.[A-ZĐ]){1,3}(?![\w]|\.\w)")
# A street, school or ward bears the name.
_BORNE = words(
    """
    đường phố trường thpt thcs học phường xã chợ bản thôn ấp khu ngõ làng hẻm tổ viện
    """
)


def names_person(told: str) -> bool:
    if _LETTERS.search(told):
        return True
    run: list[str] = []
    before = ""
    for word in [*_WORD.findall(told), ""]:
        if word[:1].isupper():
            run.append(word)
            continue
        if _has_name(run, before):
            return True
        run, before = [], word
    return False


def _has_name(run: list[str], before: str) -> bool:
    folded = [word.lower() for word in run]
    if before.lower() in _BORNE or before.isdigit() or (folded and folded[0] in _BORNE):
        return False
    for at, word in enumerate(folded[:-1]):
        rest = folded[at:]
        named = word in STRONG or word in PARTICLES or (word in WEAK and len(rest) > 2)
        if named and len(rest) < 6 and " ".join(rest) not in PLACES:
            return True
    return False
