"""No list reads along the articles of the archive to find pages of another kind."""

import re

import pytest
from django.db import connection

from . import make, register

pytestmark = pytest.mark.usefixtures("portal")
WHOLE = {
    "sqlite": re.compile(r"showing_from|^SCAN editions_|\(portal=\?\)"),
    "postgresql": re.compile(r"showing_from|Seq Scan on editions_"),
}


def plans(client, address):
    asked = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        assert client.get(address).status_code == 200
    with connection.cursor() as cursor:
        explain = "EXPLAIN QUERY PLAN "
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            explain = "EXPLAIN "
        for sql, params in asked:
            if sql.startswith("SELECT") and "editions_showing" in sql:
                cursor.execute(explain + sql, params)
                yield "\n".join([sql, *(row[-1].strip() for row in cursor.fetchall())])


@pytest.mark.parametrize(
    "address", ["/can-bo/", "/to-chuc/", "/hoi-nghi/", "/lich-cong-tac/", "/luu-tru/2021/10/"]
)
def test_a_list_goes_by_the_index_of_its_kind(client, address):
    make.article()
    for plan in plans(client, address):
        lines = plan.splitlines()[1:]
        assert not any(WHOLE[connection.vendor].search(line) for line in lines), plan


def test_a_page_of_the_register_does_not_read_all_showings(client):
    """Its articles and the pages it leads to come in one question, each by its own index."""
    body = register.body()
    person = register.person(titles=[register.title(body_key=body.key)])
    make.article(subjects=[person.key])
    make.many(400)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # a planner that thinks the tables empty goes any way
    for plan in plans(client, person.address):
        lines = plan.splitlines()[1:]
        assert not any(WHOLE[connection.vendor].search(line) for line in lines), plan
