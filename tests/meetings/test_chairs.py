"""The chair's cell of the week: officials with the titles of its day, other words as typed."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.meetings import attending, pages, publishing
from apps.meetings.lines import line_of
from apps.meetings.models import Meeting
from apps.meetings.week import schedule_standing
from apps.newsroom.history import acts_about
from tests.make import DAY, HOUR, Office
from tests.newsroom.people import client_of

from .make import EIGHT, MONDAY, NOW, attends, line, meeting, official, save, term

pytestmark = pytest.mark.django_db
WEEK = "/toa-soan/meetings/scheduleline/"
TUESDAY = MONDAY + dt.timedelta(days=1)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def pang():
    return official("Lò Văn Pâng", "Bí thư")


def chairs(row):
    return [
        (each.person.name if each.person else each.label, each.role)
        for each in row.attendance.select_related("person")
    ]


def told(office):
    """Who chairs each line, as readers would get it."""
    return [one["chair"] for one in pages.schedule_values(office.portal, MONDAY)["lines"]]


@pytest.mark.parametrize(
    "words",
    [
        "Lò Văn Pâng", "Đ/c Lò Văn Pâng", "Đ/c Lò Văn Pâng - Bí thư Thị ủy", "LÒ VĂN PÂNG",
        "Đồng chí Lò Văn Pâng, Bí thư Thị ủy chủ trì", "Đ/c Bí thư Thị ủy Lò Văn Pâng",
    ],
)  # fmt: skip
def test_a_cell_that_names_one_official_is_the_registers(office, pang, words):
    _done, (row,) = save(office, line(chair=words, public=True))
    assert (chairs(row), row.chair_words) == ([("Lò Văn Pâng", "chair")], "")
    assert told(office) == ["Đồng chí Lò Văn Pâng, Bí thư Thị ủy Sông Vân"]


@pytest.mark.parametrize(
    "words",
    [
        "Đ/c Bí thư Thị ủy", "Thường trực Thị ủy", "Đ/c Pâng", "Đ/c Lò Văn Pang",
        "Đ/c Lò Văn Pâng, Chủ tịch HĐND thị xã", "Đ/c Lò Văn Pâng và đoàn công tác",
        "Thường trực Thị ủy (đ/c Lò Văn Pâng chủ trì)", "Đ/c Lò Văn Pâng, cán bộ văn phòng",
        "Đ/c Hà Thị Mơ dự thay đ/c Lò Văn Pâng",
    ],
)  # fmt: skip
def test_what_names_nobody_surely_stays_words(office, pang, words):
    _done, (row,) = save(office, line(chair=words, public=True))
    assert (chairs(row), row.chair_words, told(office)) == ([], words, [words])


def test_two_of_one_name_stay_words_until_one_is_chosen(office, pang):
    other = official("Lò Văn Pâng", "Phó Bí thư")
    _done, (row,) = save(office, line(chair="Lò Văn Pâng", public=True))
    assert (chairs(row), told(office)) == ([], ["Lò Văn Pâng"])
    typed = line_of(row)
    typed.chosen = str(other.pk)
    save(office, typed)
    assert told(office) == ["Đồng chí Lò Văn Pâng, Phó Bí thư Thị ủy Sông Vân"]


def test_a_chosen_official_counts_only_where_his_name_stands(office, pang):
    mo = official("Hà Thị Mơ", "Phó Bí thư")
    typed = line(chair="Thường trực Thị ủy")
    typed.chosen = f"{mo.pk} 999999999999999 x:after"
    _done, (row,) = save(office, typed)
    assert (chairs(row), row.chair_words) == ([], "Thường trực Thị ủy")


def test_several_are_parted_by_semicolons_and_keep_their_order(office, pang):
    official("Hà Thị Mơ", "Phó Bí thư")
    _done, (row,) = save(
        office, line(chair="Hà Thị Mơ; Lò Văn Pâng; Lãnh đạo các ban", public=True)
    )
    assert told(office) == [
        "Các đồng chí: Hà Thị Mơ, Phó Bí thư Thị ủy Sông Vân; "
        "Lò Văn Pâng, Bí thư Thị ủy Sông Vân; lãnh đạo các ban"
    ]
    assert line_of(row).texts["chair"] == "Hà Thị Mơ; Lò Văn Pâng; Lãnh đạo các ban"


def test_a_name_typed_twice_chairs_once(office, pang):
    _done, (row,) = save(office, line(chair="Lò Văn Pâng; đ/c Lò Văn Pâng"))
    assert len(chairs(row)) == 1


def test_titles_are_those_of_the_lines_day(office):
    mo = official("Hà Thị Mơ", "Phó Bí thư", ends_on=MONDAY)
    term(mo, "Bí thư", precedence=210, starts_on=TUESDAY)
    days = ("Thứ Hai", "Thứ Ba")
    save(office, *(line(day, chair="Hà Thị Mơ", public=True) for day in days))
    assert told(office) == [
        "Đồng chí Hà Thị Mơ, Phó Bí thư Thị ủy Sông Vân",
        "Đồng chí Hà Thị Mơ, Bí thư Thị ủy Sông Vân",
    ]


@pytest.mark.parametrize(("half", "rank"), [("before", "Phó Bí thư"), ("after", "Bí thư")])
def test_on_the_day_of_a_handover_the_chosen_side_counts(office, half, rank):
    mo = official("Hà Thị Mơ", "Phó Bí thư", ends_on=MONDAY)
    term(mo, "Bí thư", precedence=210, starts_on=MONDAY)
    typed = line(chair="Hà Thị Mơ", public=True)
    typed.chosen = f"{mo.pk}:{half}"
    save(office, typed)
    assert told(office) == [f"Đồng chí Hà Thị Mơ, {rank} Thị ủy Sông Vân"]


def test_chairs_of_the_list_of_participants_are_the_lines_chairs(office, pang):
    row = meeting(office.portal, chair_words="Thường trực Thị ủy")
    attends(row, label="Các xã")
    attends(row, pang, role="co_chair")
    attends(row, label="Tráng A Khay", title_words="cán bộ", role="co_chair")
    assert told(office) == [
        "Các đồng chí: Lò Văn Pâng, Bí thư Thị ủy Sông Vân; Tráng A Khay, cán bộ"
    ]
    assert line_of(row).texts["chair"] == "Lò Văn Pâng; Tráng A Khay, cán bộ"


def test_an_open_question_chairs_nothing_yet(office, pang):
    row = meeting(office.portal, chair_words="Thường trực Thị ủy")
    attends(row, label="Lò Văn Pang", role="chair", asked=[pang.pk])
    assert told(office) == ["Thường trực Thị ủy"]


def test_an_untouched_cell_leaves_the_list_alone(office, pang):
    row = meeting(office.portal)
    attends(row, pang, role="co_chair", part="concludes", title_words="Bí thư Thị ủy khóa XII")
    before = attending.list_digest(row)
    typed = line_of(row)
    typed.texts["place"] = "Hội trường"
    save(office, typed)
    assert attending.list_digest(row) == before


def test_a_new_chair_takes_the_front_and_the_list_stays(office, pang):
    row = meeting(office.portal)
    mo = official("Hà Thị Mơ", "Phó Bí thư")
    for person in (pang, mo):
        attends(row, person)
    attends(row, label="Các xã")
    typed = line_of(row)
    typed.texts["chair"] = "Hà Thị Mơ"
    save(office, typed)
    assert chairs(row) == [
        ("Hà Thị Mơ", "chair"),
        ("Lò Văn Pâng", "attends"),
        ("Các xã", "attends"),
    ]


def test_who_no_longer_chairs_stands_in_the_history(office, pang):
    row = meeting(office.portal)
    attends(row, pang, role="chair")
    typed = line_of(row)
    typed.texts["chair"] = "Thường trực Thị ủy"
    save(office, typed)
    assert chairs(row) == [("Thường trực Thị ủy", "chair")]
    act = acts_about(row.key).filter(verb="change_attendance").get()
    assert "Lò Văn Pâng" in act.before["attendance"]


def test_the_words_as_pasted_are_kept(office, pang):
    _done, (row,) = save(office, line(chair="Đ/c Lò Văn Pâng - Bí thư Thị ủy"))
    assert row.attendance.get().pasted == "Đ/c Lò Văn Pâng - Bí thư Thị ủy"


def test_an_emptied_cell_has_no_chair(office, pang):
    _done, (row,) = save(office, line(chair="Lò Văn Pâng", public=True))
    typed = line_of(row)
    typed.texts["chair"] = ""
    save(office, typed)
    assert (chairs(row), told(office)) == ([], [""])


def test_too_long_a_cell_is_refused_and_stays_on_the_screen(office, pang):
    typed = line(chair="Lò Văn Pâng; " + "x" * 290)
    assert not save(office, typed)[0]
    assert "300" in typed.fault
    assert not Meeting.objects.exists()


def test_a_colleagues_chair_is_not_overwritten(office, pang):
    row = meeting(office.portal)
    mine = line_of(row)
    attends(row, pang, role="chair")
    mine.texts["chair"] = "Thường trực Thị ủy"
    assert not save(office, mine)[0]
    assert "Lò Văn Pâng" in mine.theirs


def test_a_list_opened_before_is_stale_after(office, pang):
    row = meeting(office.portal)
    was = attending.list_digest(row)
    typed = line_of(row)
    typed.texts["chair"] = "Lò Văn Pâng"
    save(office, typed)
    with pytest.raises(attending.Stale):
        attending.save_list(row, [], was=was, by=office.reporter, at=NOW)


def test_a_series_is_copied_from_a_list_not_from_a_chair(office, pang):
    fields = {"series": "Giao ban", "is_public": False}
    listed = meeting(office.portal, starts_at=EIGHT - 14 * DAY, **fields)
    attends(listed, label="Các xã")
    attends(meeting(office.portal, starts_at=EIGHT - 7 * DAY, **fields), pang, role="chair")
    assert attending.last_of_series(meeting(office.portal, **fields)) == listed


def test_chairs_of_private_lines_reach_nobody(office, pang):
    save(office, line(chair="Lò Văn Pâng"), line("T3", chair="Thường trực Thị ủy", public=True))
    assert told(office) == ["Thường trực Thị ủy"]


def test_a_week_costs_the_same_however_many_lines(office):
    people = [official(f"Lò Văn {name}", "Ủy viên") for name in ("Pâng", "Chiêm", "Hặc", "Xuôi")]

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            pages.schedule_values(office.portal, MONDAY)
        return len(captured)

    attends(meeting(office.portal), people[0], role="chair")
    few = queries()
    for step, person in enumerate(people * 5):
        row = meeting(office.portal, starts_at=EIGHT + (step % 7) * DAY)
        attends(row, person, role="chair")
    assert queries() == few <= 5


def test_saving_a_week_reads_all_chairs_together(office, pang):
    def queries(count):
        lines = [line(f"T{day + 2}", chair="Lò Văn Pâng; Hà Thị Mơ") for day in range(count)]
        with CaptureQueriesContext(connection) as captured:
            save(office, *lines)
        return sum('"people_term"' in query["sql"] for query in captured.captured_queries)

    assert queries(1) == queries(6) == 1


def published(office):
    publishing.sign_schedule(office.portal, MONDAY, by=office.manager, at=NOW)
    publishing.sign_schedule(office.portal, MONDAY, by=office.chief, at=NOW)


def test_a_title_that_changes_after_the_signatures_is_told_at_the_desk(office, pang):
    save(office, line(title="Giao ban", chair="Lò Văn Pâng", public=True))
    published(office)
    pang_terms = pang.terms.get()
    pang_terms.ends_on = MONDAY - dt.timedelta(days=1)
    pang_terms.save()
    term(pang, "Chủ tịch", starts_on=MONDAY)
    (difference,) = schedule_standing(office.manager, office.portal, MONDAY, NOW + HOUR).differences
    assert difference.which == "Giao ban"
    assert difference.how == (
        "Chủ trì: Đồng chí Lò Văn Pâng, Bí thư Thị ủy Sông Vân → "
        "Đồng chí Lò Văn Pâng, Chủ tịch Thị ủy Sông Vân",
    )
    text = client_of(office.manager).get(f"{WEEK}?tuan=2026-48").text
    assert difference.how[0] in text
