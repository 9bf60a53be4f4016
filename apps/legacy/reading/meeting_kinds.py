"""What kind of meeting a page tells of, in the contract's words; none for visits and feasts."""

import re

# The first that fits wins: what is more particular stands above what may stand beside it.
_KINDS = [
    ("hội nghị tiếp xúc cử tri", r"tiếp xúc (?:(?:với|giữa|hơn|gần|\d+) ){0,3}cử tri"),
    ("hội nghị đối thoại", r"đối thoại"),
    (
        "kỳ họp UBKT",
        r"(?:ủy ban kiểm tra|ubkt)\b.{0,80}\b(?:kỳ họp|họp kỳ)"
        r"|kỳ họp.{0,40}(?:ủy ban kiểm tra|ubkt)",
    ),
    ("kỳ họp HĐND", r"(?<!trước )(?<!sau )(?<!cho )(?<!bị )(?<!vụ )\bkỳ họp\b|\bhọp kỳ thứ"),
    (
        "hội nghị công bố quyết định",
        r"(?:công bố|trao).{0,60}quyết định|công bố.{0,60}nghị quyết.{0,40}(?:thành lập|chỉ định)",
    ),
    (
        "hội nghị quán triệt nghị quyết",
        r"(?:quán triệt|học tập).{0,60}(?:nghị quyết|chỉ thị|kết luận|quy định|văn kiện)",
    ),
    ("hội nghị giao ban", r"giao ban"),
    (
        "hội nghị Ban Chấp hành",
        r"hội nghị (?:lần thứ \S+(?: \S+)?,? )?(?:ban chấp hành|bch)\b"
        r"|(?:ban chấp hành|bch)\b.{0,60}(?:lần thứ|\bphiên|\bkỳ|\bhọp|mở rộng)",
    ),
    (
        "hội nghị Ban Thường vụ",
        r"(?:hội nghị|phiên họp|cuộc họp) (?:lần thứ \S+(?: \S+)?,? )?(?:của )?"
        r"(?:ban thường vụ|btv)\b"
        r"|(?:ban thường vụ|btv)\b.{0,60}(?:lần thứ|\bphiên họp|\bhọp\b|tổ chức hội nghị)",
    ),
    ("hội nghị sơ kết", r"sơ kết"),
    ("hội nghị tổng kết", r"tổng kết"),
    ("buổi làm việc", r"làm việc (?:với|tại|về)|buổi làm việc"),
    ("cuộc họp", r"cuộc họp|phiên họp|\bhọp\b(?! mặt)|nghe (?:và cho ý kiến |)báo cáo|tọa đàm"),
    ("hội nghị", r"hội nghị|hội thảo"),
]
_COMPILED = [(kind, re.compile(form)) for kind, form in _KINDS]
_CONGRESS = re.compile(
    r"đại hội(?! (?:xiii|xii|xiv|xi|xv|x)\b)"
    r".{0,20}(?:đại biểu|đảng bộ|chi bộ|đoàn|hội|mặt trận|mttq|điểm|lần thứ)"
)
# What is about a congress without being one.
_ABOUT_CONGRESS = re.compile(
    r"(?:nghị quyết|nhân sự|đề án|chào mừng|văn kiện|chuẩn bị|hướng tới|phục vụ|tuyên truyền"
    r"|thành công|kết quả|trước|sau|tiến tới)\s(?:\S+\s){0,3}đại hội"
)
# Visits, ceremonies, greetings, contests and features are no meetings, whatever was said there.
_NO_MEETING = re.compile(
    r"\b(?:thăm|tặng quà|chúc tết|chúc mừng|gặp mặt|họp mặt|viếng|dâng hương|dâng hoa|khánh thành"
    r"|khởi công|động thổ|bàn giao|hội thi|hội diễn|ngày hội|lễ hội|lễ kỷ niệm|kỷ niệm \d+|mít tinh"
    r"|ra quân|trao (?:tặng|huy hiệu|học bổng|quà|\d+)|khai giảng|đám cưới|lễ tang|tri ân|học bổng"
    r"|hiến máu"
    r"|trồng cây|chúc thọ|tiễn|đón nhận|giao lưu|gieo chữ|giải (?:bóng|chạy|thể thao))\b"
)
_EVENT = re.compile(
    r"hội nghị|cuộc họp|buổi họp|phiên họp|kỳ họp|buổi làm việc|buổi đối thoại|đại hội"
    r"|buổi tiếp xúc|chủ trì|giao ban|làm việc với|\bdự họp\b|đã họp|tổ chức họp"
    r"|\bhọp (?:với|bàn|về|đánh giá)"
)
# A lead that only mentions a meeting of another day tells of none.
_TAKES_PLACE = re.compile(
    r"^(?:hội nghị|kỳ họp|cuộc họp|phiên họp|đại hội|buổi (?:họp|làm việc|đối thoại|tiếp xúc))"
    r"|tổ chức|diễn ra|chủ trì|khai mạc|tiến hành|đã họp|dự (?:hội nghị|cuộc họp|buổi|phiên)"
    r"|phiên họp|tại (?:hội nghị|cuộc họp)|làm việc với|giao ban|tham dự"
    r"|\bhọp (?:với|bàn|về|đánh giá|phiên|kỳ)"
)
_HALL = re.compile(r"tại (?:hội nghị|cuộc họp|buổi làm việc|kỳ họp|phiên họp|đại hội|buổi họp)")


def kind_of(title: str, sapo: str, body: str) -> str | None:
    """The kind in words, from the headline, else from the lead; None for what is no meeting."""
    head, lead, rest = title.lower(), sapo.lower(), body.lower()
    if _NO_MEETING.search(head) and not _EVENT.search(head):
        return None
    for words in (head, lead):
        kind = _first(words)
        if kind and (words is head or _TAKES_PLACE.search(lead)) and _is_held(head, lead, rest):
            return _closer(kind, lead)
    return None


def _first(words):
    if _CONGRESS.search(words) and not _ABOUT_CONGRESS.search(words):
        return "đại hội"
    found = ((kind, form.search(words)) for kind, form in _COMPILED)
    return next((kind for kind, hit in found if hit), None)


def _closer(kind, lead):
    """A headline often only says "họp" or "hội nghị"; the lead then says which."""
    if kind not in ("hội nghị", "cuộc họp", "buổi làm việc"):
        return kind
    found = _first(lead.split(". ")[0])
    if kind == "hội nghị" and found:
        return found
    return kind


def _is_held(head, lead, rest):
    """Somebody sat together: a headline alone may speak of a meeting held elsewhere."""
    return bool(
        "tiếp xúc cử tri" in head
        or _EVENT.search(head)
        or _EVENT.search(lead)
        or _HALL.search(rest)
        or "chủ trì" in rest
    )
