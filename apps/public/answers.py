"""Rendered bodies, kept as long as nothing on the site can have changed, sent conditionally."""

import functools
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from .keeping import keep_page
from .visits import Visit

HTML = "text/html; charset=utf-8"
KEPT_SECONDS = 24 * 60 * 60

# Where the view count goes: kept bodies hold no counters. Texts are escaped and bodies sanitised
# without comments, so nothing an office writes can look like these.
VIEWS_PLAIN = "<!--views-->"
VIEWS_GROUPED = "<!--views.-->"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A rendered page. `until` is the next instant at which it changes by itself (a banner)."""

    text: str
    at: datetime
    until: datetime | None = None
    type: str = HTML


def answer(visit: Visit, make: Callable[[], Made], *choices: str) -> HttpResponse:
    """The page, rendered by `make` only when it is not kept for this state of the site.

    `choices` are the query parameters that change the page, beside its looks; all others are
    ignored.
    """
    name = _name(visit, choices)
    made = _kept(name)
    if made is None or (made.until is not None and made.until <= visit.now):
        made = make()
        _keep(name, made)
    return send(visit, made)


def send(visit: Visit, made: Made) -> HttpResponse:
    """The page with its count, or 304 when the reader has exactly this."""
    text = with_views(made.text, visit.views)
    etag = f'W/"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    response = HttpResponse(text, content_type=made.type)
    modified = _modified(made, visit.now)
    response["ETag"] = etag
    if modified:
        response["Last-Modified"] = http_date(modified)
    patch_vary_headers(response, ("Accept-Encoding",))
    response = get_conditional_response(visit.request, etag, modified, response)
    changes = [at for at in (made.until, visit.changes_at) if at is not None]
    keep_page(response, now=visit.now, changes_at=min(changes, default=None))  # a 304 renews it
    return response


def _modified(made, now):
    """Since when it is so, in whole seconds after it was made; None while that is not over.

    Two versions may be made within one second: who asks by date alone, without the tag, must not
    be told that nothing has changed.
    """
    second = int(made.at.timestamp()) + 1
    return second if int(now.timestamp()) > second else None


def with_views(text: str, views: int) -> str:
    """1984 plain, 1.984 where the label is Vietnamese."""
    grouped = f"{views:,}".replace(",", ".")
    return text.replace(VIEWS_PLAIN, str(views)).replace(VIEWS_GROUPED, grouped)


def _name(visit, choices):
    looks = visit.looks.classes
    parts = (_release(), visit.portal, visit.state, visit.base, visit.request.path, looks, *choices)
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


def _kept(name):
    """A cache that does not answer makes the site slower, never absent."""
    try:
        return cache.get(name)
    except Exception as error:  # every backend raises its own
        log.warning("Page cache does not answer: %s", error)
        return None


def _keep(name, made):
    try:
        cache.set(name, made, KEPT_SECONDS)
    except Exception as error:  # as above
        log.warning("Page cache does not keep: %s", error)
