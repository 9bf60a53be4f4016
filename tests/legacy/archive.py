"""Short old pages about who held what, for the tests of linking and proposing."""

from apps.legacy.importing import import_page
from apps.legacy.reading import read_page
from apps.newsroom.importer import importer
from tests.make import NOON

_PAGE = """{title}
Ngày đăng {day} | 07:30

Sáng {day}, Thường trực Thị ủy tổ chức hội nghị giao ban với các ban Đảng {period}. \
{who} chủ trì hội nghị.

Hội nghị đánh giá kết quả công tác trong thời gian qua, thảo luận những việc còn chậm \
và thống nhất nhiệm vụ thời gian tới./.

Thu Trà
"""


def page(day, who, *, title="", period="quý III/2021"):
    """One saved page; `day` is D/M/Y, `who` the words about the chair."""
    title = title or f"Thường trực Thị ủy giao ban ngày {day}"
    text = _PAGE.format(title=title, day=day, who=who, period=period)
    return read_page(text.encode(), "trang.txt")


def bring(portal, *args, **fields):
    """The imported draft of `page`."""
    return import_page(page(*args, **fields), portal=portal, by=importer(), at=NOON)[0]
