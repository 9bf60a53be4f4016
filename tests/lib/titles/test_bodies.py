"""The body behind a rank: organ, owner, unit."""

import pytest

from lib.vietnamese.titles import read_mentions

BODIES = {
    "Bí thư Đảng ủy UBND tỉnh": "Đảng ủy UBND tỉnh",
    "Bí thư Đảng ủy Khối các Cơ quan tỉnh": "Đảng ủy Khối các cơ quan tỉnh",
    "Bí thư Chi bộ thôn Khe Sậy": "Chi bộ thôn Khe Sậy",
    "Bí thư Đoàn Thanh niên phường": "Đoàn Thanh niên phường",
    "Bí thư Huyện Đoàn": "Huyện đoàn",
    "Trưởng Ban Dân vận Thành ủy": "Ban Dân vận Thành ủy",
    "Trưởng Ban Xây dựng Đảng Đảng ủy xã": "Ban Xây dựng Đảng Đảng ủy xã",
    "Trưởng ban xây dựng Đảng ủy xã": "Ban Xây dựng Đảng Đảng ủy xã",
    "Trưởng BTG Huyện ủy": "Ban Tuyên giáo Huyện ủy",
    "Trưởng ban KT-NS HĐND tỉnh": "Ban KT-NS HĐND tỉnh",
    "Trưởng Ban Văn hóa – Xã hội HĐND tỉnh": "Ban Văn hóa - Xã hội HĐND tỉnh",
    "Phó Trưởng Ban Thường trực Ban Dân vận Thành ủy": "Ban Dân vận Thành ủy",
    "Chủ nhiệm UBKT Huyện uỷ": "Ủy ban Kiểm tra Huyện ủy",
    "Chánh Văn phòng Huyện ủy-HĐND-UBND": "Văn phòng Huyện ủy-HĐND-UBND",
    "Phó Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh": "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
    "Chủ tịch HĐNĐ Thị xã": "HĐND thị xã",
    "Chủ tịch Hội đồng nhân dân quận 5": "HĐND quận 5",
    "Chủ tịch UBMTTQ VN Huyện": "Ủy ban MTTQ Việt Nam huyện",
    "Chủ tịch UBMTTQ huyện": "Ủy ban MTTQ huyện",
    "Chủ tịch LĐLĐ tỉnh": "Liên đoàn Lao động tỉnh",
    "Chủ tịch Hội CCB xã": "Hội Cựu chiến binh xã",
    "Chủ tịch Hội liên hiệp phụ nữ xã": "Hội LHPN xã",
    "Giám đốc Sở Văn hóa, Thể thao và Du lịch": "Sở Văn hóa, Thể thao và Du lịch",
    "Giám đốc Công an tỉnh": "Công an tỉnh",
    "Trưởng phòng Tài chính - Kế hoạch huyện": "Phòng Tài chính - Kế hoạch huyện",
    "Trưởng phòng Nông nghiệp và PTNT huyện": "Phòng Nông nghiệp và PTNT huyện",
    "Trưởng phòng Tổ chức cán bộ Sở Nội vụ": "Phòng Tổ chức cán bộ Sở Nội vụ",
    "Trưởng Công an xã": "Công an xã",
    "Chỉ huy trưởng BCHQS huyện": "Ban CHQS huyện",
    "Chính ủy Bộ Chỉ huy Quân sự tỉnh": "Bộ Chỉ huy Quân sự tỉnh",
    "Chánh Thanh tra huyện": "Thanh tra huyện",
    "Trưởng đoàn đại biểu Quốc hội tỉnh": "Đoàn đại biểu Quốc hội tỉnh",
    "Trưởng khu phố 3 phường An Hòa": "khu phố 3",
    "Hiệu trưởng Trường THPT Trần Phú": "Trường THPT Trần Phú",
    "Giám đốc Công ty TNHH Minh Phát": "Công ty TNHH Minh Phát",
    "Chủ tịch Ủy ban MTTQ Việt Nam lâm thời xã": "Ủy ban MTTQ Việt Nam lâm thời xã",
    "Phó Chủ tịch UBND TP. Hà Vân": "UBND thành phố Hà Vân",
    "P. Chủ tịch UBND P. Tân Hà": "UBND phường Tân Hà",
    "Bí thư Thành ủy Buôn Ma Thuột": "Thành ủy Buôn Ma Thuột",
    "Bí thư Chi bộ Bản Nà Sáng": "Chi bộ bản Nà Sáng",
    "Chánh Văn phòng Cấp ủy và Chính quyền huyện": "Văn phòng Cấp ủy và Chính quyền huyện",
    "PGĐ Sở Y tế": "Sở Y tế",
    "BT Đoàn TN xã": "Đoàn Thanh niên xã",
    "Giám đốc Học viện": "Học viện",
    "Bí thư Đảng đoàn HĐND tỉnh": "Đảng đoàn HĐND tỉnh",
    "Ủy viên Ban Thường vụ Trung ương Đoàn": "Trung ương Đoàn",
}


@pytest.mark.parametrize("words", BODIES)
def test_body_is_read_as_far_as_stated(words):
    (mention,) = read_mentions(f"Đồng chí Vi Văn Toản, {words}")
    assert [title.body for title in mention.titles] == [BODIES[words]]


@pytest.mark.parametrize(
    "words",
    [
        "Bí thư các chi bộ",
        "Chủ tịch UBND 14 xã",
        "Chủ tịch UBND xã, phường, thị trấn",
        "Trưởng các phòng, ban",
        "Chủ tịch UBND cấp huyện",
        "Chủ tịch HĐND, UBND huyện",
    ],
)
def test_set_of_bodies_has_no_holder(words):
    assert read_mentions(f"{words} chịu trách nhiệm thi hành.") == []
