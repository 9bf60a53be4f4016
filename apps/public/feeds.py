"""RSS: the newest of the portal or of one section."""

from datetime import UTC

from django.http import Http404
from django.utils.feedgenerator import Rss201rev2Feed

from apps.editions import paths

from . import lists
from .answers import Made
from .frames import Frame
from .pages import base_context, frame_of
from .visits import Visit

ITEMS = 30
RSS = "application/rss+xml; charset=utf-8"


def feed(visit: Visit, slug: str = "") -> Made:
    """The feed of a section, or of everything. Raises Http404 for a section the frame has not."""
    frame = frame_of(visit, slug)
    if slug and slug not in frame.sections:
        raise Http404("no such section")
    base = base_context(visit, frame)["base"]
    channel = _channel(frame, base, slug)
    for showing in _showings(visit, frame, slug)[:ITEMS]:
        link = f"{base}{showing.address}"
        channel.add_item(
            title=showing.cut.title,
            link=link,
            description=showing.cut.summary,
            pubdate=showing.cut.listed_at.astimezone(UTC),
            unique_id=link,
            categories=_categories(frame, showing.cut.section),
        )
    return Made(channel.writeString("utf-8"), at=visit.now, type=RSS)


def _channel(frame: Frame, base, slug):
    section = frame.sections.get(slug, {})
    title = " – ".join(part for part in (section.get("title"), frame.name) if part)
    return Rss201rev2Feed(
        title=title or base,
        link=base + (paths.section(slug) if slug else "/"),
        description=section.get("description") or frame.welcome or frame.name,
        language="vi",
        feed_url=base + (f"/rss/{slug}/" if slug else "/rss/"),
    )


def _showings(visit, frame, slug):
    if not slug:
        return lists.live(visit)
    return lists.in_section(visit, slug, top=not frame.sections[slug]["parent"], most=ITEMS)


def _categories(frame, slug):
    section = frame.sections.get(slug)
    return [section["title"]] if section else []
