"""“Gửi các trang” → “Nhận và đăng”: one signed text on two portals, each with its own place."""

from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from apps.articles import publishing, workflow
from apps.articles.models import Sending
from apps.articles.sending import beside, noticed, offering, planning, receiving
from apps.articles.sending.original import Stand, stand, with_readers
from apps.articles.withdrawal import redacting
from apps.editions.models import Cut, Placed, Showing
from apps.editions.verifying import faults
from apps.newsroom.models import Act, Notice
from apps.newsroom.refusals import OutOfSight, Refused
from apps.public import pages, sitemaps, visits

from . import make
from .make import DAY, HOUR, NOON
from .newsroom.people import client_of

pytestmark = pytest.mark.django_db
LATER = NOON + HOUR
DESK = "/toa-soan/"
HOURS = {"live_from": NOON + DAY, "expires_at": NOON + 2 * DAY}


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def province():
    return make.Office("tinh").with_frame(at=NOON - DAY)


@pytest.fixture
def commune():
    return make.Office("xa").with_frame(at=NOON - DAY)


@pytest.fixture
def article(province):
    return province.published(headline="Tỉnh ủy họp báo", slug="tinh-uy-hop-bao")


@pytest.fixture
def sending(province, commune, article):
    return offering.send(article, [commune.portal], by=province.editor, at=NOON)[0]


@pytest.fixture
def received(commune, sending):
    sign(commune.editor, commune, sending)
    return sign(commune.chief, commune, sending)


@pytest.fixture
def planned(commune, sending):
    """Received for the next day, to end the day after."""
    sign(commune.editor, commune, sending)
    return sign(commune.manager, commune, sending, **HOURS)


def sign(who, office, sending, at=LATER, section=None, **hours):
    digest = live(sending.article).text_digest
    return receiving.receive(
        sending, section or office.section, by=who, at=at, digest=digest, **hours
    )  # fmt: skip


def live(article, portal=None, at=LATER):
    """The cut readers have there, or None."""
    key = (portal or article.portal).key
    shown = Showing.objects.of(key, article.key).live_at(at).select_related("cut").first()
    return shown and shown.cut


def corrected(office, article, at=LATER):
    changed = office.edit(
        article, office.reporter, at=at, body="<p>Sáng nay, Tỉnh ủy họp báo.</p>",
        notice=("correction", "chiều nay", "sáng nay"),
    )  # fmt: skip
    workflow.submit(changed, by=office.reporter, at=at)
    return workflow.publish(changed, by=office.editor, at=at, digest=make.digest(changed))


def stands(sending, at=LATER):
    return stand(with_readers(Sending.objects.filter(pk=sending.pk), at).get())


def told(user):
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("kind", flat=True))


def test_the_same_signed_text_stands_on_both_portals(commune, article, received):
    own, copy = live(article), live(article, commune.portal)
    assert received.state == Sending.State.RECEIVED
    assert copy.text_digest == own.text_digest == received.digest
    assert copy.listed_at == own.listed_at
    values = {**copy.values}
    assert values.pop("origin")["address"] == f"/tin-tuc/tinh-uy-hop-bao-{article.pk}/"
    assert values == own.values
    names = [row["name"] for row in copy.signers]
    assert names[:2] == [row["name"] for row in own.signers]
    assert names[2:] == [str(commune.editor), str(commune.chief)]
    assert list(faults(connection, now=LATER, counts=Counter())) == []


def test_the_place_needs_two_people_of_the_receiving_portal(province, commune, article, sending):
    first = sign(commune.chief, commune, sending)
    assert first.state == Sending.State.WAITING
    assert live(article, commune.portal) is None
    with pytest.raises(Refused, match="has signed its place"):
        sign(commune.chief, commune, sending)
    for stranger in (province.chief, make.Office().chief):
        with pytest.raises(OutOfSight):
            sign(stranger, commune, sending)
    with pytest.raises(Refused, match="no right"):
        sign(commune.reporter, commune, sending)
    assert sign(commune.editor, commune, sending).state == Sending.State.RECEIVED


def test_another_section_is_another_place(commune, sending):
    other = make.section(commune.portal, "cong-doan")
    sign(commune.chief, commune, sending)
    assert sign(commune.editor, commune, sending, section=other).state == "waiting"
    assert sign(commune.chief, commune, sending, section=other).state == "received"


def test_no_place_on_another_portal(province, commune, sending):
    with pytest.raises(OutOfSight):
        sign(commune.chief, commune, sending, section=province.section)


