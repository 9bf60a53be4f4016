"""How marks of secrecy are written, and the words round them that decide."""

import re

# Words that begin with "mật" and say something else, and those that end with it.
GOES_ON = (
    r"(?![ -](?:độ|khẩu|mã|ong|thiết|vụ|thư|báo|nghị|danh|lệnh|ngữ|thám|đàm|phục|gấu|tông|hoa"
    r"|mía|ước|truyền|tấu|nhân|dừa|ngọt|bò|lợn|cá|nhiệm|hiệu|sự|đường|gỗ|rắn|trăn)(?!\w))(?!\w)"
)
OTHER_BEFORE = r"(?<!bí )(?<!bảo )(?<!cẩn )(?<!thân )(?<!cơ )(?<!túi )(?<!giải )(?<!trọng )"
_WORD = rf"(?P<mark>(?:(?:tuyệt|tối) )?{OTHER_BEFORE}mật{GOES_ON})"
_LABELS = r"(?!(?<=độ mật) ?[:–-]? ?[\"“(]?(?:(?:tuyệt|tối) )?mật)"  # "Độ mật: Mật" is one mark
MARK = re.compile(rf"(?<!\w){_WORD}{_LABELS}", re.IGNORECASE)

DOCUMENT = (
    r"(?:văn bản|tài liệu|công văn|báo cáo|kế hoạch|chỉ thị|nghị quyết|thông báo|tờ trình|đề án"
    r"|hồ sơ|bức điện|công điện|điện|hướng dẫn|kết luận|quyết định|biên bản|phương án|thông tri"
    r"|nhận xét|phụ lục)"
)
SYMBOL = r"\d+ ?[-/] ?[A-ZĐ]{1,5}[a-z]?(?: ?[-/] ?[A-ZĐa-z]+)*"
LABEL = re.compile(
    r"(?<!\w)độ (?:bí )?mật(?: của (?:văn bản|tài liệu|báo cáo))?(?: là| ở mức)? ?[:–-]?"
    r" ?[\"“(]?$"
    r"|(?<!\w)độ [\"“]?$|(?<!\w)độ:? ?$",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"(?<!\w)(?:(?:đóng|có|mang|con|chụp|thấy) dấu|dấu|ký hiệu)(?: (?:chỉ|độ|chỉ độ|mức độ))? ?"
    r"[\"“'(]?$",
    re.IGNORECASE,
)
OF_DOCUMENT = re.compile(
    rf"(?<!\w)(?:{DOCUMENT}|(?-i:(?<![A-ZĐa-z]){SYMBOL}))(?: (?:số|thuộc|loại|có|đóng|dấu|độ"
    rf"|mức|ở|(?-i:{SYMBOL}))){{0,6}}[ ,–-]{{1,3}}[\"“'(]?$",
    re.IGNORECASE,
)
NUMBERED_BEFORE = re.compile(rf"{SYMBOL}[^;\n]{{0,60}}$")
NUMBERED_AFTER = re.compile(
    r"[\"”')]? ?,? ?(?:số:? ?)?\d{1,5}(?! ?[.,]?\d* (?:văn|tài|trang|bản))", re.IGNORECASE
)
CITED_BEFORE = re.compile(
    r"(?<!\w)(?:theo|đính kèm|kèm theo|trích|nội dung|dẫn|tại|căn cứ|ảnh chụp|xem|tải)"
    rf" (?:(?:một|các|bản|file|tệp|từ|nguyên văn|toàn văn) ){{0,2}}{DOCUMENT}[^.;\n]{{0,30}}$",
    re.IGNORECASE,
)
CITED_AFTER = re.compile(
    r"[^.;\n]{0,60}(?<!\w)(?:đính kèm|kèm theo|nêu rõ|nêu:|ghi rõ|có nội dung|cho biết|cho thấy"
    r"|chỉ rõ|như sau|yêu cầu)(?!\w)",
    re.IGNORECASE,
)
# The law explained, advice given, secrets of others long told.
ADVICE = re.compile(
    r"(?<!\w)(?:nghiêm cấm|cấm|không (?:được|đăng|công bố|phát tán|chia sẻ|để lộ|sao chụp)"
    r"|tuyệt đối không|làm lộ|lộ,? lọt|trái phép|hành vi|xử phạt|bí mật nhà nước|bảo mật|tập huấn"
    r"|phân loại|giải mật|cơ yếu|quy định về|cách đóng|khắc dấu|mẫu dấu|lịch sử|quản lý|bảo quản"
    r"|tiêu hủy|mã hóa)(?!\w)",
    re.IGNORECASE,
)
# "… đang để chế độ Tối mật": of whatever paper.
SET_TO = re.compile(r"(?<!\w)(?:để|đặt) (?:ở )?(?:chế độ|mức) [\"“]?$", re.IGNORECASE)
# A paper that bears its stamp, whatever the sentence advises; not how stamps are made.
STAMPED = re.compile(
    rf"(?<!\w)(?:{DOCUMENT}|giáo trình|danh mục|danh sách|bản đồ)[^.;,\n]{{0,60}}"
    r"(?<!\w)(?:(?:đóng|có|mang) dấu|ghi) [\"“]?$",
    re.IGNORECASE,
)
# "…, Mật, không đăng tải": a grade between commas, and what must not be done.
FORBIDDEN = re.compile(
    r", (?:không|cấm) (?:đăng|gửi|sao|phổ biến|phát tán|đưa|chụp)", re.IGNORECASE
)
HOW_TO = re.compile(
    r"(?<!\w)(?:cách|quy định|quy trình|mẫu|nghiêm cấm|hành vi|xử phạt|tập huấn|phân loại|khắc"
    r"|phải|bí mật nhà nước)(?!\w)",
    re.IGNORECASE,
)
LISTED_BEFORE = re.compile(
    r"mật[\"”')]?(?:,| và| hoặc| hay|/| -| –)? ?[\"“'(]?(?:độ )?$", re.IGNORECASE
)
LISTED_AFTER = re.compile(
    r"[\"”')]?(?: \([A-C]\))?(?:,| và| hoặc| hay| ?/| -| –) ?(?:loại |độ |và |hoặc )?[\"“'(]?"
    r"(?:tuyệt mật|tối mật|mật(?! (?:độ|khẩu|mã))|thường|không mật)(?!\w)",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"(?:^|\n)[ \W_]*(?:(?:(?:mức |cấp )?độ (?:bí )?mật ?[:–-]?|tài liệu|văn bản) ?)?$",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"[ \W_]*?(?:\n|$)|[ ,.–-]{1,3}(?:cấm|không) (?:sao|phổ biến|phát tán|lưu hành)", re.IGNORECASE
)
SET_APART = re.compile(r"(?:[(\[](?:bản|loại|dấu|độ|văn bản|tài liệu) |\w [–—-] )$", re.IGNORECASE)
SET_APART_BEHIND = re.compile(r"[)\];.]|\s*(?:\n|$)")
