"""Numbers of identity papers: CCCD and personal number, CMND, passport, insurance."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from apps.proofing.surroundings import line_after, line_before

_TWELVE = r"\d(?:[ .\-]?\d){11}"
_NINE = r"\d(?:[ .\-]?\d){8}"
_NAMED = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:CCCD|CC|căn cước(?: công dân)?|(?:số |mã )?định danh(?: cá nhân)?|ĐDCN"
    r"|số công dân|giấy tờ tùy thân|CMND|CMTND|CMT"
    r"|chứng minh (?:nhân dân|thư)|giấy chứng minh)(?![^\W\d_])[^\d\n;]{0,40}?"
    rf"(?P<paper>{_TWELVE}|{_NINE})"
    r"|(?:hộ chiếu|passport)(?!\w)[^\d\n;]{0,30}?(?<!\w)(?P<passport>[A-Z] ?\d{7,8})"
    r"|(?:chứng minh (?:quân đội|sĩ quan|công an)|CMQĐ|CMSQ"
    r"|số hiệu (?:sĩ quan|quân nhân|công an))(?!\w)"
    r"[^\d\n;]{0,30}?(?P<service>\d(?:[ .\-]?\d){5,11})"
    r"|(?:GPLX|giấy phép lái xe|bằng lái(?: xe)?)(?!\w)[^\d\n;]{0,30}?"
    rf"(?P<licence>{_TWELVE})"
    r"|(?:MST|mã số thuế|mã thuế)(?: TNCN| thu nhập)?"
    r" (?:cá nhân|của (?:ông|bà|anh|chị|đồng chí))(?!\w)"
    r"[^\d\n;]{0,30}?(?P<tax>\d(?:[ .\-]?\d){9})(?![ .\-]?\d)"
    r"|(?:BHXH|bảo hiểm xã hội|BHYT|bảo hiểm y tế)(?!\w)[^\d\n;]{0,20}?(?<!\w)"
    r"(?P<insurance>[A-Z]{2} ?\d(?: ?\d){12}|\d{10})"
    r")(?![^\W_])(?!/)",
    re.IGNORECASE,
)
_TRACES = ("cccd", "cc ", "cc:", "cước", "danh", "cmnd", "cmt", "chứng minh", "hộ chiếu",
           "passport", "bhxh", "bhyt", "bảo hiểm", "cmqđ", "cmsq", "số hiệu", "gplx", "lái xe",
           "bằng lái", "mst", "mã số thuế", "mã thuế", "công dân")  # fmt: skip
# Three figures of a province, one of century and sex, two of the year of birth, six more.
_BARE = re.compile(
    r"0(?<![^\W_]0)(?<!\d[.,\-/ ]0)(?<![/=#]0)"
    r"(?P<province>\d\d)(?P<gap>[ .\-]?)(?P<century>[0-3])(?P<year>\d\d)(?P=gap)\d{3}(?P=gap)\d{3}"
    r"(?![^\W_])(?![.,\-/ ]\d)(?!/)"
    r"|0(?<![^\W_]0)(?<!\d[.,\-/ ]0)(?P<by_four>\d\d[0-3])(?P<gap4>[ .\-])\d{4}(?P=gap4)\d{4}"
    r"(?![^\W_])(?![.,\-/ ]\d)(?!/)"
)
_PROVINCES = re.compile(
    "00[1-2468]|01[0-24579]|02[024-7]|03[013-8]|04[024-689]|05[12468]|06[0246-8]|07[024-579]"
    "|08[02-4679]|09[1-6]"
)
# The youngest with a number of this century is born in a year written so.
_LAST_YEAR = 40
_SOMETHING_ELSE = re.compile(
    r"(?<!\w)(?:mã (?:vạch|sản phẩm|sp|lô|hàng|đơn|vận đơn|hồ sơ|giao dịch|tra cứu|phiếu|qr|bưu"
    r"|chương|đề|niêm phong|khóa|két|kho|thẻ|số lô)"
    # of a thing, whichever: "mã hiện vật", "mã số sổ thư viện"
    r"|mã (?:số )?(?!số|định danh|cá nhân|công dân|căn cước|cccd|của|là|thuế)[^\W\d_]+"
    r"|barcode|upc|ean|imei|serial|sê-?ri"
    r"|s/n|hóa đơn|biên lai|vận đơn|số hiệu|bưu (?:gửi|kiện|phẩm)|điện kế|công tơ|đồng hồ nước"
    r"|tài sản|lô hàng|kiện hàng|gói thầu|tbmt"
    r"|số (?:máy|khung)|tờ khai)[^.;\n]{0,30}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r" ?(?:đồng|vnđ|vnd|đ|usd|%|kg|m2|m3|lượt|cổ phiếu|hộ|người)(?!\w)", re.IGNORECASE
)
# Of the people as a whole: "cấp căn cước công dân cho 123456789 người".
_PEOPLE = re.compile(r" ?(?:người|công dân|thẻ|trường hợp|hồ sơ|nhân khẩu)(?!\w)", re.IGNORECASE)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.reading.text
    named = _NAMED.finditer(text) if manuscript.has_any(*_TRACES) else ()
    for found in named:
        if not _PEOPLE.match(text, found.end()):
            yield _finding(manuscript, *found.span(found.lastgroup))
    for found in _BARE.finditer(text):
        if _is_number_of_a_person(found) and not _is_something_else(text, *found.span()):
            yield _finding(manuscript, *found.span())


def _is_number_of_a_person(found: re.Match) -> bool:
    province = found[0][:3]
    if not _PROVINCES.fullmatch(province):
        return False
    if found["by_four"]:
        return True
    return found["century"] in "01" or int(found["year"]) <= _LAST_YEAR


def _is_something_else(text: str, start: int, end: int) -> bool:
    if _SOMETHING_ELSE.search(line_before(text, start, 50)) or _COUNTED.match(text, end):
        return True
    token = line_before(text, start, 200).rpartition(" ")[2] + line_after(text, end, 20)
    return "://" in token or token.startswith("www.")


def _finding(manuscript: Manuscript, start: int, end: int) -> Finding:
    words = _("This looks like the number of an identity paper: take it out.")
    return manuscript.mark(Kind.PERSONAL_DATA, start, end, words)
