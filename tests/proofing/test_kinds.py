"""Each kind of finding, and what looks like one and is right, against a small town."""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest
from django.utils import timezone

from apps.people.exchange.loading import load
from apps.people.models import Person
from apps.portals.models import Portal
from apps.proofing.checking import check
from apps.proofing.findings import Severity
from apps.proofing.manuscript import Manuscript
from tests.once import once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
DAY = dt.date(2024, 3, 15)
LATER = dt.date(2025, 8, 20)


def _town():
    content = (Path(__file__).parent / "town.json").read_bytes()
    assert not load(content, name="town.json", at=timezone.now()).errors
    Portal.objects.create(key="song-van", name="Sông Vân", committee="TXU")


town = once(_town)


def told(text, day=DAY, portal="song-van"):
    found = check(Manuscript(text, day, portal))
    return [(str(each.kind), each.quote) for each in found if each.severity != Severity.HINT]


RIGHT = [
    "Đồng chí Lò Thị Thuỷ, Bí thư Thị uỷ chủ trì.",
    "đ/c LÒ THỊ THỦY - bí thư thị ủy Sông Vân",
    "Đồng chí Lò Thị Thủy, Bí thư Đảng bộ thị xã phát biểu.",
    "Đồng chí Hầu A Dế, Phó Bí thư Thị ủy, Chủ tịch UBND thị xã.",
    "Chủ tịch Ủy ban nhân dân thị xã Hầu A Dế kiểm tra.",
    "Đồng chí Ngô Quang Hòa, nguyên Bí thư Thị ủy dự.",
    "Từ năm 2015 đến năm 2020, đồng chí Ngô Quang Hòa là Bí thư Thị ủy.",
    "Năm 2018, đồng chí Ngô Quang Hòa, Bí thư Thị ủy khi đó, về thăm.",
    "Ông Ngô Quang Hòa, Bí thư Thị ủy nhiệm kỳ 2015 - 2020, kể lại.",
    "Đồng chí Ngô Quang Hòa từng là Bí thư Thị ủy.",
    "Đồng chí Bí thư Thị ủy kết luận.",
    "“Đồng chí Ngô Quang Hòa, Bí thư Thị ủy” là dòng chữ trên tấm ảnh.",
    "Anh Ngô Quang Hòa, thợ hàn, hiến đất làm đường.",
    "Ông Ngô Quang Hòa, Bí thư Chi bộ bản Nà Pheo, trưởng bản.",
    "Đồng chí Đinh Văn Lạ, Bí thư Huyện ủy Mường Xa trao đổi kinh nghiệm.",
    "Đồng chí Tẩn Thị Mẩy, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Thị ủy, Chủ tịch Ủy ban MTTQ"
    " Việt Nam thị xã.",
    "Đồng chí Vũ Đình Khang, quyền Chủ tịch UBND tỉnh.",
    "Các đồng chí: Lò Thị Thủy, Bí thư Thị ủy; Hầu A Dế, Chủ tịch UBND thị xã chủ trì.",
    "Đồng chí Hầu A Dế phát biểu. Đồng chí Lò Thị Thủy kết luận.",
    "Nhiệm kỳ 2015 - 2020, đồng chí Ngô Quang Hòa là Bí thư Thị ủy.",
    "Đồng chí Ngô Quang Hòa, Bí thư Thị ủy giai đoạn 2015 - 2020, chúc mừng.",
    "Từ ngày 1/1/2024, đồng chí Vũ Đình Khang là quyền Chủ tịch UBND tỉnh.",
    "Dự có các đồng chí: Tẩn Thị Mẩy, Chủ tịch MTTQ thị xã. Đồng chí Hầu A Dế vắng mặt.",
    "- Lò Thị Thủy, Bí thư Thị ủy\n- Hầu A Dế, Chủ tịch UBND thị xã",
    "Đồng chí Lò Thị Thủy, Bí thư Thị ủy trình bày báo cáo.",
    "Đồng chí Ngô Quang Hòa, nguyên Bí thư Thị ủy công bố quyết định bổ nhiệm đồng chí Đinh Văn Lạ"
    " giữ chức Chủ tịch UBND thị xã.",
    "",
    "   \n\n",
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_gets_no_finding(text):
    assert told(text) == []


WRONG = [
    ("Đồng chí Lò Thị Thủy, Chủ tịch HĐND thị xã.", "wrong_title", "Chủ tịch HĐND thị xã"),
    ("Đồng chí Ngô Quang Hòa, Bí thư Thị ủy.", "expired_title", "Bí thư Thị ủy"),
    ("Đồng chí Vũ Đình Khang, Chủ tịch UBND tỉnh.", "future_title", "Chủ tịch UBND tỉnh"),
    ("Đồng chí Lò Thị Thùy, Bí thư Thị ủy.", "misspelled_name", "Lò Thị Thùy"),
    ("Đồng chí Ngô Quang Hoà, dự. Đồng chí Ngô Quan Hòa, nguyên Bí thư Thị ủy.", "misspelled_name",
     "Ngô Quan Hòa"),
    ("Đồng chí Hầu A Đế, Chủ tịch UBND thị xã.", "misspelled_name", "Hầu A Đế"),
    ("Đồng chí Lò Thị Thủy, Bí thứ Thị ủy.", "misspelled_title", "Bí thứ Thị ủy"),
    ("Đồng chí Lò Thị Thủy, Bí tư Thị ủy.", "misspelled_title", "Bí tư Thị ủy"),
    ("Đồng chí Hầu A Dế, Chủ tich UBND thị xã.", "misspelled_title", "Chủ tich UBND thị xã"),
    ("Đồng chí Hầu A Dế, Chủ tịch UBDN thị xã.", "misspelled_title", "Chủ tịch UBDN thị xã"),
    ("Đồng chí Lò Thị Thủy, Bí thư Thị ủy Sông Vần.", "misspelled_title", "Bí thư Thị ủy Sông Vần"),
    ("Đồng chí Lò Thị Thủy, Bí thư Tỉnh ủy.", "wrong_body", "Bí thư Tỉnh ủy"),
    ("Đồng chí Lò Thị Thủy, Bí thư Huyện ủy.", "wrong_body", "Bí thư Huyện ủy"),
    ("Đồng chí Lò Thị Thủy, Bí thư Đảng ủy phường Sông Vân.", "dissolved_body",
     "Bí thư Đảng ủy phường Sông Vân"),
    ("- Hầu A Dế, Chủ tịch UBND thị xã\n- Lò Thị Thủy, Bí thư Thị ủy", "protocol_order",
     "Hầu A Dế, Chủ tịch UBND thị xã\n- Lò Thị Thủy, Bí thư Thị ủy"),
    ("Đồng chí Vũ Đình Khang, Quyến Chủ tịch UBND tỉnh.", "misspelled_title",
     "Quyến Chủ tịch UBND tỉnh"),
    ("Các đồng chí: Hầu A Dế, Chủ tịch UBND thị xã; Lò Thị Thủy, Bí thư Thị ủy.", "protocol_order",
     "Hầu A Dế, Chủ tịch UBND thị xã; Lò Thị Thủy, Bí thư Thị ủy"),
    ("Đồng chí Hầu A Dế, Chủ tịch UBND thị xã, Phó Bí thư Thị ủy.", "title_order",
     "Chủ tịch UBND thị xã, Phó Bí thư Thị ủy"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "quote"), WRONG)
def test_an_error_is_found_at_its_place(text, kind, quote):
    assert told(text) == [(kind, quote)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Thị ủy Sông Vân tổ chức hội nghị.", "Thị ủy Sông Vân"),
        ("Đồng chí Lò Thị Thủy, Bí thư Thị ủy chủ trì.", "Bí thư Thị ủy"),
        ("UBND thị xã Sông Vân giao các phòng.", "UBND thị xã Sông Vân"),
    ],
)
def test_a_body_that_has_ended_is_named(text, quote):
    assert told(text, LATER) == [("dissolved_body", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Thị ủy Sông Vân (cũ) để lại nhiều kinh nghiệm.",
        "Năm 2021, Thị ủy Sông Vân ban hành nghị quyết.",
        "Thực hiện Nghị quyết số 05-NQ/ThU ngày 3/2/2021 của Thị ủy Sông Vân.",
        "Phường thành lập trên cơ sở thị xã; Thị ủy Sông Vân kết thúc hoạt động ngày 30/6/2025.",
        "Đồng chí Lò Thị Thủy, nguyên Bí thư Thị ủy Sông Vân, Bí thư Đảng ủy phường.",
    ],
)
def test_history_of_a_body_is_no_error(text):
    assert told(text, LATER) == []


