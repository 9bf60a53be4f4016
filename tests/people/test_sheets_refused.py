"""What is wrong with a workbook is said row by row, all at once; hostile files in one sentence."""

import io
import zipfile

import pytest
import xlsxwriter

from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization
from apps.people.exchange import sheets_in, sheets_lines
from apps.people.models import Decision

from .files import loaded, person, register, title
from .sheets import HEADINGS, PEOPLE, proposed, workbook, wrong

pytestmark = pytest.mark.django_db
DU = "Đảng ủy phường Sông Vân"


@pytest.fixture(autouse=True)
def town():
    loaded(register(person("p1", "Lò Thị Hương", title("Bí thư", "DU", "2025-07-01", None))))


def titles(*rows):
    return workbook(titles=[[None, *row] for row in rows])


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (("Lò Thị Hương", "Bí thư", "Ban Không Có"), "Ban Không Có"),
        (("Người Lạ", "Bí thư", DU), "Người Lạ"),
        (("Lò Thị Hương [CB999]", "Bí thư", DU), "CB999"),
        (("Lò Thị Hương", None, DU), "Chức danh"),
        (("Lò Thị Hương", "Phó Bí thư", DU, "31/2/2025"), "31/2/2025"),
        (("Lò Thị Hương", "Phó Bí thư", DU, 2025), "2025"),
        (("Lò Thị Hương", "Ủy viên", DU, "2/7/2025", "1/7/2025"), "Chức danh"),
        (("Lò Thị Hương", "#REF!", DU), "Chức danh"),
        (("Lò Thị Hương", "Phó Bí thư", DU, "1/7/2025"), "Lò Thị Hương"),
        (("Lò Thị Hương", "Chủ tịch", DU, "1/1/1990"), "Lò Thị Hương"),
    ],
)
def test_what_is_wrong_is_named_with_its_row(row, named):
    told = wrong(titles(("Lò Thị Hương", "Bí thư", DU, "1/7/2025"), row))
    assert "3" in told
    assert named in told


def test_all_rows_are_told_at_once():
    told = proposed(titles(("A B", "Bí thư", DU), ("Lò Thị Hương", "Bí thư", "C D"))).errors
    assert len(told) == 2


def test_second_head_is_refused():
    told = wrong(workbook(
        people=[[None, "Vàng A Chính", None]],
        titles=[[None, "Vàng A Chính", "Bí thư", DU, "1/1/2026", None]],
    ))  # fmt: skip
    assert "Lò Thị Hương" in told


def namesake(ends):
    return Organization.objects.create(
        name="Đảng ủy phường Bến Lau", slug=f"ben-lau-{ends}", level="commune",
        kind="party_committee", valid_from=None if ends else "2025-07-01", valid_to=ends,
    )  # fmt: skip


def test_the_day_tells_the_ward_from_its_forerunner():
    old, new = namesake("2025-06-30"), namesake(None)
    row = ("Lò Thị Hương", "Phó Bí thư", "Đảng ủy phường Bến Lau")
    lines = proposed(titles((*row, "1/7/2025"), (*row, "1/2/2019", "30/6/2025"))).lines
    assert [line["body"] for line in lines] == [new.pk, old.pk]


def test_without_a_day_a_code_is_asked_for():
    old, _new = namesake("2025-06-30"), namesake(None)
    told = wrong(titles(("Lò Thị Hương", "Phó Bí thư", "Đảng ủy phường Bến Lau")))
    assert f"Đảng ủy phường Bến Lau [CQ{old.pk}]" in told


@pytest.mark.parametrize(
    "rows", [[["CB999", "Ai Đó"]], [[None, "Lê Mai"], [None, "Lê Mai"]],
             [["mới", "Lê Mai"], ["mới", "Lê An"]]]
)  # fmt: skip
def test_people_that_are_unclear_are_told(rows):
    assert wrong(workbook(people=rows))


@pytest.mark.parametrize(
    "rows",
    [[[None, "Tổ tự quản", None, None, None]], [[None, "Ban Một", "Lạ", "Cấp xã"]],
     [[None, "Ban Một xã A", None, None, "Ban Hai xã A"],
      [None, "Ban Hai xã A", None, None, "Ban Một xã A"]],
     [["CQ999", "Ban Một xã A"]], [[None, "Ban Một xã A", None, None, "Không Có"]]],
)  # fmt: skip
def test_bodies_that_are_unclear_are_told(rows):
    assert wrong(workbook(bodies=rows))


def test_more_changes_than_a_decision_holds_are_refused(monkeypatch):
    monkeypatch.setattr(sheets_lines, "LONGEST_DECISION", 20)
    rows = [[None, f"Lê Mai {number}"] for number in range(21)]
    assert "20" in wrong(workbook(people=rows))


def test_sheet_without_headings_says_what_it_needs():
    told = wrong(workbook(headings={PEOPLE: ["Gì đó"]}, people=[["x"]]))
    assert "Họ và tên" in told


def refused(content) -> str:
    with pytest.raises(Refused) as refusal:
        sheets_in.read_upload(content)
    return str(refusal.value)


def zipped(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0" * 100, zipped(a=b"x"),
                workbook(people=[])[:400]]
)  # fmt: skip
def test_what_is_no_workbook_is_refused(content):
    assert refused(content)


def test_bomb_is_refused_before_it_is_unpacked():
    assert refused(zipped(**{"xl/worksheets/sheet1.xml": b"0" * (90 << 20)}))


def test_workbook_with_macros_is_refused():
    content = io.BytesIO(workbook(people=[["", "Lê Mai"]]))
    with zipfile.ZipFile(content, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"macro")
    assert refused(content.getvalue())


def test_hundred_thousand_rows_are_refused(monkeypatch):
    monkeypatch.setattr(sheets_in, "MOST_LINES", 200)
    assert "200" in refused(workbook(people=[[None, f"Lê {n}"] for n in range(201)]))


def test_entities_of_a_hostile_sheet_are_not_followed():
    content = io.BytesIO(workbook(people=[[None, "Lê Mai"]]))
    with zipfile.ZipFile(content) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    evil = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    parts["xl/workbook.xml"] = evil + parts["xl/workbook.xml"].replace(PEOPLE.encode(), b"&e;")
    assert refused(zipped(**parts))


def test_formulas_are_read_as_their_values():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet(PEOPLE)
        sheet.write_row(0, 0, HEADINGS[PEOPLE])
        sheet.write_formula(1, 1, '=CONCATENATE("Lê"," Mai")', None, "Lê Mai")
    assert proposed(made.getvalue()).lines[0]["name"] == "Lê Mai"


def test_reading_leaves_no_trace():
    before = Decision.objects.count()
    proposed(workbook(people=[[None, "Lê Mai"]]))
    assert Decision.objects.count() == before
