import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from apps.public import pages, visits

from . import make


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    pages.forget()


@pytest.fixture
def clock(monkeypatch):
    """The instant of every request; `clock.at` moves it."""

    class Clock:
        at = make.NOON

        def __call__(self):
            return self.at

    clock = Clock()
    monkeypatch.setattr(visits, "clock", clock)
    return clock


@pytest.fixture
def portal(db, clock):
    """A portal that answers for every name, at noon of 11 October 2021."""
    return make.frame()


@pytest.fixture
def read(client):
    """The text of the page at an address, which must be there."""

    def read(address, **options):
        response = client.get(address, **options)
        assert response.status_code == 200, (address, response.status_code)
        return response.content.decode()

    return read


@pytest.fixture
def stored(settings, tmp_path):
    """Puts bytes into a public storage of this test's own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "public": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path), "base_url": "/anh/"},
        },
    }
    return lambda name: storages["public"].save(name, ContentFile(b"bytes"))
