"""E-mails to those who are told: never lost, never twice, several of a while in one."""

import datetime as dt
import smtplib

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from apps.articles import publishing, workflow
from apps.newsroom import letters, noticing, outbox, posting
from apps.newsroom.models import Act
from apps.newsroom.notice_models import Group, Letter, Notice, NoticeWay
from apps.newsroom.refusals import Refused
from tests import make
from tests.make import DAY, HOUR, NOON
from tests.newsroom.people import administrator, at_once, client_of

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)
State = Letter.State
HERE = "tests.newsroom.test_letters"


class Grumbling(EmailBackend):
    """Takes no letter to an address that holds "hong"."""

    def send_messages(self, messages):
        if any("hong" in address for message in messages for address in message.to):
            raise smtplib.SMTPRecipientsRefused({"hong@example.vn": (550, b"no such user")})
        return super().send_messages(messages)


class Away(EmailBackend):
    def open(self):
        raise ConnectionRefusedError("nobody there")


@pytest.fixture(autouse=True)
def post(settings):
    settings.TOASOAN_MAIL = True
    settings.TOASOAN_ADDRESS = "https://toasoan.example.vn"
    cache.clear()


@pytest.fixture
def office(post):
    made = make.Office()
    for name in ("reporter", "editor", "chief"):
        person = getattr(made, name)
        person.email = f"{name}@example.vn"
        person.save()
    return made


def send(now):
    return posting.send_due(lambda: now)


def sent_back(office, at=NOON, **fields):
    article = office.submitted(at=at, **fields)
    return workflow.send_back(article, by=office.editor, at=at, reason="Thiếu tên chủ trì")


def to(address):
    return [message for message in mail.outbox if message.to == [address]]


