"""The text lets somebody chair whom the record of the meeting does not name as its chair."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import CAPTION, Manuscript
from lib.vietnamese.titles import Mention

from .same_person import name_key

_CHAIRS = re.compile(
    r"(?<!\w)(?P<under>dưới sự (?:đồng )?chủ trì của )|(?<!\w)(?<!cơ quan )(?<!đơn vị )"
    r"(?:đồng )?(?:chủ trì|chủ tọa)(?= ?(?:[.;\n]|$| (?:và (?:kết luận|phát biểu|chỉ đạo) |tại )?"
    r"(?:hội nghị|cuộc họp|buổi|kỳ họp|phiên|đại hội|lễ|hội thảo|giao ban|tọa đàm)))",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(r"[ ,]*(?:(?:đã|cùng|sẽ|trực tiếp|đang|vừa|làm) ?)*", re.IGNORECASE)
_JOINS = re.compile(r"[ ,;]*(?:và|cùng)?[ ,;]*", re.IGNORECASE)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.chairs or not manuscript.has_any("chủ trì", "chủ tọa"):
        return
    record = [name_key(name) for name in manuscript.chairs]
    for mention in _said_to_chair(manuscript):
        if not _is_among(mention.name, record):
            words = _("By the record of the meeting %(chairs)s chaired: check who did.")
            words %= {"chairs": ", ".join(manuscript.chairs)}
            yield manuscript.hint(Kind.MEETING_CHAIR, mention.name_start, mention.name_end, words)


def _said_to_chair(manuscript: Manuscript) -> Iterator[Mention]:
    """By the first sentence that says so, and by every caption."""
    told = False
    named = [mention for mention in manuscript.reading.mentions if mention.name]
    starts = [mention.start for mention in named]
    for found in _CHAIRS.finditer(manuscript.reading.text):
        start, end = found.span()
        after = bisect_left(starts, start)
        people = _next(manuscript, named, after, end) if found["under"] else (
            _before(manuscript, named, after - 1, start)
        )  # fmt: skip
        in_caption = manuscript.part_holding(start).name == CAPTION
        if people and (in_caption or not told):
            told = told or not in_caption
            yield from people


def _next(manuscript: Manuscript, named: list[Mention], at: int, end: int) -> list[Mention]:
    if at >= len(named) or manuscript.reading.text[end : named[at].start].strip():
        return []
    first = named[at]
    rest = (one for one in named[at + 1 : at + 9] if first.list_id != -1)
    return [first, *(one for one in rest if one.list_id == first.list_id)]


def _before(manuscript: Manuscript, named: list[Mention], at: int, start: int) -> list[Mention]:
    """The one who stands right before the verb, and who is joined to that one."""
    people: list[Mention] = []
    form = _LEADS_TO
    while at >= 0 and form.fullmatch(manuscript.reading.text, named[at].end, start):
        people.insert(0, named[at])
        start, form = named[at].start, _JOINS
        at -= 1
    return people


def _is_among(name: str, record: list[str]) -> bool:
    """A given name alone is enough."""
    key = name_key(name)
    return any(key == one or one.endswith(f" {key}") for one in record)
