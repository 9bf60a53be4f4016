"""Telling an office from a person's name. With marks: "Đài" is an office, "Đại" a name."""

import re

_OFFICE = re.compile(
    r"(?:đài (?:truyền|phát|pt|tt|th|vt|tiếng|thông)|trung tâm|tt\.? ?(?:vh|tt|ptth|văn hóa"
    r"|văn hoá|truyền thông)|ttvh|tttt|ttth"
    r"|thđt|đtt|văn phòng|vp |vphu|vptu|ban (?!biên tập)(?:tuyên|tổ|dân|nội|xây|chỉ|quản|thường"
    r"|chấp|tg|tc|dv|công|thi|chuyên|pháp|kinh|văn|vận|phong|đoàn|kiểm|gia|hành)"
    r"|btg|btc |bdv |phòng |cổng |trang (?:thông|tin|web)|báo (?!lỗi|cáo)|tạp chí|bản tin"
    r"|thông tấn|ttxvn"
    r"|vov|vtv|vnexpress|(?:tỉnh|thành|thị|huyện|quận|đảng) (?:ủy|uỷ)(?! viên)"
    r"|ubnd|hđnd|ubmttq|ub ?mttq|mttq|mặt trận|ủy ban|uỷ ban|ubkt|hội (?:đồng|liên|nông|cựu|chữ"
    r"|khuyến|người|nhà|phụ|lhpn|nd|ccb|ctđ|luật|bảo|nạn|sinh|văn|doanh)"
    r"|đoàn (?:thanh|tncs|xã|phường|thị|khối|trường|đbqh|đại|thể|cơ)|(?:tỉnh|thành|thị|huyện|quận"
    r"|xã|phường) ?đoàn|liên đoàn|lđlđ|công đoàn"
    r"|trường (?:chính|thpt|thcs|th |tiểu|mầm|cao|đại|ptdt|trung|phổ|bồi)|sở (?:[a-zđ]|thông|nội"
    r"|tư|văn|y|giáo|tài|công|nông|xây|kế|khoa|tn|tt|lđ|gd|vh)"
    r"|công an|ca (?:tỉnh|huyện|xã|tp)|bộ (?:chỉ|đội|tư|ch|nội|y)|ban chỉ huy|bchqs|chqs|đồn biên"
    r"|cơ quan|chi bộ|đảng bộ|tổ (?:biên|truyền|thông|thư|công|giúp|tuyên)"
    r"|tòa án|toà án|tand|viện |vksnd|chi cục|cục |tổng cục|hạt kiểm|kho bạc|bhxh|bảo hiểm"
    r"|ngân hàng|thư viện|nhà văn|bệnh viện|trạm y|công ty|nhà máy|xí nghiệp"
    r"|khối (?:đảng|dân|nội|mặt)|website|http|www\.|theo )",
    re.IGNORECASE,
)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+){1,4}(?:/\S{0,60})?", re.ASCII)
_TITLE = re.compile(
    r"(?:(?:phó )?(?:bí thư|chủ tịch|trưởng|giám đốc|chánh|chủ nhiệm|hiệu trưởng|viện trưởng"
    r"|tổng biên tập|thư ký)|giảng viên|giáo viên|nhà báo|luật sư|bác sĩ|nghiên cứu viên"
    r"|(?:thiếu|trung|thượng|đại) (?:tá|úy|uý)|báo cáo viên|hội viên"
    r"|ủy viên|uỷ viên|uv|chuyên viên|cán bộ|công chức|nhân viên|chi ủy|đảng viên|(?:tỉnh|thành"
    r"|thị|huyện|đảng) ủy viên)",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"(?:nhóm )?(?:pv|ctv|phóng viên|cộng tác viên|tác giả|biên tập viên"
    r"|btv)(?: (?!(?:[A-ZĐÂÊÔƠƯĂ]\w+ )*[A-ZĐ]\w+$).{1,60})?"
    r"|(?i:nhóm (?:pv|phóng viên|tác giả|cộng tác viên|thực hiện)|pv|phóng viên|bbt|ban biên tập"
    r"|biên tập viên|ctv|cộng tác viên|btv)(?:,? [\w, .\-–]{1,70})?"
    r"|(?i:ts|th|t\.h|tổng hợp|ban truyền thông)",
)


# Newspapers that are named without "Báo" and read like a person's name (Báo Thanh Niên).
_NEWSPAPERS = frozenset(
    """thanh niên, tuổi trẻ, tiền phong, lao động, người lao động, nhân dân, dân trí, dân việt,
    quân đội nhân dân, công an nhân dân, đại đoàn kết, đại biểu nhân dân, hà nội mới, sài gòn giải
    phóng, nông nghiệp, nông thôn ngày nay, phụ nữ, phụ nữ việt nam, pháp luật, pháp luật việt nam,
    gia đình, công lý, thanh tra, tin tức, văn hóa, văn hoá, giáo dục, giáo dục thời đại, sức khỏe
    đời sống, khoa học đời sống, kinh tế đô thị, xây dựng đảng, tuyên giáo, cộng sản, tài nguyên
    môi trường, công thương, đầu tư, giao thông, thời nay, an ninh thủ đô""".replace(
        "\n    ", " "
    ).split(", ")
)


def is_newspaper(text: str) -> bool:
    """ "Tuổi Trẻ", "Thanh Niên Online"."""
    return text.lower().removesuffix(" online").removesuffix(" điện tử").strip() in _NEWSPAPERS


def is_office(text: str) -> bool:
    """An office line: "Đài Truyền thanh thị xã", "Văn phòng Thị ủy", "baoquangninh.com.vn"."""
    if not 3 <= len(text) <= 120 or text.endswith((".", ":", ";")):
        return False
    if _SITE.fullmatch(text) and re.search(r"\.(?:vn|com|net|org|info)\b", text):
        return True
    return bool(_OFFICE.match(text)) or text in (
        "NLĐO",
        "TNO",
        "TTO",
        "TPO",
        "VNE",
        "SGGP",
        "QĐND",
        "ĐCSVN",
    )


def is_title(text: str) -> bool:
    """A rank behind a name: "Bí thư Đảng ủy"."""
    return bool(_TITLE.match(text))


def is_collective(text: str) -> bool:
    """PV, Nhóm phóng viên, BBT, Ban Biên tập: they sign like persons."""
    return len(text) <= 90 and bool(_COLLECTIVE.fullmatch(text))
