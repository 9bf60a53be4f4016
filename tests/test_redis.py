"""Several web nodes share kept pages through a real Redis."""

import shutil
import subprocess
import time

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.public import answers

from . import make

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
    """A server on a socket of its own, gone afterwards."""
    socket = tmp_path / "redis.sock"
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            ["redis-server", "--port", "0", "--unixsocket", str(socket), "--save", "",
             "--dir", str(tmp_path)],
            stdout=log,
        )  # fmt: skip
    end = time.monotonic() + 20
    while not socket.exists() and time.monotonic() < end:
        time.sleep(0.05)
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": f"unix://{socket}",
        }
    }
    yield server
    caches["default"].close()
    server.terminate()
    server.wait(timeout=10)


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
    answers.MEMORY.clear()  # the next node's is its own
    assert queries_of("/", host) == 1


def test_site_goes_on_when_redis_dies(redis):
    make.Office("redis").with_frame(at=timezone.now())
    redis.kill()
    redis.wait(timeout=10)
    assert queries_of("/", "redis.localhost") == 3
