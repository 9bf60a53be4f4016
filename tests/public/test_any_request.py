"""Five thousand requests nobody would make: any query, any Unicode, any method; never a 500.

They go to the WSGI application itself, since a test client refuses to write half of them. Drawn
with a fixed seed: what fails once fails again.
"""

import io
import logging
import random
from collections import Counter

import pytest
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections

from apps.public import urls

from . import make, make_meetings, register

NUMBER = 5000
HUGE = "9" * 400
PARAMETERS = [
    "q",
    "truoc",
    "trang",
    "nam",
    "tuan",
    "in",
    "co-chu",
    "utm_source",
    "",
    "\u1ec7",
    "[]",
]
VALUES = [
    "", "0", "-1", "1", "2", "2021", "2021-41", "2021-99", "0000-00", "lon", "1e309", "NaN", HUGE,
    "20211011002800000000-12", "20211011002800000000-" + HUGE, "99999999999999999999-1",
    "00000000000000000000-0", "%00", "%", "%zz", "%c3%28", "%ff%fe", "%ed%a0%80", "%u1ec7",
    "%2e%2e%2f", "%0d%0aSet-Cookie:x", "' OR 1=1 --", "\\", '"', '"" AND "', "NEAR(", "*", "a*",
    "title:a", "(", "-", "{{7*7}}", "<script>", "giao ban", "giao%20ban", "%22giao ban%22",
    "17-NQ/TU", "\u0e41", "\u202e", "%F0%9F%87%BB%F0%9F%87%B3", "e" + "\u0302\u0323" * 200,
    "\u0660\u0661", "\ufdfa" * 50, "a" * 10_000, "%e1%bb%87" * 1200, "a+" * 3000, "&" * 500,
    "=" * 500, ";" * 500,
]  # fmt: skip
METHODS = ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND",
           "BREW", "get", "G\u00cbT", "", "X" * 500]  # fmt: skip
HEADERS = {
    "HTTP_IF_NONE_MATCH": ["*", '"', 'W/"x', '"a", W/"b"', "\xff" * 50, "x" * 5000],
    "HTTP_IF_MODIFIED_SINCE": ["0", "yesterday", "Mon, 99 Oct 99999 00:00:00 GMT", "\xe1\xbb\x87"],
    "HTTP_IF_MATCH": ['"x"', "*"],
    "HTTP_IF_UNMODIFIED_SINCE": ["Mon, 11 Oct 1999 00:00:00 GMT", "x"],
    "HTTP_ACCEPT_ENCODING": ["gzip", "gzip;q=x", "br, *;q=0", "\x00"],
    "HTTP_ACCEPT_LANGUAGE": ["vi", "x" * 3000, "*;q=9", "../../vi"],
    "HTTP_HOST": ["a.example:99999", "[::1", "a b", "\xe1\xbb\x87.vn", "", "x" * 3000, "-", "@"],
    "HTTP_X_FORWARDED_FOR": ["1.2.3.4, \xff", ",,,"],
    "HTTP_RANGE": ["bytes=0-", "bytes=9-1", "x"],
    "HTTP_COOKIE": ["sessionid=x", "=;=", "\xff"],
    "HTTP_USER_AGENT": ["\xf0\x9f", "\x00"],
    "CONTENT_LENGTH": ["-1", "x", "5", HUGE],
    "CONTENT_TYPE": [
        "multipart/form-data",
        "multipart/form-data; boundary=\xff",
        "application/json",
    ],
}
TAILS = ["", "/", "//", "%00", "\x00", "\xff", "\xed\xa0\x80", "..", "/..", "a" * 3000, ";x", ".",
         "-1", f"-{HUGE}/", "\xe1\xbb\x87/", "?", "#", " ", "\r\n", "'", "<b>"]  # fmt: skip