def test_where_only_chiefs_approve_one_of_the_two_is_a_chief(commune, sending):
    type(commune.portal).objects.update(editors_approve=False)
    for who in (commune.editor, commune.manager):
        assert sign(who, commune, sending).state == "waiting"
    assert sign(commune.chief, commune, sending).state == "received"


@pytest.mark.parametrize("role", ["contributor", "reporter", "inspector"])
def test_only_who_publishes_sends(province, commune, article, role):
    with pytest.raises(Refused, match="no right"):
        offering.send(
            article, [commune.portal], by=make.seated(role, province.portal), at=NOON
        )  # fmt: skip
    with pytest.raises(OutOfSight):
        offering.send(article, [commune.portal], by=commune.chief, at=NOON)
    with pytest.raises(OutOfSight):
        offering.send(article, [province.portal], by=province.chief, at=NOON)


def test_only_what_readers_have_is_sent(province, commune):
    with pytest.raises(Refused, match="only what they see"):
        offering.send(province.submitted(), [commune.portal], by=province.chief, at=NOON)


def test_a_text_that_changed_is_read_again(province, commune, article, sending):
    seen = live(article).text_digest
    corrected(province, article)
    with pytest.raises(Refused, match="has changed since"):
        receiving.receive(sending, commune.section, by=commune.chief, at=LATER, digest=seen)


def test_who_declines_says_why_and_may_be_asked_again(province, commune, article, sending):
    with pytest.raises(Refused, match="why"):
        receiving.decline(sending, by=commune.chief, at=LATER, reason=" ")
    receiving.decline(sending, by=commune.chief, at=LATER, reason="Không liên quan đến xã.")
    assert stands(sending) == Stand.DECLINED
    assert told(province.editor)[-1] == "declined"
    again = offering.send(article, [commune.portal], by=province.chief, at=LATER)
    assert (again[0].pk, again[0].state) == (sending.pk, "waiting")
    with pytest.raises(Refused, match="at least one"):
        offering.send(article, [commune.portal], by=province.chief, at=LATER)


def test_a_correction_is_told_and_taken_over_by_one_act(province, commune, article, received):
    corrected(province, article)
    assert stands(received) == Stand.CHANGED
    assert told(commune.chief)[-1] == "original_changed"
    assert live(article, commune.portal).text_digest == received.digest  # nothing by itself
    digest = live(article).text_digest
    with pytest.raises(Refused, match="no right"):
        receiving.take_over(received, by=commune.reporter, at=LATER, digest=digest)
    receiving.take_over(received, by=commune.editor, at=LATER, digest=digest)
    copy = live(article, commune.portal)
    assert (copy.text_digest, stands(received)) == (digest, Stand.RECEIVED)
    assert copy.values["corrections"][0]["right"] == "sáng nay"
    assert Showing.objects.of("xa", article.key).live_at(LATER).count() == 1


def test_a_planned_correction_is_told_when_readers_have_it(province, commune, article, received):
    changed = province.edit(article, province.reporter, body="<p>Khác hẳn.</p>")
    workflow.submit(changed, by=province.reporter, at=LATER)
    workflow.schedule(
        changed, by=province.editor, at=LATER, digest=make.digest(changed), live_from=NOON + DAY
    )
    assert "original_changed" not in told(commune.chief)
    assert stands(received) == Stand.RECEIVED
    assert stands(received, NOON + DAY) == Stand.CHANGED


def test_a_take_down_is_told_without_its_reason(province, commune, article, received):
    publishing.take_down(article, by=province.chief, at=LATER, reason="Lộ bí mật")
    assert stands(received) == Stand.GONE
    assert told(commune.chief)[-1] == "original_taken_down"
    assert not Act.objects.filter(portal="xa", reason__contains="bí mật").exists()
    receiving.take_down(received, by=commune.chief, at=LATER, reason="Bản gốc đã gỡ.")
    assert live(article, commune.portal) is None
    assert stands(received) == Stand.TAKEN_DOWN


def test_hiding_is_told_and_may_be_left(province, commune, article, received):
    publishing.hide(article, by=province.editor, at=LATER)
    assert stands(received) == Stand.GONE
    receiving.leave(received, by=commune.chief, at=LATER)
    assert stands(received) == Stand.RECEIVED
    publishing.show_again(article, by=province.chief, at=LATER)
    assert stands(received) == Stand.RECEIVED
    with pytest.raises(Refused, match="nothing to decide"):
        receiving.leave(received, by=commune.chief, at=LATER)
    corrected(province, article, at=NOON + DAY)
    assert stands(received, NOON + DAY) == Stand.CHANGED


