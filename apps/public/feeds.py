"""RSS 2.0: the newest of the portal, of a section, of a topic, of a person, of who leads a body.

An item's guid is the article's key, not its address: a new headline or section is no new piece.
Pictures are told in Media RSS (with size, words and credit) and as an enclosure, whose length of
0 says that it is not known, as the RSS Advisory Board's profile has it.
"""

from datetime import UTC

from django.http import Http404
from django.http.request import split_domain_port
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from apps.editions import paths
from apps.editions.models import Showing

from . import lists, spans
from .answers import Made
from .frames import Frame
from .pages import base_context, frame_of
from .pictures import shared
from .register import find
from .topics import frame_with, on_topic
from .visits import Visit
from .xml import allowed

ITEMS = 30
RSS = "application/rss+xml; charset=utf-8"
MEDIA = "http://search.yahoo.com/mrss/"
YEAR = 2025  # of the tag URIs (RFC 4151): any day on which the host was the office's
TTL = "15"  # minutes


class Feed(Rss201rev2Feed):
    """RSS with Media RSS."""

    def rss_attributes(self):
        return {**super().rss_attributes(), "xmlns:media": MEDIA}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        picture = item["picture"]
        if picture is None:
            return
        handler.startElement(
            "media:content",
            {
                "url": item["picture_address"],
                "medium": "image",
                "type": "image/jpeg",
                "width": str(picture.width),
                "height": str(picture.height),
            },
        )
        for name, words in (("description", picture.alt), ("credit", picture.credit)):
            if words:
                handler.addQuickElement(f"media:{name}", allowed(words))
        handler.endElement("media:content")


def address_of(page: str) -> str:
    """Where the feed of a page stands: "/can-bo/ha-minh/" -> "/rss/can-bo/ha-minh/"."""
    return f"/rss{page}"


def feed(visit: Visit, slug: str = "") -> Made:
    """The feed of a section, or of everything. Raises Http404 for a section the frame has not."""
    frame = frame_of(visit, slug)
    if slug and slug not in frame.sections:
        raise Http404("no such section")
    section = frame.sections.get(slug, {})
    page = paths.section(slug) if slug else "/"
    rows = _showings(visit, frame, slug)[:ITEMS]
    about = section.get("description") or frame.welcome
    return _made(visit, frame, rows, page=page, title=section.get("title", ""), about=about)


def topic(visit: Visit, slug: str) -> Made:
    """Articles on a topic. Raises Http404 for one the frame has not."""
    frame = frame_with(visit, slug)
    values = frame.topics[slug]
    rows = on_topic(visit, frame, slug, most=ITEMS)[:ITEMS]
    about = " ".join(values["lead_in"])
    return _made(visit, frame, rows, page=paths.topic(slug), title=values["title"], about=about)


def person(visit: Visit) -> Made:
    """Articles that name an official. Raises Http404 where nobody has a page."""
    frame, showing = find(visit, _page_of(visit))
    values = showing.cut.values
    title = _("Articles on %(name)s") % {"name": values["name"]}
    rows = lists.about(visit, showing.key)[:ITEMS]
    about = values["office"] or values["name"]
    return _made(visit, frame, rows, page=showing.address, title=title, about=about)


def body(visit: Visit) -> Made:
    """Articles that name who leads the body now. Raises Http404 where no body has a page."""
    frame, showing = find(visit, _page_of(visit))
    values = showing.cut.values
    title = _("Articles on the leaders of %(body)s") % {"body": values["name"]}
    heads = [row for row in values["leaders"] if row["leads"]]
    rows = lists.about_any(visit, [row["key"] for row in heads])[:ITEMS]
    about = ", ".join(f"{spans.rank_words(row)}: {row['person']}" for row in heads)
    return _made(visit, frame, rows, page=showing.address, title=title, about=about)


def _page_of(visit):
    return visit.request.path.removeprefix("/rss")


def _showings(visit, frame, slug):
    if not slug:
        return lists.live(visit)
    return lists.in_section(visit, slug, top=not frame.sections[slug]["parent"], most=ITEMS)


def _made(visit, frame, rows, *, page, title, about):
    base = base_context(visit, frame)["base"]
    words = " – ".join(part for part in (title, frame.name) if part)
    channel = Feed(
        title=allowed(words or base),
        link=base + page,
        description=escape(allowed(about or words or base)),
        language="vi",
        feed_url=base + address_of(page),
        feed_copyright=allowed(frame.name) or None,
        ttl=TTL,
    )
    for showing in rows:
        channel.add_item(**_item(visit.portal, frame, base, showing))
    return Made(channel.writeString("utf-8"), at=visit.now, type=RSS)


def _item(portal, frame: Frame, base, showing: Showing):
    cut, picture = showing.cut, shared(showing.cut.picture)
    host = split_domain_port(base.partition("//")[2])[0]
    address = f"{base}{picture.src}" if picture else ""
    return {
        "title": allowed(cut.title),
        "link": f"{base}{showing.address}",
        "description": escape(allowed(cut.summary)),  # a description is HTML
        "pubdate": cut.listed_at.astimezone(UTC),
        "unique_id": f"tag:{host},{YEAR}:{portal}/{showing.key}",
        "unique_id_is_permalink": False,
        "categories": _categories(frame, cut.section),
        "enclosures": [Enclosure(address, "0", "image/jpeg")] if picture else [],
        "picture": picture,
        "picture_address": address,
    }


def _categories(frame, slug):
    section = frame.sections.get(slug)
    return [allowed(section["title"])] if section else []
