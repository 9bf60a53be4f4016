"""Invented pages as text, for tests that are about one part of a page."""

from apps.legacy.reading import read_page

TITLE = "Huyện ủy Nậm Khao tổ chức hội nghị giao ban tháng 8"
LEAD = "Sáng 14/9, Thường trực Huyện ủy Nậm Khao giao ban với bí thư đảng ủy các xã trong huyện."
FIRST = (
    "Trong tháng, các đảng ủy xã đã triển khai kịp thời các chủ trương của cấp trên; công tác kiểm"
    " tra, giám sát được thực hiện theo đúng kế hoạch."
)
LAST = "Đồng chí Bí thư Huyện ủy yêu cầu các xã hoàn thành chỉ tiêu kết nạp đảng viên trong năm."


def read(text, name="trang.txt"):
    return read_page(text.encode(), name)


def page(*, above=(), between=(), middle=(), foot=(), title=TITLE, lead=LEAD, last=LAST):
    """The invented page with more lines: round its headline, in its text, at its foot."""
    return read("\n\n".join([*above, title, *between, lead, FIRST, *middle, last, *foot]))
