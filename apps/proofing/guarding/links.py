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
_ANY_LINK = re.compile(r"(?<![\w.@/])https?://[^\s\"”“<>()\[\]]{6,400}", re.IGNORECASE)
# Of any address, and of the known meeting rooms.
_OPENS = re.compile(
    r"[?&#](?:pwd|pass|password|passcode|pw|mk|mat-?khau|matkhau|pin)=", re.IGNORECASE
)
_OPENS_ITSELF = re.compile(
    r"[?&#](?:pwd|pass|password|passcode|pw|mk|mat-?khau|pin|p|key|token)=", re.IGNORECASE
)
_ROOM_WORD = (
    r"zoom|google|meet|meeting|teams|microsoft|trueconf|webex|phòng|cuộc|phiên|họp|học|lớp"
    r"|trực tuyến|id|số|mã|đăng nhập|tham gia|truy cập|vào|dự|theo|qua|có|là"
)
_ROOM = re.compile(
    r"(?<![^\W_])(?:zoom|meet|meeting|teams|trueconf|webex|phòng|cuộc họp|lớp học|phiên|id"
    r"|mã (?:phòng|cuộc|họp|lớp)|(?P<bare>mã))(?! ?\w*\.\w)"
    rf"(?:[ :–\-]{{1,3}}(?:{_ROOM_WORD})(?!\w)){{0,6}}[^\w\n]{{1,4}}"
    r"(?P<id>\d(?:[ .\-]?\d){7,11}|[a-z]{3}-[a-z]{4}-[a-z]{3}"
    r"|[\w.]{2,30}@[\w-]{2,30}(?:\.[\w-]{2,20})+)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_SAYS_PASSWORD = (
    r"passcode|password|pass|pwd|mật khẩu|mật mã|mk|mã (?:bảo mật|truy cập|vào phòng|vào họp"
    r"|bảo vệ|tham gia)"
)
_PASSWORD = re.compile(
    rf"(?<![^\W_])(?:{_SAYS_PASSWORD}|mã(?= ?:))"
    r"(?: (?:họp|phòng|cuộc|lớp|học|truy cập|đăng nhập|vào|tham gia|zoom|meet|trực tuyến|của)){0,6}"
    r" ?(?:(?P<said>:|=|–|-|là|\() ?| (?=\S*\d))[\"“'(]?"
    r"(?P<word>[A-Za-z0-9@#$%!_*+.\-]{2,23}[A-Za-z0-9@#$%!_*+])(?![^\W_])",
    re.IGNORECASE,
)
_ASKED = re.compile(rf"(?<!\w)(?:{_SAYS_PASSWORD}|mã(?= ?: ?\w))(?!\w)", re.IGNORECASE)
_MEETING = re.compile(
    r"(?<!\w)(?:zoom|google meet|meet|teams|trueconf|webex|phòng họp|cuộc họp"
    r"|(?:họp|phòng|học|lớp|giao ban|hội nghị) trực tuyến|link họp|meeting|điểm cầu"
    r"|dự họp|vào họp)(?!\w)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d.*\d.*\d")
_NEAR = 200
_BESIDE = 60
_TRACES = (
    "zoom", "meet", "teams", "trueconf", "webex", "zavi", "mật khẩu", "mật mã", "pass", "pwd",
    "họp", "mk", "mã ",
)  # fmt: skip


def look(manuscript: Manuscript) -> Iterator[Finding]:
    """One finding for one door: the link, else the number, else the password alone."""
    if not manuscript.has_any(*_TRACES):
        return
    text = manuscript.reading.text
    said = [found for found in _PASSWORD.finditer(text) if _is_secret(found)]
    words = [found.span("word") for found in said]
    links = [_link_span(found) for found in _LINK.finditer(text)]
    links += _other_doors(text, words, links)
    rooms = [
        found.span("id")
        for found in _ROOM.finditer(text)
        if not found["bare"] or _is_of_meeting(text, *found.span())
    ]
    asked = [found.span() for found in _ASKED.finditer(text)]
    links.sort()
    rooms = [span for span in rooms if _near(asked, span) and not _near(links, span)]
    doors = sorted(links + rooms)
    for span in links:
        is_open = _OPENS_ITSELF.search(text, *span) or _near(words, span)
        yield _finding(manuscript, span) if is_open else _hint(manuscript, span)
    for span in rooms:
        yield _finding(manuscript, span)
    for found in said:
        span = found.span("word")
        told = found["said"] or _FIGURES.search(found["word"])
        if told and not _near(doors, span) and _is_of_meeting(text, *span):
            yield _finding(manuscript, span)


def _other_doors(text, words, known) -> list[tuple[int, int]]:
    """Links to hosts nobody knows that carry a password, or have one said beside them."""
    spans = [_link_span(found) for found in _ANY_LINK.finditer(text)]
    return [
        span
        for span in spans
        if span not in known and (_OPENS.search(text, *span) or _near(words, span, _BESIDE))
    ]


def _link_span(found: re.Match) -> tuple[int, int]:
    """Without the full stop or comma behind it."""
    return found.start(), found.start() + len(found[0].rstrip(".,;:!?…'"))


def _is_secret(found: re.Match) -> bool:
    """A password has a figure or is no plain small word."""
    word = found["word"]
    return any(map(str.isdigit, word)) or not word.islower() or "@" in word


def _near(places: list[tuple[int, int]], span: tuple[int, int], reach: int = _NEAR) -> bool:
    """Whether one of the places, in their order, is a line or two away."""
    first = bisect_left(places, (span[0] - reach, 0))
    return first < len(places) and places[first][0] < span[1] + reach


def _is_of_meeting(text: str, start: int, end: int) -> bool:
    return bool(_MEETING.search(text, max(0, start - _NEAR), end + _BESIDE))


def _finding(manuscript: Manuscript, span: tuple[int, int]) -> Finding:
    words = _("Anybody can enter the meeting with this: take out the link, number and password.")
    return manuscript.mark(Kind.PERSONAL_DATA, *span, words)


def _hint(manuscript: Manuscript, span: tuple[int, int]) -> Finding:
    words = _("Is this meeting open to everybody? If not, take the link out.")
    return manuscript.mark(Kind.PERSONAL_DATA, *span, words, severity=Severity.HINT)
