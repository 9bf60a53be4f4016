"""Which short lines are the words under a picture."""

import pytest

from .texts import page

CAPTIONS = [
    "Quang cảnh hội nghị",
    "Toàn cảnh buổi làm việc.",
    "Các xã dự họp qua đường truyền trực tuyến",
    "Đồng chí Lâm Quang Bảo, Bí thư Huyện ủy phát biểu kết luận hội nghị",
    "Đ/c Lâm Quang Bảo - Bí thư Huyện ủy tặng quà gia đình chính sách",
    "Lãnh đạo huyện trao Huy hiệu Đảng cho các đảng viên",
    "Ảnh: Hồng Thảo",
    "Đại biểu dự hội nghị (Ảnh: Hồng Thảo)",
    "Các đại biểu chụp ảnh lưu niệm",
    "Thường trực Huyện ủy chủ trì hội nghị",
    "Ảnh minh họa (Nguồn ảnh: Internet)",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_words_under_a_picture_are_a_caption(line):
    found = page(middle=(line,))
    assert (found.captions, found.body) == ((line,), page().body)


TEXT = [
    "Công tác xây dựng Đảng",
    "1. Kết quả đạt được",
    "Về công tác cán bộ",
    "II. Phương hướng, nhiệm vụ",
    "Hội nghị đã thảo luận sôi nổi.",
    "Đồng chí Bí thư Huyện ủy nhấn mạnh:",
    "- Đẩy mạnh tuyên truyền trong nhân dân;",
    "Phát huy vai trò nêu gương của đảng viên",
]


@pytest.mark.parametrize("line", TEXT)
def test_subheading_and_short_sentence_stay_text(line):
    found = page(middle=(line,))
    assert found.captions == ()
    assert line in found.body


def test_list_of_people_is_no_row_of_captions():
    people = [f"Đồng chí {name}, dự khuyết" for name in ("Lê An", "Vũ Bình", "Hà Chi", "Lò Dung")]
    assert page(middle=("Đoàn đại biểu gồm:", "\n".join(people))).captions == ()


def test_photo_credit_below_joins_its_caption():
    found = page(middle=("Quang cảnh hội nghị\nẢnh: Hồng Thảo",))
    assert found.captions == ("Quang cảnh hội nghị Ảnh: Hồng Thảo",)


def test_caption_in_front_of_the_lead_is_not_the_lead():
    found = page(between=("Quang cảnh hội nghị",))
    assert (found.captions, found.sapo) == (("Quang cảnh hội nghị",), page().sapo)
