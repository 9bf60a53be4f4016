"""When two files are the same page, and which old addresses lead to it."""

import hashlib
import re
from urllib.parse import unquote, urlsplit

from apps.editions import paths
from lib.vietnamese.fold import fold

from .reading import ReadPage

LONGEST_OLD = 500
_ARTICLE = re.compile(r"/(?P<section>[a-z0-9-]+)/[a-z0-9-]*-?\d+/")


def identity_key(page: ReadPage) -> str:
    """64 hexadecimal digits; the same for the same page of one portal, however often it is saved.

    The canonical address if the page has one, else folded headline and date (published, else of
    the event). Scheme, www, percent signs and fragment of an address do not count.
    """
    return hashlib.sha256(_identity(page).encode()).hexdigest()


def _identity(page):
    if page.address:
        parts = urlsplit(page.address)
        host = parts.netloc.lower().removeprefix("www.")
        return f"address {host} {unquote(old_path(page.address))}"
    return f"headline {fold(page.title)} {page.published_day or page.event_date or ''}"


def old_path(address: str) -> str:
    """Path and query of an address, as readers' browsers ask for it: "/Tin.aspx?id=7"."""
    parts = urlsplit(address)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def redirect_from(address: str | None, section_slugs: set[str]) -> str | None:
    """The old path that shall lead to the article, without percent signs.

    None without an address, for one too long to keep, and for one that is or may become an
    address of the new site.
    """
    old = unquote(old_path(address)) if address else ""
    if not 1 < len(old) <= LONGEST_OLD or "\0" in old:
        return None
    path = old.partition("?")[0]
    first = path.strip("/").split("/")[0]
    if first in paths.RESERVED or path.strip("/") in section_slugs:
        return None
    found = _ARTICLE.fullmatch(path)
    return None if found and found["section"] in section_slugs else old
