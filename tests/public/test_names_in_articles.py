"""Officials named in an article lead to their pages, as long as these are there."""

import datetime as dt

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.articles import content
from apps.editions import showings
from apps.editions.models import Cut
from tests import make as desk
from tests.newsroom.people import sign_in
from tests.people import page_rows as register

from . import make
from .register import person
from .test_caching import queries

SAPO = "Sáng 30/4, đồng chí Hà Văn Minh, Bí thư Thị ủy Sông Vân, chủ trì hội nghị."
LINK = '<a class="named" href="/can-bo/ha-van-minh/">Hà Văn Minh</a>'


@pytest.fixture
def office(db):
    return desk.Office().with_frame()


@pytest.fixture
def minh(db):
    who = register.person()
    register.term(who, "Bí thư", register.body())
    return who


def cut_of(article):
    return Cut.objects.filter(key=article.key).latest("pk")


def marks(html):
    nodes = LexborHTMLParser(html).css("[data-person]")
    return [(node.attributes["data-person"], node.text()) for node in nodes]


class TestCutting:
    def test_name_with_its_title_is_marked_everywhere(self, office, minh):
        body = "<p>Đồng chí Hà Văn Minh, Bí thư Thị ủy, kết luận.</p>"
        values = cut_of(office.published(sapo=SAPO, body=body)).values
        ((start, end, key),) = values["people"]["sapo"]
        assert (SAPO[start:end], key) == ("Hà Văn Minh", f"person:{minh.pk}")
        assert marks(values["html"]) == [(f"person:{minh.pk}", "Hà Văn Minh")]

    def test_person_and_the_body_of_his_title_become_subjects(self, office, minh):
        (body,) = {term.position.body_id for term in minh.terms.all()}
        subjects = cut_of(office.published(sapo=SAPO)).subjects
        assert subjects == [f"person:{minh.pk}", f"body:{body}"]

    def test_signed_text_stays_as_it_was(self, office, minh):
        article = office.submitted(sapo=SAPO, body="<p>Đồng chí Hà Văn Minh dự.</p>")
        before = desk.digest(article)
        desk.workflow.publish(article, by=office.editor, at=desk.NOON, digest=before)
        assert content.text_digest(desk.fresh(article)) == before
        assert "data-person" not in desk.fresh(article).body

    def test_first_mention_of_a_paragraph_is_marked(self, office, minh):
        line = "<p>Đồng chí Hà Văn Minh nói. Đồng chí Hà Văn Minh giao việc.</p>"
        html = cut_of(office.published(sapo=SAPO, body=line * 2)).values["html"]
        assert len(marks(html)) == 2
        assert html.index("<span") < html.index("nói")

    def test_headings_and_links_stay_plain(self, office, minh):
        body = (
            "<h2>Đồng chí Hà Văn Minh kết luận</h2>"
            '<p>Xem <a href="https://example.vn/">đồng chí Hà Văn Minh</a> nói.</p>'
        )
        assert marks(cut_of(office.published(sapo=SAPO, body=body)).values["html"]) == []

    def test_signs_of_html_in_the_words_survive(self, office, minh):
        body = "<p>1 &lt; 2 &amp; 3: <strong>đồng chí</strong> Hà Văn Minh &gt; 0.</p>"
        html = cut_of(office.published(sapo=SAPO, body=body)).values["html"]
        assert (
            html.replace(f'<span data-person="person:{minh.pk}">', "").replace("</span>", "")
            == desk.fresh(office.published(sapo=SAPO, body=body)).body
        )

    def test_somebody_who_only_shares_the_name_is_not_marked(self, office, minh):
        body = "<p>Ông Hà Văn Minh, nông dân bản Nà Cạn, trồng chè.</p>"
        cut = cut_of(office.published(sapo="Chè được mùa.", body=body))
        assert (cut.subjects, marks(cut.values["html"])) == ([], [])

    def test_titles_of_the_event_day_decide_between_namesakes(self, office):
        town = register.body()
        old, new = register.person(), register.person()
        register.term(old, "Bí thư", town, starts="1/1/2010", ends="31/12/2015")
        register.term(new, "Bí thư", town, starts="1/1/2020")
        told = cut_of(office.published(sapo=SAPO, event_date=dt.date(2012, 4, 30)))
        assert told.subjects == [f"person:{old.pk}", f"body:{town.pk}"]


class TestReading:
    @pytest.fixture(autouse=True)
    def at_noon(self, clock):
        clock.at = desk.NOON

    def published(self, office, **fields):
        body = "<p>Đồng chí Hà Văn Minh, Bí thư Thị ủy Sông Vân, kết luận.</p>"
        article = office.published(**{"sapo": SAPO, "body": body, **fields})
        host = office.portal.domains.get().name
        return desk.fresh(article).address, {"host": host}

    def test_name_links_while_the_page_is_live(self, office, minh, read):
        address, host = self.published(office)
        assert 'class="named"' not in read(address, headers=host)
        type(minh).objects.filter(pk=minh.pk).update(slug="ha-van-minh")
        minh.refresh_from_db()
        register.publish(minh)
        assert read(address, headers=host).count(LINK) == 2
        showings.hide("", f"person:{minh.pk}", at=desk.NOON)
        html = read(address, headers=host)
        assert 'class="named"' not in html and "data-person" not in html

    def test_links_cost_no_query_more(self, office, minh, client):
        register.publish(minh)
        address, host = self.published(office)
        client.defaults["HTTP_HOST"] = host["host"]
        assert (queries(client, address), queries(client, address)) == (3, 1)

    def test_comrade_stays_tied_to_a_linked_name(self, office, minh, read):
        register.publish(minh)
        address, host = self.published(office)
        assert 'ồng\u00a0chí\u00a0<a class="named"' in read(address, headers=host)

    def test_article_stands_on_the_page_of_the_person(self, office, minh, read):
        register.publish(minh)
        address, host = self.published(office, headline="Thị ủy họp phiên cuối")
        html = read(f"/can-bo/{minh.slug}/", headers=host)
        link = LexborHTMLParser(html).css_first(f"a[href='{address}']")
        assert link.text() == "Thị ủy họp phiên cuối"

    def test_preview_shows_the_same_links(self, office, minh, client):
        register.publish(minh)
        article = office.draft(sapo=SAPO)
        sign_in(client, office.reporter)
        html = client.get(f"/toa-soan/articles/article/{article.pk}/preview/").content.decode()
        assert f'href="/can-bo/{minh.slug}/"' in html


def test_caption_links_too(portal, read):
    person()
    rows = {"sapo": [], "lead": [[9, 20, "person:7"]], "gallery": [[]]}
    showing = make.article(
        lead=make.picture(caption="Đồng chí Hà Văn Minh phát biểu"),
        gallery=[make.picture(caption="Hội trường")],
        people=rows,
    )
    assert LINK in read(showing.address)


@pytest.mark.parametrize("rows", [[[5, 2, "person:7"]], [[0, 999, "person:7"]]])
def test_marks_that_do_not_fit_are_left_out(portal, read, rows):
    person()
    people = {"sapo": rows, "lead": [], "gallery": []}
    assert "Hà Văn Minh họp" in read(make.article(sapo="Hà Văn Minh họp", people=people).address)
