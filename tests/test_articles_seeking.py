"""The list finds a piece by its topics and by names, with or without marks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.articles.models import Byline, Contributor
from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"


@pytest.fixture
def office():
    return make.Office()


def signed(office, article, name, account=None):
    pen, _made = Contributor.objects.get_or_create(
        portal=office.portal, name=name, defaults={"account": account}
    )
    return Byline.objects.create(article=article, contributor=pen)


def found(who, words):
    answer = client_of(who).get(LIST, {"q": words})
    return {article.headline for article in answer.context["cl"].result_list}


@pytest.fixture
def piece(office):
    office.draft(headline="Phiên họp thường kỳ")
    article = office.draft(headline="Bến đò mở lại", tags="Chuyển đổi số, Hòa giải ở cơ sở")
    signed(office, article, "Thúy Hằng")
    return article


@pytest.mark.parametrize("words", [
    "chuyển đổi số", "chuyen doi so", "CHUYỂN ĐỔI", "hòa giải", "hoà giải", "hoa giai",
    "thuý hằng", "thúy hằng", "thuy hang", "bến đò hằng", "hang hoa giai ben",
])  # fmt: skip
def test_a_draft_is_found_by_topic_and_by_the_name_under_it(office, piece, words):
    assert found(office.chief, words) == {"Bến đò mở lại"}


@pytest.mark.parametrize("words", ["chuyển đổi Lan", "hằng nga", "đổi số hóa chất"])
def test_every_word_must_stand_somewhere(office, piece, words):
    assert found(office.chief, words) == set()


def test_a_draft_without_a_name_yet_is_found_by_its_authors_pen_name(office):
    office.draft(headline="Chưa ký tên")
    Contributor.objects.create(portal=office.portal, name="Mộc Miên", account=office.reporter)
    assert found(office.chief, "moc mien") == {"Chưa ký tên"}


def test_a_pen_name_on_another_portal_finds_nothing_here(office, piece):
    other = make.Office()
    Contributor.objects.create(portal=other.portal, name="Mộc Miên", account=office.reporter)
    theirs = other.draft(headline="Bài của trang khác", tags="Chuyển đổi số")
    signed(other, theirs, "Thúy Hằng")
    assert found(office.chief, "moc mien") == set()
    assert found(office.chief, "chuyen doi so") == {"Bến đò mở lại"}
    assert found(other.chief, "thuy hang") == {"Bài của trang khác"}


def test_two_names_and_two_topics_are_one_row(office, piece):
    signed(office, piece, "Hằng Nga")
    answer = client_of(office.chief).get(LIST, {"q": "hang"})
    assert len(answer.context["cl"].result_list) == 1


def queries(client, **asked):
    with CaptureQueriesContext(connection) as found:
        client.get(LIST, asked)
    return len(found)


@pytest.mark.sqlite_only
def test_looking_for_words_asks_one_query_more_for_pen_names(office, piece):
    client = client_of(office.chief)
    plain = queries(client)
    assert queries(client, q="hang") == plain + 1
    for number in range(4):
        signed(office, office.draft(tags=f"Chủ đề {number}"), f"Hằng {number}")
    assert queries(client, q="hang chu de") == plain + 1
