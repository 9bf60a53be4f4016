"""An article's page: values in, the portal's way of writing put on, HTML out."""

import re
from dataclasses import replace
from html import unescape

from django.utils.html import escape, strip_tags

from apps.editions import paths
from lib.vietnamese.text import clean

from . import corrections, house_style, marks, origins, sharing
from .answers import Made
from .documents import documents
from .errors import Moved, not_live
from .frames import KEPT, Frame, topic_of
from .linked_article import article_data
from .linked_data import script
from .links import Linked
from .pages import base_context, frame_and, page, section_crumbs
from .pictures import shared, shown
from .related import related
from .typography import frame_tables, set_html, set_text
from .videos import papers, poster, videos
from .visits import Visit

PHOTO_STORY = "photo_story"  # a genre, as the desk names it
FIRST_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)


def article(visit: Visit, number: int) -> Made:
    """The live article of that id.

    Raises Moved when the reader asked for another path, Gone or Http404 when it is not live.
    """
    key = paths.article_key(number)
    frame_values, found = frame_and(visit, key)
    if key not in found:
        raise not_live(visit, key)
    showing = found[key]
    if showing.address != visit.request.path:
        raise Moved(showing.address)
    values = showing.cut.values
    section = values.get("section") or ""
    frame = KEPT.frame(visit.portal, frame_values, now=visit.now, section=section)
    beside, linked = related(visit, showing, marks.keys(values))
    context = article_context(visit, frame, values, address=showing.address, linked=linked)
    context["views_address"] = f"/luot-xem/{key}/"
    context["origin"]["since"] = origins.since(values, beside.original)
    context["related"] = replace(beside, topic_pages=_topics(frame, showing.cut))
    return page(_template(visit), visit, context)


def _topics(frame, cut):
    """The pages of topics this piece is filed under."""
    rows = frame.topics.values()
    return tuple(topic_of(row, sober=True) for row in rows if row["tag"] in cut.subjects)


def _template(visit):
    return "public/article-print.html" if prints(visit) else "public/article.html"


def prints(visit: Visit) -> bool:
    return bool(visit.choice("in", ("1",)))


def article_context(
    visit: Visit, frame: Frame, values: dict, *, address: str, linked: dict[str, Linked]
) -> dict:
    """All the template needs of ArticleValues in the house style of `frame`.

    `address` is '' in a preview: such a page has none yet, and today stands for its date.
    `linked` are the live pages of the people marked in it.
    """
    style = frame.style
    people = values.get("people") or {}
    lead = marks.captioned(shown(values.get("lead")), people.get("lead", []), linked)
    prefix = house_style.prefix(values, style)
    context = base_context(
        visit,
        frame,
        title=values["headline"],
        address=address,
        description=values.get("sapo") or _first_words(values["html"]),
        indexed=not prints(visit),
        share=shared(values.get("share")) or shared(values.get("lead")),
        crumbs=section_crumbs(frame, values.get("section") or ""),
    )
    published = house_style.published_at(values)
    today = None if address else visit.now
    context |= {
        "kind": "article",
        "section": frame.sections.get(values.get("section") or ""),
        "documents": documents(papers(values)),
        "videos": videos(values),
        "poster": poster(lead),
        "transcript": values.get("transcript") or [],
        "headline": set_text(prefix.get("headline", "") + values["headline"]),
        "sapo": _sapo(values, prefix.get("text", ""), people, linked),
        "dateline": house_style.dateline(values, style, unpublished=today),
        "published": published.isoformat() if published else "",
        "changed": corrections.changed_at(values),
        "updated": corrections.updated(values),
        "corrections": corrections.told(values),
        "views": house_style.views(style),
        "lead": lead,
        "body": set_html(frame_tables(marks.link(house_style.body(values, style), linked))),
        "byline": house_style.byline(values, style),
        "outside_source": house_style.outside_source(values),
        "gallery": _gallery(values, people, linked),
        "photo_story": values.get("genre") == PHOTO_STORY,
        "address": address,
    }
    context["ways"] = sharing.ways(values["headline"], context["canonical"])
    context |= origins.origin(visit, values, context)
    context["linked_data"] = script(article_data(context, values, linked))
    return context


def _sapo(values, prefix, people, linked):
    sapo = values.get("sapo")
    if not sapo:
        return ""
    return set_html(escape(prefix) + marks.line(sapo, people.get("sapo", []), linked))


def _first_words(html):
    """What stands for a sapo where machines ask for a description; '' of a piece without text."""
    first = FIRST_PARAGRAPH.search(html)
    return clean(unescape(strip_tags(first[1]))) if first else ""


def _gallery(values, people, linked):
    rows = values.get("gallery") or []
    named = people.get("gallery") or [[]] * len(rows)
    pictures = (
        marks.captioned(shown(row), marked, linked) for row, marked in zip(rows, named, strict=True)
    )
    return [picture for picture in pictures if picture]
