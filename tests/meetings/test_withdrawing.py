"""A line made private after publication leaves readers at once, by one person, and is told."""

import copy

import pytest
from django.test import RequestFactory

from apps.editions.models import Showing
from apps.meetings import keeping, publishing, typed_week
from apps.meetings.lines import line_of
from apps.meetings.week import schedule_standing
from apps.meetings.withdrawn_panel import withdrawn_rows
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from tests.make import HOUR, Office
from tests.once import once

from .make import EIGHT, MONDAY, NOW, meeting

pytestmark = pytest.mark.django_db
KEY = "schedule:2026-W48"
LATER = NOW + HOUR


def _office():
    made = Office()
    made.kept = meeting(made.portal, "Giao ban")
    made.secret = meeting(made.portal, "Khám sức khỏe", starts_at=EIGHT + HOUR)
    sign(made)
    return made


begun = once(_office)


@pytest.fixture
def office(begun):
    return copy.deepcopy(begun)


def sign(office, at=NOW):
    for by in (office.manager, office.editor):
        publishing.sign_schedule(office.portal, MONDAY, by=by, at=at)


def titles(office, at=LATER, key=KEY):
    live = Showing.objects.of(office.portal.key, key).live_at(at).select_related("cut").first()
    return live and [line["title"] for line in live.cut.values["lines"]]


def make_private(office, by=None, **fields):
    row = office.secret
    row.is_public = False
    for name, value in fields.items():
        setattr(row, name, value)
    keeping.keep(row, by=by or office.editor, at=LATER)


def test_one_editor_takes_a_line_from_readers(office):
    make_private(office)
    assert titles(office) == ["Giao ban"]


def test_the_grids_tick_does_the_same(office):
    row = line_of(office.secret)
    row.ticks["public"] = False
    assert typed_week.save_week(office.portal, MONDAY, [row], by=office.manager, at=LATER)
    assert titles(office) == ["Giao ban"]


def test_a_deleted_line_leaves_readers_too(office):
    keeping.drop(office.secret, by=office.editor, at=LATER)
    assert titles(office) == ["Giao ban"]


def test_waiting_changes_do_not_slip_out(office):
    office.kept.title = "Giao ban mở rộng"
    keeping.keep(office.kept, by=office.editor, at=LATER)
    meeting(office.portal, "Dòng mới")
    make_private(office)
    assert titles(office) == ["Giao ban"]


def test_no_signature_is_asked_for_afterwards(office):
    make_private(office)
    assert schedule_standing(office.manager, office.portal, MONDAY, LATER).published


def test_the_last_line_takes_the_page_along(office):
    make_private(office)
    keeping.drop(office.kept, by=office.editor, at=LATER)
    assert titles(office) is None


def test_a_moved_line_leaves_the_old_week(office):
    office.secret.starts_at += 7 * 24 * HOUR
    keeping.keep(office.secret, by=office.editor, at=NOW)
    assert "Khám sức khỏe" in titles(office)
    make_private(office)
    assert titles(office) == ["Giao ban"]


def test_its_own_page_leaves_as_well(office):
    for by in (office.manager, office.editor):
        publishing.sign_meeting(office.secret, by=by, at=NOW)
    make_private(office, no_coverage=True)
    assert titles(office, key=office.secret.key) is None


def test_a_reporter_is_sent_to_an_editor(office):
    with pytest.raises(Refused):
        make_private(office, by=office.reporter)
    office.secret.refresh_from_db()
    assert office.secret.is_public
    assert "Khám sức khỏe" in titles(office)


def test_an_unpublished_line_is_anybodys(office):
    row = meeting(office.portal, "Dòng mới")
    row.is_public = False
    keeping.keep(row, by=office.reporter, at=LATER)
    assert not row.is_public


def test_the_file_says_who_withdrew_what(office):
    make_private(office)
    act = Act.objects.get(verb="withdraw_line")
    assert (act.by, act.before["title"]) == (office.editor, "Khám sức khỏe")


def test_other_portals_are_left_alone(office):
    other = Office("khac")
    meeting(other.portal, "Khám sức khỏe")
    sign(other)
    make_private(office)
    assert titles(other) == ["Khám sức khỏe"]


def asking(user):
    request = RequestFactory().get("/toa-soan/")
    request.user = user
    return request


def test_the_board_is_told(office):
    make_private(office)
    (row,) = withdrawn_rows(asking(office.chief), LATER)
    assert (row["name"], row["by"]) == ("Khám sức khỏe", str(office.editor))


def test_reporters_are_not_told_what_was_withdrawn(office):
    make_private(office)
    assert withdrawn_rows(asking(office.reporter), LATER) == []


def test_a_hidden_week_is_told_by_its_days(office):
    publishing.hide_schedule(office.portal, MONDAY, by=office.editor, at=LATER)
    (row,) = withdrawn_rows(asking(office.manager), LATER)
    assert "23/11" in row["name"]
