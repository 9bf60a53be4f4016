"""Who has typed the right PIN, and what he then reads: the readers' words with private files."""

import datetime as dt
import re

from django.core import signing
from django.utils.safestring import mark_safe

from apps.newsroom import slots

from .. import naming
from ..page import article_values

COOKIE = "y_kien"
SALT = "articles.leader_links"
OPEN_FOR = dt.timedelta(hours=2)
PUBLIC_FILE = re.compile(r"/(anh|tep)/(?=[0-9a-f]{64}/)")


def let_in(response, request, link, at) -> None:
    """This browser need not type the PIN again for a while; for this link only."""
    until = at + OPEN_FOR
    words = {"link": link.pk, "pin": link.pin[-16:], "until": until.timestamp()}
    response.set_cookie(
        COOKIE, signing.dumps(words, salt=SALT), path=request.path, httponly=True, samesite="Lax",
        secure=request.is_secure(), max_age=int(OPEN_FOR.total_seconds()),
    )  # fmt: skip


def is_in(request, link, at) -> bool:
    try:
        words = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except signing.BadSignature:
        return False
    mine = words.get("link") == link.pk and words.get("pin") == link.pin[-16:]
    return mine and at.timestamp() < words.get("until", 0)


def story(request, article, address: str, at) -> str:
    """The article as its page will show it; pictures and files come from below `address`."""
    day = naming.event_day(article, at)
    values = naming.with_people(article_values(article), day=day, portal=article.portal.key)[0]
    html = slots.render_story(request, values, article.portal.key, at)
    # The page's own template has escaped it; replacing gives back a plain string.
    return mark_safe(PUBLIC_FILE.sub(rf"{address}\1/", html))
