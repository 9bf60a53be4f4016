"""Orders not to spread a document: "lưu hành nội bộ", "(không phổ biến)", "không đưa tin"."""

import re
from collections.abc import Iterator

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from apps.proofing.surroundings import sentence_before, sentence_round

from .secrecy import message

_ORDER = re.compile(
    r"(?<!\w)(?P<inside>lưu hành nội bộ|chỉ (?:sử dụng|dùng) (?:trong )?nội bộ"
    r"|sử dụng nội bộ)(?!\w)|(?<!\w)(?P<kept>tài liệu nội bộ|văn bản nội bộ)(?!\w)"
    r"|(?<!\w)(?P<unspread>(?:không|cấm|chưa) phổ biến)(?!\w)"
    r"|(?<!\w)(?P<untold>không đưa tin)(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|[\n(\[“\"]|: |[–-] )[*_ ]{0,3}(?:tài liệu |văn bản )?$", re.IGNORECASE)
_AFTER = re.compile(r"[*_ .!]{0,4}(?:$|[\n)\]”\"]|, (?:không|cấm|chưa) )")
_SAID_TO_BE = re.compile(
    r"(?<!\w)(?:xuất bản|in|phát hành|biên soạn|giấy phép|ấn phẩm|tập san|bản tin|cuốn|kỷ yếu"
    r"|tạp chí|sách|tờ tin|không|cấm|nghiêm cấm|làm lộ|trái phép|phân biệt)(?!\w)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?<!\w)(?:chỉ đạo|đề nghị|yêu cầu|lưu ý|thống nhất)(?!\w)[^.;\n]{0,60}$", re.IGNORECASE
)
_CLOSED_DOORS = re.compile(
    r"(?<!\w)(?:họp|phiên|làm việc) kín(?:, | - | – |; |\. )$", re.IGNORECASE
)
_ENDS = re.compile(r"[ )\]]*(?:[.;,]|\n|$)")
_FALSE_NEWS = re.compile(
    r" (?:sai|thất thiệt|giật gân|một chiều|chưa|thiếu|không|giả|xấu|vội|đồn|trái|theo)",
    re.IGNORECASE,
)


# "… không đưa tin nhân sự khi chưa có văn bản": what may be told later, and says so.
_UNTIL_SOMETHING = re.compile(r"[^.;\n]{0,40}(?<!\w)(?:khi|nếu|trước khi) (?:chưa|có)(?!\w)", re.I)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.has_any("nội bộ", "phổ biến", "đưa tin"):
        return
    text = manuscript.reading.text
    for found in _ORDER.finditer(text):
        if _ASKED[found.lastgroup](text, *found.span()):
            yield manuscript.mark(Kind.SECRECY_MARK, *found.span(), message())


def _is_set_apart(text: str, start: int, end: int) -> bool:
    """In brackets or on a line of its own."""
    return bool(_BEFORE.search(text, max(0, start - 12), start) and _AFTER.match(text, end))


def _inside(text: str, start: int, end: int) -> bool:
    if _is_set_apart(text, start, end):
        return True
    return not _SAID_TO_BE.search(sentence_round(text, start, end, 80))


def _untold(text: str, start: int, end: int) -> bool:
    if _FALSE_NEWS.match(text, end):
        return False
    if _is_set_apart(text, start, end):
        return True
    if _CLOSED_DOORS.search(text, max(0, start - 20), start) and _ENDS.match(text, end):
        return True
    asked = _TOLD.search(sentence_before(text, start, 100))
    return bool(asked) and not _UNTIL_SOMETHING.match(text, end)


_ASKED = {"kept": _is_set_apart, "inside": _inside, "unspread": _is_set_apart, "untold": _untold}
