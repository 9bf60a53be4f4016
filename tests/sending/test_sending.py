"""“Gửi các trang” → “Nhận và đăng”: one signed text on two portals, each with its own place."""

from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation

from apps.articles import publishing, workflow
from apps.articles.models import Sending
from apps.articles.sending import offering, receiving
from apps.articles.sending.original import Stand
from apps.articles.withdrawal import redacting
from apps.editions.models import Cut, Showing
from apps.editions.verifying import faults
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from apps.public import pages, sitemaps, visits
from tests import make
from tests.make import DAY, HOUR, NOON

from .made import LATER, corrected, live, sign, stands, told

pytestmark = pytest.mark.django_db


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
