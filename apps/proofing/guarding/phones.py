"""Mobile numbers of people; not hotlines, switchboards and an office's published number."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from apps.proofing.surroundings import line_after, line_before, sentence_before

from .named import names_person

# Two numbers may stand side by side: "0912345678/0987654321".
_MOBILE = re.compile(
    r"(?:(?<=\d{3}[/-])|(?<![^\W_])(?<!\d[.,\-/])(?<![/=#+]))"
    r"(?:\(?(?:\+|00)84\)?[ .\-]?(?:\(0\) ?)?|84[ .\-]?(?:\(0\) ?)?|\(0(?=\d{2,3}\))|0)"
    r"(?=[35789])(?P<rest>\d(?:(?: ?[.\-] ?|\) ?| )?\d){8})(?![^\W_])"
    r"(?![.,\-](?!0[35789]\d)\d{1,7}(?!\d))"
    r"(?! \d{3}(?!\d))(?!/(?!0[35789]\d\d)[A-ZĐ\d])"
)
# Before 2018 mobile numbers had eleven figures.
_OLD_MOBILE = re.compile(
    r"(?<!\w)(?:điện thoại|đt|sđt|số|máy|di động|dđ|zalo|liên hệ|gọi)"
    r"(?: (?:số|riêng|của [\w ]{2,30})){0,2}"
    r"[ :.]{1,3}"
    r"(?P<old>01[2689](?:[ .\-]?\d){8})(?!\w)",
    re.IGNORECASE,
)
_OLD = re.compile(r"(?<!\d)01[2689]")
_DATE = re.compile(r"\(?\d\d[.\-]\d\d[.\-](?:19|20)\d\d|\(?\d\d[.\-]\d\d[.\-]\d\d \d")
# Numbers of papers and things that have ten figures too.
_NO_PHONE = re.compile(
    r"(?<!\w)(?:(?<!quét )mã|mst|mã số(?: thuế| doanh nghiệp)?"
    r"|số (?:hiệu|tờ khai|hóa đơn|báo danh|sê-?ri"
    r"|seri|sổ|thẻ|phiếu|công văn|quyết định|chứng chỉ)|sbd|gpkd|đkkd|đăng ký kinh doanh|giấy phép"
    r"|giấy chứng nhận|imei|serial|barcode|bhxh|tiền|trị giá)(?!\w)[^.;\n\d]{0,40}$",
    re.IGNORECASE,
)
_HOTLINE = re.compile(r"(?<!\w)(?:đường dây nóng|số nóng|hotline|hot line|tổng đài)(?!\w)", re.I)
_ONES_OWN = re.compile(
    r"(?<!\w)(?:(?:số|máy|di động|của) riêng|(?:số |máy |di động )?cá nhân)(?!\w)", re.IGNORECASE
)
# A telephone of a home is private too, with a wire or without.
_AT_HOME = re.compile(
    r"(?<!\w)(?:nhà riêng|gia đình|nhà (?:ông|bà|anh|chị|cô|chú|bác|đồng chí|đ/c))(?!\w)"
    r"[^.;\n\d]{0,30}(?<!\w)(?P<wired>\(?02\d{1,2}\)?(?:[ .\-]?\d){7,8})(?![^\W_])(?![.,\-/]\d)",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?<!\w)(?:đường dây nóng|số nóng|hotline|hot line|tổng đài|trực ban|trực chỉ huy|số trực"
    r"|điện thoại trực|tiếp nhận|phản ánh|(?<!người )tố giác|tin báo tội phạm|tư vấn|cấp cứu"
    r"|cứu hộ|cứu nạn"
    r"|(?:điện thoại|số máy)(?: liên hệ)? (?:của )?(?:cơ quan|đơn vị|văn phòng|bộ phận))(?!\w)",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r" ?(?:đồng|vnđ|vnd|m2|m3|ha|tấn|kg|lượt|người|hộ|%)(?!\w)"
    r"|[ (–-]{1,3}(?:là )?(?:số )?(?:đường dây nóng|hotline|tổng đài|trực ban|văn phòng|bộ phận)"
    r"(?!\w)",
    re.IGNORECASE,
)
_OFFICES = (
    r"cơ quan|văn phòng|phòng|trung tâm|ubnd|ủy ban|công an|đồn|trạm|bệnh viện|công ty"
    r"|bộ phận|tòa soạn|ban (?!công|đêm)\w+|chi cục|hạt|sở|htx|hợp tác xã|trường|ngân hàng"
    r"|bưu điện|điện lực|thư viện|nhà văn hóa|đài|báo|hội|đoàn"
)
_OFFICE = re.compile(rf"(?<!\w)(?:{_OFFICES})(?!\w)", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?<!\w)(?:điện thoại|đt|sđt|liên hệ|tel|gọi|số máy|fax|zalo)(?!\w)", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?<!\w)(?:đồng chí|đ/c|ông|bà|anh|chị|em|cháu|cô|chú|bác|thầy|gặp|riêng"
    r"|gia đình|cá nhân|lái xe|tài xế|phụ huynh|di động|dđ|người (?:tố giác|tố cáo|bị hại|nhận|nhà)"
    r"|của (?:chủ tịch|phó|bí thư|trưởng|giám đốc|hiệu trưởng|cán bộ|chuyên viên|kế toán|bảo vệ"
    r"|văn thư|thư ký|phóng viên))(?!\w)",
    re.IGNORECASE,
)
# The line is an office's: "Trạm Y tế xã: 0912…".
_OF_OFFICE = re.compile(
    rf"^[\W\d]*(?:{_OFFICES})(?!\w)[^.;:\d\n]{{0,50}}(?:: ?| ?[(–-] ?)$", re.IGNORECASE
)
_ASK_FOR = re.compile(r"[ (–,-]{1,3}(?:gặp )?(?:đồng chí|đ/c|ông|bà|anh|chị)(?!\w)", re.IGNORECASE)
_REACH = 160


def look(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.reading.text
    for found in _MOBILE.finditer(text):
        if not _DATE.match(found[0]) and not is_public(text, *found.span()):
            yield _finding(manuscript, *found.span())
    for found in _AT_HOME.finditer(text):
        yield _finding(manuscript, *found.span("wired"))
    for found in _OLD_MOBILE.finditer(text) if _OLD.search(text) else ():
        if not is_public(text, *found.span("old")):
            yield _finding(manuscript, *found.span("old"))


def is_public(text: str, start: int, end: int) -> bool:
    """Whether the text gives the number or address for everybody to call."""
    before = sentence_before(text, start, _REACH)
    after = line_after(text, end, 40)
    if _NO_PHONE.search(before) or _SAID_AFTER.match(after):
        return True
    if is_hotline(text, start):
        return True
    public = list(_PUBLIC.finditer(before))
    if public:
        return not _PERSON.search(before, public[-1].end())
    before = line_before(text, start, _REACH).rpartition(". ")[2]
    if _PERSON.search(before) or _ASK_FOR.match(after) or names_person(before):
        return False
    if _PUBLIC.search(before) or _OF_OFFICE.search(before):
        return True
    return bool(_OFFICE.search(before) and _CONTACT.search(before))


def is_hotline(text: str, start: int) -> bool:
    """Whether the sentence before says that everybody may call."""
    before = sentence_before(text, start, _REACH)
    called = list(_HOTLINE.finditer(before))
    return bool(called) and not _ONES_OWN.search(before, called[-1].end())


def _finding(manuscript: Manuscript, start: int, end: int) -> Finding:
    words = _("This looks like somebody’s own phone number: take it out.")
    return manuscript.mark(Kind.PERSONAL_DATA, start, end, words)
