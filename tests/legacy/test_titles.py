"""Which line is the headline."""

import pytest

from apps.legacy.reading.titles import without_site

from .texts import FIRST, LEAD, TITLE, page, read

ABOVE = [
    ("Banner",),
    ("Chào mừng quý bạn đọc đến với Trang thông tin điện tử huyện Nậm Khao",),
    ("CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN NẬM KHAO",),
    ("ĐẢNG BỘ TỈNH ĐÔNG LĨNH", "HUYỆN ỦY NẬM KHAO"),
    ("Trang chủ | Giới thiệu | Tin tức | Văn bản | Liên hệ",),
    ("Trang chủ\nGiới thiệu\nTin tức\nVăn bản\nLiên hệ",),
    ("Tin tức - Sự kiện",),
    ("Trang chủ » Tin tức » Xây dựng Đảng",),
    ("Thứ Ba, 14/09/2021 15:06",),
    (f"{TITLE} - Trang thông tin điện tử huyện Nậm Khao", "Đăng nhập", "Tin nổi bật"),
    ("A- A A+ | Tăng tương phản Giảm tương phản",),
]


@pytest.mark.parametrize("above", ABOVE)
def test_headline_is_found_below_furniture(above):
    assert page(above=above).title == TITLE


BROKEN = [
    "Hội nghị tổng kết công tác xây dựng Đảng\nnăm 2021 và triển khai nhiệm vụ năm 2022",
    "THƯỜNG TRỰC HUYỆN ỦY LÀM VIỆC VỚI\nĐẢNG ỦY CÁC XÃ VÙNG CAO",
    "Thường trực Huyện ủy làm việc với Đảng ủy các xã Nậm Pó, Tả Sìn,\nHuổi Lóng",
    "Huyện ủy giao ban với\nBan Thường trực Mặt trận và các đoàn thể",
]


@pytest.mark.parametrize("title", BROKEN)
def test_headline_broken_over_lines_is_joined(title):
    assert page(title=title).title == title.replace("\n", " ")


def test_headline_keeps_the_place_before_a_colon():
    title = "Nậm Khao: Giao ban Khối Đảng quý I năm 2021"
    assert page(title=title).title == title


def test_first_sentence_right_below_is_not_headline():
    assert read(f"{TITLE}\n{LEAD}\n{FIRST}").title == TITLE


SHORT = ["Kết nạp đảng viên mới", "Đảng bộ xã Nậm Pó: 5 năm một chặng đường", "Lễ viếng liệt sĩ"]


@pytest.mark.parametrize("title", SHORT)
@pytest.mark.parametrize("above", ABOVE[:9])
def test_short_headline_is_found_below_furniture(above, title):
    assert page(above=above, title=title).title == title


@pytest.mark.parametrize(
    "tail",
    [" - Trang thông tin điện tử huyện Nậm Khao", " | Báo Đông Lĩnh", " – Cổng thông tin tỉnh",
     " - namkhao.donglinh.gov.vn"],
)  # fmt: skip
def test_site_behind_the_headline_goes(tail):
    assert without_site(TITLE + tail) == TITLE


def test_dash_within_the_headline_stays():
    title = "Các đoàn thể chính trị - xã hội huyện ra quân đầu năm"
    assert without_site(title) == title
