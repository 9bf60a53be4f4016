"""The office's workbook: out, filled in, and in again."""

import datetime as dt

import pytest

from apps.organizations.models import Organization
from apps.people import decisions
from apps.people.exchange import sheets_out
from apps.people.models import Person, Term
from tests import make
from tests.make import NOON

from .files import loaded, person, register, title
from .sheets import (
    BODIES,
    HEADINGS,
    PEOPLE,
    TITLES,
    acts,
    edited,
    exported,
    opened,
    proposed,
    workbook,
)  # fmt: skip

pytestmark = pytest.mark.django_db
DU = "Đảng ủy phường Sông Vân"


@pytest.fixture
def town():
    loaded(register(
        person("p1", "Lò Thị Hương", title("Bí thư", "DU", "2025-07-01", None, precedence=310)),
        person("p2", "Vàng A Chính", title("Phó Bí thư", "THU"), other_spellings=["Vàng Chính"]),
    ))  # fmt: skip


def test_register_out_and_in_changes_nothing(town):
    found = proposed(exported())
    assert (found.lines, found.errors) == ([], [])
    assert found.counts[TITLES]["unchanged"] == 2


def test_namesakes_go_out_with_their_codes(town):
    loaded(register(person("x", "Lò Thị Hương", title("Phó Bí thư", "DU", "2025-07-01", None)),
                    source="khac"))  # fmt: skip
    names = {row[1].value for row in list(opened(exported())[TITLES])[1:]}
    codes = {f"Lò Thị Hương [CB{pk}]" for pk in Person.objects.filter(
        name="Lò Thị Hương").values_list("pk", flat=True)}  # fmt: skip
    assert codes <= names
    assert acts(exported()) == []


def test_empty_workbook_brings_nothing():
    assert acts(sheets_out.template()) == []


def test_new_commune_comes_in_whole():
    content = workbook(
        bodies=[[None, "Đảng ủy xã Đồng Xa", "cấp uỷ", "Cấp xã", "Tỉnh ủy Vân Giang", "1/7/2025"],
                [None, "Tỉnh ủy Vân Giang", None, None, None, None]],
        people=[[None, "Lò Thị Hương", "Lò Hương; Lò T. Hương"]],
        titles=[[None, "Lò Thị Hương", "Bí thư", "Đảng ủy xã Đồng Xa", "01/07/2025", None]],
    )  # fmt: skip
    assert acts(content) == ["found", "found", "person", "appoint"]


def sign(found):
    keeper, other = (make.user(keeps_register=True) for _ in range(2))
    draft = decisions.draft(subject="Từ bảng", changes=found.lines, kind=found.kind,
                            by=keeper, at=NOON)  # fmt: skip
    decisions.propose(draft, by=keeper, at=NOON)
    decisions.sign(draft, by=other, at=NOON)


def test_signed_workbook_is_the_register_and_finds_itself_again():
    content = workbook(
        bodies=[[None, "Đảng ủy xã Đồng Xa", None, None, None, "1/7/2025", None]],
        people=[[None, "Lò Thị Hương", None]],
        titles=[[None, "Lò Thị Hương", "Bí thư", "Đảng ủy xã Đồng Xa", "1/7/2025", None]],
    )
    sign(proposed(content))
    body = Organization.objects.get()
    assert (body.kind, body.level, body.place) == ("party_committee", "commune", "xã Đồng Xa")
    assert str(Term.objects.get()) == "Lò Thị Hương, Bí thư Đảng ủy xã Đồng Xa"
    assert acts(content) == []


def test_last_day_filled_in_ends_the_title(town):
    content = edited(exported(), TITLES, 2, Đến_hết_ngày="31/12/2024")
    content = edited(content, TITLES, 3, Đến_hết_ngày=dt.date(2026, 3, 31))
    assert acts(content) == ["correct", "end"]


def test_cleared_cell_clears(town):
    names = [cells[1].value for cells in opened(exported())[PEOPLE]]
    row = names.index("Vàng A Chính") + 1
    found = proposed(edited(exported(), PEOPLE, row, Cách_viết_khác=" "))
    assert found.lines[0]["set"] == {"other_spellings": []}


def test_missing_column_leaves_what_is_there(town):
    few = {PEOPLE: ["Họ tên"]}
    content = workbook(headings=few, people=[["Vàng A Chính"]])
    assert acts(content) == []


@pytest.mark.parametrize(
    "written",
    ["1/7/2025", "01-07-2025", "2025-07-01", " 1.7.2025 ", 45839, dt.date(2025, 7, 1),
     "ngày 1 tháng 7 năm 2025"],
)  # fmt: skip
def test_days_are_read_as_people_type_them(written, town):
    content = workbook(titles=[[None, "Lò Thị Hương", "Bí thư", DU, written]])
    assert acts(content) == []


def test_spaces_spelling_and_order_of_columns_do_not_matter(town):
    headings = {TITLES: ["CƠ QUAN ", "  Tu\u031b\u0300 nga\u0300y", "Họ và  tên", "chức vụ *"]}
    decomposed = "Lo\u0300 Thi\u0323 Hu\u031bo\u031bng "
    rows = [[" Đảng ủy phường  Sông Vân", "1/7/2025", decomposed, "Bí thư"], [None, "  "]]
    content = workbook(headings=headings, titles=rows)
    assert acts(content) == []


def test_headings_may_stand_below_a_title(town):
    headings = {PEOPLE: ["DANH SÁCH CÁN BỘ"]}
    content = workbook(headings=headings, people=[[None], ["Mã", "Họ và tên"], [None, "Lê Mai"]])
    assert acts(content) == ["person"]


def test_namesake_needs_a_new_code(town):
    content = workbook(
        people=[["mới 1", "Lò Thị Hương"]],
        titles=[[None, "Lò Thị Hương [mới 1]", "Phó Bí thư", DU, "1/7/2025"]],
    )
    found = proposed(content)
    assert [line["act"] for line in found.lines] == ["person", "appoint"]
    assert found.lines[1]["person"] == found.lines[0]["ref"]


def test_nothing_that_goes_out_is_a_formula(town):
    Person.objects.filter(name="Lò Thị Hương").update(name='=HYPERLINK("http://x","y")')
    Term.objects.update(document="@SUM(1)")
    cells = [cell for sheet in opened(exported()) for row in sheet for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell for cell in cells if cell.value == "@SUM(1)" and cell.quotePrefix]
    assert acts(exported()) == []


def test_workbook_is_made_to_be_filled_in():
    book = opened(sheets_out.template())
    assert book.sheetnames == [BODIES, PEOPLE, TITLES, "Hướng dẫn"]
    assert book[TITLES].freeze_panes == "C2"
    assert book["Hướng dẫn"].protection.sheet
    assert len(book[BODIES].data_validations.dataValidation) == 2
    assert [cell.value for cell in book[TITLES][1]][:4] == HEADINGS[TITLES][:4]


def test_private_birth_dates_stay_here(town):
    Person.objects.update(born_on=dt.date(1970, 2, 3))
    values = [str(cell.value) for sheet in opened(exported()) for row in sheet for cell in row]
    assert not [value for value in values if "1970" in value]
