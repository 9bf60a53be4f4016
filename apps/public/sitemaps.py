"""sitemap.xml: every live address; beyond 50,000 an index of parts (sitemaps.org protocol)."""

from xml.sax.saxutils import escape

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
NEWS_SPACE = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def sitemap(visit: Visit) -> Made:
    """All addresses, or the index of the parts that hold them."""
    frame = frame_of(visit)
    base = base_context(visit, frame)["base"]
    sections = [paths.section(slug) for slug in frame.sections]
    number = lists.live(visit).count()
    if number + len(sections) + 1 > PART:
        parts = range(1, -(-number // PART) + 1)
        rows = [f"<sitemap><loc>{base}/sitemap-{part}.xml</loc></sitemap>" for part in parts]
        return _xml(visit, "sitemapindex", SPACE, rows)
    rows = [f"<url><loc>{escape(base + address)}</loc></url>" for address in ("/", *sections)]
    return _xml(visit, "urlset", SPACE, rows + _articles(visit, base, 1))


def sitemap_part(visit: Visit, part: int) -> Made:
    """One part of the index. Raises Http404 for a part that is not there."""
    base = base_context(visit, frame_of(visit))["base"]
    rows = _articles(visit, base, part) if 1 <= part <= PART else []
    if not rows:
        raise Http404("no such part")
    return _xml(visit, "urlset", SPACE, rows)


def _articles(visit, base, part):
    """Oldest first, so that a new article changes only the last part."""
    oldest = lists.live(visit).order_by("cut__listed_at", "cut_id")
    rows = oldest.values_list("address", "cut__cut_at")[(part - 1) * PART : part * PART]
    return [
        f"<url><loc>{escape(base + address)}</loc>"
        f"<lastmod>{local(changed).isoformat(timespec='seconds')}</lastmod></url>"
        for address, changed in rows
    ]


def _xml(visit, root, spaces, rows):
    text = f"{HEAD}<{root} {spaces}>\n" + "\n".join(rows) + f"\n</{root}>\n"
    return Made(text, at=visit.now, type=XML)


def robots(visit: Visit) -> Made:
    base = base_context(visit, frame_of(visit))["base"]
    text = render_to_string("public/robots.txt", {"base": base})
    return Made(text, at=visit.now, type="text/plain; charset=utf-8")
