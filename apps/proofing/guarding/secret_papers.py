"""One paper that is said to be secret, whatever the sentence asks of it.

"Phần trả lời về hàng quân nhu, dấu MẬT, không đăng", "Sơ đồ vùng cấm bay kèm theo: Tuyệt mật",
"Quy chế quản lý kho vũ khí đóng dấu MẬT được treo trên tường". The sentence begins with that paper
and says something of it before its grade; "Văn bản đóng dấu MẬT không được …" says it of all.
"""

import re

from .secrecy_forms import DOCUMENT, LORE

# What can bear a grade, at the head of its sentence.
_PAPER = (
    rf"(?:{DOCUMENT}|phần|nội dung|số liệu|đề thi|đề cương|đề|bài|bảng|bản|biểu|tập|tệp|file|ảnh"
    r"|video|clip|trang|bìa|quy chế|quyết tâm|chuyên án|chuyên đề|thư|bức thư|lịch|phong bì|tờ"
    r"|cuốn|quyển|sổ|phiếu|đoạn|mục|tin|lệnh|mệnh lệnh|màn hình|hộp|cặp|chiếc cặp|túi|văn kiện)"
)
_HEAD = re.compile(
    r"^[\W\d_]*"
    r"(?:(?:(?:ảnh|ghi chú|nguồn|kèm theo|đính kèm|gửi kèm|chú thích)(?: \d{1,2})?: )"
    r"|(?:riêng|theo|kèm|kèm theo|đính kèm|toàn bộ|trong|một|một số|các|những|hai|ba|bốn|cả) ){0,2}"
    rf"(?P<paper>{_PAPER})(?!\w)(?P<told>.{{0,110}})$",
    re.IGNORECASE | re.DOTALL,
)
_BEARS = (
    r"(?:góc|trái|phải|trên|dưới|bên|bìa|ngoài|đầu|trang|đóng|có|mang|ghi|in|còn|nguyên|hằn|dấu"
    r"|chữ|dòng|độ|mật|mức|cấp|loại|hạng|diện|xếp|là|tài liệu|văn bản|hồ sơ|bản|thuộc|được|bị|đã"
    r"|vẫn|hiện|đánh|dán|nhãn|tem|con|đỏ|đề|rõ|chỉ|ký hiệu|chìm|xác định|đang)"
)
# Words between the paper and its grade, behind a sign that parts them: ", dấu", " là tài liệu".
_APART = re.compile(
    rf"(?:[,:(\[–—]| -| là| thuộc| được xếp| được xác định) ?(?:{_BEARS} ){{0,6}}[\"“'(]?$",
    re.IGNORECASE,
)
# … or with no sign: what the paper is about, then the stamp.
_STAMPED = re.compile(
    r"(?P<about>.*?) (?:(?:có|còn|mang|đóng|dán|hằn|in|ghi|bị|được|đã|vẫn|góc|bìa|ngoài"
    r"|nguyên|con|chìm|trái|phải|trên|bên) ){0,4}"
    r"(?:xếp loại|xếp hạng|thuộc (?:loại|diện)|dấu|ghi|in|nhãn|tem|chữ|dòng)"
    r"(?: (?:đỏ|chữ|dòng|dấu|rõ|chỉ|độ|mức|chìm)){0,3}"
    r" [\"“'(]?$",
    re.IGNORECASE | re.DOTALL,
)
_CLOSED = re.compile(r"[\"”')\]]{0,2} ?(?:[,.;:)\]–—…|]|- |\n|$)")
# Said of every such paper, not of one.
_OF_ALL = re.compile(
    r"(?:(?: (?:có|mang|thuộc|chứa|nội dung|bí mật|nhà nước|phải|nào|đã|từng|được|cần|gì"
    r"|nói chung|hành chính|điện tử|giấy)){0,5}[\"“' ]*)$",
    re.IGNORECASE,
)
# How papers are graded is explained, not one graded.
_TEACHES = re.compile(
    r"(?<!\w)(?:cách|quy định|mẫu dấu|khắc|bí mật nhà nước|độ mật, (?:đóng|ghi)|soạn thảo"
    r"|quy trình|thủ tục|giữ|đến phút|giả định)(?!\w)",
    re.IGNORECASE,
)
DECLASSIFIED = re.compile(r"(?<!chưa )(?<!chưa được )giải mật(?! mã)", re.IGNORECASE)


def is_of_one_paper(text: str, start: int, end: int, before: str) -> bool:
    """`before` is what stands before the grade in its sentence."""
    if text[start:end] == "mật":
        return False
    head = _HEAD.search(before)
    if not head or _TEACHES.search(before) or LORE.search(before):
        return False
    told = head["told"]
    if _APART.search(told) and _CLOSED.match(text, end):
        return text[start].isupper() or any(map(str.isdigit, told))
    stamped = _STAMPED.search(told) if text[start].isupper() else None
    return bool(stamped) and not _OF_ALL.fullmatch(stamped["about"])
