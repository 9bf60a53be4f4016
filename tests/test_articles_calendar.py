"""“Lịch đăng bài”: what stands on which day, for whom, and what the page costs."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles import due, publishing, workflow
from apps.articles.calendar import desk as calendar_desk
from apps.articles.calendar.days import days_of
from apps.articles.calendar.rows import Wanted
from apps.articles.models import Article
from apps.articles.release import placing
from apps.articles.sending import offering, planning, receiving
from apps.meetings.models import Assignment
from apps.portals.models import Seat
from tests import make
from tests.make import DAY, HOUR, NOON
from tests.meetings.make import meeting
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
PAGE = "/toa-soan/articles/plannedpiece/"
TODAY = dt.date(2026, 4, 30)


@pytest.fixture
def office():
    return make.Office()


def wanted(user, portals=None, person=None, **more):
    seats = Seat.objects.active_at(NOON).filter(user=user).select_related("portal")
    if portals:
        seats = seats.filter(portal__in=portals)
    first, last = TODAY - 20 * DAY, TODAY + 20 * DAY
    return Wanted(user, tuple(seats), first, last, person and person.pk, **more)


def told(user, now=NOON, **asked):
    """{day: [(clock, words, title)]} of the days on which anything stands."""
    days = days_of(wanted(user, **asked), now, room=60)
    return {
        each.day: [(entry.clock, entry.words, entry.title) for entry in each.entries]
        for each in days if each.entries
    }  # fmt: skip


def scheduled(office, live_from, at=NOON, **fields):
    article = office.submitted(at=at, **fields)
    digest = make.digest(article)
    return workflow.schedule(article, by=office.chief, at=at, digest=digest, live_from=live_from)


def test_what_is_wanted_stands_on_its_day_with_its_state(office):
    draft = office.draft(headline="Bến đò mở lại")
    due.set_due(draft, by=office.reporter, at=NOON, due_at=NOON + DAY + 2 * HOUR)
    assert told(office.chief) == {TODAY + DAY: [("14:00", "Cần xong · Đang viết", "Bến đò mở lại")]}
    late = told(office.chief, NOON + 2 * DAY)[TODAY + DAY]
    assert late == [("14:00", "Quá hạn · Đang viết", "Bến đò mở lại")]


def test_what_goes_out_and_comes_down(office):
    scheduled(office, NOON + 5 * HOUR, headline="Lễ 30/4")
    article = office.published(at=NOON - DAY, headline="Thông báo cắt điện")
    publishing.Showing.objects.filter(key=article.key).update(expires_at=NOON + 3 * DAY)
    assert told(office.chief) == {
        TODAY - DAY: [("12:00", "Đã đăng", "Thông báo cắt điện")],
        TODAY: [("17:00", "Hẹn giờ đăng", "Lễ 30/4")],
        TODAY + 3 * DAY: [("12:00", "Sẽ hết hạn", "Thông báo cắt điện")],
    }
    after = told(office.chief, NOON + 4 * DAY)
    assert after[TODAY + 3 * DAY] == [("12:00", "Hết hạn", "Thông báo cắt điện")]


def test_a_replacement_and_what_became_of_it(office):
    article = office.published(at=NOON - DAY, headline="Họp")
    office.edit(article, office.editor, sapo="Sáng 29/4, Thị ủy họp.")
    workflow.submit(article, by=office.reporter, at=NOON)
    later = NOON + 2 * HOUR
    workflow.schedule(
        article, by=office.chief, at=NOON, digest=make.digest(article), live_from=later
    )
    assert told(office.chief)[TODAY] == [("14:00", "Hẹn giờ thay bản đang đăng", "Họp")]
    assert told(office.chief, later)[TODAY] == [("14:00", "Thay bản mới", "Họp")]
    publishing.hide(article, by=office.editor, at=later + HOUR)
    days = told(office.chief, later + 2 * HOUR)
    assert days[TODAY - DAY] == [("12:00", "Tạm ẩn", "Họp")]


def test_a_plan_given_up_stands_nowhere(office):
    article = scheduled(office, NOON + DAY)
    publishing.unschedule(article, by=office.chief, at=NOON)
    assert told(office.chief) == {}


def test_the_end_of_a_pin(office):
    article = office.published(headline="Đại hội")
    placing.pin(article, by=office.manager, at=NOON, until=NOON + DAY)
    assert told(office.chief)[TODAY + DAY] == [("12:00", "Hết ghim trang chủ", "Đại hội")]


def test_what_another_portal_sent_has_hours_of_its_own_here(office):
    other = make.Office()
    sent = office.published(at=NOON - DAY, headline="Tỉnh ủy họp báo")
    (row,) = offering.send(sent, [other.portal], by=office.chief, at=NOON - DAY)
    hours = {"live_from": NOON + DAY, "expires_at": NOON + 3 * DAY}
    for who in (other.editor, other.chief):
        receiving.receive(
            row, other.section, by=who, at=NOON - HOUR, digest=make.digest(sent), **hours
        )
    planning.pin(row, by=other.chief, at=NOON - HOUR, until=NOON + 2 * DAY)
    title = "Tỉnh ủy họp báo"
    days = {
        TODAY + DAY: [("12:00", "Hẹn giờ đăng", title)],
        TODAY + 2 * DAY: [("12:00", "Hết ghim trang chủ", title)],
        TODAY + 3 * DAY: [("12:00", "Sẽ hết hạn", title)],
    }
    assert told(other.chief) == days
    assert told(office.chief) == {TODAY - DAY: [("12:00", "Đã đăng", title)]}
    assert told(other.reporter) == {}
    assert told(other.chief, NOON + 2 * DAY)[TODAY + DAY] == [("12:00", "Đã đăng", title)]
    make.seat(office.chief, other.portal, "chief")
    both = told(office.chief)
    assert {day: both[day] for day in days} == days
    assert both[TODAY - DAY] == [("12:00", "Đã đăng", title)]


def test_meetings_say_who_goes(office):
    held = meeting(office.portal, "Giao ban", starts_at=NOON + DAY, place="Hội trường")
    meeting(office.portal, "Tiếp dân", starts_at=NOON + 2 * DAY, needs_reporter=True)
    meeting(office.portal, "Nội bộ", starts_at=NOON, is_public=False, no_coverage=True)
    Assignment.objects.create(
        meeting=held, part="reporter", user=office.reporter, by=office.chief, at=NOON
    )
    days = days_of(wanted(office.chief), NOON, room=9)
    first, second = (entry for each in days for entry in each.entries)
    assert first.words == "Họp · đã phân công"
    assert first.who == f"{office.reporter} (viết bài) · Hội trường"
    assert (second.words, second.code) == ("Họp · cần phóng viên", "attention")


def test_one_persons_pieces_and_ways(office):
    mine, _other = office.draft(), office.draft(by=office.editor)
    for article in Article.objects.all():
        due.set_due(article, by=office.chief, at=NOON, due_at=NOON + DAY)
    scheduled(office, NOON + DAY)
    ours = meeting(office.portal, starts_at=NOON + DAY)
    meeting(office.portal, "Khác", starts_at=NOON + DAY)
    Assignment.objects.create(
        meeting=ours, part="reporter", user=office.editor, by=office.chief, at=NOON
    )
    assert [title for *_rest, title in told(office.chief, person=office.editor)[TODAY + DAY]] == [
        _other.headline, ours.title,
    ]  # fmt: skip
    assert mine.headline in str(told(office.chief, person=office.reporter))
    assert len(told(office.chief, person=office.reporter)[TODAY + DAY]) == 2


def test_another_portals_pieces_and_meetings_are_never_seen(office):
    other = make.Office()
    draft = other.draft(headline="Của trang khác")
    due.set_due(draft, by=other.reporter, at=NOON, due_at=NOON + DAY)
    scheduled(other, NOON + DAY)
    published = other.published()
    placing.pin(published, by=other.manager, at=NOON, until=NOON + DAY)
    meeting(other.portal, starts_at=NOON + DAY)
    assert told(office.chief) == {}
    assert told(office.chief, person=other.reporter) == {}
    assert len(told(other.chief)[TODAY + DAY]) == 4


def test_a_contributor_sees_his_own_and_where_he_is_sent(office):
    writer = make.seated("contributor", office.portal)
    own = office.draft(by=writer, headline="Của tôi")
    for article in (own, office.draft()):
        due.set_due(article, by=office.chief, at=NOON, due_at=NOON + DAY)
    scheduled(office, NOON + DAY)
    office.published()
    held = meeting(office.portal, starts_at=NOON + DAY)
    meeting(office.portal, "Khác", starts_at=NOON + DAY)
    Assignment.objects.create(meeting=held, part="reporter", user=writer, by=office.chief, at=NOON)
    [day] = [each for each in days_of(wanted(writer), NOON, room=9) if each.entries]
    assert [entry.title for entry in day.entries] == ["Của tôi", held.title]
    assert day.entries[1].address == ""  # a page he could not open


def test_a_day_without_room_says_how_many_more(office):
    for number in range(7):
        draft = office.draft(headline=f"Bài {number}")
        due.set_due(draft, by=office.chief, at=NOON, due_at=NOON + DAY + number * HOUR / 10)
    meeting(office.portal, starts_at=NOON + DAY - HOUR)
    [day] = [each for each in days_of(wanted(office.chief, each=4), NOON, room=4) if each.entries]
    assert [entry.title for entry in day.entries] == ["Bài 0", "Bài 1", "Bài 2", "Bài 3"]
    assert (day.total, day.more) == (8, 4)


@pytest.mark.parametrize(("view", "day", "first", "last"), [
    ("thang", (2026, 11, 15), (2026, 10, 26), (2026, 12, 6)),
    ("thang", (2027, 2, 28), (2027, 2, 1), (2027, 2, 28)),
    ("thang", (2026, 12, 31), (2026, 11, 30), (2027, 1, 3)),
    ("tuan", (2026, 11, 29), (2026, 11, 23), (2026, 11, 29)),
])  # fmt: skip
def test_whole_weeks_are_shown(view, day, first, last):
    assert calendar_desk.span_of(view, dt.date(*day)) == (dt.date(*first), dt.date(*last))


# The page


def page(user, **asked):
    return client_of(user).get(PAGE, asked)


@pytest.fixture
def tomorrow(office):
    now = timezone.now()
    draft = office.draft(at=now, headline="Bến <b>đò</b> mở lại")
    due.set_due(draft, by=office.reporter, at=now, due_at=now + DAY)
    return timezone.localdate(now + DAY)


def test_month_and_week_lead_to_the_piece(office, tomorrow):
    piece = Article.objects.get()
    for view in ("thang", "tuan"):
        text = page(office.chief, xem=view, ngay=tomorrow.isoformat()).content.decode()
        assert f'href="/toa-soan/articles/article/{piece.pk}/change/"' in text
        assert "Bến &lt;b&gt;đò&lt;/b&gt; mở lại" in text
        assert '<span class="state state-draft">Cần xong · Đang viết</span>' in text


def test_the_ways_to_other_days_keep_the_filter(office):
    text = page(
        office.chief, ngay="2027-01-31", trang=office.portal.key, nguoi=office.editor.pk
    ).content.decode()
    kept = f"trang={office.portal.key}&amp;nguoi={office.editor.pk}"
    assert f'href="?{kept}&amp;ngay=2026-12-01" rel="prev"' in text
    assert f'href="?{kept}&amp;ngay=2027-02-01" rel="next"' in text
    assert "Tháng 1/2027" in text
    text = page(office.chief, xem="tuan", ngay="2027-01-31").content.decode()
    assert "25/1 – 31/1/2027" in text
    assert 'href="?xem=tuan&amp;ngay=2027-02-01" rel="next"' in text


@pytest.mark.parametrize("asked", [
    {"ngay": "2026-02-30"}, {"ngay": "0001-01-01"}, {"ngay": "x"}, {"xem": "\x00"},
    {"nguoi": "999999999999999999999"}, {"nguoi": "²"}, {"ngay": "2099-12-31", "xem": "tuan"},
])  # fmt: skip
def test_what_cannot_be_read_is_left_out(office, asked):
    assert page(office.chief, **asked).status_code == 200


def test_another_portal_is_not_found(office):
    other = make.Office()
    assert page(office.chief, trang=other.portal.key).status_code == 404
    assert page(office.chief, trang="khong-co").status_code == 404
    assert page(make.user()).status_code == 404
    assert page(make.seated("inspector", office.portal)).status_code == 200
    assert client_of(office.chief).post(PAGE).status_code == 405


def test_colleagues_are_offered_and_nobody_elses(office):
    other = make.Office()
    text = page(office.chief).content.decode()
    assert f">{office.reporter}<" in text
    assert str(other.reporter) not in text
    writer = make.seated("contributor", office.portal)
    assert str(office.reporter) not in page(writer).content.decode()


def test_it_stands_in_the_menu_and_on_the_first_page(office):
    text = client_of(office.reporter).get("/toa-soan/").content.decode()
    assert f'href="{PAGE}">Lịch đăng bài</a>' in text
    assert f'href="{PAGE}?xem=tuan#hom-nay"' in text
    text = client_of(office.reporter).get("/toa-soan/articles/article/").content.decode()
    assert f'href="{PAGE}" data-go="l"' in text


def test_a_kept_filter_opens_it_without_a_day(office):
    query = f"xem=tuan&nguoi={office.chief.pk}"
    client = client_of(office.chief)
    text = client.get(f"{PAGE}?{query}&ngay=2026-11-02").content.decode()
    assert f'name="loc" value="{query.replace("&", "&amp;")}"' in text
    client.post(f"{PAGE}bo-loc/", {"ten": "Của tôi", "loc": query})
    [row] = client.get(f"{PAGE}?xem=tuan").context["kept_filters"]
    client.post(f"{PAGE}bo-loc/", {"lam": "mac-dinh", "bo-loc": row.pk})
    assert client.get(PAGE).url == f"{PAGE}?{query}"
    assert client.get("/toa-soan/articles/article/").status_code == 200  # another screen's


def cost(client, **asked):
    with CaptureQueriesContext(connection) as found:
        assert client.get(PAGE, asked).status_code == 200
    return len(found)


@pytest.mark.sqlite_only
def test_the_page_costs_the_same_at_any_size():
    now = timezone.now()
    offices = [make.Office() for _ in range(2)]
    chief = make.user()
    for office in offices:
        make.seat(chief, office.portal, "chief")
    client = client_of(chief)

    def grow():
        for office in offices:
            draft = office.draft(at=now)
            due.set_due(draft, by=office.reporter, at=now, due_at=now + HOUR)
            scheduled(office, now + HOUR, at=now)
            placing.pin(office.published(at=now), by=office.manager, at=now, until=now + HOUR)
            held = meeting(office.portal, starts_at=now + HOUR)
            Assignment.objects.create(
                meeting=held, part="reporter", user=office.reporter, by=chief, at=now
            )

    grow()
    few = cost(client), cost(client, xem="tuan", nguoi=chief.pk)
    for _ in range(2):
        grow()
    assert (cost(client), cost(client, xem="tuan", nguoi=chief.pk)) == few
    assert max(few) <= 15
