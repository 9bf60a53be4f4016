"""What a page says about itself in its head: meta elements, ld+json, canonical address."""

import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlsplit

from lib.vietnamese.text import clean

from .times import read_instant

_LARGEST_JSON = 100_000
_ARTICLE = re.compile(r"(?:News|Blog)?(?:Article|Posting)|ReportageNewsArticle|WebPage")
_NO_SECTION = re.compile(r"articles?|uncategori[sz]ed|chưa phân loại|website", re.IGNORECASE)
_FIRST_PAGE = re.compile(r"/?(?:(?:index|default|home|trang-chu)(?:\.\w{2,5})?/?)?", re.IGNORECASE)


@dataclass
class PageData:
    """Stated, not printed: `titles` the most trustworthy first."""

    titles: list[str] = field(default_factory=list)
    published: datetime | date | None = None
    section: str | None = None
    address: str | None = None
    author: str | None = None
    links_removed: int = 0


def read_page_data(tree) -> PageData:
    """From a parsed page (selectolax)."""
    metas = _metas(tree)
    article = _article(tree)
    title = tree.css_first("title")
    titles = [
        metas.get("og:title"),
        _text(article.get("headline")),
        clean(title.text()) if title else "",
    ]
    return PageData(
        titles=[found for found in titles if found],
        published=_published(metas, article),
        section=_section(metas, article),
        address=_address(tree, metas),
        author=_author(metas, article),
    )


def _metas(tree):
    found = {}
    for meta in tree.css("meta"):
        attributes = meta.attributes
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        value = clean(attributes.get("content") or "")
        if name and value:
            found.setdefault(name, value)
    return found


def _article(tree) -> dict:
    """The first description of an article in the page's ld+json."""
    for script in tree.css('script[type="application/ld+json"]'):
        text = script.text()
        if len(text) > _LARGEST_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if _ARTICLE.fullmatch(str(item.get("@type"))) and (
                item.get("headline") or item.get("datePublished")
            ):
                return item
    return {}


def _items(data):
    if isinstance(data, dict):
        graph = data.get("@graph")
        data = graph if isinstance(graph, list) else [data]
    return [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []


def _text(value) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return clean(value) if isinstance(value, str) else ""


def _published(metas, article):
    for written in (
        metas.get("article:published_time"),
        _text(article.get("datePublished")),
        metas.get("datepublished"),
        metas.get("pubdate"),
        metas.get("dc.date.issued"),
    ):
        if written and (found := read_instant(written)):
            return found
    return None


def _section(metas, article):
    stated = metas.get("article:section") or _text(article.get("articleSection"))
    return stated if stated and not _NO_SECTION.fullmatch(stated) else None


def _author(metas, article):
    author = article.get("author")
    author = author[0] if isinstance(author, list) and author else author
    name = (
        author.get("name") if isinstance(author, dict) and author.get("@type") == "Person" else ""
    )
    return _text(name) or None


def _address(tree, metas):
    link = tree.css_first('link[rel="canonical"]')
    stated = (link.attributes.get("href") if link else "") or metas.get("og:url") or ""
    stated = clean(stated)
    return stated if is_page_address(stated) else None


def is_page_address(address: str) -> bool:
    """The address of one page: neither a site's first page nor something that is no address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https", "") or " " in address or len(address) > 2000:
        return False
    if _FIRST_PAGE.fullmatch(parts.path) and not parts.query:
        return False
    return bool(parts.netloc) or address.startswith("/")
