"""Where one sentence ends and the next begins."""

import pytest

from lib.vietnamese.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Thị ủy họp. Hội nghị bàn hai việc.", ["Thị ủy họp.", "Hội nghị bàn hai việc."]),
        ("TS. Lan dự họp. Đ/c. Páo chủ trì.", ["TS. Lan dự họp.", "Đ/c. Páo chủ trì."]),
        ("Đồng chí H. Nay phát biểu.", ["Đồng chí H. Nay phát biểu."]),
        ("Thu 1.250 tỷ đồng. 35 xã đạt chuẩn.", ["Thu 1.250 tỷ đồng.", "35 xã đạt chuẩn."]),
        ("Ông nói: “Làm ngay!” Ai cũng tán thành.", ["Ông nói: “Làm ngay!”", "Ai cũng tán thành."]),
        ("Vì sao? Ấy là câu hỏi… đáng quý.", ["Vì sao?", "Ấy là câu hỏi… đáng quý."]),
        ("", []),
        ("  Không có dấu chấm ", ["Không có dấu chấm"]),
    ],
)  # fmt: skip
def test_a_paragraph_falls_into_its_sentences(text, parts):
    assert sentences(text) == parts
