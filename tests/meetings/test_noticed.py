"""Who is sent to a meeting hears of it, and of what becomes of it; nobody of his own act."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from apps.meetings import calling, keeping, leaving
from apps.meetings.assigning import Sent, assign, sent_to
from apps.meetings.lines import line_of
from apps.meetings.models import Meeting
from apps.newsroom import posting
from apps.newsroom.notice_models import Notice
from tests.make import DAY, HOUR, Office, seat, seated
from tests.newsroom.people import administrator, client_of

from .make import EIGHT, NOW, line, meeting, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def held(office):
    return meeting(office.portal, place="Hội trường tầng 2")


def send(held, reporter=None, photographer=None, *, by):
    wanted = Sent(reporter and reporter.pk, photographer and photographer.pk)
    fresh = Meeting.objects.get(pk=held.pk)
    assign(fresh, wanted, seen=sent_to(fresh).mark, by=by, at=NOW)


def told(kind):
    return {row.user for row in Notice.objects.filter(kind=kind).select_related("user")}


def everything():
    return set(Notice.objects.values_list("kind", "user__username"))


def change(held, by, at=NOW, **facts):
    fresh = Meeting.objects.select_related("portal").get(pk=held.pk)
    for name, value in facts.items():
        setattr(fresh, name, value)
    keeping.keep(fresh, by=by, at=at)


def test_each_hears_what_he_is_sent_for(office, held):
    send(held, office.reporter, office.editor, by=office.manager)
    assert told("sent_reporter") == {office.reporter}
    assert told("sent_photographer") == {office.editor}
    other = meeting(office.portal, "Hội nghị tổng kết")
    send(other, office.reporter, office.reporter, by=office.manager)
    assert told("sent_both") == {office.reporter}


def test_nobody_hears_that_he_sent_himself(office, held):
    send(held, office.manager, by=office.manager)
    assert not Notice.objects.exists()


def test_who_goes_no_more_who_goes_instead_and_who_stays_hear_of_it(office, held):
    send(held, office.reporter, office.editor, by=office.manager)
    Notice.objects.all().delete()
    send(held, office.chief, office.editor, by=office.manager)
    assert everything() == {
        ("assignment_withdrawn", office.reporter.username),
        ("sent_reporter", office.chief.username),
        ("assignment_changed", office.editor.username),
    }


def test_another_part_of_the_work_is_a_change(office, held):
    send(held, office.reporter, by=office.manager)
    send(held, None, office.reporter, by=office.manager)
    assert told("assignment_changed") == {office.reporter}


@pytest.mark.parametrize("facts", [
    {"starts_at": EIGHT + HOUR}, {"ends_at": EIGHT + 3 * HOUR}, {"place": "UBND xã"},
    {"form": "online"}, {"remote_points": ["Xã Hoa Ban"]},
])  # fmt: skip
def test_another_time_or_place_is_told_to_those_who_go(office, held, facts):
    send(held, office.reporter, office.manager, by=office.manager)
    change(held, office.manager, **facts)
    assert told("meeting_moved") == {office.reporter}


def test_what_moves_nobody_is_not_told(office, held):
    send(held, office.reporter, by=office.manager)
    Notice.objects.all().delete()
    change(held, office.manager, title="Hội nghị giao ban tháng 11", kind="Giao ban")
    assert not Notice.objects.exists()


def test_where_nobody_is_sent_nobody_is_told(office, held):
    change(held, office.manager, place="UBND xã")
    assert not Notice.objects.exists()


def test_a_meeting_that_is_over_calls_nobody(office, held):
    send(held, office.reporter, by=office.manager)
    Notice.objects.all().delete()
    change(held, office.manager, at=EIGHT + DAY, place="UBND xã")
    assert not Notice.objects.exists()
    change(held, office.manager, at=EIGHT + DAY, starts_at=EIGHT + 2 * DAY)
    assert told("meeting_moved") == {office.reporter}


def test_moved_twice_before_it_is_seen_is_told_once(office, held):
    send(held, office.reporter, by=office.manager)
    for n in (1, 2, 3):
        change(held, office.manager, at=NOW + n * HOUR, starts_at=EIGHT + n * HOUR)
    assert Notice.objects.get(kind="meeting_moved").at == NOW + 3 * HOUR


def test_called_off_held_after_all_and_without_coverage(office, held):
    send(held, office.reporter, by=office.manager)
    for state in ("postponed", "planned", "cancelled"):
        calling.call_off_and_sign(held, state, by=office.manager, at=NOW)
        assert told(f"meeting_{state}") == {office.reporter}
    other = meeting(office.portal, is_public=False)
    send(other, office.reporter, by=office.manager)
    change(other, office.manager, no_coverage=True)
    assert told("meeting_uncovered") == {office.reporter}


def test_a_line_of_the_week_tells_the_same(office):
    _done, [row] = save(office, line(time="8h00", place="Hội trường"))
    send(row, office.reporter, by=office.manager)
    assert told("sent_reporter") == {office.reporter}
    typed = line_of(row)
    typed.time = "14:00"
    assert save(office, typed)[0]
    assert told("meeting_moved") == {office.reporter}


def test_who_goes_learns_that_the_line_was_deleted(office):
    now = timezone.now()
    held = meeting(office.portal, starts_at=now + DAY, is_public=False)
    send(held, office.reporter, by=office.manager)
    keeping.drop(held, by=office.editor, at=now)
    assert told("meeting_dropped") == {office.reporter}
    assert not Notice.objects.filter(kind="sent_reporter", seen_at=None).exists()
    text = client_of(office.reporter).get("/toa-soan/thong-bao/").content.decode()
    assert "Hội nghị giao ban" in text
    row = Notice.objects.get(kind="meeting_dropped")
    answer = client_of(office.reporter).get(f"/toa-soan/thong-bao/{row.pk}/")
    assert answer.url == "/toa-soan/"


def test_who_leaves_the_office_breaks_nothing(office, held):
    send(held, office.reporter, by=office.manager)
    leaving.carry_out(office.reporter, {}, by=administrator(), at=NOW)
    assert not held.assignments.exists()


def test_the_notice_leads_to_the_meeting_and_opening_it_is_seeing_it(office, held):
    held.starts_at = timezone.now() + DAY
    held.save()
    send(held, office.reporter, by=office.manager)
    Notice.objects.update(at=timezone.now())
    client = client_of(office.reporter)
    text = client.get("/toa-soan/thong-bao/").content.decode()
    assert "Hội trường tầng 2" in text
    row = Notice.objects.get()
    answer = client.get(f"/toa-soan/thong-bao/{row.pk}/")
    assert answer.url == f"/toa-soan/meetings/meeting/{held.pk}/change/#who-goes"
    Notice.objects.update(seen_at=None)
    client.get(f"/toa-soan/meetings/meeting/{held.pk}/change/")
    assert Notice.objects.get().seen_at


def test_a_contributor_hears_also_that_he_goes_no_more(office, held):
    writer = seated("contributor", office.portal)
    send(held, writer, by=office.manager)
    send(held, by=office.manager)
    Notice.objects.update(at=timezone.now())
    assert "Hội trường tầng 2" in client_of(writer).get("/toa-soan/thong-bao/").content.decode()


def test_without_a_seat_nothing_is_shown_any_more(office, held):
    send(held, office.reporter, by=office.manager)
    Notice.objects.update(at=timezone.now())
    office.reporter.seats.update(ends_on=dt.date(2020, 1, 2))
    seat(office.reporter, Office().portal)
    text = client_of(office.reporter).get("/toa-soan/thong-bao/").content.decode()
    assert held.title not in text


def test_assignments_go_out_as_one_e_mail(office, held, settings):
    settings.TOASOAN_MAIL = True
    office.reporter.email = "lan@example.vn"
    office.reporter.save()
    send(held, office.reporter, by=office.manager)
    send(meeting(office.portal, "Hội nghị tổng kết"), office.reporter, by=office.manager)
    posting.send_due(lambda: NOW + HOUR)
    [letter] = mail.outbox
    assert letter.to == ["lan@example.vn"]
    assert "Hội nghị giao ban (8:00, Thứ Hai 23/11/2026, Hội trường tầng 2)" in letter.body
    assert "Hội nghị tổng kết" in letter.body
