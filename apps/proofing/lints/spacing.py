"""Two spaces, a space before a comma, none behind it."""

import re
from collections.abc import Iterator
from functools import cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import FILE, Manuscript

_PLACE = re.compile(r" +(?=[,;.)])| {2,}|\( +|,(?=[^\W\d_])")
_CLOSING = re.compile(r"[,;](?=\s|$)|\.(?=\s|$)(?! ?[./])|\)")


def look(manuscript: Manuscript) -> Iterator[Finding]:
    files = [part for part, _name in manuscript.texts(FILE)]
    last = files[0].start if files else len(manuscript.text)
    say = cache(gettext)  # a page pasted from elsewhere has the same fault a thousand times
    for found in _PLACE.finditer(manuscript.reading.text):
        told = _fault(found)
        if told:
            words, right = say(told[0]), told[1]
            finding = manuscript.hint(Kind.SPACING, *found.span(), words, expected=right, fix=right)
            if finding.end > last:
                return
            yield finding


def _fault(found: re.Match) -> tuple[str, str] | None:
    """What is wrong at this place, in English, and what should stand there."""
    if found[0] == ",":
        return _after_comma(found)
    if found[0][0] == "(":
        return _("No space inside the bracket."), "("
    return _of_spaces(found)


def _after_comma(found: re.Match) -> tuple[str, str] | None:
    """Not in an address or a file name."""
    before = found.string[found.start() - 1 : found.start()]
    return (_("A space is missing behind the comma."), ", ") if before.isalpha() else None


def _of_spaces(found: re.Match) -> tuple[str, str] | None:
    text, start, end = found.string, *found.span()
    if start == 0 or text[start - 1].isspace() or text[end : end + 1] in ("", "\n"):
        return None
    closes = _CLOSING.match(text, end)
    if closes and (text[start - 1].isalnum() or text[start - 1] in '”")%'):
        return _("No space before this mark."), ""
    return (_("One space is enough."), " ") if end - start > 1 else None
