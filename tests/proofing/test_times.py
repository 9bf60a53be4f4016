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