def test_sent_back_goes_out_at_once_after_the_commit(office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        article = sent_back(office, headline="Phường họp\nbàn việc chợ", sapo="Lời riêng.")
        assert mail.outbox == []
    [message] = mail.outbox
    assert message.to == ["reporter@example.vn"]
    assert message.subject == "Trả lại để sửa: Phường họp bàn việc chợ"
    notice = Notice.objects.get(user=office.reporter)
    assert f"https://toasoan.example.vn/toa-soan/thong-bao/{notice.pk}/" in message.body
    assert f"({office.editor}, 12:00 ngày 30/04/2026)" in message.body
    assert "Lời riêng" not in message.body
    assert "Hội nghị" not in message.body
    assert "Thiếu tên" not in message.body
    assert article.headline in message.body
    assert message.extra_headers["Message-ID"].startswith(f"<toasoan-{notice.letter_id}-")


def test_what_comes_within_ten_minutes_is_one_letter(office):
    first, second = office.submitted(at=NOON), office.submitted(at=NOON + 5 * MINUTE)
    assert send(NOON + 9 * MINUTE).sent == 0
    assert send(NOON + 10 * MINUTE).sent == 2
    [message] = to("chief@example.vn")
    assert message.subject == "Tòa soạn: 2 thông báo"
    assert first.headline in message.body
    assert second.headline in message.body
    office.submitted(at=NOON + 11 * MINUTE)
    assert send(NOON + 12 * MINUTE).sent == 0
    assert send(NOON + 21 * MINUTE).sent == 2


def test_an_urgent_notice_takes_what_waits_along(office):
    article = office.submitted(at=NOON - HOUR)
    workflow.claim(article, by=office.editor, at=NOON)
    workflow.send_back(article, by=office.editor, at=NOON + MINUTE, reason="Sửa")
    send(NOON + MINUTE)
    [message] = to("reporter@example.vn")
    assert message.subject == f"2 thông báo: {article.headline}"
    assert message.body.index("nhận xử lý") < message.body.index("Trả lại để sửa")


def choose(person, group, way):
    NoticeWay.objects.create(user=person, group=group, way=way)


def test_each_person_chooses_for_each_group(office):
    choose(office.reporter, Group.MINE, "desk")
    choose(office.chief, Group.WAITING, "daily")
    sent_back(office)
    assert Notice.objects.filter(user=office.reporter, letter=None).exists()
    waits = {letter.user: letter.not_before for letter in Letter.objects.all()}
    seven = dt.datetime(2026, 5, 1, 0, tzinfo=dt.UTC)  # 7:00 in Vietnam
    assert waits == {office.chief: seven, office.editor: NOON + 10 * MINUTE}


def test_once_a_day_is_one_letter_at_seven(office):
    choose(office.chief, Group.WAITING, "daily")
    office.submitted(at=NOON)
    office.submitted(at=NOON + HOUR)
    assert letters.next_morning(NOON) == NOON + 19 * HOUR
    assert letters.next_morning(NOON + 19 * HOUR) == NOON + 19 * HOUR + DAY
    send(NOON + 18 * HOUR)
    assert to("chief@example.vn") == []
    send(NOON + 19 * HOUR)
    assert "2 thông báo" in to("chief@example.vn")[0].subject


def test_without_an_address_or_without_e_mail_nothing_is_written(office, settings):
    office.submitted()
    assert not Letter.objects.filter(user=office.manager).exists()
    Letter.objects.all().delete()
    settings.TOASOAN_MAIL = False
    office.submitted()
    assert not Letter.objects.exists()
    assert Notice.objects.filter(user=office.chief, letter=None).exists()


def test_a_letter_that_fails_waits_longer_each_time_and_is_kept(office, settings):
    settings.EMAIL_BACKEND = f"{HERE}.Grumbling"
    office.reporter.email = "hong@example.vn"
    office.reporter.save()
    sent_back(office)
    now, pauses = NOON, []
    for _n in range(12):
        letter = Letter.objects.get(user=office.reporter)
        if letter.state == State.GIVEN_UP:
            break
        pauses.append(letter.not_before - now)
        now = letter.not_before
        assert send(now).failed == 1
        assert send(now).failed == 0
    assert pauses[1:] == posting.PAUSES
    assert letter.state == State.GIVEN_UP
    assert letter.tries == len(posting.PAUSES) + 1
    assert "no such user" in letter.last_error
    assert Notice.objects.filter(user=office.reporter, letter=letter).exists()


def test_a_failing_address_holds_up_nobody(office, settings):
    settings.EMAIL_BACKEND = f"{HERE}.Grumbling"
    office.editor.email = "hong@example.vn"
    office.editor.save()
    office.submitted()
    done = send(NOON + HOUR)
    assert (done.sent, done.failed) == (1, 1)
    assert to("chief@example.vn")


def test_a_server_that_is_away_costs_one_try_and_acts_do_not_wait_for_it(office, settings):
    settings.EMAIL_BACKEND = f"{HERE}.Away"
    office.submitted()
    done = send(NOON + HOUR)
    assert (done.sent, done.failed, done.reachable) == (0, 1, False)
    assert sorted(Letter.objects.values_list("tries", flat=True)) == [0, 1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert posting.send_few(NOON + 2 * HOUR).sent == 0
    assert send(NOON + 2 * HOUR).sent == 2


def test_an_error_while_sending_after_a_commit_undoes_nothing(
    office, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = f"{HERE}.Away"
    with django_capture_on_commit_callbacks(execute=True):
        article = sent_back(office)
    assert make.fresh(article).state == "sent_back"
    letter = Letter.objects.get(user=office.reporter)
    assert (letter.state, letter.tries) == (State.WAITING, 1)
    assert "nobody there" in letter.last_error


def test_who_dies_between_sending_and_noting_sends_once_more_and_then_no_more(office, monkeypatch):
    sent_back(office)

    def dies(*_args, **_values):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(posting, "_note", dies)
        with pytest.raises(KeyboardInterrupt):
            send(NOON)
    assert len(to("reporter@example.vn")) == 1
    assert send(NOON + MINUTE).sent == 0  # the claim stands
    assert send(NOON + posting.CLAIM).sent >= 1
    one, again = to("reporter@example.vn")
    assert one.extra_headers["Message-ID"] == again.extra_headers["Message-ID"]
    assert send(NOON + DAY).sent == 0


@pytest.mark.django_db(transaction=True)
def test_two_ticks_at_once_send_each_letter_once(office):
    for n in range(4):
        office.submitted(at=NOON + n * 11 * MINUTE)
    later = NOON + DAY
    assert at_once(lambda: send(later), lambda: send(later)) == ["done", "done"]
    assert len(mail.outbox) == 8
    assert set(Letter.objects.values_list("state", "tries")) == {(State.SENT, 1)}


def test_who_may_no_longer_see_a_thing_is_not_written_its_headline(office):
    article = office.submitted(at=NOON)
    office.chief.seats.update(ends_on=dt.date(2020, 1, 2))
    office.editor.is_active = False
    office.editor.save()
    assert send(NOON + HOUR).dropped == 2
    assert mail.outbox == []
    assert article.headline not in str(mail.outbox)
    assert set(Letter.objects.values_list("state", flat=True)) == {State.NOT_NEEDED}


def test_the_board_is_written_to_at_once_when_something_is_hidden(office):
    article = office.published(at=NOON - HOUR)
    send(NOON)
    mail.outbox.clear()
    publishing.hide(article, by=office.editor, at=NOON)
    send(NOON)
    [message] = to("chief@example.vn")
    assert message.subject == f"Bài bị tạm ẩn: {article.headline}"


def test_what_was_seen_on_the_desk_meanwhile_is_not_mailed(office):
    office.submitted(at=NOON)
    noticing.mark_seen(office.chief, NOON + MINUTE)
    assert send(NOON + HOUR).dropped == 1
    assert to("chief@example.vn") == []
    assert to("editor@example.vn")


def test_a_new_address_counts_for_what_waits(office):
    sent_back(office)
    office.reporter.email = "moi@example.vn"
    office.reporter.save()
    send(NOON)
    assert to("moi@example.vn")


def test_tick_says_what_it_did(office, settings, capsys):
    now = timezone.now()
    sent_back(office, at=now)
    call_command("tick")
    assert capsys.readouterr().out == (
        "Đã gửi 1 thư, chưa gửi được 0, không còn cần gửi 0, đang chờ 2.\n"
    )
    settings.TOASOAN_MAIL = False
    call_command("tick")
    assert "Chưa cấu hình gửi thư" in capsys.readouterr().out


OUTBOX = "/toa-soan/newsroom/letter/"


def test_the_administrator_sees_the_outbox_without_headlines_and_sends_again(office, settings):
    settings.EMAIL_BACKEND = f"{HERE}.Grumbling"
    office.reporter.email = "hong@example.vn"
    office.reporter.save()
    article = sent_back(office)
    send(NOON)
    letter = Letter.objects.get(user=office.reporter)
    client = client_of(administrator())
    for address in (OUTBOX, f"{OUTBOX}{letter.pk}/change/"):
        text = client.get(address).content.decode()
        assert "hong@example.vn" in text
        assert "no such user" in text
        assert article.headline not in text
    office.reporter.email = "dung@example.vn"
    office.reporter.save()
    told = client.post(
        OUTBOX, {"action": "send_again", "_selected_action": [letter.pk]}, follow=True
    )
    assert "Sẽ gửi lại 1 thư" in told.content.decode()
    assert Act.objects.filter(key=f"letter:{letter.pk}", verb="resend_letter").exists()
    send(timezone.now())
    assert to("dung@example.vn")
    with pytest.raises(Refused, match="không gửi hai lần"):
        outbox.resend(letter, by=administrator(), at=NOON)


def test_nobody_else_sees_the_outbox(office):
    sent_back(office)
    letter = Letter.objects.first()
    for person in (office.chief, office.reporter):
        client = client_of(person)
        assert client.get(OUTBOX).status_code == 403
        assert client.get(f"{OUTBOX}{letter.pk}/change/").status_code == 403
        with pytest.raises(Refused):
            outbox.resend(letter, by=person, at=NOON)


WAYS = "/toa-soan/thong-bao/cach-nhan/"


def test_a_person_chooses_on_a_page_that_says_where_e_mails_go(office, settings):
    client = client_of(office.reporter)
    assert "reporter@example.vn" in client.get(WAYS).content.decode()
    answer = client.post(WAYS, {"waiting": "daily", "mine": "desk", "trouble": "at_once"})
    assert answer.status_code == 302
    kept = dict(NoticeWay.objects.filter(user=office.reporter).values_list("group", "way"))
    assert kept == {"waiting": "daily", "mine": "desk", "trouble": "at_once"}
    assert client.post(WAYS, {"waiting": "nonsense"}).status_code == 200
    assert "chưa có địa chỉ thư" in client_of(office.manager).get(WAYS).content.decode()
    settings.TOASOAN_MAIL = False
    assert "chưa gửi thư" in client.get(WAYS).content.decode()
