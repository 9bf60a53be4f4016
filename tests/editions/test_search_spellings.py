"""What is written in two ways is found by either, also of pages that search knew before."""

from importlib import import_module

import pytest
from django.apps import apps

from apps.editions import search, search_marks
from apps.editions.models import SearchRow
from apps.editions.search_marks import marked
from apps.editions.search_spellings import thousands, unparted, whole_numbers

from . import make
from .make import DAY, NOON


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.400 cán bộ, 2.500.000 đồng", "1400 cán bộ, 2500000 đồng"),
        ("(1.400)", "(1400)"),
        ("1.146-QĐ/ThU", "1146-QĐ/ThU"),
        ("11.10.2021 và 0912.345.678", "11.10.2021 và 0912.345.678"),
        ("1.400.5, 1.40, 1.4000, A1.400", "1.400.5, 1.40, 1.4000, A1.400"),
        ("3,1.400", "3,1.400"),
    ],
)
def test_points_between_thousands(text, expected):
    assert whole_numbers(text) == expected


def test_a_number_with_its_points():
    told = [thousands(number) for number in ("999", "1400", "2500000", "0912345")]
    assert told == ["999", "1.400", "2.500.000", "0912345"]


@pytest.mark.parametrize("sign", "'\u2018\u2019\u02bc\u00b4`")
def test_names_with_an_apostrophe(sign):
    assert unparted(f"xã Ea H{sign}leo, bà H{sign}Loan") == "xã Ea Hleo, bà HLoan"
    assert unparted(f"số {sign}ba{sign}, a{sign}b, K{sign} Vàng") == (
        f"số {sign}ba{sign}, a{sign}b, K{sign} Vàng"
    )


def test_an_endless_row_of_names_stays_within_what_an_index_holds():
    names = " ".join(f"h'{chr(97 + n % 26)}{n:x}ướng" for n in range(60_000))
    assert len(marked("", names, ()).marks.encode()) < 1_000_000


@pytest.mark.django_db
class TestRowsOfBefore:
    @pytest.fixture(autouse=True)
    def rows(self, db, monkeypatch):
        """As search read them before it knew of spellings and documents."""
        monkeypatch.setattr("apps.editions.search_marks.whole_numbers", lambda text: text)
        monkeypatch.setattr("apps.editions.search_marks.unparted", lambda text: text)
        search_marks._read.cache_clear()
        monkeypatch.setitem(search.WORDS, "body", search.WORDS["person"])
        article = {"headline": "Bưởi", "html": "<p>1.400 suất, xã Ea H'leo</p>"}
        make.shown("article:1", at=NOON, values=article)
        make.shown("article:2", at=NOON, values={"headline": "1.400 quả bưởi"})
        make.shown("article:3", at=NOON, values={"headline": "Bưởi"})
        step = {"document": "Quyết định số 718-QĐ/TU"}
        values = {"names": ["Thị ủy"], "words": [""], "document": "", "origins": [step]}
        make.shown("body:1", at=NOON, portal="", kind="body", values=values)
        search_marks._read.cache_clear()
        monkeypatch.undo()

    def count(self, query, portal="songvan"):
        (found,) = search.find(NOON + DAY, search.Asked(portal, search.ask(query)))
        return len(found)

    def test_they_are_read_anew(self):
        migration = import_module("apps.editions.migrations.0006_search_either_spelling")
        asked = [("1400",), ("Hleo",), ("bưởi",), ("718-QĐ/TU", "")]
        before = [self.count(*each) for each in asked]
        migration.fill(apps, None)
        assert (before, [self.count(*each) for each in asked]) == ([0, 0, 3, 0], [2, 1, 3, 1])
        assert SearchRow.objects.count() == 4
