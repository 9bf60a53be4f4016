"""Several web nodes share kept pages through a real Redis."""

import shutil

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.public import pages
from config.settings.reader_base import env

from . import make, web_processes

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sqlite_only,
    pytest.mark.skipif(
        shutil.which("redis-server") is None,
        reason="Redis is not installed: apt-get install redis-server",
    ),
]


@pytest.fixture
def redis(tmp_path, settings):
    """A server of its own, gone afterwards; it may be killed before."""
    with web_processes.redis(tmp_path) as (server, address):
        settings.CACHES = {"default": env.cache_url_config(address)}
        yield server
        caches["default"].close()


def queries_of(path, host):
    with CaptureQueriesContext(connection) as queries:
        assert Client(headers={"host": host}).get(path).status_code == 200
        return len(queries)


def test_page_kept_by_one_node_serves_the_next(redis):
    office = make.Office("redis").with_frame(at=timezone.now())
    office.published(at=timezone.now())
    host = "redis.localhost"
    assert queries_of("/", host) == 3
    caches["default"].close()
    pages.forget()  # the next node's is its own
    assert queries_of("/", host) == 1


def test_site_goes_on_when_redis_dies(redis):
    make.Office("redis").with_frame(at=timezone.now())
    redis.kill()
    redis.wait(timeout=10)
    assert queries_of("/", "redis.localhost") == 3
