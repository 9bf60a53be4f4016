"""Doors of video meetings: a link or number of a room, with its password."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.manuscript import Manuscript

_HOST = (
    r"(?:[\w-]+\.)?zoom\.(?:us|com|com\.vn)|meet\.google\.com|teams\.(?:microsoft|live)\.com"
    r"|[\w.-]*trueconf[\w.-]*|(?:[\w-]+\.)?webex\.com|meet\.jit\.si|zavi\.\w+|[\w-]*meeting\.[\w.]+"
)
_LINK = re.compile(
    rf"(?<![\w.@/])(?:https?://)?(?:{_HOST})(?::\d+)?/[^\s\"”“<>()\[\]]{{3,400}}", re.IGNORECASE
)
_OPENS_ITSELF = re.compile(r"[?&#](?:pwd|pass|password|passcode|p|key|token)=", re.IGNORECASE)
_ROOM = re.compile(
    r"(?<![^\W_])(?:(?:zoom|meeting|teams|trueconf|webex)[ -]?id|id[ -]?(?:zoom|meeting|cuộc họp"
    r"|phòng họp|họp|phòng)|id|(?:số|mã) (?:phòng|cuộc)(?: họp)?|mã họp"
    r"|(?:phòng|cuộc) họp(?: có)? (?:số|mã)|phòng"
    r"|(?:phòng )?zoom)(?! ?\w*\.)[^\w\n]{1,4}(?:là )?(?P<id>\d(?:[ \-]?\d){7,11})(?![^\W_])",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"(?<![^\W_])(?:passcode|password|pass|pwd|mật khẩu|mật mã|mk|mã (?:bảo mật|truy cập|vào phòng"
    r"|bảo vệ))(?: (?:họp|phòng|phòng họp|cuộc họp|truy cập|vào phòng|vào họp|zoom))?"
    r" ?(?:(?P<said>:|=|–|-|là|\() ?| (?=\S*\d))[\"“'(]?"
    r"(?P<word>[A-Za-z0-9@#$%!_*+.\-]{3,24})(?![^\W_])",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?<!\w)(?:passcode|password|pass|pwd|mật khẩu|mật mã|mk|mã (?:bảo mật|truy cập|vào phòng))"
    r"(?!\w)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?<!\w)(?:zoom|google meet|meet|teams|trueconf|webex|phòng họp|họp trực tuyến|cuộc họp"
    r"|hội nghị trực tuyến|link họp|meeting|điểm cầu)(?!\w)",
    re.IGNORECASE,
)
_NEAR = 200
_TRACES = (
    "zoom", "meet", "teams", "trueconf", "webex", "zavi", "mật khẩu", "passw", "passcode", "pwd",
    " id", "id ", "họp",
)  # fmt: skip


def look(manuscript: Manuscript) -> Iterator[Finding]:
    """One finding for one door: the link, else the number, else the password alone."""
    if not manuscript.has_any(*_TRACES):
        return
    text = manuscript.reading.text
    said = [found for found in _PASSWORD.finditer(text) if _is_secret(found)]
    words = [found.span("word") for found in said]
    links = [_link_span(found) for found in _LINK.finditer(text)]
    rooms = [found.span("id") for found in _ROOM.finditer(text)]
    asked = [found.span() for found in _ASKED.finditer(text)]
    rooms = [span for span in rooms if _near(asked, span) and not _near(links, span)]
    doors = sorted(links + rooms)
    for span in links:
        is_open = _OPENS_ITSELF.search(text, *span) or _near(words, span)
        yield _finding(manuscript, span) if is_open else _hint(manuscript, span)
    for span in rooms:
        yield _finding(manuscript, span)
    for found in said:
        span = found.span("word")
        if found["said"] and not _near(doors, span) and _is_of_meeting(text, span[0]):
            yield _finding(manuscript, span)


def _link_span(found: re.Match) -> tuple[int, int]:
    """Without the full stop or comma behind it."""
    return found.start(), found.start() + len(found[0].rstrip(".,;:!?…'"))


def _is_secret(found: re.Match) -> bool:
    """A password has a figure or is no plain small word."""
    word = found["word"]
    return any(map(str.isdigit, word)) or not word.islower() or "@" in word


def _near(places: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether one of the places, in their order, is a line or two away."""
    first = bisect_left(places, (span[0] - _NEAR, 0))
    return first < len(places) and places[first][0] < span[1] + _NEAR


def _is_of_meeting(text: str, at: int) -> bool:
    return bool(_MEETING.search(text, max(0, at - _NEAR), at))


def _finding(manuscript: Manuscript, span: tuple[int, int]) -> Finding:
    words = _("Anybody can enter the meeting with this: take out the link, number and password.")
    return manuscript.mark(Kind.PERSONAL_DATA, *span, words)


def _hint(manuscript: Manuscript, span: tuple[int, int]) -> Finding:
    words = _("Is this meeting open to everybody? If not, take the link out.")
    return manuscript.mark(Kind.PERSONAL_DATA, *span, words, severity=Severity.HINT)
