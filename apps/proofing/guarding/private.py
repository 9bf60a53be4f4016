"""Where private life may show: day of birth, home, own mailbox. Hints, but for a mailbox said to be
a person's own."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.manuscript import Manuscript

from .phones import is_public

_BIRTH = re.compile(
    r"(?<!\w)(?:sinh ngày|ngày sinh|ngày, tháng, năm sinh|sinh)(?: là| vào)?[ :]{1,3}(?:ngày )?"
    r"(?P<birth>\d{1,2}(?: ?[/.\-] ?\d{1,2} ?[/.\-] ?| tháng \d{1,2},? năm )(?P<year>\d{4}))(?!\d)",
    re.IGNORECASE,
)
# Whoever was born earlier is history.
_FIRST_YEAR = 1935
_HOME = re.compile(
    r"(?<!\w)(?:trú tại|thường trú|tạm trú|ngụ tại|ngụ|cư trú|nhà riêng|nhà ở|hkt?t)(?: tại| ở)?"
    r"[ :]{1,3}(?P<home>(?:số (?:nhà )?|nhà số |sn )\d+\w?(?:/\d+\w?)*[^.;\n,()]{0,60})",
    re.IGNORECASE,
)
_MAILBOX = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|yahoo|hotmail|outlook|icloud|live)\.(?:com\.vn|com|vn)"
    r"(?![\w-])",
    re.IGNORECASE,
)
# Said to be a person's own.
_OWN = re.compile(r"(?<!\w)(?:riêng|cá nhân)[^.;\n]{0,30}$", re.IGNORECASE)
_REACH = 80


def look(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.reading.text
    for found in _all(_BIRTH, manuscript, "sinh"):
        if int(found["year"]) >= _FIRST_YEAR:
            words = _("A full day of birth: is the year enough?")
            yield _hint(manuscript, found.span("birth"), words)
    for found in _all(_HOME, manuscript, "trú", "ngụ", "nhà riêng", "nhà ở", "tt:", "tt "):
        words = _("Somebody’s home: leave out the number of the house.")
        yield _hint(manuscript, found.span("home"), words)
    for found in _all(_MAILBOX, manuscript, "@"):
        if not is_public(text, *found.span()):
            words = _("A private mailbox: use the office’s address.")
            own = _OWN.search(text, max(0, found.start() - _REACH), found.start())
            severity = Severity.ERROR if own else Severity.HINT
            yield manuscript.mark(Kind.PERSONAL_DATA, *found.span(), words, severity=severity)


def _all(form: re.Pattern, manuscript: Manuscript, *traces: str) -> Iterator[re.Match]:
    return form.finditer(manuscript.reading.text) if manuscript.has_any(*traces) else iter(())


def _hint(manuscript: Manuscript, span: tuple[int, int], words: str) -> Finding:
    return manuscript.mark(Kind.PERSONAL_DATA, *span, words, severity=Severity.HINT)
