"""How marks of secrecy are written, and the words round them that decide."""

import re

# Words that begin with "mật" and say something else, and those that end with it.
GOES_ON = (
    r"(?![ -](?:độ|khẩu|mã|ong|thiết|vụ|thư|báo|nghị|danh|lệnh|ngữ|thám|đàm|phục|gấu|tông|hoa"
    r"|mía|ước|truyền|tấu|nhân|dừa|ngọt|bò|lợn|cá|nhiệm|hiệu|sự|đường|gỗ|rắn|trăn"
    r"|rừng|viên|khu|non|sim|tràm|thốt)(?!\w))(?!\w)"
)
OTHER_BEFORE = r"(?<!bí )(?<!bảo )(?<!cẩn )(?<!thân )(?<!cơ )(?<!túi )(?<!giải )(?<!trọng )"
_WORD = rf"(?P<mark>(?:(?:tuyệt|tối) )?{OTHER_BEFORE}mật{GOES_ON})"
# "Độ mật: Mật" is one mark.
_LABELS = (
    r"(?!(?<=độ mật) ?(?:(?:được |có |đóng |xếp |xác định )?(?:là|ở|ghi|in|đề|dấu|thuộc|loại|mức"
    r"|hạng|chữ|dòng)(?: là| ở| dấu| loại| mức| chữ| dòng){0,2}|[:–-])? ?"
    r"[\"“(\[]?(?:(?:tuyệt|tối) )?mật)"
)
MARK = re.compile(rf"(?<!\w){_WORD}{_LABELS}", re.IGNORECASE)

