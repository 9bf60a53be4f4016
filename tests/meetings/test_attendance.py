"""Sixty people: paste, answer, order, copy, and say it in a sentence with the day's titles."""

import datetime as dt

import pytest

from apps.meetings import attending
from apps.meetings.attendance import by_protocol, sentences, told
from apps.meetings.models import Attendance
from apps.newsroom.history import acts_about
from apps.newsroom.refusals import OutOfSight, Refused
from tests.make import DAY, Office, seated

from .make import EIGHT, MONDAY, NOW, attends, body, meeting, official, term

pytestmark = pytest.mark.django_db
Role = Attendance.Role
FRIDAY = dt.date(2026, 11, 20)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def held(office):
    return meeting(office.portal)


def save(office, held, rows, was=None, by=None):
    was = attending.list_digest(held) if was is None else was
    attending.save_list(held, rows, was=was, by=by or office.reporter, at=NOW)


def pasted(office, held, text):
    present = list(held.attendance.all())
    save(office, held, present + attending.pasted_rows(held, text, present))
    return list(held.attendance.all())


def test_who_took_office_last_friday_has_the_new_title(held):
    person = official("Hà Thị Mơ", "Phó Bí thư", ends_on=FRIDAY)
    term(person, "Bí thư", precedence=210, starts_on=FRIDAY)
    attends(held, person)
    assert told(held)[0].titles == "Bí thư Thị ủy Sông Vân"


def test_a_later_change_leaves_the_old_meeting(held):
    person = official("Hà Thị Mơ", "Bí thư", ends_on=MONDAY)
    term(person, "Chủ tịch", of=body("UBND tỉnh"), starts_on=MONDAY + DAY)
    attends(held, person)
    assert told(held)[0].titles == "Bí thư Thị ủy Sông Vân"


def test_titles_by_hand_win(held):
    attends(held, official("Hà Thị Mơ", "Bí thư"), title_words="Trưởng đoàn công tác")
    assert told(held)[0].titles == "Trưởng đoàn công tác"


@pytest.mark.sqlite_only
def test_sixty_people_cost_few_queries(held, django_assert_max_num_queries):
    for number in range(60):
        attends(held, official(f"Nguyễn Văn Tám {number}", "Ủy viên"))
    with django_assert_max_num_queries(6):
        assert len(told(held)) == 60


def test_a_pasted_list_becomes_rows(office, held):
    person = official("Lò Văn Pâng", "Bí thư")
    rows = pasted(office, held, "Chủ trì:\nLò Văn Pâng, Bí thư Thị ủy\nDự:\nĐại diện các xã")
    assert [(row.person, row.label, row.role) for row in rows] == [
        (person, "", Role.CHAIR),
        (None, "Đại diện các xã", Role.ATTENDS),
    ]


def test_pasting_twice_adds_nobody(office, held):
    official("Lò Văn Pâng", "Bí thư")
    text = "Lò Văn Pâng\nHà Thị Mơ, cán bộ\nĐại diện các xã"
    assert len(pasted(office, held, text)) == len(pasted(office, held, text)) == 3


def test_a_near_name_waits_for_an_answer(office, held):
    person = official("Lò Văn Pâng", "Bí thư")
    (row,) = pasted(office, held, "Lò Văn Pang")
    assert (row.person, row.asked) == (None, [person.pk])
    assert attending.answered(row, person.pk).person_id == person.pk


def test_a_denied_name_stays_as_written(office, held):
    official("Lò Văn Pâng", "Bí thư")
    (row,) = pasted(office, held, "Lò Văn Pang, cán bộ")
    row = attending.answered(row, None)
    assert (row.person_id, row.label, row.title_words, row.asked) == (
        None,
        "Lò Văn Pang",
        "cán bộ",
        [],
    )


def test_nobody_but_those_asked_is_an_answer(office, held):
    official("Lò Văn Pâng", "Bí thư")
    stranger = official("Hà Thị Mơ")
    (row,) = pasted(office, held, "Lò Văn Pang")
    assert attending.answered(row, stranger.pk).person_id is None


def test_a_colleagues_list_is_not_overwritten(office, held):
    opened = attending.list_digest(held)
    pasted(office, held, "Đại diện các xã")
    with pytest.raises(attending.Stale) as stale:
        save(office, held, [Attendance(label="Các phòng, ban")], was=opened)
    save(office, held, [Attendance(label="Các phòng, ban")], was=stale.value.present)
    assert held.attendance.get().label == "Các phòng, ban"