def test_hidden_here_and_shown_again(commune, article, received):
    receiving.hide(received, by=commune.editor, at=LATER)
    assert (stands(received), live(article).title) == (Stand.HIDDEN, "Tỉnh ủy họp báo")
    assert told(commune.manager)[-1] == "received_hidden"
    receiving.show_again(received, by=commune.chief, at=LATER + HOUR)
    assert live(article, commune.portal, LATER + HOUR).text_digest == received.digest


def test_a_leaked_secret_is_blanked_on_every_portal(province, commune, article, received):
    cut = live(article)
    redacting.ask(article, cut, by=province.chief, at=LATER, reason="Lộ dữ liệu cá nhân")
    redacting.carry_out(cut, by=make.user(is_administrator=True), at=LATER)
    assert not Cut.objects.filter(key=article.key, redacted_at=None).exists()
    assert Sending.objects.get().headline == ""
    assert stands(received) == Stand.ENDED
    assert told(commune.chief)[-1] == "original_blanked"
    assert live(article, commune.portal) is None


def test_readers_get_source_original_and_one_canonical_address(article, received, monkeypatch):
    pages.forget()
    monkeypatch.setattr(visits, "clock", lambda: LATER)
    path = f"/tin-tuc/tinh-uy-hop-bao-{article.pk}/"
    with translation.override("vi"):
        copy = Client().get(path, headers={"host": "xa.localhost"}).text
        own = Client().get(path, headers={"host": "tinh.localhost"}).text
    address = f"http://tinh.localhost{path}"
    for html in (copy, own):
        assert f'<link rel="canonical" href="{address}">' in html
    assert "Theo Trang thông tin tinh" in copy and "Theo Trang" not in own
    assert f'<a href="{address}">' in copy
    assert '"url": "http://tinh.localhost/"' in copy  # of the author
    assert '"isBasedOn"' in copy and '"isBasedOn"' not in own
    listed = Client().get("/tin-tuc/", headers={"host": "xa.localhost"}).text
    assert path in listed
    printed = Client().get(f"{path}?in=1", headers={"host": "xa.localhost"}).text
    assert f"http://xa.localhost{path}" in printed


def test_it_goes_out_and_ends_at_the_hours_chosen_here(province, commune, article, planned):
    assert (planned.state, stands(planned)) == ("received", Stand.SCHEDULED)
    assert told(province.editor)[-1] == "received_scheduled"
    assert live(article, commune.portal) is None
    copy = live(article, commune.portal, NOON + DAY)
    assert copy.text_digest == live(article).text_digest
    assert stands(planned, NOON + DAY) == Stand.RECEIVED
    assert live(article, commune.portal, NOON + 2 * DAY) is None
    assert list(faults(connection, now=LATER, counts=Counter())) == []


def test_the_second_person_finds_the_hours_the_first_chose(commune, sending):
    first = sign(commune.editor, commune, sending, **HOURS)
    assert (first.state, first.goes_out_at, first.ends_at) == ("waiting", *HOURS.values())
    assert sign(commune.chief, commune, sending).state == "received"  # he chose at once
    assert stands(sending) == Stand.RECEIVED


def test_who_may_only_schedule_does_not_publish_at_once(commune, sending):
    type(commune.portal).objects.update(editors_approve=False)
    sign(commune.chief, commune, sending)
    assert sign(commune.manager, commune, sending).state == "waiting"
    with pytest.raises(Refused, match="no right to publish"):
        sign(commune.manager, commune, sending)
    assert sign(commune.manager, commune, sending, **HOURS).state == "received"


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({"live_from": LATER}, "in the future"),
        ({"live_from": NOON + DAY, "expires_at": NOON + DAY}, "must be later"),
        ({"expires_at": NOON}, "must be later"),
        ({"live_from": NOON + 5 * DAY}, "original ends"),
    ],
)
def test_hours_that_cannot_be_are_refused_in_words(
    province, commune, article, sending, hours, words
):
    publishing.expire(article, by=province.chief, at=NOON, expires_at=NOON + 4 * DAY)
    with pytest.raises(Refused, match=words):
        sign(commune.chief, commune, sending, **hours)


