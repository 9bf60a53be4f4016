"""The days a sentence tells: of a title that is over, of a body that begins, of a period."""

import datetime as dt

import pytest

from tests.once import once

from .small_town import load_town, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
# All bodies of the town end on 30/6/2025, those of the ward begin on 1/7.
EVE = dt.date(2025, 6, 30)
AFTER = dt.date(2025, 10, 5)

town = once(load_town)


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Hầu A Dế, Chủ tịch UBND thị xã Sông Vân đến ngày 30/6/2025, nghỉ hưu.",
        "Đồng chí Hầu A Dế (Chủ tịch UBND thị xã Sông Vân đến hết tháng 6/2025) kể lại.",
        "Chỉ đạo của Bí thư Thị ủy Sông Vân Lò Thị Thủy năm 2023 vẫn còn nguyên giá trị.",
        "Ý kiến của Bí thư Thị ủy Sông Vân Lò Thị Thủy ngày 12/5/2024 đã được ghi nhận.",
    ],
)
def test_a_date_behind_the_title_says_when_it_was_held(text):
    assert told(text, AFTER) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Bí thư Thị ủy Sông Vân Lò Thị Thủy, năm 2023 thị xã đã khác.", "Bí thư Thị ủy Sông Vân"),
        ("Bí thư Thị ủy Sông Vân Lò Thị Thủy ngày 5/10/2025 tiếp dân.", "Bí thư Thị ủy Sông Vân"),
        ("UBND thị xã Sông Vân đến ngày 31/12/2025 phải xong.", "UBND thị xã Sông Vân"),
    ],
)
def test_a_date_of_something_else_does_not(text, quote):
    assert told(text, AFTER) == [("dissolved_body", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Từ ngày 1/7/2025, Đảng ủy phường Sông Vân đi vào hoạt động.",
        "Từ ngày 1/7, Đảng ủy phường Sông Vân đi vào hoạt động.",
        "Đảng ủy phường Sông Vân chính thức hoạt động từ ngày 01/7/2025.",
        "Ngày mai (1/7), UBND phường Sông Vân sẽ chính thức tiếp nhận hồ sơ.",
        "UBND phường Sông Vân sẽ chính thức hoạt động từ ngày mai (1/7).",
        "Sáng 1/7, UBND phường Sông Vân sẽ tiếp nhận hồ sơ đầu tiên.",
        "Từ ngày 01/7/2025, thị xã không còn; UBND phường Sông Vân tiếp nhận hồ sơ.",
        "Từ ngày 01/7/2025, ông A nghỉ; đồng chí Lò Thị Thủy giữ chức Ủy viên Ban Thường vụ,"
        " Bí thư Đảng ủy phường Sông Vân.",
        "Ngày mai (1/7), đồng chí Lò Thị Thủy, Bí thư Đảng ủy phường Sông Vân sẽ tiếp dân.",
    ],
)
def test_a_body_may_be_told_of_before_its_first_day(text):
    assert told(text, EVE) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Đảng ủy phường Sông Vân dự kiến có 43 chi bộ.", "Đảng ủy phường Sông Vân"),
        ("Hôm nay, UBND phường Sông Vân yêu cầu xong trước ngày 15/7/2025.",
         "UBND phường Sông Vân"),
        ("UBND phường Sông Vân phổ biến nghị định có hiệu lực từ ngày 1/7/2025.",
         "UBND phường Sông Vân"),
        ("Chiều 30/6, đồng chí Lò Thị Thủy, Bí thư Đảng ủy phường Sông Vân tiếp dân.",
         "Bí thư Đảng ủy phường Sông Vân"),
    ],
)  # fmt: skip
def test_a_body_that_has_not_begun_is_wrong_without_its_day(text, quote):
    assert told(text, EVE) == [("dissolved_body", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Giai đoạn 2020 - 2025, Thị ủy Sông Vân đã kết nạp 1.200 đảng viên.",
        "Trong nhiệm kỳ 2020-2025, dưới sự lãnh đạo của tỉnh, Thị ủy Sông Vân đã kết nạp nhiều.",
        "Báo cáo nêu: nhiệm kỳ 2020 - 2025, Thị ủy Sông Vân kết nạp 1.200 đảng viên.",
        "Trong 5 năm 2020 - 2025, UBND thị xã Sông Vân đã xây 14 cầu.",
        "Trong 5 năm qua (2020 - 2025), UBND thị xã Sông Vân đã xây 14 cầu.",
        "6 tháng đầu năm 2025, Thị ủy Sông Vân đã kết nạp 30 đảng viên.",
        "Nửa đầu năm 2025, Thị ủy Sông Vân đã kết nạp 30 đảng viên.",
        "Nhiệm kỳ qua, Thị ủy Sông Vân đã kết nạp 1.200 đảng viên.",
        "Sáu tháng đầu năm, Thị ủy Sông Vân đã kết nạp 30 đảng viên.",
        "Quý II/2025, UBND thị xã Sông Vân đã giải ngân 61%.",
        "Gần năm năm, Thị ủy Sông Vân dưới sự điều hành của chị đã giải quyết xong.",
    ],
)
def test_a_body_is_right_that_existed_in_a_part_of_the_period(text):
    assert told(text, AFTER) == []


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2025, Thị ủy Sông Vân tiếp tục dẫn đầu.",
        "Quý III/2025, Thị ủy Sông Vân đã kết nạp 12 đảng viên.",
        "Nhiệm kỳ 2025 - 2030, Thị ủy Sông Vân sẽ kết nạp 300 đảng viên.",
        "Nhiệm kỳ 2020 - 2025, Thị ủy Sông Vân đang hoàn thành.",
        "Mục tiêu giai đoạn 2020 - 2025, Thị ủy Sông Vân phải đạt.",
        "Đại hội lần thứ XX, nhiệm kỳ 2020 - 2025, Thị ủy Sông Vân chủ trì.",
        "Giai đoạn 2020 - 2025 đã qua, ngày 5/10/2025, Thị ủy Sông Vân họp.",
        "Gần năm năm, Thị ủy Sông Vân cố gắng.",
        "Báo cáo 9 tháng đầu năm của Thị ủy Sông Vân cho thấy kinh tế tăng.",
    ],
)
def test_a_period_without_it_or_of_a_plan_does_not_excuse_a_body(text):
    assert told(text, AFTER) == [("dissolved_body", "Thị ủy Sông Vân")]
