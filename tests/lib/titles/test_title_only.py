"""Titles without a name: for one person, or for nobody."""

import pytest

from lib.vietnamese.titles import read_mentions


def titles(text):
    return [str(title) for mention in read_mentions(text) for title in mention.titles]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("đồng chí Bí thư huyện uỷ đánh giá cao", "Bí thư | Huyện ủy"),
        ("Đồng chí Phó Chủ tịch UBND thị xã thừa nhận", "Phó Chủ tịch | UBND thị xã"),
        ("Chủ tịch UBND huyện yêu cầu các phòng", "Chủ tịch | UBND huyện"),
        ("Kết luận, Bí thư Đảng ủy xã Nà Khoang nhấn mạnh", "Bí thư | Đảng ủy xã Nà Khoang"),
    ],
)
def test_title_of_one_person_is_a_mention(text, title):
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh về việc phê duyệt",
        "Thừa ủy quyền của Chủ tịch nước, đồng chí Lò Pảo trao Huân chương",
        "Hội thi “Bí thư chi bộ giỏi” năm 2023",
        "Bí thư chi bộ là tên cuốn sổ tay nghiệp vụ",
        "bầu Bí thư, Phó Bí thư và Ủy ban Kiểm tra khóa mới",
        "Mô hình Bí thư Đảng ủy đồng thời là Chủ tịch HĐND xã được nhân rộng",
        "chức danh Chủ tịch UBND xã; tiêu chuẩn Trưởng thôn",
        "khắc phục tình trạng trưởng thôn không phải là đảng viên",
        "Trường THPT Chu Văn An, Hiệu trưởng nhà trường cho biết",
        "Đồng chí Trưởng ban, đồng chí Chủ tọa điều hành",
        "Thường trực Thị ủy giao ban với Đảng ủy các xã",
        "Ban Chỉ đạo do Chủ tịch UBND tỉnh làm Trưởng ban",
    ],
)
def test_what_is_no_title_of_a_person_is_left_out(text):
    assert titles(text) == []
