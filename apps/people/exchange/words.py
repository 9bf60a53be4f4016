"""The words of the office's workbook: a file format in Vietnamese, the same in every language.

Whoever renames a heading keeps the old one among the aliases: sheets lie on office disks for years.
"""

BODIES, PEOPLE, TITLES, HELP = "Cơ quan", "Người", "Chức danh", "Hướng dẫn"
SHEET_ALIASES = {
    BODIES: ("cơ quan, tổ chức", "tổ chức", "danh sách cơ quan"),
    PEOPLE: ("cán bộ", "danh sách cán bộ", "nhân sự"),
    TITLES: ("giữ chức", "nhiệm kỳ", "danh mục chức danh"),
}
EXAMPLE = "ví dụ"  # in the column of codes: a line to look at, never read
NEW = "mới"  # a code that begins so makes somebody new beside a namesake
LISTED = ";"  # between several names in one cell
YEAR_FORMAT = "dd/mm/yyyy"

# The letters before the number of a row: CQ12 a body, CB34 an official, NK56 a term.
CODE = {BODIES: "CQ", PEOPLE: "CB", TITLES: "NK"}

KINDS = {
    "party_committee": "Cấp ủy",
    "standing_committee": "Ban Thường vụ",
    "party_board": "Cơ quan tham mưu, giúp việc của cấp ủy",
    "people_council": "Hội đồng nhân dân",
    "people_committee": "Ủy ban nhân dân",
    "front": "Mặt trận Tổ quốc",
    "mass_org": "Đoàn thể",
    "press": "Báo chí",
    "military": "Quân sự",
    "police": "Công an",
    "other": "Khác",
}
LEVELS = {
    "central": "Trung ương",
    "province": "Cấp tỉnh",
    "district": "Cấp huyện",
    "commune": "Cấp xã",
}
STATUSES = {
    "holds": "Giữ chức",
    "acting": "Quyền",
    "in_charge": "Phụ trách",
    "provisional": "Lâm thời",
    "concurrent": "Kiêm",
}

# Heading, width, what else the heading may be, whether the sheet is useless without it.
COLUMNS = {
    BODIES: {
        "code": ("Mã", 10, ("mã cơ quan", "id"), False),
        "name": ("Tên cơ quan", 46, ("tên", "tên cơ quan, tổ chức", "cơ quan"), True),
        "short_names": ("Tên gọi khác", 34, ("tên khác", "tên ngắn"), False),
        "abbreviations": ("Viết tắt", 18, ("tên viết tắt", "chữ viết tắt"), False),
        "kind": ("Loại", 30, ("loại cơ quan", "loại hình"), False),
        "level": ("Cấp", 14, ("cấp hành chính",), False),
        "place": ("Địa bàn", 22, ("địa phương", "nơi đặt"), False),
        "parent": ("Cơ quan cấp trên", 40, ("cấp trên", "trực thuộc"), False),
        "from": ("Có từ ngày", 14, ("từ ngày", "ngày thành lập"), False),
        "to": ("Đến hết ngày", 14, ("đến ngày", "ngày kết thúc"), False),
        "document": ("Văn bản thành lập", 28, ("quyết định thành lập", "văn bản"), False),
    },
    PEOPLE: {
        "code": ("Mã", 10, ("mã cán bộ", "id"), False),
        "name": ("Họ và tên", 30, ("họ tên", "tên", "họ, tên"), True),
        "other_spellings": ("Cách viết khác", 34, ("tên khác",), False),
    },
    TITLES: {
        "code": ("Mã", 10, ("mã nhiệm kỳ", "id"), False),
        "person": ("Họ và tên", 32, ("người", "cán bộ", "họ tên"), True),
        "rank": ("Chức danh", 28, ("chức vụ",), True),
        "body": ("Cơ quan", 46, ("cơ quan, tổ chức", "tên cơ quan", "đơn vị"), True),
        "status": ("Tình trạng", 14, ("trạng thái",), False),
        "from": ("Từ ngày", 14, ("ngày giữ chức", "bắt đầu"), False),
        "to": ("Đến hết ngày", 14, ("đến ngày", "ngày thôi giữ chức", "kết thúc"), False),
        "elected": ("Ngày bầu", 14, (), False),
        "approved": ("Ngày phê chuẩn", 16, ("ngày chuẩn y",), False),
        "precedence": ("Thứ tự", 10, ("số thứ tự trong danh sách",), False),
        "document": ("Văn bản", 28, ("quyết định", "số quyết định"), False),
    },
}
DAYS = ("from", "to", "elected", "approved")
LISTS = ("short_names", "abbreviations", "other_spellings")
CHOICES = {"kind": KINDS, "level": LEVELS, "status": STATUSES}

EXAMPLES = {
    BODIES: {
        "code": EXAMPLE,
        "name": "Đảng ủy xã Đồng Xa",
        "short_names": "Đảng ủy xã; Đảng bộ xã",
        "abbreviations": "ĐU",
        "kind": KINDS["party_committee"],
        "level": LEVELS["commune"],
        "place": "xã Đồng Xa",
        "parent": "Tỉnh ủy Vân Giang",
        "from": "01/07/2025",
        "document": "Quyết định số 12-QĐ/TU",
    },
    PEOPLE: {
        "code": EXAMPLE,
        "name": "Lò Thị Hương Sen",
        "other_spellings": "Lò Hương Sen",
    },
    TITLES: {
        "code": EXAMPLE,
        "person": "Lò Thị Hương Sen",
        "rank": "Bí thư",
        "body": "Đảng ủy xã Đồng Xa",
        "status": STATUSES["holds"],
        "from": "01/07/2025",
        "document": "Quyết định số 15-QĐ/TU",
    },
}

HELP_LINES = (
    "Danh mục chức danh: cách điền",
    "",
    "1. Điền ba trang: Cơ quan, Người, Chức danh. Mỗi dòng là một cơ quan, một người, hoặc một"
    " chức danh của một người trong một thời gian.",
    "2. Cột Mã: dòng lấy từ hệ thống đã có mã, để nguyên. Dòng mới để trống; hệ thống tự tìm theo"
    " tên, không tạo trùng.",
    "3. Hai người cùng họ tên: với người mới, ghi vào cột Mã «mới 1», «mới 2»…; ở trang Chức danh"
    " ghi mã sau tên, trong ngoặc vuông: Lê Thị Mai [mới 1].",
    "4. Ngày ghi ngày/tháng/năm: 01/07/2025. «Đến hết ngày» là ngày cuối cùng còn giữ chức; đang"
    " giữ chức thì để trống. Ngày bàn giao, cả hai người đều tính là giữ chức.",
    "5. Nhiều tên trong một ô cách nhau bằng dấu chấm phẩy.",
    "6. Dòng «ví dụ» màu xám không được đọc; xóa đi hay để lại đều được.",
    "7. Dòng nào xóa khỏi bảng thì trong hệ thống vẫn giữ nguyên: thôi giữ chức thì ghi ngày.",
    "8. Tải lên chưa làm thay đổi gì. Hệ thống báo từng dòng sẽ đổi ra sao, dòng nào sai; sau đó"
    " lập thành dự thảo quyết định, hai người ký thì mới có hiệu lực.",
)
