"""Monday, 7:30: the week's lines typed like a table, by one or by two people at once."""

import pytest

from apps.meetings import keeping, publishing
from apps.meetings.lines import line_of
from apps.meetings.models import Meeting
from apps.newsroom.history import acts_about
from apps.newsroom.refusals import OutOfSight, Refused
from tests.make import Office, seated

from .make import MONDAY, NOW, line, meeting, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


def test_typed_lines_are_saved_in_order(office):
    done, rows = save(office, line("Thứ Ba", "14h", "Họp"), line("T2", "8h", "Giao ban"))
    assert done
    assert [row.title for row in rows] == ["Giao ban", "Họp"]


def test_a_new_line_is_not_public(office):
    _done, rows = save(office, line())
    assert not rows[0].is_public


def test_the_same_form_twice_makes_no_second_line(office):
    typed = line(number=123456789)
    save(office, typed)
    _done, rows = save(office, line(number=123456789))
    assert len(rows) == 1


def test_one_wrong_line_saves_nothing(office):
    wrong = line("Thứ Hai 30/11")
    done, rows = save(office, line(), wrong)
    assert (done, rows) == (False, [])
    assert "30/11" in wrong.fault


def test_empty_lines_are_passed_over(office):
    done, rows = save(office, line(), line("", "", ""))
    assert done
    assert len(rows) == 1


def test_a_line_without_words_is_refused(office):
    typed = line(title="", place="Hội trường")
    assert not save(office, typed)[0]
    assert typed.fault


def test_too_long_a_line_is_refused_in_words(office):
    typed = line(title="T" * 301)
    assert not save(office, typed)[0]
    assert "300" in typed.fault


def test_what_gets_no_coverage_cannot_be_public(office):
    typed = line(public=True)
    typed.ticks["no_coverage"] = True
    assert not save(office, typed)[0]
    assert typed.fault


def test_a_colleagues_change_is_not_overwritten(office):
    row = meeting(office.portal, "Giao ban")
    mine, theirs = line_of(row), line_of(row)
    theirs.texts["place"] = "Phòng họp số 2"
    save(office, theirs, by=office.editor)
    mine.texts["place"] = "Hội trường"
    assert not save(office, mine)[0]
    assert "Phòng họp số 2" in mine.theirs


def test_saving_again_replaces_it_knowingly(office):
    row = meeting(office.portal, "Giao ban")
    mine, theirs = line_of(row), line_of(row)
    theirs.texts["place"] = "Phòng họp số 2"
    save(office, theirs, by=office.editor)
    mine.texts["place"] = "Hội trường"
    save(office, mine)
    mine.fault = ""
    assert save(office, mine)[1][0].place == "Hội trường"


def test_an_untouched_line_keeps_a_colleagues_change(office):
    row = meeting(office.portal, "Giao ban")
    mine, theirs = line_of(row), line_of(row)
    theirs.texts["place"] = "Phòng họp số 2"
    save(office, theirs, by=office.editor)
    done, rows = save(office, mine, line("T3"))
    assert done
    assert rows[0].place == "Phòng họp số 2"


def test_several_days_move_with_the_first(office):
    row = meeting(office.portal)
    row.ends_at = row.starts_at.replace(day=25, hour=17)
    row.save()
    moved = line_of(row)
    moved.day = "Thứ Ba"
    _done, rows = save(office, moved)
    assert rows[0].ends_at.day == 26


def test_a_dropped_line_is_gone(office):
    gone = line_of(meeting(office.portal))
    gone.dropped = True
    assert save(office, gone) == (True, [])


def test_reporters_do_not_type_the_week(office):
    with pytest.raises(Refused):
        save(office, line(), by=office.reporter)


def test_other_portals_lines_are_out_of_sight(office):
    row = meeting(Office().portal)
    with pytest.raises(OutOfSight):
        save(office, line_of(row))


def test_other_portals_people_type_nothing(office):
    stranger = seated("chief", Office().portal)
    with pytest.raises(OutOfSight):
        save(office, line(), by=stranger)


def test_history_tells_each_change(office):
    _done, (row,) = save(office, line())
    typed = line_of(row)
    typed.texts["place"] = "Hội trường"
    save(office, typed)
    act = acts_about(row.key).first()
    assert (act.by, act.after) == (office.manager, {"place": "Hội trường"})


def test_private_again_leaves_its_page_at_once(office):
    row = published_meeting(office)
    typed = line_of(row)
    typed.ticks["public"] = False
    save(office, typed)
    assert not publishing.live_digest(office.portal, row.key, NOW)


def published_meeting(office):
    row = meeting(office.portal)
    publishing.sign_meeting(row, by=office.reporter, at=NOW)
    publishing.sign_meeting(row, by=office.chief, at=NOW)
    return row


def test_what_had_a_page_is_not_deleted(office):
    row = published_meeting(office)
    with pytest.raises(Refused):
        keeping.drop(row, by=office.manager, at=NOW)


def test_numbers_tell_nothing_of_private_lines(office):
    save(office, *(line("T2", f"{hour}h", f"Việc {hour}") for hour in range(8, 18)))
    numbers = [row.number for row in Meeting.objects.of_week(office.portal, MONDAY)]
    steps = {after - before for before, after in zip(numbers, numbers[1:], strict=False)}
    assert len(steps) == 9
    assert 1 not in steps
