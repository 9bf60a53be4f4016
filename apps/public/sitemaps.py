"""sitemap.xml: every live address; beyond 50,000 an index of parts (sitemaps.org protocol)."""

from datetime import timedelta
from xml.sax.saxutils import escape

from django.db.models import F
from django.http import Http404
from django.template.loader import render_to_string

from apps.editions import paths
from lib.vietnamese.datelines import local

from . import lists
from .answers import Made
from .pages import base_context, frame_of
from .visits import Visit

PART = 50_000
XML = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS_SPACE = f'{SPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
NEWS_AGE = timedelta(days=2)  # older articles do not belong into a news sitemap
NEWS_MOST = 1000


def sitemap(visit: Visit) -> Made:
    """All addresses, or the index of the parts that hold them (0: pages that are lists)."""
    frame = frame_of(visit)
    base = base_context(visit, frame)["base"]
    fixed = _fixed(frame, base)
    number = lists.addressed(visit).count()
    if number + len(fixed) <= PART:
        return _xml(visit, "urlset", fixed + _pages(visit, base, 1))
    parts = range(-(-number // PART) + 1)
    rows = [f"<sitemap><loc>{base}/sitemap-{part}.xml</loc></sitemap>" for part in parts]
    return _xml(visit, "sitemapindex", rows)


def sitemap_part(visit: Visit, part: int) -> Made:
    """One part of the index. Raises Http404 for a part that is not there."""
    frame = frame_of(visit)
    base = base_context(visit, frame)["base"]
    rows = _pages(visit, base, part) if part else _fixed(frame, base)
    if not rows:
        raise Http404("no such part")
    return _xml(visit, "urlset", rows)


def _fixed(frame, base):
    addresses = ["/", *(paths.section(slug) for slug in frame.sections)]
    return [f"<url><loc>{escape(base + address)}</loc></url>" for address in addresses]


def _pages(visit, base, part):
    """People, bodies and weeks, then what is oldest: a new one changes only the last part."""
    oldest = lists.addressed(visit).order_by(F("cut__listed_at").asc(nulls_first=True), "cut_id")
    rows = oldest.values_list("address", "cut__cut_at")[(part - 1) * PART : part * PART]
    return [
        f"<url><loc>{escape(base + address)}</loc>"
        f"<lastmod>{local(changed).isoformat(timespec='seconds')}</lastmod></url>"
        for address, changed in rows
    ]


def _xml(visit, root, rows, space=SPACE, until=None):
    text = f"{HEAD}<{root} {space}>\n" + "\n".join(rows) + f"\n</{root}>\n"
    return Made(text, at=visit.now, type=XML, until=until)


def news_sitemap(visit: Visit) -> Made:
    """Articles of the last two days; it changes by itself when the oldest of them leaves."""
    frame = frame_of(visit)
    base = base_context(visit, frame)["base"]
    fresh = lists.live(visit).filter(cut__listed_at__gt=visit.now - NEWS_AGE)[:NEWS_MOST]
    rows = [_news(base, frame.name, showing) for showing in fresh]
    oldest = min((showing.cut.listed_at for showing in fresh), default=None)
    until = oldest + NEWS_AGE if oldest else None
    return _xml(visit, "urlset", rows, space=NEWS_SPACE, until=until)


def _news(base, name, showing):
    day = local(showing.cut.listed_at).isoformat(timespec="seconds")
    return (
        f"<url><loc>{escape(base + showing.address)}</loc><news:news><news:publication>"
        f"<news:name>{escape(name)}</news:name><news:language>vi</news:language>"
        f"</news:publication><news:publication_date>{day}</news:publication_date>"
        f"<news:title>{escape(showing.cut.title)}</news:title></news:news></url>"
    )


def robots(visit: Visit) -> Made:
    base = base_context(visit, frame_of(visit))["base"]
    text = render_to_string("public/robots.txt", {"base": base})
    return Made(text, at=visit.now, type="text/plain; charset=utf-8")
