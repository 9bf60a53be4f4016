"""Titles of one person in every way a sentence tells them: each line in thirty frames."""

import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone

from apps.people.exchange.loading import load
from apps.portals.models import Portal
from apps.proofing.checking import check
from apps.proofing.findings import Severity
from apps.proofing.manuscript import Manuscript

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
DAY = dt.date(2024, 3, 15)

FRAMES = [
    "Đồng chí {n}, {t} phát biểu.",
    "Dự có đ/c {n} - {t}.",
    "Đồng chí {n} – {t} chủ trì hội nghị.",
    "{t} {n} kết luận hội nghị.",
    "Ảnh: {n}, {t} tặng quà.",
    "Ảnh: {t} {n} bắt tay cụ Sáu.",
    "Ông {n} ({t}) cho biết kết quả.",
    "Ông {n}, {t}, cho biết thêm.",
    "{t} là ông {n} nhấn mạnh.",
    "Chủ trì buổi lễ là đồng chí {n}, {t}.",
    "Thay mặt lãnh đạo, đồng chí {n}, {t} trao quà.",
    "Đoàn do đồng chí {n}, {t} làm Trưởng đoàn đã đến thăm.",
    "{n}, {t}: Cần làm tốt hơn.",
    "{n} – {t} – nói vui.",
    "Với cương vị {t}, đồng chí {n} căn dặn.",
    "Với tư cách là {t}, đồng chí {n} căn dặn.",
    "Đồng chí {n}, trên cương vị {t}, cảm ơn.",
    "Đồng chí {n} với vai trò {t} điều hành.",
    "Đồng chí {n}, hiện là {t}, kể lại.",
    "Đồng chí {n} đang là {t} nói.",
    "Phóng viên gặp đồng chí {n}, người đang giữ chức {t}.",
    "Đồng chí {n}, hiện giữ chức vụ {t}, kể lại.",
    "{t}: {n}.",
    "Người dẫn đoàn là {t} {n}.",
    "Cùng đi có đồng chí {n}, {t}; đại diện các ngành.",
    "Theo đồng chí {n}, {t}, lúa năm nay được mùa.",
    "Bên lề, anh {n} - {t} - chia sẻ.",
    "1. {n}, {t}",
    "Tác giả: {n} - {t}",
    "Lời bài thơ của {t} {n} được ngâm lên.",
]


@pytest.fixture(autouse=True)
def offices():
    content = (Path(__file__).parent / "offices.json").read_bytes()
    assert not load(content, name="offices.json", at=timezone.now()).errors
    Portal.objects.create(key="song-van", name="Sông Vân", committee="TXU")


def told(text):
    found = check(Manuscript(text, DAY, "song-van"))
    return [(str(each.kind), each.quote) for each in found if each.severity != Severity.HINT]


LINES = [
    ("Đoàn Thị Hiền", "Chánh Văn phòng Thị ủy, Thị ủy viên", "title_order"),
    ("Đoàn Thị Hiền", "Chánh Văn phòng Thị ủy - Thị ủy viên", "title_order"),
    ("Đoàn Thị Hiền", "CVP Thị ủy, Thị ủy viên", "title_order"),
    ("Bế Văn Khoa", "Trưởng Ban Tổ chức Thị ủy, Ủy viên Ban Thường vụ Thị ủy", "title_order"),
    ("Bế Văn Khoa", "Trưởng Ban Tổ chức Thị ủy, UVBTV Thị ủy", "title_order"),
    ("Lò Thị Thủy", "Bí thư Thị ủy, Tỉnh ủy viên", "title_order"),
    ("Lò Thị Thủy", "Chủ tịch HĐND thị xã, Bí thư Thị ủy", "title_order"),
    ("Hầu A Dế", "Chủ tịch UBND thị xã, Phó Bí thư Thị ủy", "title_order"),
    ("Vũ Đình Khang", "Bí thư Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh, Tỉnh ủy viên",
     "title_order"),
    ("Bế Văn Khoa", "Trưởng Ban Tổ chức Tỉnh ủy", "wrong_body"),
    ("Đoàn Thị Hiền", "Chánh Văn phòng Tỉnh ủy", "wrong_body"),
    ("Lò Thị Thủy", "Chủ tịch HĐND tỉnh", "wrong_body"),
    ("Lò Thị Thủy", "Bí thư Tỉnh ủy", "wrong_body"),
    ("Hầu A Dế", "Phó Bí thư Tỉnh ủy", "wrong_body"),
    ("Trần Văn Hùng", "Trưởng Công an huyện", "wrong_body"),
    ("Tẩn Thị Mẩy", "Chủ tịch Ủy ban MTTQ Việt Nam thị xã", "future_title"),
    ("Tẩn Thị Mẩy", "Chủ tịch UBMTTQ thị xã", "future_title"),
    ("Kiều Anh Dũng", "Trưởng Đài Truyền thanh - Truyền hình thị xã", "dissolved_body"),
    ("Lê Tấn Phát", "Chủ tịch UBND xã Vạn Gàn", "misspelled_title"),
    ("Hầu A Dế", "Chủ tịch UBND thị sã", "misspelled_title"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "title", "kind"), LINES, ids=[title for _n, title, _k in LINES])
def test_a_wrong_title_is_seen_in_every_frame(name, title, kind):
    missed = {
        frame: found
        for frame in FRAMES
        if (found := told(frame.format(n=name, t=title))) != [(kind, title)]
    }
    assert not missed


RIGHT = [
    ("Đoàn Thị Hiền", "Thị ủy viên, Chánh Văn phòng Thị ủy"),
    ("Bế Văn Khoa", "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thị ủy"),
    ("Lò Thị Thủy", "Tỉnh ủy viên, Bí thư Thị ủy, Chủ tịch HĐND thị xã"),
    ("Hầu A Dế", "Phó Bí thư Thị ủy, Chủ tịch UBND thị xã"),
    ("Vũ Đình Khang", "Tỉnh ủy viên, Bí thư Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"),
    ("Tẩn Thị Mẩy", "Phó Chủ tịch HĐND thị xã"),
    ("Trần Văn Hùng", "Trưởng Công an thị xã"),
    ("Trần Văn Hùng", "Phó Chủ tịch UBND xã Vạn Gành"),
    ("Trần Văn Hùng", "Giám đốc Công ty Chè Sông Vân"),
]


@pytest.mark.parametrize(("name", "title"), RIGHT, ids=[title for _n, title in RIGHT])
def test_a_right_title_is_passed_over_in_every_frame(name, title):
    assert not {frame: found for frame in FRAMES if (found := told(frame.format(n=name, t=title)))}


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2018, trên cương vị Trưởng Đài Truyền thanh - Truyền hình thị xã, anh Kiều Anh Dũng"
        " đã đề xuất.",
        "Khi còn trên cương vị Trưởng Đài Truyền thanh - Truyền hình thị xã, anh Kiều Anh Dũng vất"
        " vả hơn.",
        "Đồng chí Kiều Anh Dũng, người từng giữ chức Trưởng Đài Truyền thanh - Truyền hình thị xã,"
        " kể lại.",
        "Đồng chí Hầu A Dế với tư cách cử tri phát biểu.",
        "Với sự chỉ đạo của Bí thư Thị ủy, đồng chí Hầu A Dế xuống xã.",
        "Thay mặt Bí thư Thị ủy, đồng chí Hầu A Dế trao quà.",
    ],
)
def test_a_post_of_old_or_of_another_is_passed_over(text):
    assert told(text) == []
