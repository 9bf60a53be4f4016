"""The portal wants its mark at the end of the text, and it is not there."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.manuscript import BODY, Manuscript

_ANY_MARK = re.compile(r"[.…]{0,3} ?/ ?\.?$")
_SURE_MARK = re.compile(r"(?:[.…] ?/ ?\.?|/\.)$")
_STOP = re.compile(r"[.…]{1,3}$|[!?]$")
_LAST_WORD = re.compile(r"\S{1,40}$")


def bears_mark(text: str) -> bool:
    """Whether a text ends with "./." or its like, the portal's own or another's."""
    text = text.rstrip()
    return bool(_SURE_MARK.search(text, max(0, len(text) - 60)))


def look(manuscript: Manuscript) -> Iterator[Finding]:
    body = manuscript.texts(BODY)
    if not manuscript.end_mark or not body:
        return
    part, text = next(((part, text) for part, text in reversed(body) if text.strip()), body[-1])
    text = text.rstrip()
    if not text or _ends_with(text, manuscript.end_mark):
        return
    found, right = _end(text, manuscript.end_mark)
    place = part.start + found.start(), part.start + found.end()
    words = _("The text ends with “%(mark)s” here.") % {"mark": manuscript.end_mark}
    more = {"severity": Severity.HINT, "expected": right, "fix": right}
    yield manuscript.mark_given(Kind.END_MARK, *place, words, **more)


def _ends_with(text: str, mark: str) -> bool:
    """Not "./." for ".../."."""
    found = _ANY_MARK.search(text, max(0, len(text) - 60))
    return found[0].lstrip() == mark if found else text.endswith(mark)


def _end(text: str, mark: str) -> tuple[re.Match, str]:
    """What stands there now, and what should."""
    reach = max(0, len(text) - 60)
    for form in (_ANY_MARK, _STOP):
        found = form.search(text, reach)
        if found and found[0]:
            keeps = found[0] if found[0] in "!?" else ""
            return found, keeps + mark
    found = _LAST_WORD.search(text, reach)
    return found, found[0] + mark
