"""Titles given up and taken up in one sentence: the old one is right for a while, the new one is
checked."""

import datetime as dt

import pytest

from tests.once import once

from .small_town import load_town, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
# Vũ Đình Khang is quyền Chủ tịch UBND tỉnh until 31/5/2024, Chủ tịch from 1/6.
AFTER = dt.date(2024, 6, 3)
# Lò Thị Thủy is Bí thư Thị ủy until 30/6/2025, Bí thư Đảng ủy phường from 1/7.
FIRST = dt.date(2025, 7, 1)

town = once(load_town)
ACTING = "quyền Chủ tịch UBND tỉnh"


@pytest.mark.parametrize(
    "text",
    [
        f"HĐND tỉnh bầu đồng chí Vũ Đình Khang, {ACTING} giữ chức Chủ tịch UBND tỉnh.",
        f"HĐND tỉnh đã bầu ông Vũ Đình Khang, {ACTING} làm Chủ tịch UBND tỉnh.",
        f"Đồng chí Vũ Đình Khang, {ACTING} được HĐND tỉnh tín nhiệm bầu giữ chức Chủ tịch UBND"
        " tỉnh.",
        f"Với 48/48 phiếu, đồng chí Vũ Đình Khang, {ACTING} đã trúng cử chức Chủ tịch UBND tỉnh.",
        f"Đồng chí Vũ Đình Khang, {ACTING}, thôi giữ chức vụ cũ, được giữ chức Chủ tịch UBND tỉnh.",
        f"HĐND tỉnh bầu đồng chí {ACTING} Vũ Đình Khang giữ chức vụ Chủ tịch UBND tỉnh.",
        f"Bộ Chính trị điều động, phân công, chỉ định đồng chí Vũ Đình Khang ({ACTING}) tham gia"
        " Ban Chấp hành Đảng bộ tỉnh.",
    ],
)
def test_the_old_title_is_right_in_the_news_of_its_end(text):
    assert told(text, AFTER) == []
    assert told(text, AFTER + dt.timedelta(days=365)) == [("expired_title", ACTING)]


def test_both_old_titles_are_told_until_a_day():
    text = (
        "Ban Bí thư chuẩn y đồng chí Tẩn Thị Mẩy, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Thị ủy"
        " Sông Vân đến hết ngày 14/2/2025, giữ chức Chủ tịch UBND phường Sông Vân."
    )
    assert told(text, dt.date(2025, 7, 2)) == [("wrong_title", "Chủ tịch UBND phường Sông Vân")]


def test_the_title_of_a_body_that_ended_the_day_before():
    text = (
        "Tỉnh ủy Hải Vân chỉ định đồng chí Lò Thị Thủy, Bí thư Thị ủy Sông Vân giữ chức Bí thư"
        " Đảng ủy phường Sông Vân."
    )
    assert told(text, FIRST) == []


def test_a_title_never_held_and_the_new_one_are_still_wrong():
    never = (
        "Tỉnh ủy chỉ định đồng chí Lò Thị Thủy, Chủ tịch UBND thị xã Sông Vân giữ chức Bí thư Đảng"
        " ủy phường Sông Vân."
    )
    assert told(never, FIRST) == [("dissolved_body", "Chủ tịch UBND thị xã Sông Vân")]
    wrong = (
        "Tỉnh ủy chỉ định đồng chí Lò Thị Thủy, Bí thư Thị ủy Sông Vân giữ chức Chủ tịch UBND"
        " phường Sông Vân."
    )
    assert told(wrong, FIRST) == [("wrong_title", "Chủ tịch UBND phường Sông Vân")]


@pytest.mark.parametrize(
    "text",
    [
        f"Đồng chí Vũ Đình Khang, {ACTING} trao quyết định bổ nhiệm đồng chí Đỗ Văn Lộc giữ chức"
        " Phó Giám đốc Sở Y tế.",
        f"Đoàn do đồng chí Vũ Đình Khang, {ACTING} làm Trưởng đoàn.",
        f"Hội nghị bầu đồng chí Vũ Đình Khang, {ACTING} làm Trưởng đoàn.",
        f"Đồng chí Vũ Đình Khang, {ACTING} được trao quà.",
        f"Đồng chí Vũ Đình Khang, {ACTING} được phân công chủ trì.",
        f"Đồng chí Vũ Đình Khang, {ACTING}, thôi giữ chức Trưởng Ban Chỉ đạo do nghỉ hưu.",
    ],
)
def test_who_only_hands_it_to_another_has_no_old_title(text):
    assert told(text, AFTER) == [("expired_title", ACTING)]
