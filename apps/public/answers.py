"""Rendered bodies, kept as long as nothing on the site can have changed, sent conditionally."""

import functools
import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from .keeping import REVALIDATE, keep_page
from .packed import Memory, Packed, packed, unpacked
from .visits import Visit

HTML = "text/html; charset=utf-8"
VARY = "Accept-Encoding"
# What is said anew with every answer; all other headers of a page are the middleware's.
OWN_HEADERS = frozenset(
    ["Cache-Control", "CDN-Cache-Control", "Content-Encoding", "Content-Length", "Content-Type",
     "ETag", "Last-Modified", "Vary"]
)  # fmt: skip
KEPT_SECONDS = 24 * 60 * 60
NO_GZIP = re.compile(r"gzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)", re.IGNORECASE)

MEMORY = Memory(settings.PAGE_MEMORY)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A rendered page. `until` is the next instant at which it changes by itself (a banner)."""

    text: str
    at: datetime
    until: datetime | None = None
    type: str = HTML


@dataclass(frozen=True)
class Kept:
    """Where an answer's page is kept, and the key whose count stands in it ('' for none)."""

    place: tuple
    counted: str


def answer(visit: Visit, make: Callable[[], Made], *choices: str) -> HttpResponse:
    """The page, rendered by `make` only when it is not kept for this state of the site.

    `choices` are the query parameters that change the page, beside its looks; all others are
    ignored. The response tells in `kept` where the page is (door.py).
    """
    place = _place(visit, choices)
    response = sent(visit, _at(visit, place, make))
    response.kept = Kept(place, visit.counted)
    return response


def kept(visit: Visit, place: tuple) -> Packed | None:
    """The page this process keeps at a place, if it is the present one and of this visit's portal.

    `place` is of an earlier visit in the same words.
    """
    page = MEMORY.get(place, visit.state) if place[0] == visit.portal else None
    return None if page is None or _over(page, visit.now) else page


def _at(visit, place, make):
    page = kept(visit, place)
    if page is None:
        page = _shared(visit, place, make)
        MEMORY.keep(place, visit.state, page)
    return page


def nothing(visit: Visit, make: Callable[[], Made], status: int) -> HttpResponse:
    """What stands at no address: the same page wherever a reader or a robot looks for one, so it is
    rendered once. Nobody else may keep it.
    """
    place = (visit.portal, visit.base, f"//{status}", visit.looks.classes)
    page = _at(visit, place, make) if visit.portal else _pack(make())
    body, headers = _body(visit, page)
    headers["Cache-Control"] = REVALIDATE
    return HttpResponse(body, status=status, content_type=page.type, headers=headers)


def send(visit: Visit, made: Made) -> HttpResponse:
    """A page that is made for one reader."""
    return sent(visit, _pack(made))


def sent(visit: Visit, page: Packed) -> HttpResponse:
    """The page with its count, or 304 when the reader has exactly this."""
    request = visit.request
    body, headers = _body(visit, page)
    headers["ETag"] = etag = page.tag_at(visit.views)
    modified = page.modified if int(visit.now.timestamp()) > page.modified else None
    if modified:
        headers["Last-Modified"] = http_date(modified)
    response = HttpResponse(body, content_type=page.type, headers=headers)
    if "HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META:
        response = get_conditional_response(request, etag, modified, response)
    changes = [at for at in (page.until, visit.changes_at) if at is not None]
    keep_page(response, now=visit.now, changes_at=min(changes, default=None))  # a 304 renews it
    return response


def _body(visit, page):
    """(bytes, headers) as this reader's browser takes them."""
    body, headers = page.body_at(visit.views), {"Vary": VARY}
    accepted = visit.request.META.get("HTTP_ACCEPT_ENCODING", "")
    if "gzip" in accepted and not NO_GZIP.search(accepted):
        return body, {**headers, "Content-Encoding": "gzip"}
    return unpacked(body), headers


def _pack(made):
    return packed(made.text, made.type, made.at, made.until)


def _over(page, now):
    return page.until is not None and page.until <= now


def _place(visit, choices):
    return (visit.portal, visit.base, visit.request.path, visit.looks.classes, *choices)


def _shared(visit, place, make):
    """The page as another process made it, else made here and kept for the others."""
    name = _name(visit.state, place)
    page = _kept(name)
    if page is None or _over(page, visit.now):
        page = _pack(make())
        _keep(name, page)
    return page


def _name(state, place):
    parts = (_release(), state, *place)
    return "page:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


@functools.cache
def _release():
    """Another word when this code, its templates, styles or words change: a shared cache outlives
    a new release, and its pages must not.
    """
    root = Path(__file__).parents[2]
    places = ("apps/public/*.py", "templates/public/*", "static/public/*", "locale/*/*/*.mo")
    code = hashlib.sha256()
    for file in sorted(file for place in places for file in root.glob(place)):
        code.update(file.read_bytes())
    return code.hexdigest()


def _kept(name) -> Packed | None:
    """A cache that does not answer makes the site slower, never absent."""
    try:
        return cache.get(name)
    except Exception as error:  # every backend raises its own
        log.warning("Page cache does not answer: %s", error)
        return None


def _keep(name, page):
    try:
        cache.set(name, page, KEPT_SECONDS)
    except Exception as error:  # as above
        log.warning("Page cache does not keep: %s", error)
