"""What the receiving portal sees on its desk: lists, the two texts, the way over the screens."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles.models import Sending
from apps.articles.sending import beside, noticed, offering
from tests import make
from tests.newsroom.people import client_of

from .made import LATER, corrected, live

pytestmark = pytest.mark.django_db
DESK = "/toa-soan/"


def test_old_stands_beside_new_before_it_is_taken_over(province, commune, article, received):
    client = client_of(commune.chief)
    page = f"{DESK}articles/sending/{received.pk}/change/"
    assert "<del>" not in client.get(page).text
    corrected(province, article, at=timezone.now())
    shown = client.get(page).text
    assert "chiều nay" not in live(article, commune.portal, timezone.now()).values["html"]
    assert "<ins>" in shown and "Sáng nay" in shown


def test_pictures_and_captions_are_compared_by_what_they_are():
    sha = "a" * 64
    figure = (
        f'<figure><picture><img src="/anh/{sha}/960.jpg" alt="Hội trường"></picture>'
        "<figcaption>{}</figcaption></figure><p>Chữ.</p>"
        '<figure class="no-picture"><figcaption>Ảnh đã mất</figcaption></figure>'
    )
    old = beside.version_of(values(html=figure.format("Toàn cảnh")))
    new = beside.version_of(values(html=figure.format("Quang cảnh")))
    assert old["text"]["pictures"][0]["sha256"] == sha
    (body,) = (each for each in beside.compare(old, new, beside.NO_NAMES) if each.changes)
    assert [line.status for _folded, run in body.runs for line in run] == [
        "changed",
        "same",
        "same",
    ]


def values(**more):
    """ArticleValues of a bare text."""
    plain = dict.fromkeys(["sapo", "genre", "source_prefix", "outside_source", "byline_office"], "")
    lists = {"gallery": [], "bylines": [], "attachments": []}
    return {**plain, **lists, "headline": "Tin", "event_date": None, "lead": None, **more}


PEOPLE = {
    "chief": True, "editor": True, "managing_editor": True, "inspector": True,
    "reporter": False, "contributor": False,
}  # fmt: skip


@pytest.mark.parametrize("role", PEOPLE)
def test_who_sees_what_was_sent(commune, sending, role):
    client = client_of(make.seated(role, commune.portal))
    address = f"{DESK}articles/sending/{sending.pk}"
    for page in ("change/", "preview/"):
        assert client.get(f"{address}/{page}").status_code == (200 if PEOPLE[role] else 404)
    listed = client.get(f"{DESK}articles/sending/")
    assert listed.status_code == (200 if PEOPLE[role] else 403)
    article = f"{DESK}articles/article/{sending.article_id}/change/"
    assert client.get(article).status_code == 404


def test_other_portals_see_nothing(province, sending):
    for who in (province.chief, make.Office().chief, make.user(is_administrator=True)):
        client = client_of(who)
        page = f"{DESK}articles/sending/{sending.pk}/change/"
        assert client.get(page).status_code == 404
        assert client.post(page, {"act": "decline", "reason": "Không"}).status_code == 404
        assert sending.headline not in client.get(f"{DESK}articles/sending/").text
    stranger = client_of(make.Office().chief)
    page = f"{DESK}articles/article/{sending.article_id}/act/send_on/"
    assert stranger.get(page).status_code == 404


def test_the_way_over_the_screens(province, commune, article):
    page = f"{DESK}articles/article/{article.pk}/act/send_on/"
    sender = client_of(province.chief)
    button = 'value="send_on"'
    assert button in sender.get(f"{DESK}articles/article/{article.pk}/change/").text
    assert sender.post(page, {}).status_code == 200
    assert sender.post(page, {"portals": ["x", "9"]}).status_code == 200
    assert sender.post(page, {"portals": [commune.portal.pk]}).status_code == 302
    sending = Sending.objects.get()
    page = f"{DESK}articles/sending/{sending.pk}/change/"
    digest = live(article).text_digest
    posted = {"act": "receive", "digest": digest, "section": commune.section.pk}
    for who in (commune.editor, commune.chief):
        client = client_of(who)
        assert page in client.get(DESK).text
        assert client.post(page, {**posted, "section": "0"}).status_code == 200
        assert client.post(page, posted).status_code == 302
    assert Sending.objects.get().state == "received"
    assert client.post(page, {"act": "x"}).status_code == 404
    assert client.post(page, {"act": "take_down", "reason": ""}).status_code == 200
    assert client.post(page, posted, follow=True).status_code == 200  # too late, in words
    assert page not in client.get(DESK).text
    for act in ("expire", "pin"):
        assert (
            client.post(page, {"act": act, "until_0": "x", "expires_at_0": "x"}).status_code == 200
        )
    assert client.post(page, {"act": "unschedule"}).status_code == 200  # nothing planned
    assert client.post(page, {"act": "pin", "until_0": "1/1/2100", "until_1": "7:00"}).url == page
    assert "Move the end of the pin" in client.get(page).text
    assert client.post(page, {"act": "unpin"}).url == page
    assert client.post(page, {"act": "hide"}).status_code == 302
    assert client.post(page, {"act": "show_again"}).status_code == 302
    assert client.post(page, {"act": "take_down", "reason": "Trùng"}).status_code == 302
    assert Sending.objects.get().state == "taken_down"


def test_things_of_a_notice_are_what_the_person_may_see(province, commune, sending):
    keys = [sending.key]
    assert "sending/" in noticed.things_of(commune.chief, keys, LATER)[sending.key].address
    assert "article/" in noticed.things_of(province.editor, keys, LATER)[sending.key].address
    assert noticed.things_of(make.Office().chief, keys, LATER) == {}


@pytest.mark.sqlite_only
def test_the_list_costs_the_same_at_any_length(province, commune, sending):
    client = client_of(commune.chief)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{DESK}articles/sending/").status_code == 200
            assert client.get(DESK).status_code == 200
        return len(queries)

    def more():
        piece = province.published()
        offering.send(piece, [commune.portal], by=province.chief, at=timezone.now())

    more()
    few = cost()
    for _turn in range(3):
        more()
    assert cost() == few
