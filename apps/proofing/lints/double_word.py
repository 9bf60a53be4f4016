""" "của của", "hội nghị hội nghị"; not "xanh xanh", nor "tồn tại tại" where two words meet."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript

# Only words of grammar: syllables of others meet by right ("Ủy ban ban hành", "thiết bị bị hỏng")
# or are doubled by right ("ngày ngày", "luôn luôn").
_SINGLE = re.compile(
    r"(?<![\w-])(?P<first>của|và|các|những|được|cho|với|trong|trên|dưới|đã|đang|sẽ|này|rằng|để|thì"
    r"|nhưng|theo|về|là|một|khi|ở|vào|đến|hoặc|đối với|đồng thời|nhằm|mà|ngày(?= ngày \d))"
    r"(?P<again> +(?P=first))(?![\w-])",
    re.IGNORECASE,
)
# The first is the end of another word: "giá trị của của cải", "đi vào vào".
_MEETS = re.compile(r"của +của +(?:cải|nả)|là +là (?:mặt|sát)|(?:ban|tới|lại) +cho +cho", re.I)
_SEVERAL = re.compile(
    r"(?<![\w-])(?P<first>[^\W\d_]+(?: [^\W\d_]+){1,2})(?P<again> +(?P=first))(?![\w-])",
    re.IGNORECASE,
)
_BY_RIGHT = frozenset(
    {"xã hội", "từng bước", "ngày càng", "từng ngày", "muôn năm", "ngày đêm", "năm tháng"}
)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not _may_be_doubled(manuscript.reading.lower.split()):
        return
    text = manuscript.reading.text
    for form, is_right in ((_SINGLE, _meets), (_SEVERAL, _is_said_so)):
        for found in form.finditer(text):
            if not is_right(text, found):
                yield _finding(manuscript, found)


def _may_be_doubled(words: list[str]) -> bool:
    """A quick look: some word stands again one, two or three places on."""
    singles = any(map(str.startswith, words[1:], words))
    return singles or any(
        again == first
        and any(map(str.startswith, words[at + gap : at + 2 * gap], words[at : at + gap]))
        for gap in (2, 3)
        for at, (first, again) in enumerate(zip(words, words[gap:], strict=False))
    )


def _meets(text: str, found: re.Match) -> bool:
    return bool(_MEETS.match(text, found.start()))


def _is_said_so(_text: str, found: re.Match) -> bool:
    first = found["first"].lower()
    return first in _BY_RIGHT or len(set(first.split())) == 1


def _finding(manuscript: Manuscript, found: re.Match) -> Finding:
    start, end = manuscript.reading.given_span(*found.span("first"))
    words = _("Doubled: take one of the two out.")
    once = manuscript.text[start:end]
    return manuscript.hint(Kind.DOUBLE_WORD, *found.span(), words, expected=once, fix=once)
