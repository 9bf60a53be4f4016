"""What a leader's link shows and what the desk shows of it, over HTTP."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles import workflow
from apps.articles.leaders import links as leader_links
from apps.articles.models import LeaderLink, Opinion
from apps.media.attachments import add_attachment
from apps.media.uploads import add_picture
from apps.newsroom.models import Act, Signature

from . import make
from .make import DAY
from .media import samples
from .test_articles_desk import PDF, client_of, form

pytestmark = pytest.mark.django_db
DESK = "/toa-soan/articles/article/"
HEADLINE = "Thường vụ bàn việc hệ trọng"


@pytest.fixture
def office():
    made = make.Office().with_frame()
    made.leader = make.seated("adviser", made.portal)
    return made


@pytest.fixture
def now():
    return timezone.now()


class Phone:
    """A browser without any session, at one link."""

    def __init__(self, handed):
        self.handed, self.client = handed, Client()
        self.address = f"/toa-soan/y-kien/{handed.token}/"

    def get(self, path="", **options):
        return self.client.get(self.address + path, **options)

    def post(self, act, follow=True, **fields):
        return self.client.post(self.address, {"act": act, **fields}, follow=follow)

    def come_in(self):
        return self.post("open", pin=self.handed.pin)


def sent(office, article, at, days=3):
    return leader_links.make_link(article, office.leader, by=office.manager, at=at, days=days)


@pytest.fixture
def article(office, now):
    return office.submitted(at=now, headline=HEADLINE, body="<p>Chỉ nội bộ mới biết.</p>")


@pytest.fixture
def phone(office, article, now):
    return Phone(sent(office, article, now))


def rows():
    return [Act.objects.count(), Signature.objects.count(), list(LeaderLink.objects.values())]


@pytest.mark.parametrize("method", ["get", "head", "options", "put"])
def test_opening_changes_nothing_and_tells_nothing(phone, office, method):
    before = rows()
    answer = getattr(phone.client, method)(phone.address, headers={"User-Agent": "Zalo/1.0"})
    assert rows() == before
    for words in (HEADLINE, "nội bộ", "og:", office.portal.name, str(office.leader)):
        assert words not in answer.content.decode()


def test_nobody_keeps_or_lists_what_the_link_shows(phone):
    for answer in (phone.get(), phone.come_in()):
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert "noindex" in answer["X-Robots-Tag"]
        assert "og:" not in answer.content.decode()


def test_a_strange_link_is_404_in_words(office):
    answer = Client().get("/toa-soan/y-kien/khong-co-dau/")
    assert answer.status_code == 404
    assert "Liên kết" in answer.content.decode()


def test_he_reads_and_signs(phone, office, article):
    assert "sai" in phone.post("open", pin="12").content.decode()
    shown = phone.come_in().content.decode()
    assert HEADLINE in shown and "Chỉ nội bộ mới biết." in shown
    done = phone.post("agree").content.decode()
    assert "đã đồng ý" in done
    assert Signature.objects.filter(user=office.leader, digest=make.digest(article)).count() == 1
    phone.post("agree")
    history = client_of(office.reporter).get(f"{DESK}{article.pk}/history/").content.decode()
    assert f"qua liên kết do {office.manager} tạo" in history
    assert Act.objects.filter(verb="consent").count() == 1


def test_without_the_pin_nothing_is_signed_or_said(phone):
    for act in ("agree", "say"):
        answer = phone.post(act, words="Bỏ câu cuối.").content.decode()
        assert HEADLINE not in answer
    assert not Opinion.objects.exists()
    assert not Signature.objects.filter(role="adviser").exists()
    assert LeaderLink.objects.get().tries == 0


def test_the_pin_alone_never_signs(phone):
    answer = phone.post("agree", pin=phone.handed.pin).content.decode()
    assert HEADLINE in answer
    assert not Signature.objects.filter(role="adviser").exists()


def test_words_typed_before_the_cookie_ended_come_back_after_the_pin(phone):
    door = phone.post("say", words="Bỏ câu cuối.").content.decode()
    assert "Bỏ câu cuối." in door
    inside = phone.post("open", pin=phone.handed.pin, words="Bỏ câu cuối.").content.decode()
    assert re.search(r"<textarea[^>]*>\s*Bỏ câu cuối\.</textarea>", inside)


def test_one_links_cookie_opens_no_other(phone, office, now):
    phone.come_in()
    other = Phone(sent(office, office.submitted(at=now, headline="Bài khác"), now))
    other.client.cookies["y_kien"] = phone.client.cookies["y_kien"].value
    assert "Bài khác" not in other.get().content.decode()
    other.client.cookies["y_kien"] = "bia:bia"
    assert "Bài khác" not in other.get().content.decode()


def test_needs_mending_lands_on_the_article(phone, office, article):
    phone.come_in()
    assert "Bỏ câu cuối." in phone.post("say", words="Bỏ câu cuối.").content.decode()
    for who in (office.reporter, office.editor):
        page = client_of(who).get(f"{DESK}{article.pk}/change/").content.decode()
        assert "Bỏ câu cuối." in page and str(office.leader) in page


def test_changed_text_is_said_and_a_new_link_asked_for(phone, office, article, now):
    phone.come_in()
    office.edit(article, office.editor, at=now, sapo="Khác hẳn.")
    answer = phone.get().content.decode()
    assert "đã thay đổi" in answer
    assert "Khác hẳn." not in answer and HEADLINE not in answer
    kept = phone.post("agree").content.decode()
    assert "đã thay đổi" in kept
    assert not Signature.objects.filter(role="adviser").exists()
    phone.post("ask_again")
    page = client_of(office.manager).get(f"{DESK}{article.pk}/change/").content.decode()
    assert "liên kết mới" in page


def test_words_about_a_changed_text_are_kept_and_shown_to_him(phone, office, article, now):
    phone.come_in()
    office.edit(article, office.editor, at=now, sapo="Khác hẳn.")
    answer = phone.post("say", words="Bỏ câu cuối.").content.decode()
    assert "đã thay đổi" in answer and "Bỏ câu cuối." in answer
    assert Opinion.objects.count() == 1


def test_published_meanwhile_no_pin_is_asked(phone, office, article, now):
    workflow.publish(article, by=office.editor, at=now, digest=make.digest(article))
    door = phone.get().content.decode()
    assert "không còn chờ ý kiến" in door and 'name="pin"' not in door


def test_asking_for_a_new_link_needs_the_pin(office, article, now):
    phone = Phone(sent(office, article, now))
    office.edit(article, office.editor, at=now, sapo="Khác hẳn.")
    phone.post("ask_again", pin="1")
    assert LeaderLink.objects.get().asked_again_at is None
    phone.post("ask_again", pin=phone.handed.pin)
    assert LeaderLink.objects.get().asked_again_at


@pytest.mark.parametrize("end", ["expired", "revoked", "seat", "locked"])
def test_a_dead_link_shows_nothing_even_inside(office, article, now, end):
    phone = Phone(sent(office, article, now - 2 * DAY if end == "expired" else now, days=1))
    link = phone.handed.link
    if end == "expired":
        LeaderLink.objects.update(expires_at=now + DAY)
    phone.come_in()
    if end == "expired":
        LeaderLink.objects.update(expires_at=now)
    elif end == "revoked":
        leader_links.revoke(link, by=office.chief, at=now)
    elif end == "seat":
        office.leader.seats.update(ends_on=(now - 2 * DAY).date())
    else:
        LeaderLink.objects.update(tries=5)
    for answer in (phone.get(), phone.post("agree"), phone.post("say", words="Một câu dài.")):
        assert HEADLINE not in answer.content.decode()
    assert not Opinion.objects.exists()
    assert "Một câu dài." in answer.content.decode()


@pytest.fixture
def with_files(office, now, tmp_path, settings):
    picture = add_picture(
        portal=office.portal.key, file=samples.upload(samples.photo((700, 400))),
        by=office.reporter, at=now, caption="Quang cảnh", alt="Hội trường",
    )  # fmt: skip
    attached = add_attachment(
        portal=office.portal.key, file=samples.upload(PDF, "ke-hoach.pdf"), by=office.reporter,
        at=now, title="Kế hoạch",
    )  # fmt: skip
    article = office.draft(
        at=now, body=f'<figure><img data-file="{picture.pk}" alt="Hội trường"></figure><p>Tin.</p>'
    )
    article.pictures.create(picture=picture, placement="lead", caption="Ảnh đầu")
    article.attachments.create(attachment=attached)
    return workflow.submit(article, by=office.reporter, at=now)


def test_pictures_come_by_the_link_and_only_to_who_is_in(office, with_files, now):
    phone = Phone(sent(office, with_files, now))
    shown = phone.come_in().content.decode()
    found = set(re.findall(r'/[^\s",]+/(?:anh|tep)/[^\s",]+', shown))
    assert any("/tep/" in each for each in found) and any(".jpg" in each for each in found)
    for address in found:
        assert address.startswith(phone.address)
        answer = phone.client.get(address)
        assert answer.status_code == 200, address
        assert answer["Cache-Control"] == "private, no-store"
        assert b"".join(answer.streaming_content)
        assert Client().get(address).status_code == 404
    assert phone.get("anh/" + "0" * 64 + "/480.jpg").status_code == 404


def test_the_desk_makes_shows_and_revokes_a_link(office, article):
    desk = client_of(office.manager)
    page = desk.get(f"{DESK}{article.pk}/change/").content.decode()
    assert "Gửi lãnh đạo cho ý kiến" in page
    answer = desk.post(
        f"{DESK}{article.pk}/leaders/", {"act": "ask", "leader": office.leader.pk, "days": "3"}
    )
    shown = answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    address = re.search(r'value="(http://testserver/toa-soan/y-kien/[\w-]+/)"', shown)[1]
    pin = re.search(r'class="secret">(\d{6})<', shown)[1]
    page = desk.get(f"{DESK}{article.pk}/change/").content.decode()
    assert str(office.leader) in page and address not in page and pin not in page
    link = LeaderLink.objects.get()
    desk.post(f"{DESK}{article.pk}/leaders/{link.pk}/revoke/")
    link.refresh_from_db()
    assert link.revoked_by == office.manager


def test_the_button_saves_and_goes_to_the_leaders_page(office, article):
    desk = client_of(office.manager)
    typed = form(make.fresh(article), act="ask_leader", note="Xin ý kiến")
    answer = desk.post(f"{DESK}{article.pk}/change/", typed)
    assert answer.url == f"{DESK}{article.pk}/leaders/"


def test_who_may_not_send_sees_no_button(office, article):
    for who in (office.reporter, office.editor):
        desk = client_of(who)
        assert (
            "Gửi lãnh đạo cho ý kiến"
            not in desk.get(f"{DESK}{article.pk}/change/").content.decode()
        )
        desk.post(f"{DESK}{article.pk}/leaders/", {"act": "ask", "leader": office.leader.pk})
    assert not LeaderLink.objects.exists()


def test_other_portals_find_neither_page_nor_link(office, article, phone):
    desk = client_of(make.Office().chief)
    link = phone.handed.link
    other = office.submitted(at=timezone.now())
    assert desk.get(f"{DESK}{article.pk}/leaders/").status_code == 404
    assert desk.post(f"{DESK}{article.pk}/leaders/{link.pk}/revoke/").status_code == 404
    mine = client_of(office.chief)
    assert mine.post(f"{DESK}{other.pk}/leaders/{link.pk}/revoke/").status_code == 404


def told(**fields):
    return {
        "act": "record", "said_by": "Đồng chí Bí thư", "way": "zalo", "said_at_0": "1/4/2026",
        "said_at_1": "9:05", "words": "Đồng ý đăng.", **fields,
    }  # fmt: skip


def test_what_was_said_outside_stands_on_the_article(office, article):
    desk = client_of(office.editor)
    desk.post(f"{DESK}{article.pk}/leaders/", told())
    page = desk.get(f"{DESK}{article.pk}/change/").content.decode()
    assert "Đồng ý đăng." in page and "không phải chữ ký" in page


@pytest.mark.parametrize(
    "wrong", [{"said_at_0": "31/2/2026"}, {"said_at_0": "1/4/9999"}, {"way": "link"},
              {"said_by": "\x00"}, {"said_at_0": ""}],
)  # fmt: skip
def test_half_told_it_stays_in_the_form(office, article, wrong):
    page = client_of(office.editor).post(f"{DESK}{article.pk}/leaders/", told(**wrong))
    assert page.status_code == 200
    assert "Đồng ý đăng." in page.content.decode()
    assert not Opinion.objects.exists()


def queries_of(client, article):
    """Of a page opened before: the first opening of a day reads the register into memory."""
    client.get(f"{DESK}{article.pk}/change/")
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{DESK}{article.pk}/change/")
    return len(queries)


@pytest.mark.sqlite_only
def test_the_article_costs_the_same_with_many_links(office, article, now):
    desk = client_of(office.manager)
    leader_links.say(sent(office, article, now).link, "Sửa.", at=now)
    few = queries_of(desk, article)
    for _n in range(6):
        leader = make.seated("adviser", office.portal)
        handed = leader_links.make_link(article, leader, by=office.manager, at=now, days=3)
        leader_links.say(handed.link, "Sửa.", at=now)
    assert queries_of(desk, article) == few


@pytest.mark.sqlite_only
def test_the_leaders_page_costs_the_same_with_many_pictures(office, with_files, now):
    counts = []
    for more in (0, 4):
        for _n in range(more):
            lead = with_files.pictures.get(placement="lead")
            with_files.pictures.create(picture=lead.picture, placement="gallery")
        phone = Phone(sent(office, with_files, now))
        phone.come_in()
        with CaptureQueriesContext(connection) as queries:
            assert phone.get().status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] < 25, counts


@pytest.mark.django_db(transaction=True)
def test_two_at_once_sign_once(office, article, now):
    link = sent(office, article, now).link
    ready, wrong = threading.Barrier(2), []

    def press():
        ready.wait()
        try:
            leader_links.agree(LeaderLink.objects.get(pk=link.pk), at=now)
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert Act.objects.filter(verb="consent").count() == 1
