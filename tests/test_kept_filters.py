"""“Bộ lọc của tôi”: kept, used, opened first, removed; one's own only."""

import pytest

from apps.newsroom import kept_filters
from apps.newsroom.models import KeptFilter
from apps.newsroom.refusals import OutOfSight, Refused
from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"
AT = f"{LIST}bo-loc/"
QUERY = "viec=duyet&q=ben+do"


@pytest.fixture
def office():
    return make.Office()


def keep(user, name="Chờ tôi", query=QUERY):
    return client_of(user).post(AT, {"ten": name, "loc": query}, follow=True)


def test_a_filter_is_kept_and_leads_back(office):
    assert 'href="?viec=duyet&amp;q=ben+do"' in keep(office.chief).content.decode()


def test_the_page_one_was_on_is_not_kept(office):
    keep(office.chief, query=QUERY + "&p=3&state__exact=")
    assert KeptFilter.objects.get().query == QUERY


def test_the_same_name_keeps_the_new_one(office):
    keep(office.chief)
    keep(office.chief, query="viec=dang")
    assert KeptFilter.objects.get().query == "viec=dang"


def test_the_default_opens_the_list_until_everything_is_asked_for(office):
    keep(office.chief)
    client, row = client_of(office.chief), KeptFilter.objects.get()
    client.post(AT, {"lam": "mac-dinh", "bo-loc": row.pk})
    assert client.get(LIST).url == f"{LIST}?{QUERY}"
    here = {"Referer": f"http://testserver{LIST}?{QUERY}"}
    assert client.get(LIST, headers=here).status_code == 200
    client.post(AT, {"lam": "mac-dinh", "bo-loc": row.pk})
    assert client.get(LIST).status_code == 200


def test_only_one_opens_first(office):
    for name in ("a", "b"):
        row = kept_filters.keep("articles", name, "q=x", by=office.chief)
        kept_filters.open_first(str(row.pk), "articles", by=office.chief)
    assert [row.name for row in KeptFilter.objects.filter(opens_first=True)] == ["b"]


@pytest.mark.parametrize("lam", ["bo", "mac-dinh"])
def test_anothers_filter_does_not_exist(office, lam):
    keep(office.chief)
    row = KeptFilter.objects.get()
    answer = client_of(office.editor).post(AT, {"lam": lam, "bo-loc": row.pk})
    assert answer.status_code == 404
    assert "Chờ tôi" not in client_of(office.editor).get(LIST).content.decode()
    assert KeptFilter.objects.filter(opens_first=False).count() == 1


def test_a_filter_is_removed(office):
    keep(office.chief)
    client_of(office.chief).post(AT, {"lam": "bo", "bo-loc": KeptFilter.objects.get().pk})
    assert not KeptFilter.objects.exists()


@pytest.mark.parametrize(("name", "query"), [("", QUERY), ("a", ""), ("a", "p=2"),
                                             ("a", "q=" + "x" * 900), ("\x00", QUERY)])  # fmt: skip
def test_nothing_to_keep_is_told_in_words(office, name, query):
    with pytest.raises(Refused):
        kept_filters.keep("articles", name, query, by=office.chief)
    assert keep(office.chief, name, query).status_code == 200


@pytest.mark.parametrize("pk", ["", "x", "١", "9" * 40])
def test_strange_numbers_do_not_exist(office, pk):
    with pytest.raises(OutOfSight):
        kept_filters.remove(pk, "articles", by=office.chief)


def test_at_most_twenty(office):
    for number in range(kept_filters.MOST):
        kept_filters.keep("articles", f"lọc {number}", "q=x", by=office.chief)
    with pytest.raises(Refused):
        kept_filters.keep("articles", "một nữa", "q=x", by=office.chief)
