"""The section a page stood in."""

import pytest

from .texts import page

STATED = {
    ("Tin tức huyện",): "Tin tức huyện",
    ("Xây dựng Đảng",): "Xây dựng Đảng",
    ("Trang chủ » Tin tức » Xây dựng Đảng",): "Xây dựng Đảng",
    ("Trang chủ > Tin tức - Sự kiện",): "Tin tức - Sự kiện",
    ("Trang chủ / Tin tức / Dân vận",): "Dân vận",
    ("Trang nhất\nTin tức\nKiểm tra - Giám sát",): "Kiểm tra - Giám sát",
    ("Chuyên mục: Kiểm tra - Giám sát",): "Kiểm tra - Giám sát",
    ("Trang chủ » Tin tức » Huyện ủy Nậm Khao tổ chức hội nghị giao ban tháng 8",): "Tin tức",
}


@pytest.mark.parametrize("above", STATED)
def test_stated_section_is_kept(above):
    assert page(above=above).section == STATED[above]


NONE = [
    (),
    ("Banner",),
    ("HUYỆN ỦY NẬM KHAO",),
    ("TRANG THÔNG TIN ĐIỆN TỬ HUYỆN ỦY NẬM KHAO",),
    ("Chào mừng quý bạn đọc đến với Trang thông tin điện tử huyện Nậm Khao",),
    ("Trang chủ | Giới thiệu | Tin tức | Liên hệ",),
    ("Trang chủ\nGiới thiệu\nTin tức\nLiên hệ",),
    ("Trang chủ\nTin tức\nThông báo",),
    ("Trang chủ\nGiới thiệu\nKiểm tra - Giám sát",),
    ("ĐẢNG CỘNG SẢN VIỆT NAM",),
]


@pytest.mark.parametrize("above", NONE)
def test_banner_greeting_menu_letterhead_are_no_section(above):
    assert page(above=above).section is None


def test_section_behind_a_label_below_the_headline():
    assert page(between=("Chuyên mục: Dân vận",)).section == "Dân vận"


def test_section_in_the_line_of_the_time():
    found = page(between=("Chuyên mục: Dân vận | 14/09/2021 15:06",))
    assert (found.section, found.published_at.hour) == ("Dân vận", 15)