def test_saving_nothing_new_writes_no_history(office, held):
    rows = pasted(office, held, "Đại diện các xã")
    save(office, held, rows)
    assert acts_about(held.key).count() == 1


def test_strangers_keep_no_lists(office, held):
    with pytest.raises(OutOfSight):
        save(office, held, [Attendance(label="X")], by=seated("chief", Office().portal))


def test_protocol_puts_chairs_first_and_the_absent_last(held):
    low = attends(held, official("Hà Thị Mơ", "Ủy viên", precedence=500), role=Role.CHAIR)
    gone = attends(held, official("Vũ Đình Sửu", "Phó Bí thư", precedence=220), role=Role.ABSENT)
    group = attends(held, label="Đại diện các xã")
    high = attends(held, official("Lò Văn Pâng", "Bí thư", precedence=210))
    assert by_protocol([gone, group, high, low], MONDAY) == [low, high, group, gone]


def test_the_last_of_the_series_is_copied(office, held):
    person = official("Lò Văn Pâng", "Bí thư", precedence=210)
    last = meeting(office.portal, series="giao ban quý", starts_at=EIGHT - 90 * DAY)
    attends(last, person, role=Role.CHAIR, title_words="Quyền Bí thư", part="concludes")
    attends(last, official("Hà Thị Mơ"), role=Role.ABSENT)
    attends(last, label="Người khác", role=Role.STANDS_IN)
    held.series = "Giao ban quý"
    assert attending.last_of_series(held) == last
    rows = attending.copied_rows(last, [])
    assert [(row.role, row.title_words, row.part) for row in rows] == [
        (Role.CHAIR, "", ""),
        (Role.ATTENDS, "", ""),
    ]


def test_strangers_keep_their_titles_when_copied(office):
    last = meeting(office.portal)
    attends(last, label="Lường Thị Hai", title_words="Phó phòng Kinh tế")
    assert attending.copied_rows(last, [])[0].title_words == "Phó phòng Kinh tế"


def test_other_portals_series_are_not_copied(office, held):
    elsewhere = meeting(Office().portal, series="giao ban", starts_at=EIGHT - DAY)
    attends(elsewhere, label="Ai đó")
    held.series = "giao ban"
    assert attending.last_of_series(held) is None


def test_the_sentences_stand_in_protocol_order(held):
    town = body("UBND thị xã Sông Vân", kind="people_committee")
    attends(held, official("Hà Thị Mơ", "Chủ tịch", of=town, precedence=310))
    attends(held, official("Lò Văn Pâng", "Bí thư", precedence=210))
    attends(
        held, official("Vũ Đình Sửu", "Phó Bí thư Thường trực", precedence=220), role=Role.CHAIR
    )
    attends(held, label="Đại diện các xã")
    attends(held, official("Lục Minh Đạt", "Ủy viên"), role=Role.ABSENT)
    said = sentences(held)
    assert said.chairs == (
        "Đồng chí Vũ Đình Sửu, Phó Bí thư Thường trực Thị ủy Sông Vân chủ trì hội nghị."
    )
    assert said.present == (
        "Dự hội nghị có các đồng chí: Lò Văn Pâng, Bí thư Thị ủy Sông Vân; "
        "Hà Thị Mơ, Chủ tịch UBND thị xã Sông Vân; cùng đại diện các xã."
    )


def test_an_open_question_is_in_no_sentence(held):
    attends(held, label="Lò Văn Pang", asked=[official("Lò Văn Pâng", "Bí thư").pk])
    assert str(sentences(held)) == ""


@pytest.mark.parametrize(
    ("name", "longest"), [("label", 300), ("title_words", 300), ("for_whom", 120)]
)
def test_words_too_long_are_refused_not_cut(office, held, name, longest):
    row = Attendance(**{"label": "Đại diện", "role": Role.STANDS_IN, name: "a" * longest})
    save(office, held, [row])
    assert len(getattr(held.attendance.get(), name)) == longest
    setattr(row, name, "a" * (longest + 1))
    with pytest.raises(Refused, match=f"dài quá {longest} ký tự"):
        save(office, held, [row])
    assert len(getattr(held.attendance.get(), name)) == longest
