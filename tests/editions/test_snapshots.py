"""A check or a copy that takes minutes neither stops those who publish nor sees half of it."""

import threading

import pytest
from django.db import connection, connections

from apps.editions.models import Showing
from apps.editions.snapshots import in_chunks, snapshot

from . import make

pytestmark = pytest.mark.django_db(transaction=True)


def publish_elsewhere():
    """In another connection, as another process would."""
    failures = []

    def publish():
        try:
            make.shown("article:2")
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=publish)
    thread.start()
    thread.join()
    assert failures == []


def test_publishing_goes_on_unseen_during_a_snapshot():
    make.shown()
    with snapshot(connection):
        assert Showing.objects.count() == 1
        publish_elsewhere()
        assert Showing.objects.count() == 1
    assert Showing.objects.count() == 2


def test_afterwards_the_connection_writes_as_before():
    with snapshot(connection):
        assert not Showing.objects.exists()
    if connection.vendor == "sqlite":
        assert connection.transaction_mode == "IMMEDIATE"
    assert make.shown().pk


def test_chunks_lose_nothing():
    assert list(in_chunks(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(in_chunks([], 2)) == []
