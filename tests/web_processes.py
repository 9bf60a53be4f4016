"""Real web processes of their own on the database of this test, asked over a socket file."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # seconds; a machine may be busy


class Web:
    """One gunicorn with one worker."""

    def __init__(self, path, host):
        self.path, self.host = path, host

    def ask(self, address, method="GET", typed=None, **headers):
        """(status, text)"""
        asked = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        asked.sock = socket.socket(socket.AF_UNIX)
        asked.sock.connect(str(self.path))
        body = urlencode(typed) if typed else None
        if typed:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        asked.request(method, address, body, headers)
        answer = asked.getresponse()
        text = answer.read().decode()
        asked.close()
        return answer.status, text


@contextmanager
def web(folder, name, *, host, settings_of, cache="locmemcache://"):
    """A process with the settings of that module, asked as `host`."""
    path = folder / f"{name}.sock"
    (folder / "static").mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings_of,
        "DATABASE_URL": database_url(),
        "CACHE_URL": cache,
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": host,
        "TOASOAN_VAR": str(folder),
        "TOASOAN_HTTPS": "false",
    }
    command = [sys.executable, "-W", "ignore", "-m", "gunicorn", "config.wsgi", "--workers", "1",
               "--bind", f"unix:{path}", "--log-level", "critical"]  # fmt: skip
    with running(command, path, cwd=ROOT, env=environment):
        yield Web(path, host)


@contextmanager
def redis(folder):
    """(process, CACHE_URL) of a server on a socket file."""
    path = folder / "redis.sock"
    command = ["redis-server", "--port", "0", "--unixsocket", str(path), "--save", "", "--dir",
               str(folder)]  # fmt: skip
    with running(command, path) as server:
        yield server, f"rediscache://{path}"


@contextmanager
def running(command, path, **options):
    """A server until the block ends, from when something answers at its socket file."""
    with path.with_suffix(".log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, **options)
    try:
        _wait_for(server, path)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def _wait_for(server, path):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert server.poll() is None, path.with_suffix(".log").read_text()
        with socket.socket(socket.AF_UNIX) as door:
            if door.connect_ex(str(path)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError(path)


def database_url():
    """Of the database this process tests on."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