def test_a_plan_is_given_up_and_received_again(commune, article, planned):
    with pytest.raises(Refused, match="no right"):
        planning.unschedule(planned, by=commune.reporter, at=LATER)
    planning.unschedule(planned, by=commune.chief, at=LATER)
    assert stands(planned) == Stand.WAITING
    assert live(article, commune.portal, NOON + DAY) is None
    with pytest.raises(Refused, match="Nothing is scheduled"):
        planning.unschedule(planned, by=commune.manager, at=LATER)
    assert sign(commune.chief, commune, planned).state == "received"
    assert live(article, commune.portal) is not None


def test_a_planned_copy_takes_a_correction_over_and_keeps_its_hours(
    province, commune, article, planned
):
    corrected(province, article)
    assert stands(planned) == Stand.CHANGED
    assert told(commune.chief)[-1] == "original_changed"
    digest = live(article).text_digest
    receiving.take_over(planned, by=commune.chief, at=LATER, digest=digest)
    assert live(article, commune.portal) is None
    assert live(article, commune.portal, NOON + DAY).text_digest == digest
    assert live(article, commune.portal, NOON + 2 * DAY) is None


def test_an_end_chosen_here_is_kept_and_never_outlives_the_original(
    province, commune, article, received
):
    with pytest.raises(Refused, match="no right"):
        planning.expire(received, by=commune.reporter, at=LATER, expires_at=NOON + DAY)
    planning.expire(received, by=commune.chief, at=LATER, expires_at=NOON + DAY)
    corrected(province, article)
    digest = live(article).text_digest
    receiving.take_over(received, by=commune.chief, at=LATER, digest=digest)
    assert live(article, commune.portal, NOON + DAY) is None
    publishing.expire(article, by=province.chief, at=LATER, expires_at=NOON + 2 * DAY)
    with pytest.raises(Refused, match="original ends"):
        planning.expire(received, by=commune.chief, at=LATER, expires_at=NOON + 3 * DAY)
    planning.expire(received, by=commune.chief, at=LATER, expires_at=None)
    assert live(article, commune.portal, NOON + DAY + HOUR) is not None
    assert live(article, commune.portal, NOON + 2 * DAY) is None


def test_a_copy_ends_with_the_original_whenever_that_end_is_set(
    province, commune, article, received
):
    def ends(portal):
        return Showing.objects.of(portal.key, article.key).live_at(LATER).get().expires_at

    publishing.expire(article, by=province.chief, at=LATER, expires_at=NOON + 2 * DAY)
    assert ends(commune.portal) == NOON + 2 * DAY
    assert told(commune.chief)[-1] == "original_ends"
    planning.expire(received, by=commune.chief, at=LATER, expires_at=NOON + DAY)
    publishing.expire(article, by=province.chief, at=LATER, expires_at=None)
    assert ends(commune.portal) == NOON + DAY and ends(province.portal) is None
    assert Act.objects.filter(verb="original_ends").count() == 1
    planning.expire(received, by=commune.chief, at=LATER, expires_at=None)
    assert ends(commune.portal) is None


def test_pinned_to_this_front_page_and_to_no_other(province, commune, article, received):
    for who, error in ((commune.reporter, Refused), (province.chief, OutOfSight)):
        with pytest.raises(error):
            planning.pin(received, by=who, at=LATER, until=NOON + DAY)
    planning.pin(received, by=commune.chief, at=LATER, until=NOON + DAY)
    assert list(Placed.objects.values_list("portal", "key")) == [("xa", article.key)]
    assert planning.pinned_until(received) == NOON + DAY
    planning.unpin(received, by=commune.chief, at=LATER)
    with pytest.raises(Refused, match="not pinned"):
        planning.unpin(received, by=commune.chief, at=LATER)


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


def test_search_engines_get_one_address_readers_of_both_find_it(article, received, monkeypatch):
    pages.forget()
    monkeypatch.setattr(visits, "clock", lambda: LATER)
    path = f"/tin-tuc/tinh-uy-hop-bao-{article.pk}/"

    def told_on(page, host):
        return path in Client().get(page, headers={"host": host}).text

    number = Showing.objects.of("xa", article.key).get().pk // sitemaps.SPAN + 1
    for page in (f"/sitemap-{number}.xml", "/news-sitemap.xml"):
        assert told_on(page, "tinh.localhost") and not told_on(page, "xa.localhost")
    index = Client().get("/sitemap.xml", headers={"host": "xa.localhost"}).text
    assert f"/sitemap-{number}.xml" not in index
    for page in ("/rss/", "/tim-kiem/?q=hop+bao"):
        assert told_on(page, "xa.localhost")


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
