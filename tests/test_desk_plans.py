"""No page of the desk reads a whole table of the archive: asked of the database's own plans."""

import re

import pytest
from django.db import connection
from django.utils import timezone

from tests import make
from tests.newsroom.people import client_of

DESK = "/toa-soan/"
LIST = "/toa-soan/articles/article/"
LARGE = (
    "articles_article|articles_version|editions_cut|editions_showing|newsroom_act|"
    "newsroom_signature"
)
WHOLE = {
    "sqlite": re.compile(rf"^SCAN (?:{LARGE})\b(?!.* USING )"),
    "postgresql": re.compile(rf"Seq Scan on (?:{LARGE})\b"),
}


@pytest.fixture
def office():
    office, now = make.Office(), timezone.now()
    office.draft(at=now)
    office.submitted(at=now)
    office.published(at=now)
    return office


def plans(client, address):
    """{query: lines of its plan}; PostgreSQL is told to read whole tables only where it must."""
    asked = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    client.get(address)
    with connection.execute_wrapper(note):
        assert client.get(address).status_code == 200
    with connection.cursor() as cursor:
        explain = "EXPLAIN QUERY PLAN "
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            explain = "EXPLAIN "
        return {sql: _explained(cursor, explain + sql, params) for sql, params in asked
                if sql.startswith("SELECT")}  # fmt: skip


def _explained(cursor, sql, params):
    cursor.execute(sql, params)
    return [row[-1].strip() for row in cursor.fetchall()]


def read_whole(client, address):
    whole = WHOLE[connection.vendor]
    return {
        line: sql for sql, lines in plans(client, address).items() for line in lines
        if whole.search(line)
    }  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["reporter", "chief"])
def test_the_first_page_reads_no_whole_table(office, role):
    assert read_whole(client_of(getattr(office, role)), DESK) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    ["", "state__exact=published", "cua=toi", "cua=xu-ly", "viec=duyet", "viec=hen-hom-nay"],
)
def test_the_list_reads_no_whole_table(office, query):
    assert read_whole(client_of(office.chief), f"{LIST}?{query}") == {}
    section = f"{LIST}?chuyen-muc={office.section.pk}"
    assert read_whole(client_of(office.chief), section) == {}


@pytest.mark.django_db
def test_a_search_reads_the_texts_once(office):
    client = client_of(office.chief)
    asked = [sql for sql in plans(client, f"{LIST}?q=thi+uy") if 'article"."folded"' in sql]
    assert len([sql for sql in asked if '"articles_article"."id" IN' not in sql]) == 1
    rows = client.get(f"{LIST}?q=thi+uy").context["cl"].result_list
    assert len(rows) == 3


@pytest.mark.django_db
def test_a_search_that_finds_more_than_anybody_reads_says_so(office, monkeypatch):
    monkeypatch.setattr("apps.newsroom.found.MOST", 2)
    answer = client_of(office.chief).get(f"{LIST}?q=thi+uy")
    assert answer.context["cl"].result_count == 2
    assert "hơn 2 kết quả" in answer.text
