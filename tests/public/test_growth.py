"""No list reads along the articles of the archive to find pages of another kind."""

import re

import pytest
from django.db import connection

from apps.public import filled

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


def test_sections_are_looked_into_by_the_index_of_their_lists(client):
    for section in ("tin-tuc", "dan-van"):
        make.article(section=section)
    make.many(400)
    at = connection.ops.adapt_datetimefield_value(make.NOON)
    values = ["tin-tuc", "khong-co", *[make.PORTAL, at, at, at] * 2, make.PORTAL, *[at] * 4]
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute(explain + filled.statement(2), values)
        plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
    assert "cut_section" in plan and "cut_top" in plan and "showing_from" not in plan, plan
