"""Verbs of the register as lines, and the rows a clerk types as the same lines."""

import pytest

from apps.people import entering, resuming
from apps.people.appointments import appoint, correct, end, move, strike
from apps.people.changes import tidied
from apps.people.describing import sentences
from apps.people.picture import read_picture

from .deciding import body, day, person, term

pytestmark = pytest.mark.django_db
DECIDED = day("20/11/2026")


@pytest.fixture
def committee():
    return body()


def entered(*rows):
    return entering.lines_of(list(rows), DECIDED)


def chosen(row):
    return {"id": row.pk, "name": str(row)}


def told(*lines):
    lines = tidied(list(lines))
    return sentences(lines, read_picture(lines))


def test_an_appointment_row_takes_the_decisions_day(committee):
    who = person()
    row = {"act": "appoint", "person": chosen(who), "rank": "Phó Bí thư", "body": chosen(committee)}
    assert entered(row).lines == [appoint(who.pk, "Phó Bí thư", committee.pk, starts=DECIDED)]


def test_a_dash_means_no_day(committee):
    row = {
        "act": "appoint", "person": chosen(person()), "rank": "Phó Bí thư",
        "body": chosen(committee), "on": "-",
    }  # fmt: skip
    assert entered(row).lines[0]["from"] is None


def test_a_move_row_ends_and_starts(committee):
    who = person()
    old = term(who, "Phó Bí thư", committee)
    row = {
        "act": "move", "person": chosen(who), "terms": [old.pk], "rank": "Bí thư",
        "body": chosen(committee),
    }  # fmt: skip
    wanted = move([old.pk], who.pk, "Bí thư", committee.pk, on=DECIDED)
    assert entered(row).lines == wanted


def test_one_new_person_in_two_rows_is_one(committee):
    row = {"act": "appoint", "person": {"new": "Lò Thị Pành"}, "body": chosen(committee)}
    lines = entered({**row, "rank": "Thị ủy viên"}, {**row, "rank": "Phó Bí thư"}).lines
    assert [line["act"] for line in lines] == ["person", "appoint", "appoint"]


def test_a_correction_row_says_only_what_differs(committee):
    who = person()
    held = term(who, "Phó Bí thư", committee, starts="1/4/2026")
    row = {
        "act": "correct", "person": chosen(who), "terms": [held.pk], "rank": "Phó Bí thư",
        "body": chosen(committee), "on": "1/3/2026",
    }  # fmt: skip
    assert entered(row).lines == [correct(held.pk, starts=day("1/3/2026"))]


def test_a_title_goes_to_the_right_person(committee):
    wrong, right = person("Hà Văn Minh"), person("Hà Vân Minh")
    held = term(wrong, "Phó Bí thư", committee, starts="1/4/2026")
    row = {
        "act": "correct", "person": chosen(wrong), "terms": [held.pk], "rank": "Phó Bí thư",
        "body": chosen(committee), "on": "1/4/2026", "right_person": chosen(right),
    }  # fmt: skip
    assert entered(row).lines == [correct(held.pk, person=right.pk)]


@pytest.mark.parametrize(
    "row",
    [
        {"act": "appoint", "person": {"text": "pham ngoc"}, "rank": "Bí thư"},
        {"act": "appoint", "person": {"id": 1}, "rank": "Bí thư"},
        {"act": "appoint", "person": {"id": 1}, "rank": "Bí thư", "body": {"new": "Ban gì đó"}},
        {"act": "appoint", "person": {"id": 1}, "rank": "", "body": {"id": 1}},
        {"act": "appoint", "person": {"id": 1}, "rank": "x", "body": {"id": 1}, "on": "31/2/2026"},
        {"act": "end", "person": {"id": 1}, "terms": []},
        {"act": "end", "person": {"new": "Lò Thị Pành"}},
        {"act": "end", "person": {"id": 1}, "terms": ["7"]},
        {"act": "fly", "person": {"id": 1}},
        {"act": "line", "line": {"act": "fly"}},
        {"act": "appoint", "person": "Minh", "rank": 5, "body": []},
        {"act": "correct", "person": {"id": 1}, "terms": [999999], "rank": "x", "body": {"id": 1}},
    ],
)
def test_a_row_that_lacks_something_says_so(row):
    found = entered(row)
    assert found.lines == []
    assert found.troubles[0]


