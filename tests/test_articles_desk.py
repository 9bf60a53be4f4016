"""The desk over HTTP: who gets which page, what a form does, what is shown."""

import datetime as dt
import io

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles.admin import ArticleAdmin
from apps.articles.models import Article, ArticlePicture
from apps.articles.offers import offers
from apps.editions.models import Cut
from apps.media.attachments import add_attachment
from tests.newsroom.people import client_of

from . import make

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"


@pytest.fixture
def office():
    return make.Office()


def page(article, what="change/"):
    return f"{LIST}{article.pk}/{what}"


def form(article=None, **fields):
    typed = {
        "headline": "Thị ủy họp", "sapo": "Sáng 30/4.", "body": "<p>Nội dung.</p>", "genre": "news",
        "section": "", "slug": "", "source_prefix": "", "outside_source": "", "event_date": "",
        "tags": "", "note": "", "byline_office": "", "act": "save",
        "bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0",
        "pictures-TOTAL_FORMS": "0", "pictures-INITIAL_FORMS": "0",
        "attachments-TOTAL_FORMS": "0", "attachments-INITIAL_FORMS": "0",
    }  # fmt: skip
    if article:
        typed |= {
            "headline": article.headline, "sapo": article.sapo, "body": article.body,
            "section": article.section_id or "", "slug": article.slug,
            "revision": article.revision,
        }  # fmt: skip
    return {**typed, **fields}


def test_a_pen_name_too_long_is_refused_beside_it(office):
    typed = form(**{"bylines-TOTAL_FORMS": "1", "bylines-0-name": "T" * 400})
    answer = client_of(office.reporter).post(f"{LIST}add/", typed)
    beside = answer.content.decode().split("byline-row", 1)[1][:300]
    assert "field-error" in beside


PAGES = ["change/", "history/", "preview/", "act/hide/", "act/take_down/", "act/schedule/"]


@pytest.mark.parametrize("what", PAGES)
@pytest.mark.parametrize("who", ["stranger", "administrator", "superuser", "inspector elsewhere"])
def test_other_portals_articles_do_not_exist(office, what, who):
    elsewhere = make.Office()
    people = {
        "stranger": elsewhere.chief,
        "administrator": make.user(is_administrator=True),
        "superuser": make.user(is_superuser=True),
        "inspector elsewhere": make.seated("inspector", elsewhere.portal),
    }
    article = office.published(at=timezone.now())
    client = client_of(people[who])
    assert client.get(page(article, what)).status_code == 404
    assert client.post(page(article, what), form(article, act="publish")).status_code == 404
    assert make.fresh(article).headline == article.headline


@pytest.mark.parametrize("what", PAGES)
def test_nobody_reads_the_desk_without_signing_in(office, what):
    answer = Client().get(page(office.draft(), what))
    assert answer.status_code == 302
    assert "/login/" in answer.url


def test_list_shows_only_ones_own_portals(office):
    office.draft(headline="Bài của trang này")
    make.Office().draft(headline="Bài của trang khác")
    answer = client_of(office.reporter).get(LIST).content.decode()
    assert "Bài của trang này" in answer
    assert "Bài của trang khác" not in answer


def test_list_finds_with_or_without_marks(office):
    office.draft(headline="Đảng ủy phường Bến Đò")
    office.draft(headline="Hội Nông dân")
    for words in ("Bến Đò", "ben do", "BEN DO", "phuong  do"):
        answer = client_of(office.reporter).get(LIST, {"q": words}).content.decode()
        assert "Bến Đò" in answer
        assert "Hội Nông dân" not in answer


@pytest.mark.parametrize("query", ["chuyen-muc=abc", "cua=%00", "state__exact=x", "p=999", "o=9.9"])
def test_strange_filters_are_no_accident(office, query):
    answer = client_of(office.reporter).get(f"{LIST}?{query}")
    assert answer.status_code in (200, 302)


def queries_of_the_list(client):
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)
    return len(queries)


@pytest.mark.sqlite_only
def test_list_costs_the_same_for_many_articles(office):
    client = client_of(office.reporter)
    office.draft()
    few = queries_of_the_list(client)
    for _n in range(30):
        office.draft()
    assert queries_of_the_list(client) == few


