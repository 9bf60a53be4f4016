"""Sitemaps (sitemaps.org protocol): an index, its parts, and the news of the last two days.

Part 0 holds the pages that are lists. Every other part is a fixed range of showings' numbers, so
that a part is one walk along the primary key, however much stands before it, and what is added
changes the last part only. Whatever has an address of its own stands in a part: showings whose
key is not the frame's. What another portal sent stands in that portal's: one text, one address.
"""

from datetime import timedelta

from django.db.models import F, Max, Value
from django.db.models.functions import Concat
from django.http import Http404
from django.template.loader import render_to_string

from apps.editions import paths
from apps.editions.models import About, Showing
from apps.editions.values import COPY
from lib.vietnamese.datelines import local

from . import frames, lists
from .answers import Made
from .filled import filled
from .links import REGISTER
from .pages import base_context, frame_of
from .visits import Visit
from .xml import escaped

SPAN = 10_000  # numbers in a part; the protocol allows 50,000 addresses and 50 MB
XML = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS_SPACE = f'{SPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
NEWS_AGE = timedelta(days=2)  # older articles do not belong into a news sitemap
NEWS_MOST = 1000
LISTS = ("/", "/can-bo/", "/to-chuc/", "/hoi-nghi/", "/lich-cong-tac/", "/luu-tru/", "/dinh-chinh/",
         "/ve-trang-nay/", "/so-do-trang/")  # fmt: skip


def sitemap(visit: Visit) -> Made:
    """The index: the parts that hold anything now, each with when something of it last began."""
    base = base_context(visit, frame_of(visit))["base"]
    parts = _addressed(visit).values_list(_number()).annotate(last=Max("live_from"))
    rows = [_part(base, 0)]
    rows += [_part(base, number + 1, last) for number, last in parts.order_by(_number())]
    return _xml(visit, "sitemapindex", rows)


def sitemap_part(visit: Visit, part: int) -> Made:
    """One part of the index. Raises Http404 for a part that holds nothing."""
    frame = frame_of(visit)
    base = base_context(visit, frame)["base"]
    rows = _pages(visit, base, part) if part else _fixed(visit, frame, base)
    if not rows:
        raise Http404("no such part")
    return _xml(visit, "urlset", rows)


def _number():
    return F("pk") / SPAN


def _part(base, part, last=None):
    return f"<sitemap><loc>{base}/sitemap-{part}.xml</loc>{_changed(last)}</sitemap>"


def _changed(at):
    return f"<lastmod>{local(at).isoformat(timespec='seconds')}</lastmod>" if at else ""


def _addressed(visit):
    """All pages with an address of their own: of the portal and of the register."""
    live = Showing.objects.live_at(visit.now).filter(portal__in=[visit.portal, REGISTER])
    return _own(live.exclude(key=frames.KEY))


def _own(rows):
    """Without copies: those are few, so they are read once and not asked of each row."""
    return rows.exclude(pk__in=About.objects.filter(subject=COPY).values("showing"))


def _inside(portal, now, part):
    """(address, begun) by number. The portal is asked of no index: SQLite would take that of
    portals and read all of them for every part.
    """
    first = (part - 1) * SPAN
    live = Showing.objects.live_at(now).filter(pk__gte=first, pk__lt=first + SPAN)
    whose = live.alias(whose=Concat("portal", Value(""))).filter(whose__in=[portal, REGISTER])
    inside = _own(whose.exclude(key=frames.KEY))
    return inside.order_by("pk").values_list("address", "live_from")


def _fixed(visit, frame, base):
    sections = filled(visit.portal, frame.sections, visit.now)
    addresses = [*LISTS, *map(paths.section, sections), *map(paths.topic, frame.topics)]
    return [f"<url><loc>{escaped(base + address)}</loc></url>" for address in addresses]


def _pages(visit, base, part):
    return [
        f"<url><loc>{escaped(base + address)}</loc>{_changed(begun)}</url>"
        for address, begun in _inside(visit.portal, visit.now, part)
    ]


def _xml(visit, root, rows, space=SPACE, until=None):
    text = f"{HEAD}<{root} {space}>\n" + "\n".join(rows) + f"\n</{root}>\n"
    return Made(text, at=visit.now, type=XML, until=until)


def news_sitemap(visit: Visit) -> Made:
    """Articles of the last two days; it changes by itself when the oldest of them leaves."""
    frame = frame_of(visit)
    base = base_context(visit, frame)["base"]
    fresh = lists.live(visit).filter(cut__listed_at__gt=visit.now - NEWS_AGE)
    fresh = _own(fresh)[:NEWS_MOST]
    rows = [_news(base, frame.name, showing) for showing in fresh]
    oldest = min((showing.cut.listed_at for showing in fresh), default=None)
    until = oldest + NEWS_AGE if oldest else None
    return _xml(visit, "urlset", rows, space=NEWS_SPACE, until=until)


def _news(base, name, showing):
    day = local(showing.cut.listed_at).isoformat(timespec="seconds")
    return (
        f"<url><loc>{escaped(base + showing.address)}</loc><news:news><news:publication>"
        f"<news:name>{escaped(name)}</news:name><news:language>vi</news:language>"
        f"</news:publication><news:publication_date>{day}</news:publication_date>"
        f"<news:title>{escaped(showing.cut.title)}</news:title></news:news></url>"
    )


def robots(visit: Visit) -> Made:
    base = base_context(visit, frame_of(visit))["base"]
    text = render_to_string("public/robots.txt", {"base": base})
    return Made(text, at=visit.now, type="text/plain; charset=utf-8")
