"""dissolved_body: a body that did not exist on the day, named by itself or in a title alone."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.coming import days_ahead_round
from apps.proofing.facts import BodyFact
from apps.proofing.findings import Finding, Kind
from apps.proofing.occasions import EVER, around, dated_in_clause, occasion
from apps.proofing.periods import period_told
from apps.proofing.register import ByUnit
from apps.proofing.spans import Spans
from apps.proofing.wording import said
from lib.vietnamese.titles.tokens import BREAK, LOWER, NUMBER
from lib.vietnamese.titles.units import MANY

from .matter import Matter

_LONGEST = 16
# Names that say which unit or committee; "Văn phòng", "Hội Nông dân" alone say none.
_SAYS_UNIT = re.compile(
    r"(?:tỉnh|thành|thị|huyện|quận) (?:ủy|đoàn)\b"
    r"|\b(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu)\b"
)
# So do these with a capital; "các ban xây dựng Đảng" and "ban dân vận thôn" do not.
_SAYS_WORK = re.compile(
    r"(?:ban (?:tuyên giáo|dân vận|nội chính|xây dựng đảng)|sở \w+ \w+|phòng \w+ \w+ "
    r"|(?:báo|đài) \w+ \w+)"
)
# The change itself, and papers that carry an old body's name.
_CHANGES = (
    r"(?<!\w)(?:giải thể|sáp nhập|hợp nhất|kết thúc hoạt động|chấm dứt hoạt động|thành lập|đổi tên"
    r"|chia tách|tách ra|nhập vào|tiền thân|mang tên mới|ngừng hoạt động|kế thừa|ra mắt"
    r"|dừng hoạt động|kết thúc nhiệm vụ)(?!\w)"
)
_CHANGED_BEFORE = re.compile(
    rf"{_CHANGES}[^.;\n]{{0,90}}$|(?:trên cơ sở|tách từ|từ)[^.;,\n]{{0,40}}$"
)
_CHANGED_BEHIND = re.compile(
    rf"[^.;\n]{{0,90}}{_CHANGES}|\s{{0,2}}[(,]?\s?(?:cũ(?!\w)|nay là|\(cũ|trước đây)"
)
_STILL = re.compile(r"(?<!\w)sẽ (?:tiếp tục|vẫn|còn)(?!\w)")  # "trước đây … và sẽ tiếp tục"
_NOW_BY = re.compile(r"(?<!\w)(?:nay|hiện)(?: nay)? (?:do|thuộc|giao|giao cho) $")
_NUMBER = re.compile(r" (?:số )?\d{1,2}(?![\w/-])(?! (?:tháng|năm|ngày|quý|giờ|tuần))")
_FORMER = re.compile(r"(?<!\w)nguyên (?:[^\W\d]+ ){0,9}$")
_PAPER = re.compile(
    r"(?:\d{1,4}\s?-\s?[a-zđ]{2,5}\s?/\s?[a-zđ]{2,6}"
    r"|(?:nghị quyết|chỉ thị|kết luận|quyết định|kế hoạch|chương trình|đề án|thông báo|hướng dẫn"
    r"|quy định|quy chế|báo cáo|công văn|lịch sử)(?: số [\w./-]+)?)"
    r"(?:(?:,? ngày [\d/. -]+)?(?: (?:về|v/v) [^.;\n]{0,80})? (?:của|do)"
    r"|(?: đại hội)?(?: đại biểu)?) $"
)


def body_findings(matter: Matter) -> Iterator[Finding]:
    """Each stretch of words that names only bodies that did not exist."""
    covered = Spans(
        (title.start, title.end)
        for known in matter.known
        if known.people
        for title in known.mention.titles
    )
    alone = [
        title for known in matter.known if not known.mention.name for title in known.mention.titles
    ]
    for start, end, bodies in named_bodies(matter):
        if covered.touch(start, end):
            continue
        body = _gone(matter, start, end, bodies)
        if body:
            title = next((t for t in alone if t.start <= start and end <= t.end), None)
            yield _told(matter, title.start if title else start, title.end if title else end, body)


def named_bodies(matter: Matter) -> Iterator[tuple[int, int, ByUnit]]:
    """(start, end, bodies that bear the words), longest words first, none inside another."""
    register, tokens = matter.resolver.register, matter.reading.tokens
    at = 0
    while at < len(tokens):
        behind = None
        if tokens[at].key in register.longest and not _is_plural(tokens, at):
            behind = _longest(register, tokens, at)
        if behind is None:
            at += 1
            continue
        phrase, end = behind
        yield tokens[at].start, tokens[end - 1].end, phrase
        at = end


def _is_plural(tokens, at) -> bool:
    """ "các ban xây dựng Đảng", "14 đảng ủy xã", "các huyện ủy": no body in particular."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind != NUMBER:
        return before is not None and before.key in MANY
    return at < 2 or tokens[at - 2].key != "/"  # "ngày 3/1 Sở Nội vụ" counts nothing