DOCUMENT = (
    r"(?:văn bản|tài liệu|công văn|báo cáo|kế hoạch|chỉ thị|nghị quyết|thông báo|tờ trình|đề án"
    r"|hồ sơ|bức điện|công điện|điện|hướng dẫn|kết luận|quyết định|biên bản|phương án|thông tri"
    r"|nhận xét|phụ lục|phụ biểu|bản đồ|sơ đồ|bản vẽ|danh sách|danh mục|dự thảo|bản thảo|bản sao"
    r"|kịch bản|lý lịch|giáo trình|giấy mời|chương trình|quy hoạch|bảng tổng hợp|bảng thống kê"
    r"|thư công)"
)
SYMBOL = r"\d+ ?[-/] ?[A-ZĐ]{1,5}[a-z]?(?: ?[-/] ?[A-ZĐa-z]+)*"
LABEL = re.compile(
    r"(?<!\w)độ(?: (?:bí )?mật(?: của (?:văn bản|tài liệu|báo cáo))?(?: là| ở mức)? ?[:–-]?"
    r" ?[\"“(]?| [\"“]?|:? ?)$",
    re.IGNORECASE,
)
# "Mức độ: Tối mật", "Loại: Mật": a field of a form.
FIELD = re.compile(
    r"(?<!\w)(?:mức độ|cấp độ|loại|chế độ|dấu|(?:cấp |mức )?độ bảo mật)(?: là)? ?[:–-] ?[\"“(]?$",
    re.IGNORECASE,
)
FIELD_ENDS = re.compile(r"[ )\]”\"*]*(?:[;.,|](?!\w)|\n|$)")
# "xác định độ mật": which grade is not said; "số 12-KH/TU, độ mật" says it.
UNSAID = re.compile(r"(?<!\w)độ $", re.IGNORECASE)
SAID = re.compile(
    rf"(?:(?-i:{SYMBOL}) ?|{DOCUMENT}[^,;.]{{0,40}})[(\[,–-]{{1,2}} ?độ $|[(\[]độ $", re.IGNORECASE
)
# "(tối mật)" is a grade of whatever stands before it; "(mật)" may be honey.
BRACKETED = re.compile(
    rf"(?<!\w)(?:{DOCUMENT}|bản|tờ|tập|sổ|thư|tin|điện)(?!\w)|(?-i:{SYMBOL})", re.IGNORECASE
)
STAMP = re.compile(
    r"(?<!\w)(?:(?:đóng|có|mang|con|chụp|thấy) dấu|dấu|ký hiệu)(?: (?:chỉ|độ|chỉ độ|mức độ))? ?"
    r"[\"“'(]?$",
    re.IGNORECASE,
)
OF_DOCUMENT = re.compile(
    rf"(?<!\w)(?:{DOCUMENT}|(?-i:(?<![A-ZĐa-z]){SYMBOL}))(?:[ ,–-]{{1,3}}(?:số|nhân sự|này|trên"
    rf"|thuộc|loại|có|đóng|dấu|độ|mức|ở|hỏa tốc|khẩn|(?-i:{SYMBOL}))){{0,6}}[ ,–-]{{1,3}}[\"“'(]?$",
    re.IGNORECASE,
)
NUMBERED_BEFORE = re.compile(rf"{SYMBOL}[^;\n]{{0,60}}$")
NUMBERED_AFTER = re.compile(
    r"[\"”')]? ?,? ?(?:số:? ?)?\d{1,5}(?! ?[.,]?\d* (?:văn|tài|trang|bản))", re.IGNORECASE
)
CITED_BEFORE = re.compile(
    r"(?<!\w)(?:theo|đính kèm|kèm theo|trích|nội dung|dẫn|tại|căn cứ|ảnh chụp|xem|tải|nguồn|lấy"
    r"|số liệu (?:trong|từ|tại|của)|nghe|thảo luận|cho ý kiến|thông qua|trình|vốn là|chép)"
    r":?(?: (?:một|các|bản|file|tệp|từ|trong|nguồn|nguyên văn|toàn văn|vào|về)){0,2}"
    rf" {DOCUMENT}[^.;\n]{{0,30}}$",
    re.IGNORECASE,
)
CITED_AFTER = re.compile(
    r"[^.;\n]{0,60}(?<!\w)(?:đính kèm|kèm theo|nêu rõ|nêu:|ghi rõ|có nội dung|cho biết|cho thấy"
    r"|chỉ rõ|như sau|yêu cầu|được (?:phát|gửi|trình|thông qua|chiếu|duyệt))(?!\w)",
    re.IGNORECASE,
)
# The law explained, advice given, secrets of others long told: searched in small letters, since
# telling so many words apart takes twice as long where letters of both sizes are the same.
ADVICE = re.compile(
    r"^[\W\d]*đóng dấu|(?<!\w)(?:nghiêm cấm|cấm|tuyệt đối không|làm lộ"
    r"|không (?:được|đăng|công bố|phát tán|chia sẻ|để lộ|sao chụp)|lộ,? lọt"
    r"|lộ (?:tài liệu|văn bản|thông tin|nội dung)|trái phép"
    r"|hành vi|xử phạt|bí mật nhà nước|bảo mật|tập huấn|phân loại|giải mật|cơ yếu"
    r"|(?:được )?quy định (?:về|tại|ở)"
    r"|cách đóng|(?:phải|thực hành) đóng|được đóng (?:dưới|trên|bằng|ở|theo)|khắc dấu"
    r"|mẫu dấu|theo mẫu|mẫu số|hình chữ nhật|lịch sử"
    r"|quản lý|bảo quản|tiêu hủy|mã hóa|bảo vệ (?:tài liệu|văn bản|bí mật)"
    r"|(?:chuyển|dịch) (?:bức )?điện|thực hành xác định"
    r"|(?:tủ|phông|két)(?: \w+){0,2} (?:tài liệu|văn bản)|không mang (?:tài liệu|văn bản)"
    r"|bị cáo|khởi tố|chiếm đoạt|đánh cắp|mua bán|làm mất|lĩnh (?:án )?\d|phạt tù"
    r"|(?<!tác )(?<!khán )(?<!độc )(?<!học )giả|mạo danh|lừa|kẻ gian"
    r"|(?:phim|trò chơi|vở|truyện|tiểu thuyết|ca khúc) [\"“][^\"”]{0,40}"
    r"|thời hạn)(?!\w)"
)
# Told of old times or of honey, or the name of a work.
LORE = re.compile(
    r"(?<!\w)(?:phim|vở|kịch|tiểu thuyết|cuốn sách|tác phẩm|truyện|trò chơi|kháng chiến|thời chiến"
    r"|chống (?:mỹ|pháp)|chiến trường|chiến dịch|năm 1\d{3}|địch|ong|ocop|sản phẩm|đặc sản)(?!\w)",
    re.IGNORECASE,
)
DENIED = re.compile(r"(?<!\w)không (?:thuộc|phải|là|có)[^,.;\n]{0,30}$", re.IGNORECASE)
NAMES_DOCUMENT = re.compile(rf"(?<!\w)(?:{DOCUMENT}(?!\w)|(?-i:{SYMBOL}))", re.IGNORECASE)
# Before a grade inside a sentence: a word, a comma, a dash, an opening sign.
WITHIN = re.compile(r"[\w\d,–—|\-:] ?[\"“'(\[]?$")
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
# "không đăng tài liệu đóng dấu MẬT", "… đóng dấu MẬT không được chuyển": said of all of them.
FORBIDDEN_BEFORE = re.compile(
    r"(?<!\w)(?:không|cấm|tránh|chiếm đoạt|đánh cắp|mua bán|làm lộ|làm mất|giả)(?!\w)[^,.;\n]{0,40}"
    r"(?<!\w)(?:dấu|ghi) [\"“]?$",
    re.IGNORECASE,
)
FORBIDDEN_BEHIND = re.compile(r"[\"”]? (?:không được|chỉ được|phải|cần|thì)(?!\w)", re.IGNORECASE)
# "Dấu MẬT phải …", "văn bản thuộc độ Mật thì …": of stamps and of papers at large.
OF_STAMPS = re.compile(r"^\W*(?:con )?dấu [\"“]?$", re.IGNORECASE)
WHENEVER = re.compile(r"[\"”]? thì(?!\w)", re.IGNORECASE)
HOW_TO = re.compile(
    r"(?<!\w)(?:cách|quy định|quy trình|mẫu|nghiêm cấm|hành vi|xử phạt|tập huấn|phân loại|khắc"
    r"|phải|bí mật nhà nước)(?!\w)",
    re.IGNORECASE,
)
LISTED_BEFORE = re.compile(
    r"(?<!bí )(?<!bảo )mật[\"”')]?(?:,| và| hoặc| hay|/| -| –)? ?[\"“'(]?(?:độ )?$", re.IGNORECASE
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
# "…, TUYỆT MẬT, không được đính kèm", "… (TỐI MẬT) phải thu hồi": whatever the sentence asks.
APPOSED = re.compile(r"(?:, | [–-] |[(\[])[\"“]?$")
APPOSED_BEHIND = re.compile(r"[\"”]?(?:, | [–-] |[)\]])")
SET_APART_BEHIND = re.compile(r"[)\];.]|\s*(?:\n|$)")
