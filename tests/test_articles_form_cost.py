"""What the article form costs: under forty queries, however much there is of the piece."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles import workflow, writing
from apps.articles.leaders import links
from apps.articles.models import ArticlePicture, Byline, Contributor
from apps.articles.offers import Offer, primary_first
from apps.articles.review import noting
from apps.media.people_models import PictureLink
from apps.meetings.assigning import Sent, assign, sent_to
from apps.newsroom.models import Notice
from apps.people import versions
from apps.proofing.models import PassedOver
from tests import make
from tests.meetings.make import attends, meeting
from tests.newsroom.people import client_of
from tests.people.deciding import body, person, term
from tests.portals.desk import picture

pytestmark = pytest.mark.django_db
TEXT = "<p>Đồng chí Hà Văn Minh, Chủ tịch UBND xã Nà Khoang chủ trì.</p>"
MOST = 40


class Piece:
    """One with `n` of everything that a piece can have."""

    def __init__(self, n):
        self.now, self.office, self.n = timezone.now(), make.Office(), n
        office, now = self.office, self.now
        for who in (office.reporter, office.chief):  # nobody may be told of two for being new
            Contributor.objects.create(portal=office.portal, name=str(who), account=who)
        commune = body("Ủy ban nhân dân xã Nà Khoang", kind="people_committee", level="commune")
        self.official = person("Hà Văn Minh")
        term(self.official, "Chủ tịch", commune)
        versions.moved()
        self.meeting = meeting(office.portal, "Họp", starts_at=now)
        for _ in range(n):
            attends(self.meeting, self.official)
        sent = Sent(reporter=office.reporter.pk, photographer=office.chief.pk)
        assign(self.meeting, sent, seen=sent_to(self.meeting).mark, by=office.chief, at=now)
        self.article = writing.start(office.portal, self.text(0), by=office.reporter, at=now)
        self.about()

    def text(self, number):
        portal, n = self.office.portal, self.n
        pictures = [picture(portal, self.office.reporter) for _ in range(n)]
        key = f"person:{self.official.pk}"
        PictureLink.objects.bulk_create(
            PictureLink(picture=each, name="Hà Văn Minh", key=key) for each in pictures
        )
        names = [Contributor(portal=portal, name=f"Bút danh {number}.{i}") for i in range(n)]
        places = ArticlePicture.Placement
        return writing.Text(
            {
                "headline": f"Thị ủy họp lần {number}", "sapo": "Sáng nay họp.", "body": TEXT * n,
                "section": self.office.section, "meeting": self.meeting,
                "tags": ", ".join(f"t{number}-{i}" for i in range(min(12, n))),
            },
            bylines=[(each, Byline.Role.TEXT) for each in Contributor.objects.bulk_create(names)],
            pictures=[(each, places.GALLERY, "Chú thích", "Mô tả", "") for each in pictures],
            notice=("update", "", "Thêm số liệu"),
        )  # fmt: skip

    def about(self):
        """Versions, notes, what was passed over."""
        office, now = self.office, self.now
        for number in range(1, 1 + max(1, self.n // 10)):
            text, self.article = self.text(number), make.fresh(self.article)
            writing.save(
                self.article, text, by=office.editor, at=now, revision=self.article.revision
            )
        for number in range(self.n):
            note = noting.put(self.article, by=office.editor, at=now, words="Nêu rõ.")
            noting.answer(note, by=office.reporter, at=now, words="Đã nêu.")
            PassedOver.objects.create(
                key=self.article.key, portal=office.portal.key, kind="title", quote=f"Chủ {number}",
                expected="", reason="Đúng", by=office.chief, at=now,
            )  # fmt: skip

    def handed_in(self):
        """And leaders are asked."""
        workflow.submit(self.article, by=self.office.reporter, at=self.now)
        for _ in range(self.n // 3):
            leader = make.seated("adviser", self.office.portal)
            links.make_link(self.article, leader, by=self.office.manager, at=self.now, days=3)

    def published(self):
        digest = make.digest(self.article)
        workflow.publish(self.article, by=self.office.editor, at=self.now, digest=digest)

    def cost(self, who):
        client = client_of(getattr(self.office, who))
        address = f"/toa-soan/articles/article/{self.article.pk}/change/"
        Notice.objects.update(seen_at=self.now)  # the first look marks them: two queries more
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)


@pytest.mark.sqlite_only
def test_the_form_costs_under_forty_queries_at_any_size(monkeypatch):
    monkeypatch.setattr("apps.articles.publishing.publish_files", lambda pictures: None)
    small, large = Piece(3), Piece(30)
    assert small.cost("reporter") < MOST  # and the register is read, once for all
    for step in (None, Piece.handed_in, Piece.published):
        for piece in (small, large) if step else ():
            step(piece)
        for who in ("reporter", "chief"):
            few, many = small.cost(who), large.cost(who)
            assert (step, who, many) == (step, who, few)
            assert many < MOST, (step, who, many)


def test_what_one_came_for_is_reached_right_after_saving():
    claim, publish = Offer("claim", "Nhận"), Offer("publish", "Duyệt", primary=True)
    stopped = Offer("publish", "Duyệt", primary=True, why_not="Cần một người nữa.")
    assert primary_first([claim, publish]) == [publish, claim]
    assert primary_first([claim, stopped]) == [claim, stopped]
