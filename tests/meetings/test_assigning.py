"""Who goes to a meeting: who may send whom, what clashes, what the screens show."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.meetings import assigning, keeping, leaving
from apps.meetings.assigning import Sent, assign
from apps.meetings.models import Assignment, Meeting
from apps.meetings.panels import meeting_panels
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.make import Office, seated
from tests.newsroom.people import at_once, client_of

from .make import EIGHT, NOW, meeting

HOUR = dt.timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def held(office):
    return meeting(office.portal)


def send(held, reporter=None, photographer=None, *, by, seen=None):
    wanted = Sent(reporter and reporter.pk, photographer and photographer.pk)
    mark = assigning.sent_to(Meeting.objects.get(pk=held.pk)).mark if seen is None else seen
    return assign(held, wanted, seen=mark, by=by, at=NOW)


def page(held, what="phan-cong/"):
    return f"/toa-soan/meetings/meeting/{held.pk}/{what}"


def test_the_managing_editor_sends_a_reporter_and_a_photographer(office, held):
    assert send(held, office.reporter, office.editor, by=office.manager) == []
    assert [(row.part, row.user) for row in held.assignments.all()] == [
        ("reporter", office.reporter), ("photographer", office.editor),
    ]  # fmt: skip


def test_one_person_may_do_both(office, held):
    assert send(held, office.reporter, office.reporter, by=office.chief) == []
    assert held.assignments.count() == 2


def test_history_names_who_was_sent(office, held):
    send(held, office.reporter, by=office.manager)
    act = Act.objects.get(key=held.key, verb="assign")
    assert (act.by, act.after["reporter_sent"]) == (office.manager, str(office.reporter))


def test_somebody_else_goes_instead(office, held):
    send(held, office.reporter, by=office.manager)
    send(held, office.editor, by=office.chief)
    assert held.assignments.get().user == office.editor
    act = Act.objects.filter(verb="assign").first()
    assert act.before["reporter_sent"] == str(office.reporter)


def test_an_assignment_is_withdrawn(office, held):
    send(held, office.reporter, by=office.manager)
    send(held, by=office.manager)
    assert not held.assignments.exists()
    assert Act.objects.filter(verb="assign").count() == 2


def test_the_same_again_records_nothing(office, held):
    send(held, office.reporter, by=office.manager)
    send(held, office.reporter, by=office.manager)
    assert Act.objects.filter(verb="assign").count() == 1


@pytest.mark.parametrize("role", ["contributor", "reporter", "editor", "inspector", "adviser"])
def test_others_may_not_assign(office, held, role):
    with pytest.raises(Refused):
        send(held, office.reporter, by=seated(role, office.portal))
    assert not Assignment.objects.exists()


def test_strangers_see_no_meeting_to_assign(office, held):
    with pytest.raises(OutOfSight):
        send(held, office.reporter, by=seated("chief", Office().portal))


def test_only_those_who_write_here_are_sent(office, held):
    inspector = seated("inspector", office.portal)
    for who in (inspector, seated("reporter", Office().portal)):
        with pytest.raises(Refused):
            send(held, who, by=office.manager)
    assert inspector not in assigning.colleagues(office.portal, NOW)
    assert office.reporter in assigning.colleagues(office.portal, NOW)


def test_nobody_is_sent_where_there_is_no_coverage(office):
    held = meeting(office.portal, is_public=False, no_coverage=True)
    with pytest.raises(Refused):
        send(held, office.reporter, by=office.manager)


def test_nobody_is_sent_to_what_is_cancelled(office, held):
    send(held, office.reporter, by=office.manager)
    keeping.call_off(held, "cancelled", by=office.manager, at=NOW)
    with pytest.raises(Refused):
        send(held, office.editor, by=office.manager)
    send(held, by=office.manager)  # but he may be called back
    assert not held.assignments.exists()


def test_whoever_left_stays_until_another_goes(office, held):
    send(held, office.reporter, by=office.manager)
    office.reporter.is_active = False
    office.reporter.save()
    send(held, office.reporter, office.editor, by=office.manager)
    assert held.assignments.count() == 2


def test_a_clash_is_told_and_allowed(office, held):
    send(held, office.reporter, by=office.manager)
    other = meeting(office.portal, "Lễ khởi công", starts_at=EIGHT + HOUR)
    (sentence,) = send(other, office.reporter, by=office.manager)
    assert str(office.reporter) in sentence
    assert held.title in sentence
    assert other.assignments.exists()


@pytest.mark.parametrize(
    ("starts", "ends", "clashes"),
    [(HOUR, None, 1), (2 * HOUR, None, 0), (-3 * HOUR, None, 0), (-3 * HOUR, HOUR, 1),
     (-48 * HOUR, 48 * HOUR, 1), (-HOUR, -HOUR / 2, 0)],
)  # fmt: skip
def test_only_the_same_hours_clash(office, held, starts, ends, clashes):
    other = meeting(office.portal, "Khác", starts_at=EIGHT + starts, ends_at=ends and EIGHT + ends)
    send(other, office.reporter, by=office.manager)
    assert len(send(held, office.reporter, by=office.manager)) == clashes


def test_a_clash_elsewhere_names_no_foreign_meeting(office, held):
    other = Office()
    offices_too = meeting(other.portal, "Họp kín", is_public=False)
    assignment = {"part": "reporter", "by": other.manager, "at": NOW}
    Assignment.objects.create(meeting=offices_too, user=office.reporter, **assignment)
    (sentence,) = send(held, office.reporter, by=office.manager)
    assert "Họp kín" not in sentence


def test_a_colleague_was_faster(office, held):
    send(held, office.reporter, by=office.manager)
    with pytest.raises(Refused, match=str(office.reporter)):
        send(held, office.editor, by=office.chief, seen="0-0")
    assert held.assignments.get().user == office.reporter


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_told(office, held):
    said = at_once(
        lambda: send(held, office.reporter, by=office.manager, seen="0-0"),
        lambda: send(held, office.editor, by=office.chief, seen="0-0"),
    )
    assert sorted(word == "done" for word in said) == [False, True]
    assert held.assignments.count() == 1


def test_the_form_on_the_meeting_assigns(office, held):
    client = client_of(office.manager)
    text = client.get(page(held, "change/")).text
    assert f'<option value="{office.reporter.pk}"' in text
    answer = client.post(page(held), {"reporter": office.reporter.pk, "seen": "0-0"})
    assert answer.status_code == 302
    assert held.assignments.get().user == office.reporter


def test_reporters_read_who_goes(office, held):
    send(held, office.editor, by=office.manager)
    client = client_of(office.reporter)
    for address in (page(held, "change/"), page(held)):
        text = client.get(address).text
        assert str(office.editor) in text
        assert "assign-form" not in text
    client.post(page(held), {"reporter": office.reporter.pk, "seen": f"{office.editor.pk}-0"})
    assert held.assignments.get().user == office.editor


@pytest.mark.parametrize("forged", [{"reporter": "x"}, {"reporter": "9" * 40}, {"seen": "\x00"}])
def test_forged_choices_give_a_sentence(office, held, forged):
    typed = {"reporter": office.reporter.pk, "seen": "1-1"} | forged
    answer = client_of(office.manager).post(page(held), typed)
    assert answer.status_code == 200
    assert "messagelist" in answer.text
    assert not held.assignments.exists()


def test_the_assigning_of_another_portal_is_404(held):
    stranger = client_of(seated("chief", Office().portal))
    assert stranger.get(page(held)).status_code == 404
    assert stranger.post(page(held), {"seen": "0-0"}).status_code == 404


def test_the_week_says_who_goes(office, held):
    send(held, office.reporter, by=office.manager)
    address = "/toa-soan/meetings/scheduleline/?tuan=2026-W48"
    for who in (office.manager, office.reporter):
        assert str(office.reporter) in client_of(who).get(address).text.partition("week-ways")[2]


def test_the_week_asks_once_who_goes(office):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            client.get("/toa-soan/meetings/scheduleline/?tuan=2026-W48")
        return len(asked)

    client = client_of(office.manager)
    send(meeting(office.portal), office.reporter, office.editor, by=office.manager)
    few = cost()
    for number in range(6):
        row = meeting(office.portal, f"Họp {number}")
        send(row, office.reporter, office.editor, by=office.manager)
    assert cost() == few


def wanted(office, rf, who=None):
    request = rf.get("/toa-soan/")
    request.user = who or office.manager
    return [
        row for panel in meeting_panels(request) for row in panel["context"].get("meetings", [])
    ]


def test_the_desk_lists_todays_public_meetings_nobody_covers(office, rf):
    now = timezone.now()
    rows = [
        meeting(office.portal, "Công khai", starts_at=now),
        meeting(office.portal, "Nội bộ", starts_at=now, is_public=False),
        meeting(office.portal, "Hoãn", starts_at=now, state="postponed"),
        meeting(office.portal, "Tuần sau", starts_at=now + dt.timedelta(days=5)),
    ]
    assert wanted(office, rf) == rows[:1]
    assert wanted(office, rf)[0].may_assign
    assert not wanted(office, rf, office.reporter)[0].may_assign
    send(rows[0], photographer=office.reporter, by=office.manager)
    assert wanted(office, rf) == []


def test_who_asked_for_a_reporter_waits_for_one(office, rf):
    row = meeting(office.portal, starts_at=timezone.now(), needs_reporter=True)
    send(row, photographer=office.reporter, by=office.manager)
    assert wanted(office, rf) == [row]
    send(row, office.editor, office.reporter, by=office.manager)
    assert wanted(office, rf) == []


def test_who_leaves_goes_nowhere_any_more(office, held):
    past = meeting(office.portal, "Đã họp", starts_at=EIGHT - dt.timedelta(days=9))
    for row in (held, past):
        send(row, office.reporter, office.reporter, by=office.manager)
    (line,) = leaving.plan(office.reporter, NOW).lines
    assert "2" in line
    assert held.title not in line
    assert leaving.carry_out(office.reporter, {}, by=office.chief, at=NOW) == [line]
    assert not held.assignments.exists()
    assert past.assignments.count() == 2
    assert Act.objects.filter(key=held.key, by=office.chief, verb="assign").count() == 2