def test_new_article_is_saved_with_names(office):
    client = client_of(office.reporter)
    rows = {"bylines-TOTAL_FORMS": "2", "bylines-0-name": "Thu Trà", "bylines-0-role": "text",
            "bylines-1-name": " ", "bylines-1-role": "photo"}  # fmt: skip
    answer = client.post(LIST + "add/", form(**rows))
    article = Article.objects.get()
    assert answer.url == page(article)
    assert [line.contributor.name for line in article.bylines.all()] == ["Thu Trà"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("6/10/2021", dt.date(2021, 10, 6)), ("06.10.2021", dt.date(2021, 10, 6)), ("", None)],
)
def test_event_day_is_read_day_first(office, typed, kept):
    client_of(office.reporter).post(LIST + "add/", form(event_date=typed))
    assert Article.objects.get().event_date == kept


@pytest.mark.parametrize("fields", [{"headline": ""}, {"event_date": "31/2/2021"}, {"genre": "x"}])
def test_bad_input_keeps_what_was_typed(office, fields):
    answer = client_of(office.reporter).post(
        LIST + "add/", form(**{"sapo": "Đã gõ rất lâu.", **fields})
    )
    assert answer.status_code == 200
    assert "Đã gõ rất lâu." in answer.content.decode()
    assert not Article.objects.exists()


def test_stale_save_shows_both_texts(office):
    article = office.draft(sapo="Bản đầu.")
    client = client_of(office.editor)
    stale = form(article, sapo="Bản của tôi.")
    office.edit(article, office.reporter, sapo="Bản của phóng viên.")
    answer = client.post(page(article), stale)
    shown = answer.content.decode()
    assert "Bản của tôi." in shown
    assert "phóng viên" in shown.split("merge-row", 1)[1]
    assert make.fresh(article).sapo == "Bản của phóng viên."
    again = form(article, sapo="Bản gộp.", revision=make.fresh(article).revision)
    client.post(page(article), again)
    assert make.fresh(article).sapo == "Bản gộp."


def test_refused_act_keeps_the_saved_text(office):
    article = office.submitted()
    client = client_of(office.editor)
    client.post(page(article), form(article, sapo="Đã sửa một chữ.", act="publish"))
    kept = make.fresh(article)
    assert kept.sapo == "Đã sửa một chữ."
    assert kept.state == Article.State.IN_REVIEW


def test_text_typed_in_an_old_tab_stays_on_the_screen(office):
    article = office.draft()
    typed = form(article, sapo="Gõ ở thẻ cũ.")
    make.workflow.submit(article, by=office.reporter, at=make.NOON)
    answer = client_of(office.reporter).post(page(article), typed)
    assert "Gõ ở thẻ cũ." in answer.content.decode()
    assert make.fresh(article).sapo != "Gõ ở thẻ cũ."


def test_approve_and_publish_is_one_press(office):
    article = office.submitted()
    client_of(office.editor).post(page(article), form(article, act="publish"))
    assert make.fresh(article).state == Article.State.PUBLISHED


def test_a_refused_publication_says_that_the_text_is_saved(office):
    article = office.submitted()
    typed = form(article, act="publish", sapo="Biên tập viên sửa.")
    answer = client_of(office.editor).post(page(article), typed, follow=True)
    (told,) = [str(message) for message in answer.context["messages"]]
    assert told.startswith("Đã lưu. Chưa đăng: ")
    assert str(office.editor) not in told
    assert make.fresh(article).sapo == "Biên tập viên sửa."


def test_a_piece_is_claimed_by_the_words_of_the_glossary(office):
    shown = client_of(office.editor).get(page(office.submitted())).content.decode()
    assert "Nhận xử lý" in shown
    assert "hận duyệt" not in shown


def test_reporter_agrees_from_a_page_he_only_reads(office):
    article = office.submitted()
    office.edit(article, office.editor, sapo="Biên tập viên sửa.")
    client = client_of(office.reporter)
    client.post(page(article), {"act": "agree", "digest": make.digest(article)})
    assert [offer.act for offer in offers(article, office.reporter, make.NOON)] == ["withdraw"]