def _longest(register, tokens, at):
    """(bodies, index behind) of the longest name that begins here and says its unit."""
    most = min(len(tokens), at + register.longest[tokens[at].key])
    best, phrase, capital = None, "", tokens[at].case > LOWER
    for end in range(at + 1, most + 1):
        if tokens[end - 1].kind == BREAK:
            break
        phrase = f"{phrase} {tokens[end - 1].key}".strip()
        bodies = register.phrases.get(phrase)
        if bodies and (_SAYS_UNIT.search(phrase) or (capital and _SAYS_WORK.match(phrase))):
            best = bodies, end
    return best


def _gone(matter: Matter, start, end, bodies) -> BodyFact | None:
    """The body that was meant, when none that bears the words existed and nothing excuses it."""
    reading, day = matter.reading, matter.day
    if _is_any_commune(matter, start, end, bodies):
        return None
    meant = matter.resolver.chosen(bodies)
    alive = BodyFact.exists_on if meant.sure else _not_ended
    if any(alive(body, day) for body in meant.bodies):
        return None
    if reading.is_quoted(start, end) or _is_part_of_a_longer_name(reading, end):
        return None
    first, last = around(reading, start, end)
    lead, tail = reading.lower[first:start], reading.lower[end:last]
    if (
        _FORMER.search(lead)
        or _CHANGED_BEFORE.search(lead)
        or _CHANGED_BEHIND.match(tail)
        or _PAPER.search(lead)
    ):
        return None
    if _is_awaited(reading, start, tail, day, meant.bodies):
        return None
    when = occasion(reading, start, end, day)
    period = period_told(lead, tail, day)
    told = when.told and not _STILL.search(tail) and not _NOW_BY.search(lead)
    spans = [*(when.spans[:1] if told else ()), *dated_in_clause(lead, day)]
    spans += [period] if period else []
    if any(_existed(body, span) for body in meant.bodies for span in spans):
        return None
    return meant.bodies[0]


def _is_any_commune(matter: Matter, start, end, bodies) -> bool:
    """ "gửi về Văn phòng Đảng ủy xã" in a district's paper: of whichever commune."""
    words = matter.reading.lower[start:end]
    return words.endswith((" xã", " phường", " thị trấn")) and not any(
        unit in matter.resolver.home for unit in bodies
    )


def _not_ended(body: BodyFact, day) -> bool:
    """Where the words leave open which body is meant, only the end of all of them tells."""
    return not body.ended_before(day)


def _is_part_of_a_longer_name(reading, end) -> bool:
    """ "Thị ủy Sông Vân" is not "Thị ủy" with a stranger's place: capitals follow at once, or the
    number of a ward."""
    lower = reading.lower
    if lower.endswith((" phường", " quận"), 0, end) and _NUMBER.match(lower, end):
        return True
    behind = re.match(r" (\w+)", reading.text[end : end + 40])
    return bool(behind) and behind[1][:1].isupper() and not behind[1].isupper()


def _is_awaited(reading, start, tail: str, day, bodies) -> bool:
    """ "Từ ngày 1/7/2025, Đảng ủy phường Sông Vân hoạt động", told in June: it exists by then."""
    if not all(body.begins_after(day) for body in bodies):
        return False
    lead = reading.lower[reading.full_sentence(start) : start]
    return any(
        body.exists_on(ahead) for ahead in days_ahead_round(lead, tail, day) for body in bodies
    )


def _existed(body: BodyFact, span) -> bool:
    first, last = span
    if first == EVER:
        return body.valid_from is None or body.valid_from <= last
    return not body.begins_after(last) and not body.ended_before(first)


def _told(matter, start, end, body: BodyFact) -> Finding:
    words = matter.reading.text[start:end]
    values = {"body": words}
    if body.valid_to and body.valid_to < matter.day:
        values["day"] = said(body.valid_to)
        message = _("“%(body)s” ended on %(day)s: write the body of this day.") % values
    else:
        values["day"] = said(body.valid_from)
        message = _("“%(body)s” began only on %(day)s: write the body of this day.") % values
    return matter.finding(Kind.DISSOLVED_BODY, start, end, message, evidence=body.name)