def test_both_hold_on_the_day_of_a_handover():
    text = "Đồng chí Vũ Đình Khang, {} UBND tỉnh."
    last, first = dt.date(2024, 5, 31), dt.date(2024, 6, 1)
    assert told(text.format("quyền Chủ tịch"), last) == []
    assert told(text.format("Chủ tịch"), first) == []


def test_places_count_code_points_as_given():
    text = unicodedata.normalize("NFD", "Sáng 15/3, đồng\u00a0chí Ngô Quang Hòa, Bí thư Thị ủy.")
    (found,) = check(Manuscript(text, DAY, "song-van"))
    assert text[found.start : found.end] == found.quote
    assert unicodedata.normalize("NFC", found.quote) == "Bí thư Thị ủy"


def test_a_finding_says_what_to_write_and_where_it_is_known_from():
    (found,) = check(Manuscript("Đồng chí Ngô Quang Hòa, Bí thư Thị ủy.", DAY, "song-van"))
    assert found.expected == "Ủy viên Ban Thường vụ Tỉnh ủy"
    assert "31/7/2020" in found.message
    assert found.evidence == "Bí thư Thị ủy Sông Vân, 1/8/2015 – 31/7/2020"
    assert Person.objects.get(pk=found.person).ref == "cu"


def test_an_elected_person_may_bear_the_title_of_tomorrow():
    text = "Hội nghị bầu đồng chí Vũ Đình Khang giữ chức Chủ tịch UBND tỉnh."
    assert told(text, dt.date(2024, 5, 20)) == []


def test_before_a_year_is_history_within_that_year_too():
    said = "Trước năm {}, đồng chí Ngô Quang Hòa là Bí thư Thị ủy."
    assert told(said.format(2021), dt.date(2021, 6, 1)) == []
    plan = "Đồng chí Ngô Quang Hòa, Bí thư Thị ủy yêu cầu xong trước năm 2025."
    assert told(plan) == [("expired_title", "Bí thư Thị ủy")]
