"""What somebody does is told to those whom it concerns, on their desks; never to himself."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.articles import leaving, publishing, workflow
from apps.articles.leaders import links as leader_links
from apps.articles.leaders import outside as outside_opinions
from apps.articles.review import noting
from apps.articles.withdrawal import redacting
from apps.newsroom import noticing
from apps.newsroom.notice_models import Notice
from apps.newsroom.refusals import Refused
from apps.portals import delegating
from tests import make
from tests.make import DAY, HOUR, NOON
from tests.newsroom.people import administrator, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office()


def told(kind, *, desk=True):
    """Who was told of it, as accounts."""
    rows = Notice.objects.filter(kind=kind, on_desk=desk).select_related("user")
    return {row.user for row in rows}


def test_handing_in_tells_those_who_may_approve(office):
    adviser = make.seated("adviser", office.portal)
    other = make.Office()
    office.submitted()
    assert told("handed_in") == {office.editor, office.manager, office.chief}
    assert not {adviser, other.chief} & told("handed_in")


def test_where_editors_do_not_approve_only_chiefs_are_told(office):
    office.portal.editors_approve = False
    office.portal.save()
    office.submitted()
    assert told("handed_in") == {office.chief}


def test_a_delegate_is_told_of_what_he_may_approve_and_of_the_delegation(office):
    office.portal.editors_approve = False
    office.portal.save()
    day = NOON.date()
    seat = delegating.delegate(
        office.portal, office.editor, by=office.chief, at=NOON, starts_on=day, ends_on=day,
        reason="Đi họp",
    )  # fmt: skip
    assert told("delegated") == {office.editor}
    office.submitted()
    assert told("handed_in") == {office.chief, office.editor}
    delegating.withdraw(seat, by=office.chief, at=NOON + HOUR)
    assert told("delegation_withdrawn") == {office.editor}


def test_the_author_hears_what_becomes_of_his_article(office):
    article = office.submitted()
    workflow.send_back(article, by=office.editor, at=NOON, reason="Thiếu tên người chủ trì")
    assert told("sent_back") == {office.reporter}
    workflow.submit(article, by=office.reporter, at=NOON)
    office.edit(article, office.editor, sapo="Sáng 30/4/2026, Thị ủy họp.")
    assert told("edited") == {office.reporter}
    workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert told("signed") == {office.reporter}
    workflow.agree(article, by=office.reporter, at=NOON, digest=make.digest(article))
    assert told("agreed") == {office.editor}
    office.edit(article, office.editor, sapo="Sáng 30/4/2026, Thị ủy họp phiên thường kỳ.")
    workflow.approve(article, by=office.editor, at=NOON, digest=make.digest(article))
    workflow.approve(article, by=office.chief, at=NOON, digest=make.digest(article))
    assert told("approved") == {office.reporter}
    later = NOON + HOUR
    workflow.schedule(
        article, by=office.chief, at=NOON, digest=make.digest(article), live_from=later
    )
    assert told("scheduled") == {office.reporter}
    publishing.unschedule(article, by=office.chief, at=NOON)
    assert told("unscheduled") == {office.reporter}
    workflow.publish(article, by=office.chief, at=NOON, digest=make.digest(article))
    assert told("published") == {office.reporter}


def test_nobody_is_told_what_he_did_himself(office):
    article = office.submitted()
    workflow.withdraw(article, by=office.reporter, at=NOON)
    office.edit(article, office.reporter, sapo="Chiều 30/4, Thị ủy họp.")
    workflow.submit(article, by=office.reporter, at=NOON)
    assert not Notice.objects.filter(user=office.reporter).exists()


def test_an_editor_who_saves_five_times_is_told_of_once_until_it_is_seen(office):
    article = office.submitted()
    for n in range(5):
        office.edit(article, office.editor, at=NOON + n * HOUR, sapo=f"Câu thứ {n}.")
    one = Notice.objects.get(kind="edited")
    assert one.at == NOON + 4 * HOUR
    noticing.mark_seen(office.reporter, NOON + 5 * HOUR)
    office.edit(article, office.editor, at=NOON + 6 * HOUR, sapo="Câu cuối.")
    assert Notice.objects.filter(kind="edited").count() == 2


def test_editing_a_draft_of_a_colleague_asks_for_no_agreement(office):
    office.edit(office.draft(), office.editor, sapo="Khác.")
    assert not Notice.objects.exists()


def test_hiding_tells_the_author_on_his_desk_and_the_board_by_e_mail_only(office, settings):
    settings.TOASOAN_MAIL = True
    for person in (office.chief, office.manager):
        person.email = f"{person.username}@example.vn"
        person.save()
    article = office.published()
    publishing.hide(article, by=office.editor, at=NOON)
    assert told("hidden") == {office.reporter}
    assert told("hidden", desk=False) == {office.chief, office.manager}
    publishing.show_again(article, by=office.chief, at=NOON)
    publishing.take_down(article, by=office.chief, at=NOON, reason="Sai", ordered_by="Ban")
    assert told("shown_again") == told("taken_down") == {office.reporter}
    assert told("taken_down", desk=False) == {office.manager}


def test_a_secret_that_is_out_is_told_to_the_board_and_the_administrator(office):
    admin = administrator()
    now = dt.datetime.now(dt.UTC)
    article = office.published(at=now)
    from_readers = publishing.Showing.objects.get(key=article.key).cut
    redacting.ask(article, from_readers, by=office.chief, at=now, reason="Lộ bí mật")
    assert told("secrecy") == {admin, office.manager}
    text = page(admin, "thong-bao/").content.decode()
    assert "Bản đã đăng cần xóa nội dung" in text
    assert article.headline not in text
    secret = Notice.objects.get(user=admin)
    assert page(admin, f"thong-bao/{secret.pk}/").url == "/toa-soan/articles/article/blank/"
    redacting.carry_out(from_readers, by=admin, at=now)
    assert told("blanked") == {office.chief, office.manager}


def test_pieces_handed_over_are_told_to_the_receiver(office):
    article = office.draft()
    colleague = make.seated("reporter", office.portal)
    leaving.carry_out(office.reporter, {office.portal.key: colleague}, by=administrator(), at=NOON)
    assert told("handed_over") == {colleague}
    assert Notice.objects.get().key == article.key


def test_a_leaders_opinion_and_signature_are_told_to_author_and_asker(office):
    leader = make.seated("adviser", office.portal)
    article = office.submitted()
    handed = leader_links.make_link(article, leader, by=office.manager, at=NOON, days=3)
    leader_links.say(handed.link, "Thêm một câu.", at=NOON)
    assert told("leader_said") == {office.reporter, office.manager}
    leader_links.agree(handed.link, at=NOON)
    assert told("leader_signed") == {office.reporter, office.manager}
    Notice.objects.all().delete()
    outside_opinions.record_outside(
        article,
        by=office.editor,
        at=NOON,
        said_by="Bí thư",
        way="phone",
        said_at=NOON,
        words="Được",
    )
    assert told("leader_said") == {office.reporter}


def test_what_was_decided_waits_for_nobody_any_more(office):
    article = office.submitted()
    office.edit(article, office.editor, sapo="Khác.")
    waiting = Notice.objects.filter(kind__in=["handed_in", "edited"], seen_at=None)
    assert waiting.count() == 4
    workflow.agree(article, by=office.reporter, at=NOON, digest=make.digest(article))
    workflow.publish(article, by=office.chief, at=NOON, digest=make.digest(article))
    assert not waiting.exists()


def test_notes_and_answers_are_told_to_those_who_talk(office):
    article = office.submitted()
    note = noting.put(article, by=office.chief, at=NOON, words="Chức danh này đúng chưa?")
    assert told("noted") == {office.reporter}
    noting.answer(note, by=office.reporter, at=NOON, words="Đúng, theo quyết định mới.")
    assert told("answered") == {office.chief}


def test_who_reviews_instead_of_whom(office):
    article = office.submitted()
    workflow.claim(article, by=office.editor, at=NOON)
    assert told("handled") == {office.reporter}
    workflow.take_over(article, by=office.chief, at=NOON, reason="Cần đăng sớm")
    assert told("taken_over") == {office.editor}


def test_a_refused_act_tells_nobody(office):
    article = office.submitted()
    Notice.objects.all().delete()
    with pytest.raises(Refused):
        workflow.send_back(article, by=office.editor, at=NOON, reason=" ")
    assert not Notice.objects.exists()


def test_closed_accounts_are_told_nothing_and_old_notices_are_swept(office, monkeypatch):
    office.chief.is_active = False
    office.chief.save()
    office.submitted(at=NOON - 91 * DAY)
    assert Notice.objects.count() == 2
    monkeypatch.setattr(noticing, "SWEEPS", 1)
    article = office.submitted(at=NOON)
    assert {row.key for row in Notice.objects.all()} == {article.key}


@pytest.fixture
def sent_back(office):
    now = dt.datetime.now(dt.UTC)
    article = office.submitted(at=now - HOUR, headline="Phường họp <b>bàn</b> việc chợ")
    workflow.send_back(article, by=office.editor, at=now, reason="Thiếu tên người chủ trì")
    return article


def page(person, where=""):
    return client_of(person).get(f"/toa-soan/{where}")


def count_of(text):
    found = text.partition('<span class="bell-count">')[2]
    return found.partition("<")[0]


def test_the_bell_counts_and_the_list_leads_to_the_thing(office, sent_back):
    text = page(office.reporter).content.decode()
    assert count_of(text) == "1"
    assert "Thông báo: 1 mới" in text
    text = page(office.reporter, "thong-bao/").content.decode()
    assert "Trả lại để sửa" in text
    assert "Thiếu tên người chủ trì" in text
    assert "Phường họp &lt;b&gt;bàn&lt;/b&gt; việc chợ" in text
    notice = Notice.objects.get(user=office.reporter)
    answer = page(office.reporter, f"thong-bao/{notice.pk}/")
    assert answer.url == f"/toa-soan/articles/article/{sent_back.pk}/change/"
    assert count_of(page(office.reporter).content.decode()) == ""
    assert "Trả lại để sửa" in page(office.reporter, "thong-bao/").content.decode()


def test_opening_the_article_by_any_way_is_seeing_what_was_told_of_it(office, sent_back):
    page(office.reporter, "thong-bao/")
    assert count_of(page(office.reporter).content.decode()) == "1"
    text = page(office.reporter, f"articles/article/{sent_back.pk}/change/").content.decode()
    assert count_of(text) == ""


def test_the_review_screen_counts_as_opening(office):
    article = office.submitted(at=dt.datetime.now(dt.UTC))
    assert count_of(page(office.chief).content.decode()) == "1"
    text = page(office.chief, f"articles/article/{article.pk}/duyet/").content.decode()
    assert count_of(text) == ""


def test_marking_as_seen(office, sent_back):
    client = client_of(office.reporter)
    assert client.get("/toa-soan/thong-bao/da-xem/").status_code == 405
    client.post("/toa-soan/thong-bao/da-xem/", {"key": "article:0"})
    assert count_of(client.get("/toa-soan/").content.decode()) == "1"
    client.post("/toa-soan/thong-bao/da-xem/", {"key": sent_back.key})
    assert count_of(client.get("/toa-soan/").content.decode()) == ""


def test_a_notice_is_ones_own(office, sent_back):
    notice = Notice.objects.get(user=office.reporter)
    for other in (office.chief, make.Office().chief, administrator()):
        client = client_of(other)
        assert client.get(f"/toa-soan/thong-bao/{notice.pk}/").status_code == 404
        client.post("/toa-soan/thong-bao/da-xem/", {"key": sent_back.key})
    notice.refresh_from_db()
    assert notice.seen_at is None
    assert page(office.reporter, "thong-bao/999999999/").status_code == 404
    address = "thong-bao/99999999999999999999999/"
    assert page(office.reporter, address).status_code == 404


def test_what_one_may_no_longer_see_is_not_shown_nor_counted(office, sent_back):
    office.reporter.seats.update(ends_on=dt.date(2020, 1, 2))
    make.seat(office.reporter, make.portal(), "reporter")
    assert count_of(page(office.reporter).content.decode()) == ""
    assert "việc chợ" not in page(office.reporter, "thong-bao/").content.decode()
    notice = Notice.objects.get(user=office.reporter)
    assert page(office.reporter, f"thong-bao/{notice.pk}/").status_code == 404


def test_a_contributors_lost_piece_stops_counting_once_the_list_was_opened(office):
    writer = make.seated("contributor", office.portal)
    article = office.draft(by=writer)
    workflow.submit(article, by=writer, at=NOON)
    now = dt.datetime.now(dt.UTC)
    workflow.send_back(article, by=office.editor, at=now, reason="Sửa")
    type(article).objects.filter(pk=article.pk).update(author=office.reporter)
    text = page(writer, "thong-bao/").content.decode()
    assert article.headline not in text
    assert count_of(text) == ""


def test_what_is_only_mailed_does_not_stand_on_the_desk(office):
    Notice.objects.create(
        user=office.chief, kind="hidden", key="article:1", on_desk=False, at=NOON,
        act=noticing.Notice._meta.get_field("act").related_model.objects.create(
            key="article:1", verb="hide", by=office.editor, at=NOON
        ),
    )  # fmt: skip
    assert count_of(page(office.chief).content.decode()) == ""


def queries(client, where):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/toa-soan/{where}").status_code == 200
    return [query["sql"] for query in asked]


@pytest.mark.sqlite_only
def test_the_bell_costs_one_query_at_any_number(office, sent_back):
    client = client_of(office.reporter)
    one = queries(client, "articles/contributor/")
    assert sum("newsroom_notice" in sql for sql in one) == 1
    for _n in range(5):
        article = office.submitted(at=dt.datetime.now(dt.UTC))
        workflow.send_back(article, by=office.editor, at=dt.datetime.now(dt.UTC), reason="Sửa")
    assert len(queries(client, "articles/contributor/")) == len(one)
    several = queries(client, "thong-bao/")
    assert len(several) <= 12
