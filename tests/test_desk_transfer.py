"""What the desk's pages cost on the line, served as in production: compressed, named by content."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client
from django.utils import timezone

from tests import make
from tests.newsroom.people import client_of

FIRST, AFTER = 400_000, 60_000
ASKED = re.compile(r'(?:src|href)="(/static/[^"]+)"')
PAGES = ("/toa-soan/", "/toa-soan/articles/article/")
BESIDE = ("admin/img/", "admin/css/")  # style sheets name others
GZIP = {"accept-encoding": "gzip"}


@pytest.fixture
def chief():
    office, now = make.Office(), timezone.now()
    for _n in range(60):
        office.draft(at=now)
    return client_of(office.chief)


@pytest.fixture
def as_in_production(settings, tmp_path, chief):
    """The static files of these pages, collected as `make serve` does, and nothing else."""
    asked = {path for page in PAGES for path in ASKED.findall(chief.get(page).text)}
    wanted = {path.removeprefix("/static/") for path in asked}
    settings.STATIC_ROOT = str(tmp_path)
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "config.assets.Assets"}}
    paths = {}
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            if path in wanted or path.startswith(BESIDE):
                with storage.open(path) as source:
                    staticfiles_storage.save(path, source)
                paths[path] = (storage, path)
    for _name, _hashed, done in staticfiles_storage.post_process(paths):
        assert not isinstance(done, Exception), done


def visit(client, address):
    """(bytes of the page, {static file: bytes}) as a browser of today gets them."""
    page = client.get(address, headers=GZIP)
    assert page.status_code == 200
    assert page["Content-Encoding"] == "gzip"
    whole = client.get(address).text
    return len(page.content), {path: fetched(client, path) for path in set(ASKED.findall(whole))}


def fetched(client, path):
    answer = client.get(path, headers=GZIP)
    assert answer.status_code == 200, path
    assert "immutable" in answer["Cache-Control"], path
    found = b"".join(answer.streaming_content)
    assert len(found) < 600 or answer["Content-Encoding"] == "gzip", path
    return len(found)


@pytest.mark.django_db
def test_a_desk_page_is_small_at_first_and_smaller_after(as_in_production, chief):
    client = Client()
    client.cookies = chief.cookies
    for address in PAGES:
        page, files = visit(client, address)
        assert files
        assert page < AFTER
        assert page + sum(files.values()) < FIRST, files
