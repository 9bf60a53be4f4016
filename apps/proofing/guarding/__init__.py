"""What must not be published: marks of secrecy and data about private people.

Each module has `look(manuscript)`; what an earlier one has claimed a later one leaves alone.
"""

import re

from apps.proofing.findings import Finding
from apps.proofing.manuscript import Manuscript

from . import accounts, chats, circulation, file_names, identity, links, phones, private, secrecy

_OF_WORDS = (secrecy, circulation, file_names, links, chats)
_OF_NUMBERS = (accounts, identity, phones)
_LAST = (private,)
# Seven figures and more; most texts have none.
_LONG_NUMBER = re.compile(r"\d(?:[ .\-()–]{0,3}\d){6}")


def guard(manuscript: Manuscript) -> list[Finding]:
    """All findings of the guards in the order of the text; no two of them overlap."""
    numbers = _OF_NUMBERS if _LONG_NUMBER.search(manuscript.reading.text) else ()
    found: list[Finding] = []
    for one in (*_OF_WORDS, *numbers, *_LAST):
        found = _merged(found, one.look(manuscript))
    return found


def _merged(earlier: list[Finding], later) -> list[Finding]:
    """Both in the order of the text, without those of `later` that overlap an earlier one."""
    merged = sorted([*earlier, *later], key=lambda finding: finding.start)
    kept: list[Finding] = []
    first = {id(finding) for finding in earlier}
    for finding in merged:
        if kept and finding.start < kept[-1].end:
            if id(finding) not in first or id(kept[-1]) in first:
                continue
            kept.pop()
        kept.append(finding)
    return kept
