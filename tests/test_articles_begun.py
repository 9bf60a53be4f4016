"""The form of a new text sent again: the article it has made goes on, no second one begins."""

import pytest

from apps.articles.models import Article

from . import make
from .test_articles_desk import LIST, client_of, form

pytestmark = pytest.mark.django_db
BEGUN, OTHER = "a" * 32, "b" * 32
ADD = f"{LIST}add/"


@pytest.fixture
def office():
    return make.Office()


@pytest.fixture
def client(office):
    client = client_of(office.reporter)
    client.post(ADD, form(begun=BEGUN))
    return client


def test_the_same_page_sent_again_is_the_same_article(client):
    client.post(ADD, form(begun=BEGUN, sapo="Thêm một câu."), follow=True)
    article = Article.objects.get()
    assert (article.sapo, article.revision) == ("Thêm một câu.", 2)


def test_sent_again_unchanged_it_makes_no_version(client):
    before = Article.objects.get().versions.count()
    client.post(ADD, form(begun=BEGUN), follow=True)
    assert Article.objects.get().versions.count() == before


def test_what_was_saved_since_is_not_written_over(office, client):
    article = Article.objects.get()
    office.edit(article, office.editor, sapo="Biên tập đã sửa.")
    answer = client.post(ADD, form(begun=BEGUN, sapo="Của tôi."), follow=True)
    assert "Của tôi." in answer.content.decode()
    assert Article.objects.get().sapo == "Biên tập đã sửa."


def test_another_page_and_another_person_begin_articles_of_their_own(office, client):
    client.post(ADD, form(begun=OTHER), follow=True)
    client.post(ADD, form(), follow=True)
    client_of(office.chief).post(ADD, form(begun=BEGUN), follow=True)
    assert Article.objects.count() == 4


def test_junk_begins_an_article(office):
    client_of(office.reporter).post(ADD, form(begun="\x00" * 9))
    assert Article.objects.count() == 1
