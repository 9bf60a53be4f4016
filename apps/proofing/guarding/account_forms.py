"""How accounts, banks and their owners are written."""

import re

_NUMBER = r"(?<![^\W_])(?P<number>\d(?:[ .\-]?\d){5,18})(?![^\W_])(?![.,]\d|/)"
# Ten figures and more, which beside a bank are no sum: "1.200.000.000" is one.
_LONG = (
    r"(?<![^\W_])(?!\d{1,3}(?:\.\d{3}){2,}(?![.\d]))(?P<number>\d(?:[ .\-]?\d){9,18})(?![^\W_])"
    r"(?![.,]\d|/)"
)
_NAME_OF_BANK = (
    r"\w{2,14}bank|bidv|acb|shb|vib|msb|ocb|scb|pvcombank|mb|vcb|ctg|momo|zalopay|viettel ?money"
    r"|vnpt ?money|viettelpay"
)
_BANK = rf"ngân hàng|(?-i:NH)|NHTMCP|{_NAME_OF_BANK}|kho bạc|ví điện tử|chi nhánh|PGD"
TRACES = (
    "tài khoản", "tk", "thẻ", "chuyển khoản", "bank", "ngân hàng", "bidv", "nhtmcp", "acb", "mb ",
    "mb:", "vcb", "momo", "zalopay", "money", "ví ",
)  # fmt: skip
# "… của cô chủ nhiệm 9A: 9704 …", "… bà Hoa tổ 3: 0451 …"
_PLACED = r"(?:lớp|chủ nhiệm|tổ|khối|khu|đội|thôn|bản|xóm|ấp|số nhà) \d{1,2}[a-zđ]?\d?(?!\d)"
ACCOUNT = re.compile(
    r"(?<![^\W_])(?:(?P<sure>số tài khoản|số tk|stk|tài khoản số|tk số|tài khoản ngân hàng"
    r"|(?:số )?thẻ (?:atm|ngân hàng|tín dụng|ghi nợ))|(?P<card>số thẻ)"
    r"|(?P<perhaps>tài khoản|tk))(?![^\W_])"
    rf"(?P<gap>(?:(?!(?<!\w)(?:stk|tk số|số tk))(?:{_PLACED}|[^\d\n;])){{0,60}}?)"
    rf"{_NUMBER}",
    re.IGNORECASE,
)
# "chuyển khoản cho anh Sơn: 8801 …"
SENT_TO = re.compile(rf"(?<!\w)chuyển khoản(?!\w)(?P<gap>[^\d\n;]{{0,60}}?){_LONG}", re.IGNORECASE)
# "Vietcombank 0451 … – Lê Thị Hoa", "BIDV, chi nhánh Sông Vân, số 2151 …", a row of a table.
BANK_BEFORE = re.compile(
    rf"(?<!\w)(?:{_NAME_OF_BANK}|ngân hàng(?: [^\W\d_]+){{1,4}})(?!\w)"
    r"(?P<gap>(?:[ ,–-]{1,3}(?:chi nhánh|CN|PGD)(?: [^\W\d_]+){1,5})?"
    r"[ \t:,(|–-]{1,4}(?:(?:số|stk|tk)(?: tài khoản| tk)?[ :]{1,3})?)"
    rf"{_LONG}",
    re.IGNORECASE,
)
# "8806 205 119 334 (Agribank …)": no word says account before it.
BANK_AFTER = re.compile(
    rf"{_LONG}(?P<gap>)[, \n\t|–-]{{0,3}}\(?(?:ngân hàng|NHTMCP|{_NAME_OF_BANK})(?!\w)",
    re.IGNORECASE,
)
# "số tài khoản: 0451 …, 0451 … và …": the next in a row.
NEXT = re.compile(rf"(?:[,;] ?| và | hoặc ){_LONG}")
OTHER_ACCOUNT = re.compile(
    r"(?<!\w)(?:zalo|facebook|vneid|định danh|email|mạng xã hội|youtube|telegram|giao thông"
    r"|dịch vụ công|điện thoại|sđt|hotline|liên hệ|số tiền|chuyển|hơn|trên|gần|khoảng|từ|đến"
    r"|cccd|cmnd|căn cước|mã số|mst)(?!\w)",
    re.IGNORECASE,
)
BANK_NEAR = re.compile(rf"(?<!\w)(?:{_BANK})(?!\w)", re.IGNORECASE)
COUNTED = re.compile(
    r" ?(?:đồng|vnđ|vnd|đ|usd|triệu|tỷ|nghìn|ngàn|người|công dân|trường hợp|tài khoản|hộ|thẻ)"
    r"(?!\w)",
    re.IGNORECASE,
)
OWN = re.compile(r"(?<!\w)(?:riêng|cá nhân|đứng tên|mang tên)(?!\w)", re.IGNORECASE)
SENT = re.compile(
    r"(?<!\w)(?:chuyển (?:tiền|khoản|(?:thẳng |về )?(?:qua|vào))"
    r"|gửi (?:tiền|(?:thẳng )?(?:vào|qua))"
    r"|nhận (?:tiền|qua)|giúp đỡ"
    r"|xin gửi)"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
# "bà Nguyễn Thị A: tài khoản số …"
NAMED_BEFORE = re.compile(
    r"(?<!\w)(?i:ông|bà|anh|chị|em|cháu|mẹ|vợ)"
    r"(?: (?:[A-ZĐÀ-Ỹ](?:[^\W\d_]*|(?:\.[A-ZĐ]){1,3})\.?|cháu|anh|chị)){1,5}"
    r" ?[:(,–-] ?(?:(?i:stk|số|kèm)\W{0,2})?$"
)
HELP = re.compile(
    r"(?<!\w)(?:ủng hộ|quyên góp|đóng góp|vận động|cứu trợ|từ thiện|tài trợ|tiếp nhận|hỗ trợ"
    r"|chung tay|kho bạc|quỹ)(?!\w)",
    re.IGNORECASE,
)
_BODY = (
    r"quỹ|ủy ban|ubnd|ubmttq|mttq|mặt trận|hội|ban (?:vận động|cứu trợ|chỉ đạo|quản lý|tiếp nhận)"
    r"|kho bạc|trung tâm|văn phòng|sở|phòng(?! (?:giao dịch|trọ))|công đoàn|liên đoàn|lđlđ"
    r"|báo|đài|tỉnh đoàn|trường"
    r"|bệnh viện|công ty|hợp tác xã|htx|doanh nghiệp|thanh tra|chi cục|cục|đảng ủy|thị ủy|huyện ủy"
    r"|tỉnh ủy|thành ủy|công an"
)
OWNER = re.compile(
    rf"(?<!\w)(?:chủ (?:tài khoản|tk)|chủ thẻ|người (?:thụ hưởng|nhận)|tên (?:tài khoản|tk)"
    rf"|đơn vị (?:thụ hưởng|nhận)) ?[:–-]? ?(?:là )?(?P<body>{_BODY})?",
    re.IGNORECASE,
)
OF_BODY = re.compile(rf"(?<!\w)(?:{_BODY})(?!\w)", re.IGNORECASE)
OWNED_BY_BODY = re.compile(
    rf"(?:[ (–,:-]{{1,3}}|^)(?:của |đứng tên |mang tên )(?:{_BODY})(?!\w)"
    rf"|^[ :,(–-]{{1,3}}(?:{_BODY})(?!\w)",
    re.IGNORECASE,
)
_WHO = (
    r"đồng chí|đ/c|ông|bà|anh|chị|em|bạn|cô|chú|bác|thầy|cụ|cháu|cậu|dì|cá nhân|gia đình|vợ|chồng"
    r"|mẹ|(?<!công )bố|con (?:trai|gái|dâu|rể|trưởng)|hộ(?= (?:ông|bà|anh|chị))|kế toán|thủ quỹ"
    r"|trưởng nhóm|tổ trưởng|trưởng bản|trưởng thôn|người (?:nhà|thân|bệnh)"
)
OF_PERSON = re.compile(rf"(?<!\w)(?:{_WHO})(?!\w)", re.IGNORECASE)
OF_PERSON_BEHIND = re.compile(
    rf"[ (,–-]{{1,3}}(?:của|tên|đứng tên|mang tên) (?:{_WHO})(?!\w)", re.IGNORECASE
)
FAMILY = re.compile(r"(?<!\w)(?:gia đình|cháu|(?<!công )bố|mẹ|vợ|chồng|con)(?!\w)", re.IGNORECASE)
