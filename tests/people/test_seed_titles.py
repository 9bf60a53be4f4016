"""Titles of the five real pages, written from their register."""

import datetime as dt
from pathlib import Path

import pytest

from apps.people import titles
from apps.people.matching import match
from apps.people.models import Person
from lib.vietnamese.titles import read_mentions
from tests import make
from tests.people.register import load_file

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SEEDS.exists(), reason="the seed pages lie beside the checkout only"),
]
AUTUMN = dt.date(2021, 10, 11)


@pytest.fixture
def register():
    load_file(SEEDS / "register.json")
    make.portal("ha-long", committee="THU-HL")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Vũ Văn Diện", "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy, Chủ tịch HĐND thành phố"),
        ("Lê Thị Kim Dung", "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Tuyên Quang"),
    ],
)
def test_real_officials_are_written_as_on_their_page(register, name, words):
    pk = Person.objects.get(name=name).pk
    held = titles.titles_on([pk], AUTUMN)[pk]
    assert titles.long_form(held, home=titles.home_of("ha-long")) == words


def test_real_page_names_its_secretary(register):
    page = (SEEDS / "003_15b6a301f6259353.txt").read_text(encoding="utf-8")
    matches = match(read_mentions(page), day=AUTUMN, portal_key="ha-long")
    assert {each.person.name for each in matches if each.certain} == {"Vũ Văn Diện"}
