"""What a page says was held: kind, period, remote points, chairs."""

import datetime as dt

import pytest

from apps.legacy.reading.meeting_kinds import kind_of
from apps.legacy.reading.meetings import read_meeting
from apps.legacy.reading.reviewed import reviewed
from apps.legacy.reading.values import Block

DAY = dt.date(2024, 1, 9)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Huyện ủy Nà Khoang giao ban công tác quý I", "hội nghị giao ban"),
        ("Hội nghị lần thứ 15 Ban Chấp hành Đảng bộ huyện", "hội nghị Ban Chấp hành"),
        ("Hội nghị Ban Thường vụ Huyện ủy lần thứ 40", "hội nghị Ban Thường vụ"),
        ("Khai mạc kỳ họp thứ 9 HĐND huyện", "kỳ họp HĐND"),
        ("Ủy ban Kiểm tra Huyện ủy họp kỳ họp thứ 30", "kỳ họp UBKT"),
        ("Hội nghị sơ kết công tác Mặt trận 6 tháng đầu năm", "hội nghị sơ kết"),
        ("Đại biểu HĐND tiếp xúc cử tri trước kỳ họp thứ 9", "hội nghị tiếp xúc cử tri"),
        ("Lễ công bố quyết định về công tác cán bộ tại hội nghị", "hội nghị công bố quyết định"),
        ("Đại hội Đảng bộ xã Nà Khoang lần thứ XX", "đại hội"),
        ("Thường trực Huyện ủy họp bàn việc làm đường", "cuộc họp"),
        ("Thường trực Huyện ủy làm việc với xã Nà Khoang", "buổi làm việc"),
        ("Lãnh đạo huyện thăm, tặng quà gia đình chính sách", None),
        ("Khánh thành cầu Nà Khoang", None),
        ("Người giữ rừng ở Nà Khoang", None),
    ],
)
def test_headline_tells_the_kind_of_meeting(title, kind):
    sapo = "Sáng 9/1, hội nghị diễn ra tại hội trường huyện." if kind else "Rừng vẫn xanh."
    assert kind_of(title, sapo, "") == kind


def test_last_quarter_reviewed_in_january_was_last_year():
    assert reviewed("hội nghị giao ban", "Giao ban quý IV", "", "", DAY) == "quý IV/2023"


def test_working_session_reviews_no_period():
    assert reviewed("buổi làm việc", "Làm việc về kết quả quý III/2023", "", "", DAY) is None


def meeting(*paragraphs, sapo="Sáng 9/1, Huyện ủy tổ chức hội nghị giao ban."):
    blocks = tuple(Block("p", text, text) for text in paragraphs)
    return read_meeting("Giao ban quý IV", sapo, blocks, DAY)[0]


def test_two_chairs_before_the_verb_both_count():
    held = meeting(
        "Các đồng chí: Lò Văn Chiêm, Bí thư Huyện ủy; Vi Thị Sen, Phó Bí thư Huyện ủy chủ trì."
    )
    assert held.chairs == ("Lò Văn Chiêm", "Vi Thị Sen")


def test_guest_before_the_chair_is_no_chair():
    held = meeting(
        "Dự hội nghị có đồng chí Lò Văn Chiêm, Bí thư Huyện ủy; đồng chí Vi Thị Sen, Phó Bí thư "
        "Huyện ủy chủ trì hội nghị."
    )
    assert held.chairs == ("Vi Thị Sen",)


def test_chairs_may_follow_the_verb():
    held = meeting(
        "Chủ trì hội nghị có các đồng chí: Lò Văn Chiêm, Bí thư Huyện ủy; Vi Thị Sen, Phó Bí thư "
        "Huyện ủy."
    )
    assert held.chairs == ("Lò Văn Chiêm", "Vi Thị Sen")


def test_who_concludes_chairs_where_nobody_is_named_as_chair():
    held = meeting("Kết luận hội nghị, đồng chí Lò Văn Chiêm, Bí thư Huyện ủy yêu cầu làm sớm.")
    assert held.chairs == ("Lò Văn Chiêm",)


def test_remote_points_make_a_meeting_online():
    held = meeting("Hội nghị kết nối trực tuyến với 9 điểm cầu.", "Đại biểu phát biểu.")
    assert held.online
    assert not meeting("Xã đẩy mạnh dịch vụ công trực tuyến.").online