def test_rows_nobody_typed_into_are_passed_over():
    found = entered({}, {"act": "appoint", "person": None})
    assert (found.lines, found.troubles) == ([], {})


def test_a_saved_decision_is_typed_on(committee):
    who = person()
    held = term(who, "Phó Bí thư", committee)
    lines = tidied(
        [
            {"act": "person", "ref": "new:1", "name": "Lò Thị Pành"},
            appoint("new:1", "Thị ủy viên", committee.pk, starts=DECIDED, elected=day("1/11/2026")),
            appoint(who.pk, "Ủy viên Ban Thường vụ", committee.pk, precedence=7),
            correct(held.pk, starts=day("1/3/2026"), document="15-QĐ/TU"),
            end(held.pk, DECIDED),
            strike(held.pk),
            {"act": "close", "body": committee.pk, "on": "2026-12-01"},
        ]
    )
    assert entering.lines_of(resuming.rows_of(lines), day("1/1/2020")).lines == lines


def test_a_new_body_is_guessed_from_its_name():
    row = {
        "act": "appoint", "person": {"new": "Lò Thị Pành"}, "rank": "Bí thư",
        "body": {"new": "Đảng ủy xã Đồng Xa"},
    }  # fmt: skip
    found = entered(row).lines[1]
    assert (found["kind"], found["level"]) == ("party_committee", "commune")


def test_sentences_name_person_title_and_day(committee):
    who = person("Hà Văn Minh")
    held = term(who, "Phó Bí thư", committee)
    ended, started = told(*move([held.pk], who.pk, "Bí thư", committee.pk, on=DECIDED))
    for words in ("Hà Văn Minh", "Phó Bí thư Thị ủy Sông Vân", "20/11/2026"):
        assert words in ended
    assert "Bí thư Thị ủy Sông Vân" in started


def test_a_board_is_not_named_twice():
    board = body("Ban Tổ chức Thị ủy Sông Vân", kind="party_board")
    [sentence] = told(appoint(person().pk, "Trưởng Ban", board.pk))
    assert "Trưởng Ban Tổ chức Thị ủy Sông Vân" in sentence


def test_every_kind_of_line_has_a_sentence(committee):
    who, held = person(), term(person("Lê Thị Dung"), "Bí thư", committee)
    follow = {"before": committee.pk, "after": "new:2", "on": "2026-12-01"}
    lines = [
        {"act": "person", "ref": "new:1", "name": "Lò Thị Pành"},
        {"act": "describe", "person": who.pk, "set": {"name": "A", "born_on": "1970-01-01",
         "other_spellings": ["B"], "portrait": None, "biography": "C"}},
        appoint(who.pk, "Chủ tịch", committee.pk, status="acting", ends=DECIDED),
        end(held.pk, DECIDED), strike(held.pk),
        correct(held.pk, person=who.pk, body=committee.pk, rank="Phó Bí thư", status="acting"),
        {"act": "found", "ref": "new:2", "name": "Đảng ủy xã Đồng Xa", "level": "commune",
         "kind": "party_committee"},
        {"act": "close", "body": committee.pk, "on": "2026-11-30"},
        *({"act": "succeed", "kind": kind, **follow}
          for kind in ("renamed", "merged", "split", "taken_over")),
        {"act": "body", "body": committee.pk, "set": {"parent": "new:2", "to": "2026-11-30",
         "abbreviations": ["ThU"], "kind": "other"}},
        {"act": "load", "file": "a.json", "sha256": "", "counts": {"people": 3}},
    ]  # fmt: skip
    found = told(*lines)
    assert len(found) == len(lines)
    assert all(sentence.endswith(".") and "None" not in sentence for sentence in found)
