"""The frame around every desk page asks for the person's seats once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
LISTS = ["articles/contributor/", "media/picture/", "people/person/", "organizations/organization/"]


def asked(client, page):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/toa-soan/{page}").status_code == 200
    return [query["sql"] for query in queries]


@pytest.mark.parametrize("page", LISTS)
def test_a_list_asks_once_for_seats(page):
    client = client_of(make.Office().chief)
    queries = asked(client, page)
    assert sum("portals_seat" in query for query in queries) == 1
    assert len(queries) <= 8


def test_more_portals_cost_nothing():
    offices = [make.Office() for _ in range(4)]
    client = client_of(offices[0].chief)
    one = len(asked(client, LISTS[0]))
    for office in offices[1:]:
        make.seat(offices[0].chief, office.portal, "chief")
    assert len(asked(client, LISTS[0])) == one
