"""No list reads along the articles of the archive to find pages of another kind."""

import re

import pytest
from django.db import connection

from . import make

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
