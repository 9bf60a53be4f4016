"""Every kind of typing error in every word of a title: of 149 chosen by lot nearly all are seen."""

import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone

from apps.people.exchange.loading import load
from apps.portals.models import Portal
from apps.proofing.checking import check
from apps.proofing.findings import Kind, Severity
from apps.proofing.manuscript import Manuscript

from .marked import marked

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
HERE = Path(__file__).parent
DAY = dt.date(2024, 3, 15)
SLIPS = [
    tuple(line.split(" | "))
    for line in (HERE / "slips.txt").read_text().splitlines()
    if not line.startswith("#")
]
MOST_MISSED = 5


@pytest.fixture(autouse=True)
def offices():
    content = (HERE / "offices.json").read_bytes()
    assert not load(content, name="offices.json", at=timezone.now()).errors
    Portal.objects.create(key="song-van", name="Sông Vân", committee="TXU")


def told(name, title):
    text = f"Dự hội nghị có đồng chí {name}, {title} và đại biểu các xã."
    found = check(Manuscript(text, DAY, "song-van"))
    return [str(each.kind) for each in found if each.severity != Severity.HINT]


def test_a_slip_in_any_word_is_seen():
    missed = [
        (kind, typed)
        for kind, name, _right, typed in SLIPS
        if Kind.MISSPELLED_TITLE not in told(name, typed)
    ]
    assert len(SLIPS) == 149
    assert len(missed) <= MOST_MISSED, missed


def test_the_same_titles_as_they_should_be_are_passed_over():
    assert not {right for _kind, name, right, _typed in SLIPS if told(name, right)}


def spoken(text):
    found = check(Manuscript(text, DAY, "song-van"))
    return [(str(each.kind), each.quote) for each in found if each.severity != Severity.HINT]


@pytest.mark.parametrize(
    "text",
    [
        "Ý kiến của ⟦Chủ tich UBND thị xã⟧ được niêm yết.",
        "Ý kiến kết luận của ⟦Bí thư Thị ũy⟧ tại buổi đối thoại được ghi lại.",
        "Theo ⟦Chủ tịch UBNND thị xã⟧, việc này phải xong trong tháng.",
        "Trưởng thôn báo cáo Chủ tịch UBND xã và ⟦Bí thư Thị uủy⟧.",
        "Công văn do ⟦Chủ tịch UBND thị xa⟧ ký.",
        "Thư của ⟦Bí thứ Thị ủy⟧ được đọc tại lễ.",
        "Chương trình của ⟦Phó Bí thư Thườngtrực Thị ủy⟧ dời sang thứ Ba.",
    ],
)
def test_a_slip_in_a_title_that_is_only_spoken_of(text):
    plain, quotes = marked(text)
    assert spoken(plain) == [("misspelled_title", quote) for quote in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Ý kiến của Chủ tịch UBND thị xã được niêm yết.",
        "Ý kiến kết luận của Bí thư Thị uỷ tại buổi đối thoại được ghi lại.",
        "Lực lượng phong tỏa hiện trường, Công an tỉnh lấy lời khai.",
        "Khám nghiệm hiện trường Công an tỉnh thu nhiều vật chứng.",
        "Trường Công an tỉnh mở lớp bồi dưỡng.",
        "Học sinh hỏi về việc của Chủ tịch UBND thị xã khi thi đua.",
        "Nhà trường, công an thị xã và Hội Phụ nữ cùng tham gia.",
        "Tinh thần chủ động của UBND thị xã được ghi nhận.",
    ],
)
def test_titles_that_are_only_spoken_of_and_right(text):
    assert spoken(text) == []


@pytest.mark.parametrize(
    ("name", "typed", "right"),
    [
        ("Bế Văn Khoa", "Trưởng Ban Tổ Thị ủy", "Trưởng Ban Tổ chức Thị ủy"),
        ("Bế Văn Khoa", "Trưởng Ban chức Thị ủy", "Trưởng Ban tổ chức Thị ủy"),
        ("Bế Văn Khoa", "Ủy viên Ban Thường Thị ủy", "Ủy viên Ban Thường vụ Thị ủy"),
        ("Đoàn Thị Hiền", "Chánh Văn Thị ủy", "Chánh Văn phòng Thị ủy"),
        ("Bế Văn Khoa", "Trưởng Ban chức Tổ Thị ủy", "Trưởng Ban Tổ chức Thị ủy"),
    ],
)
def test_a_word_left_out_or_two_changed_about(name, typed, right):
    assert right.lower() != typed.lower()
    assert told(name, typed) == ["misspelled_title"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hầu A Dế", "PCT UBND thị xã"),  # wrong, and no slip of "CT"
        ("Lò Thị Thủy", "Bí thư Thị ủy tình nguyện hiến đất"),
        ("Lò Thị Thủy", "Bí thư Thị ủy tỉnh táo phân tích"),
        ("Hầu A Dế", "Chủ tịch UBND thị xã tính toán lại"),
        ("Hầu A Dế", "Chủ tịch UBND thị xã Sông Vân"),
        ("Hầu A Dế", "CT UBND thị xã"),
    ],
)
def test_what_only_looks_like_a_slip_is_none(name, words):
    assert Kind.MISSPELLED_TITLE not in told(name, words)
