"""A name or number that goes on behind the name of a body we know is another place."""

import datetime as dt

import pytest

from apps.portals.models import Portal
from apps.proofing.checking import check
from apps.proofing.findings import Severity
from apps.proofing.manuscript import Manuscript
from tests.once import once

from .small_town import load_town, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
DAY = dt.date(2024, 3, 15)  # the ward begins on 1/7/2025

town = once(load_town)


@pytest.mark.parametrize(
    "unit",
    ["phường Sông Vân Thượng", "phường Tân Lập", "phường 7", "Phường 7", "Phường 12, quận Tây"],
)
def test_another_place_is_not_ours_cut_short(unit):
    assert told(f"Đồng chí Lò Thị Thủy, Bí thư Đảng ủy {unit}, phát biểu.", DAY) == []
    assert told(f"Bí thư Đảng ủy {unit} Lò Thị Thủy phát biểu.", DAY) == []
    assert told(f"Đồng chí Lò Thị Thủy, nguyên Bí thư Đảng ủy {unit}.", DAY) == []
    assert told(f"Đảng ủy {unit} tổ chức hội nghị.", DAY) == []


def test_ours_is_ours_whatever_follows_it():
    quote = "Bí thư Đảng ủy phường Sông Vân"
    found = [("dissolved_body", quote)]
    assert told(f"Đồng chí Lò Thị Thủy, {quote}, phát biểu.", DAY) == found
    assert told(f"Đồng chí Lò Thị Thủy, {quote} phát biểu.", DAY) == found
    loud = f"{quote} LÒ THỊ THỦY THĂM HỎI".upper()
    assert told(loud, DAY) == [("dissolved_body", quote.upper())]


def test_a_ward_of_another_number_in_the_paper_of_ours():
    Portal.objects.create(key="phuong", name="Sông Vân", committee="DUP")

    def told_at_home(text):
        found = check(Manuscript(text, DAY, "phuong"))
        return [each.quote for each in found if each.severity != Severity.HINT]

    assert told_at_home("UBND phường 7 họp.") == []
    assert told_at_home("UBND phường 6 tháng qua họp.") == ["UBND phường"]
