"""Pages kept in a process, and the first question to a server that went away."""

import zlib

import pytest
from django.db import OperationalError, connection

from apps.editions.prepared import Prepared
from apps.public import first
from apps.public.packed import GZIP, Memory, packed

from . import make


def page(text="<p>Tin</p>"):
    return packed(text, "text/html", make.NOON)


def read(page, views=0):
    return zlib.decompress(page.body_at(views), wbits=GZIP).decode()


def test_count_is_put_in_when_a_page_is_sent():
    counted = page("Lượt xem: <!--views.--> (<!--views-->)")
    assert read(counted, 12345) == "Lượt xem: 12.345 (12345)"
    assert read(counted, 12346) == "Lượt xem: 12.346 (12346)"
    assert counted.body_at(12346) is counted.body_at(12346)


def test_memory_keeps_one_state_of_a_place():
    memory = Memory(1_000_000)
    memory.keep(("a", "/"), "1", page("cũ"))
    memory.keep(("a", "/"), "2", page("mới"))
    assert memory.get(("a", "/"), "1") is None
    assert read(memory.get(("a", "/"), "2")) == "mới"
    assert memory.get(("b", "/"), "2") is None


def test_memory_drops_what_was_asked_for_longest_ago():
    memory = Memory(3500)  # three short pages
    for name in ("một", "hai", "ba"):
        memory.keep((name,), "", page(name))
    memory.get(("một",), "")
    memory.keep(("bốn",), "", page("bốn"))
    assert [bool(memory.get((name,), "")) for name in ("một", "hai", "ba", "bốn")] == [1, 0, 1, 1]


@pytest.mark.django_db
def test_prepared_question_is_answered_again_and_again():
    asked = Prepared("test_asked", "SELECT %s, %s", ["text", "bigint"])
    assert [asked.first(connection, ["a", 1]), asked.first(connection, ["b", 2])] == [
        ("a", 1),
        ("b", 2),
    ]


def test_first_question_is_asked_again_when_the_server_went_away(monkeypatch):
    class Gone:
        in_atomic_block = health_check_done = closed = False

        def close(self):
            self.closed = True

    class Question:
        def first(self, connection, parameters):
            if not connection.closed:
                raise OperationalError("terminated")
            return ("song-van", 1, 2, None, None, 0, None)

    monkeypatch.setattr(first, "connection", Gone())
    assert first._answered(Question(), [])[0] == "song-van"
