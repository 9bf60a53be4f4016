"""A page of the old portal becomes a draft, once."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase

from apps.articles import workflow
from apps.articles.models import Article, Contributor
from apps.editions.models import Redirect, Views
from apps.legacy.identity import redirect_from
from apps.legacy.importing import KEPT, MADE, UNCHANGED, UPDATED, import_page
from apps.legacy.models import ImportedPage
from apps.legacy.reading import read_page
from apps.newsroom import history
from apps.newsroom.importer import importer
from tests import make
from tests.make import HOUR, NOON

from . import engines, texts

WORDPRESS = read_page(engines.WORDPRESS.encode(), "trang.html")
LIFERAY = read_page(engines.LIFERAY.encode(), "trang.html")


class ImportTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.office = make.Office()
        cls.account = importer()

    def bring(self, page, at=NOON, **fields):
        fields.setdefault("portal", self.office.portal)
        return import_page(page, by=self.account, at=at, **fields)


class DraftTests(ImportTests):
    def test_page_becomes_a_draft_with_its_parts(self):
        article, outcome = self.bring(WORDPRESS)
        assert (outcome, article.state) == (MADE, Article.State.DRAFT)
        assert (article.headline, article.sapo) == (engines.TITLE, engines.SAPO)
        assert article.event_date == dt.date(2021, 9, 14)

    def test_caption_stands_in_its_place(self):
        body = self.bring(WORDPRESS)[0].body
        first, figure, last = body.partition("<figure>")
        assert engines.FIRST in first and engines.LAST in last
        assert f"<figcaption>{engines.CAPTION}</figcaption>" in last
        assert figure

    def test_caption_has_a_row_without_a_picture(self):
        row = self.bring(WORDPRESS)[0].pictures.get()
        assert (row.picture, row.caption, row.placement) == (None, engines.CAPTION, "body")

    def test_old_date_stays_the_date_of_publication(self):
        article = self.bring(WORDPRESS)[0]
        assert article.published_at == dt.datetime(2021, 9, 14, 8, 6, tzinfo=dt.UTC)
        assert article.published_has_time

    def test_event_day_stands_in_for_a_missing_date(self):
        page = texts.page(lead="Sáng 14/9/2021, Huyện ủy giao ban với bí thư các xã trong huyện.")
        article = self.bring(page)[0]
        assert article.published_at == dt.datetime(2021, 9, 13, 17, tzinfo=dt.UTC)
        assert not article.published_has_time

    def test_page_without_any_date_has_none(self):
        article = self.bring(texts.page(lead="Huyện ủy giao ban với bí thư các xã trong huyện."))[0]
        assert article.published_at is None

    def test_names_become_pen_names_of_the_portal(self):
        page = texts.page(foot=("An Thu – Lê Thắng", "Đài Truyền thanh huyện"))
        article = self.bring(page)[0]
        names = [(line.contributor.name, line.role) for line in article.bylines.all()]
        assert names == [("An Thu", "text_photo"), ("Lê Thắng", "text_photo")]
        assert article.byline_office == "Đài Truyền thanh huyện"

    def test_known_pen_name_is_used_again(self):
        self.bring(texts.page(foot=("An Thu",)))
        self.bring(texts.page(title="Huyện ủy họp phiên thứ hai", foot=("An Thu",)))
        assert Contributor.objects.filter(name="An Thu").count() == 1

    def test_old_section_is_found_by_name_in_either_tone_style(self):
        ours = make.section(self.office.portal, "xay-dung-dang", title="Xây Dựng Đảng")
        article = self.bring(WORDPRESS)[0]
        assert (article.section, article.imported_section) == (ours, engines.SECTION)

    def test_unknown_section_keeps_its_label_and_is_asked_for(self):
        article = self.bring(WORDPRESS)[0]
        assert (article.section, article.imported_section) == (None, engines.SECTION)
        with pytest.raises(workflow.Refused):
            workflow.submit(article, by=self.office.editor, at=NOON)

    def test_act_is_recorded_under_the_importing_account(self):
        act = history.acts_about(self.bring(WORDPRESS)[0].key).get()
        assert (act.verb, act.by.username, act.by.is_active) == ("import", "nhap-lieu", False)

    def test_readers_of_the_old_portal_are_counted_on(self):
        article = self.bring(LIFERAY)[0]
        assert Views.objects.get(key=article.key).imported == 1204

    def test_old_address_leads_to_the_article(self):
        article = self.bring(WORDPRESS)[0]
        found = Redirect.objects.get(portal=self.office.portal.key)
        assert (found.old, found.key) == ("/giao-ban-thang-8/", article.key)

    def test_headline_too_long_is_cut_and_noted(self):
        title = "Huyện ủy Nậm Khao làm việc với " + ", ".join(f"xã Bản {n}" for n in range(40))
        html = f"<html><h1>{title}</h1><p>{texts.LEAD}</p><p>{texts.FIRST}</p></html>"
        article = self.bring(read_page(html.encode(), "a.html"))[0]
        assert len(article.headline) <= 300
        assert title in article.note

    def test_draft_is_published_with_two_signatures_like_any_other(self):
        make.section(self.office.portal, "xay-dung-dang", title=engines.SECTION)
        article = self.bring(WORDPRESS)[0]
        article = workflow.submit(article, by=self.office.editor, at=NOON)
        workflow.publish(article, by=self.office.chief, at=NOON, digest=make.digest(article))
        assert make.fresh(article).published_at == dt.datetime(2021, 9, 14, 8, 6, tzinfo=dt.UTC)


class AgainTests(ImportTests):
    def test_same_page_twice_is_one_article(self):
        first, _made = self.bring(WORDPRESS)
        again, outcome = self.bring(WORDPRESS, at=NOON + HOUR)
        assert (again.pk, outcome) == (first.pk, UNCHANGED)
        assert (Article.objects.count(), history.acts_about(first.key).count()) == (1, 1)

    def test_page_without_address_is_known_by_headline_and_date(self):
        self.bring(texts.page(between=("Ngày đăng: 14/09/2021",)))
        assert self.bring(texts.page(between=("Ngày đăng: 14/09/2021",)))[1] == UNCHANGED
        assert self.bring(texts.page(between=("Ngày đăng: 15/10/2021",)))[1] == MADE

    def test_headline_in_the_other_tone_style_is_the_same(self):
        self.bring(texts.page())
        other = texts.page(title=texts.TITLE.replace("ủy", "uỷ"))
        assert self.bring(other)[1] == UPDATED

    def test_same_page_on_another_portal_is_another_article(self):
        self.bring(WORDPRESS)
        assert self.bring(WORDPRESS, portal=make.portal())[1] == MADE

    def test_untouched_draft_follows_the_page(self):
        first, _made = self.bring(WORDPRESS)
        html = engines.WORDPRESS.replace("khắc phục những hạn chế", "phát huy kết quả")
        again, outcome = self.bring(read_page(html.encode(), "a.html"), at=NOON + HOUR)
        assert (again.pk, outcome, again.revision) == (first.pk, UPDATED, 2)
        assert "phát huy kết quả" in make.fresh(again).body

    def test_edited_draft_is_never_overwritten(self):
        article, _made = self.bring(WORDPRESS)
        self.office.edit(article, by=self.office.editor, sapo="Đã sửa.")
        html = engines.WORDPRESS.replace("khắc phục", "nhìn nhận")
        for page in (WORDPRESS, read_page(html.encode(), "a.html")):
            assert self.bring(page)[1] == KEPT
        assert make.fresh(article).sapo == "Đã sửa."

    def test_article_handed_in_is_left_alone(self):
        make.section(self.office.portal, "xay-dung-dang", title=engines.SECTION)
        article, _made = self.bring(WORDPRESS)
        workflow.submit(article, by=self.office.editor, at=NOON)
        assert self.bring(WORDPRESS)[1] == KEPT

    def test_refused_page_leaves_nothing_half_written(self):
        bad = texts.page(foot=("An Thu",))
        object.__setattr__(bad, "title", "")
        with pytest.raises(ValidationError):
            self.bring(bad)
        assert not ImportedPage.objects.exists()
        assert not Contributor.objects.exists()


REDIRECTS = {
    "https://a.example/Tin.aspx?id=7": "/Tin.aspx?id=7",
    "https://a.example/b%C3%A0i/7": "/bài/7",
    "/tin/12.html": "/tin/12.html",
    "https://a.example/toa-soan/x": None,
    "https://a.example/tin-tuc/": None,
    "https://a.example/tin-tuc/giao-ban-12/": None,
    "https://a.example/" + "x" * 600: None,
    None: None,
}


@pytest.mark.parametrize("address", REDIRECTS)
def test_only_strange_addresses_are_redirected(address):
    assert redirect_from(address, {"tin-tuc"}) == REDIRECTS[address]
