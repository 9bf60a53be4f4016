"""Who signed a page, and for which office."""

import pytest

from .texts import LAST, page

SIGNED = {
    "Thanh Trúc": (("Thanh Trúc",), None),
    " An Thu – Lê Thắng": (("An Thu", "Lê Thắng"), None),
    "Hồng Phương- Ngọc Khánh": (("Hồng Phương", "Ngọc Khánh"), None),
    "Linh Anh _Văn Kiên": (("Linh Anh", "Văn Kiên"), None),
    "Tác giả: Thu Hường": (("Thu Hường",), None),
    "Tin, ảnh: Anh Phong": (("Anh Phong",), None),
    "Tin và ảnh: Anh Phong, Thu Hà": (("Anh Phong", "Thu Hà"), None),
    "Tin và ảnh Thu Hà": (("Thu Hà",), None),
    "Được viết bởi Thu Hà": (("Thu Hà",), None),
    "Bài và ảnh: Hoàng Mẫn": (("Hoàng Mẫn",), None),
    "T/h: Lệ Quyên": (("Lệ Quyên",), None),
    "Bài: Lệ Quyên; Ảnh: Văn Kiên": (("Lệ Quyên", "Văn Kiên"), None),
    "PV": (("PV",), None),
    "NHÓM PHÓNG VIÊN": (("NHÓM PHÓNG VIÊN",), None),
    "BBT": (("BBT",), None),
    "Ban Biên tập": (("Ban Biên tập",), None),
    "TS (tổng hợp)": (("TS",), None),
    "N.Hải": (("N.Hải",), None),
    "Thu Hằng\n\nĐài Truyền thanh thị xã": (("Thu Hằng",), "Đài Truyền thanh thị xã"),
    "Văn phòng Huyện ủy": ((), "Văn phòng Huyện ủy"),
    "Nguồn tin: Báo Đông Lĩnh": ((), "Báo Đông Lĩnh"),
    "Tác giả: Thu Hường | Nguồn tin: Báo Đông Lĩnh": (("Thu Hường",), "Báo Đông Lĩnh"),
    "Phan Thị Hoàng Công - Phòng Tư pháp huyện": (
        ("Phan Thị Hoàng Công",),
        "Phòng Tư pháp huyện",
    ),
    "Tác giả: Nguyễn Văn Hoán – Bí thư Đảng ủy": (("Nguyễn Văn Hoán",), None),
    "Thu Hà - Trung tâm Văn hóa, Thông tin và Thể thao huyện": (
        ("Thu Hà",),
        "Trung tâm Văn hóa, Thông tin và Thể thao huyện",
    ),
    "CTV Minh Tránh/THĐT": (("Minh Tránh",), "THĐT"),
    "Theo Báo Đông Lĩnh": ((), "Báo Đông Lĩnh"),
    "(Theo TTXVN)": ((), "TTXVN"),
    "Theo Thanh Niên": ((), "Thanh Niên"),
    "Theo Ngọc Trâm": (("Ngọc Trâm",), None),
    "T.H (Báo Đông Lĩnh)": (("T.H",), "Báo Đông Lĩnh"),
    "Biên tập viên Cổng TTĐT tỉnh": (("Biên tập viên Cổng TTĐT tỉnh",), None),
    "Tin: An Thu\n\nẢnh: Lê Thắng": (("An Thu", "Lê Thắng"), None),
    "Đoàn Văn Giáp": (("Đoàn Văn Giáp",), None),
    "Bảo An": (("Bảo An",), None),
    "Y Vêng": (("Y Vêng",), None),
}


@pytest.mark.parametrize("foot", SIGNED)
def test_signature_at_the_foot_is_read(foot):
    found = page(foot=(foot,))
    assert (found.bylines, found.byline_office) == SIGNED[foot]


@pytest.mark.parametrize("foot", SIGNED)
def test_signature_is_no_part_of_the_body(foot):
    assert page(foot=(foot,)).body == page().body


def test_a_sentence_on_pictures_signs_nothing():
    line = "Tin và ảnh do các đơn vị gửi về sẽ được đăng trong các số sau."
    assert page(last=line).bylines == ()


def test_signature_behind_the_end_mark_is_read():
    found = page(last=LAST.rstrip(".") + "./. Thu Hằng")
    assert (found.bylines, found.body[-1]) == (("Thu Hằng",), LAST)


def test_author_in_the_time_line_signs():
    found = page(between=("Ngày đăng: 14/09/2021 | Tác giả: Thu Hường",))
    assert found.bylines == ("Thu Hường",)


def test_account_that_uploaded_is_no_author():
    assert page(between=("Đăng bởi: quantri - 14/09/2021",)).bylines == ()


def test_unsigned_page_has_no_names():
    assert (page().bylines, page().byline_office) == ((), None)


def test_signature_above_a_list_of_other_news_is_found():
    found = page(foot=("Thu Hằng", "Các tin khác", "Huyện đoàn ra quân Tháng Thanh niên"))
    assert (found.bylines, found.body) == (("Thu Hằng",), page().body)
