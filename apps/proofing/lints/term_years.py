"""Years no term has: party committees 2015-2020, 2020-2025; councils 2016-2021, 2021-2026."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript

_TERM = re.compile(
    r"(?<!\w)nhiệm k[ỳì](?: \(|:)? ?(?P<years>(?P<first>\d{4}) ?[-–_/] ?(?P<last>\d{4}))(?!\d)",
    re.IGNORECASE,
)
_PARTY = (
    r"(?P<party>đảng bộ (?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu)"
    r"|(?:tỉnh|thành|thị|huyện|quận) ủy|đảng ủy (?:xã|phường|thị trấn|đặc khu))"
)
_STATE = r"(?P<state>hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân|đại biểu quốc hội|quốc hội)"
# Between the body and "nhiệm kỳ": its level, its name, which congress, nothing that is done.
_REST = (
    r"(?:,? (?:các cấp|tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|khóa|lần thứ"
    r"|(?-i:[IVXL]+|[A-ZĐÀ-Ỹ][^\W\d_]*)|\d{1,2}))*"
)
_BEFORE = re.compile(rf"(?<!\w)(?:{_PARTY}|{_STATE}){_REST},? ?\(?$", re.IGNORECASE)
_AFTER = re.compile(rf" (?:của |)(?:{_PARTY}|{_STATE})(?!\w)", re.IGNORECASE)
# Bodies with a calendar of their own, and lists of several.
_OTHER = re.compile(
    r"(?<!\w)(?:trung ương|toàn quốc|mttq|mặt trận|(?<!đại )(?<!quốc )hội(?! đồng| nghị)"
    r"|đoàn|chi bộ|công đoàn"
    r"|liên đoàn|bộ phận|cơ sở|đảng toàn)(?!\w)",
    re.IGNORECASE,
)
_REACH = 90
_PARTY_SINCE, _STATE_SINCE = 2000, 2004
_LONGEST = 10


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.has_any("nhiệm kỳ", "nhiệm kì"):
        return
    text = manuscript.reading.text
    for found in _TERM.finditer(text):
        first, last = int(found["first"]), int(found["last"])
        words = _impossible(first, last) or _of_no_term(_body(text, found), first, last)
        if words:
            yield manuscript.hint(Kind.TERM_YEARS, *found.span("years"), words)


def _impossible(first: int, last: int) -> str:
    if first < last <= first + _LONGEST:
        return ""
    return _("These cannot be the years of a term: check them.")


def _body(text: str, found: re.Match) -> str:
    """ "party" or "state"; "" when it is not said, or said of several."""
    after = _AFTER.match(text, found.end())
    if after:
        return after.lastgroup
    reach = text[max(0, found.start() - _REACH) : found.start()]
    before = _BEFORE.search(re.split(r"[.;\n]", reach)[-1])
    if not before:
        return ""
    lead = before.string[: before.start()][-40:]
    other = _STATE if before.lastgroup == "party" else _PARTY
    listed = re.search(
        rf"(?:{other})[^;]{{0,20}}(?:,| và)(?: (?:phó|bí thư|chủ tịch|thường trực|lãnh đạo))* ?$",
        lead,
        re.IGNORECASE,
    )
    return "" if listed or _OTHER.search(lead + before[0]) else before.lastgroup


def _of_no_term(body: str, first: int, last: int) -> str:
    if body == "party" and first >= _PARTY_SINCE and (first % 5 or last != first + 5):
        near = first - first % 5
        words = _("Party committees have terms %(one)s and %(two)s: check the years.")
        return words % {"one": f"{near}-{near + 5}", "two": f"{near + 5}-{near + 10}"}
    if body == "state" and first >= _STATE_SINCE and not _is_of_council(first, last):
        near = first - (first - 1) % 5
        words = _("Councils and their committees have terms %(one)s and %(two)s: check the years.")
        return words % {"one": f"{near}-{near + 5}", "two": f"{near + 5}-{near + 10}"}
    return ""


def _is_of_council(first: int, last: int) -> bool:
    """The term of 2004 was made two years longer, those of the National Assembly were not so."""
    if first < 2011:
        return (first, last) in ((2004, 2009), (2004, 2011), (2007, 2011))
    return first % 5 == 1 and last == first + 5
