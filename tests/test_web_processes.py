"""Published on one web process, seen by the next request on another."""

import shutil
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.utils import timezone

from . import make, web_processes
from .test_articles_desk import client_of, form, page

TOKEN = "t" * 32


@pytest.mark.django_db(transaction=True)
def test_what_one_process_publishes_the_next_request_on_another_gets(tmp_path):
    """A newsroom, a readers' node with a memory of its own, and one that shares Redis with it."""
    office = make.Office("hai-may").with_frame(at=timezone.now())
    article = office.submitted(at=timezone.now(), headline="Hai tiến trình, một trang")
    host = "hai-may.localhost"
    with ExitStack() as stack:

        def started(name, settings_of, **cache):
            web = web_processes.web(tmp_path, name, host=host, settings_of=settings_of, **cache)
            return stack.enter_context(web)

        shared = {}
        if shutil.which("redis-server"):
            _server, address_of_cache = stack.enter_context(web_processes.redis(tmp_path))
            shared = {"cache": address_of_cache}
        newsroom = started("newsroom", "config.settings.local", **shared)
        readers = [started("alone", "tests.reader_settings")]
        if shared:
            readers.append(started("shared", "tests.reader_settings", **shared))
        everybody = [newsroom, *readers]
        address = make.fresh(article).address
        press = signed_in(newsroom, office.editor)

        def read(address):
            return [web.ask(address) for web in everybody]

        for _twice in range(2):  # rendered, then kept
            assert all(address not in text for _status, text in read("/"))
        assert press(page(article), form(article, act="publish")) == 302
        for _twice in range(2):
            assert all(address in text for _status, text in read("/"))
            assert [status for status, _text in read(address)] == [200] * len(everybody)
        assert press(page(article, "act/hide/"), {"reason": "Sai tên"}) == 302
        assert all(address not in text for _status, text in read("/"))
        assert [status for status, _text in read(address)] == [404] * len(everybody)


def signed_in(web, user):
    """Presses buttons of the desk on that process as `user`; gives the status."""
    session = client_of(user).cookies[settings.SESSION_COOKIE_NAME].value
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}"

    def press(address, typed):
        typed = {**typed, "csrfmiddlewaretoken": TOKEN}
        return web.ask(address, "POST", typed, Cookie=cookies)[0]

    return press