def test_agreeing_to_an_older_version_is_refused(office):
    article = office.submitted()
    seen = make.digest(article)
    office.edit(article, office.editor, sapo="Sửa nữa.")
    answer = client_of(office.reporter).post(
        page(article), {"act": "agree", "digest": seen}, follow=True
    )
    still_offered = offers(make.fresh(article), office.reporter, make.NOON)
    assert "agree" in {offer.act for offer in still_offered}
    assert answer.status_code == 200


def test_pictures_of_another_portal_are_refused(office):
    body = '<p>a</p><figure><img data-file="999999"></figure>'
    answer = client_of(office.reporter).post(LIST + "add/", form(body=body))
    assert answer.status_code == 200
    assert not ArticlePicture.objects.exists()
    assert not Article.objects.exists()


def test_inspector_reads_and_changes_nothing(office):
    inspector = client_of(make.seated("inspector", office.portal))
    article = office.submitted()
    assert inspector.get(page(article)).status_code == 200
    assert inspector.get(page(article, "history/")).status_code == 200
    for act in ("save", "approve", "publish", "send_back"):
        inspector.post(page(article), form(article, act=act, headline="Khác"))
    assert make.fresh(article).headline == article.headline
    assert make.fresh(article).state == Article.State.IN_REVIEW


def test_taking_down_by_form_asks_who_ordered_it(office):
    article = office.published(at=timezone.now())
    chief = client_of(office.chief)
    answer = chief.post(page(article, "act/take_down/"), {"reason": "Sai."})
    assert answer.status_code == 200
    chief.post(page(article, "act/take_down/"), {"reason": "Sai.", "ordered_by": "Thị ủy"})
    history = chief.get(page(article, "history/")).content.decode()
    assert "Thị ủy" in history


def test_huge_number_in_the_address_is_404(office):
    client = client_of(office.reporter)
    assert client.get(f"{LIST}{10**30}/change/").status_code == 404


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>"
    b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def document(office, title="Thông báo số 12"):
    file = io.BytesIO(PDF)
    file.name = "tb-12.pdf"
    return add_attachment(
        portal=office.portal.key, file=file, by=office.reporter, at=timezone.now(), title=title
    )


def test_document_goes_out_with_the_article(office):
    paper = document(office)
    rows = {"attachments-TOTAL_FORMS": "1", "attachments-0-attachment": paper.pk,
            "attachments-0-title": ""}  # fmt: skip
    client_of(office.reporter).post(
        LIST + "add/", form(section=office.section.pk, act="submit", **rows)
    )
    article = Article.objects.get()
    assert not storages["public"].exists(f"{paper.sha256}/{paper.name}")
    client_of(office.editor).post(page(article), form(article, act="publish", **rows))
    cut = Cut.objects.get(key=article.key)
    assert cut.values["attachments"][0]["title"] == "Thông báo số 12"
    assert storages["public"].exists(f"{paper.sha256}/{paper.name}")


def test_document_of_another_portal_cannot_be_chosen(office):
    paper = document(make.Office())
    rows = {"attachments-TOTAL_FORMS": "1", "attachments-0-attachment": paper.pk}
    answer = client_of(office.reporter).post(LIST + "add/", form(**rows))
    assert answer.status_code == 200
    assert not Article.objects.exists()


def test_schedule_in_the_past_stays_on_its_page(office):
    article = office.submitted()
    answer = client_of(office.editor).post(
        page(article, "act/schedule/"), {"live_from_0": "1/1/2020", "live_from_1": "7:00"}
    )
    assert answer.status_code == 200
    assert "1/1/2020" in answer.content.decode()


def test_pages_of_the_list_follow_each_other_at_the_same_cost(office, monkeypatch):
    monkeypatch.setattr(ArticleAdmin, "list_per_page", 2)
    drafts = [office.draft(at=make.NOON + make.HOUR * number).pk for number in range(5)]
    client, found, costs = client_of(office.chief), [], set()
    for number in (1, 2, 3):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(LIST, {"p": number})
            costs.add(len(queries))
        found += [article.pk for article in answer.context["cl"].result_list]
    assert found == drafts[::-1]
    assert len(costs) == 1