@pytest.fixture
def places(portal):
    """{name of an address: one such address}, all of them there."""
    sha = make.SHA
    make.frame(topics=[make.topic()], live_from=make.NOON - make.HOUR)
    return {
        "home": "/",
        "search": "/tim-kiem/",
        "people": "/can-bo/",
        "bodies": "/to-chuc/",
        "person": register.person().address,
        "body": register.body(leaders=[register.leader()]).address,
        "corrections": "/dinh-chinh/",
        "archive": "/luu-tru/",
        "archive-year": "/luu-tru/2021/",
        "archive-month": "/luu-tru/2021/10/",
        "archive-day": "/luu-tru/2021/10/11/",
        "contact": "/ve-trang-nay/",
        "site-map": "/so-do-trang/",
        "schedule": "/lich-cong-tac/",
        "calendar": "/lich-cong-tac.ics",
        "schedule-week": make_meetings.week().address,
        "meetings": "/hoi-nghi/",
        "meeting": make_meetings.meeting().address,
        "feed": "/rss/",
        "feed-section": "/rss/tin-tuc/",
        "video": f"/video/{sha}/cho.mp4",
        "feed-topic": "/rss/chu-de/dai-hoi/",
        "topic": "/chu-de/dai-hoi/",
        "feed-person": "/rss/can-bo/ha-van-minh/",
        "feed-body": "/rss/to-chuc/thi-uy-song-van/",
        "sitemap": "/sitemap.xml",
        "news-sitemap": "/news-sitemap.xml",
        "sitemap-part": "/sitemap-1.xml",
        "robots": "/robots.txt",
        "icon": "/favicon.ico",
        "icon-of-old-phones": "/apple-touch-icon-precomposed.png",
        "healthz-live": "/healthz/live",
        "healthz-ready": "/healthz/ready",
        "picture": f"/anh/{sha}/480.jpg",
        "attachment": f"/tep/{sha}/a.pdf",
        "count": "/luot-xem/article:1/",
        "article": make.article(1, lead=make.picture()).address,
        "section": "/tin-tuc/",
        "elsewhere": "/khong/co/gi/",
    }


def test_every_address_is_asked(places):
    assert {pattern.name for pattern in urls.urlpatterns} <= set(places)


def drawn(places):
    """(method, path, query, headers) without end; paths as WSGI gives them, bytes in Latin-1."""
    lot = random.Random(20211011)
    rare = places["healthz-ready"]  # looks at every guard of the database
    paths = [path for path in places.values() if path != rare] * 5 + [rare]
    while True:
        method = lot.choice(METHODS) if lot.random() < 0.25 else "GET"
        path = lot.choice(paths).encode().decode("latin-1")
        if lot.random() < 0.15:
            path += lot.choice(TAILS)
        elif lot.random() < 0.05:
            at = lot.randrange(len(path))
            path = path[:at] + lot.choice("\x00\xff/%.-0 \n\x7f") + path[at + 1 :]
        query = "&".join(_pair(lot) for _ in range(lot.choice((0, 1, 1, 2, 3))))
        headers = {
            name: lot.choice(HEADERS[name])
            for name in lot.sample(list(HEADERS), lot.choice((0, 0, 0, 1, 2)))
        }
        yield method, path, query, headers


def _pair(lot):
    """A server may hand a query over as it came: not escaped, not even UTF-8."""
    pair = f"{lot.choice(PARAMETERS)}={lot.choice(VALUES)}"
    return pair.encode().decode("latin-1")


def asked(application, method, path, query, headers):
    """The status the application gives."""
    told = []
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(b"x=1"),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **headers,
    }
    body = application(environ, lambda status, _headers: told.append(status))
    sent = sum(len(part) for part in body)
    body.close()
    assert method != "HEAD" or told
    return int(told[0].split()[0]), sent


@pytest.fixture
def application():
    """The site as a server calls it, within this test's transaction."""
    ends = (signals.request_started, signals.request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    logging.disable()  # a line for each 404
    yield WSGIHandler()
    logging.disable(logging.NOTSET)
    for signal in ends:
        signal.connect(close_old_connections)


def test_no_request_breaks_the_site(places, application):
    counts, lot = Counter(), drawn(places)
    for _ in range(NUMBER):
        request = next(lot)
        status, _sent = asked(application, *request)
        assert 200 <= status < 500, (status, request)
        counts[status] += 1
    assert sum(counts.values()) == NUMBER
    assert {200, 301, 304, 400, 404, 405, 412} <= set(counts), counts
    assert counts[200] > NUMBER // 3 and not counts[403], counts
