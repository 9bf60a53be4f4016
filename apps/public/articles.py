"""An article's page: values in, the portal's way of writing put on, HTML out."""

import json
from urllib.parse import quote

from django.utils.safestring import mark_safe

from apps.editions import paths

from . import house_style, lists
from .answers import Made
from .documents import documents
from .errors import Moved, not_live
from .frames import KEY, Frame, frame_at
from .pages import base_context, page
from .pictures import shown
from .typography import set_html, set_text
from .visits import Visit

TEXT_SIZES = ("lon", "rat-lon")
SCRIPT_SIGNS = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def article(visit: Visit, number: int) -> Made:
    """The live article of that id.

    Raises Moved when the reader asked for another path, Gone or Http404 when it is not live.
    """
    key = paths.article_key(number)
    found = visit.load(KEY, key)
    if key not in found:
        raise not_live(visit, key)
    showing = found[key]
    if showing.address != visit.request.path:
        raise Moved(showing.address)
    values = showing.cut.values
    frame_values = found[KEY].cut.values if KEY in found else {}
    frame = frame_at(frame_values, now=visit.now, section=values.get("section") or "")
    context = article_context(visit, frame, values, address=showing.address)
    context["views_address"] = f"/luot-xem/{key}/"
    context["beside"] = lists.beside(visit, values.get("section") or "", key)
    return page(_template(visit), visit, context)


def _template(visit):
    return "public/article-print.html" if prints(visit) else "public/article.html"


def prints(visit: Visit) -> bool:
    return bool(visit.choice("in", ("1",)))


def article_context(visit: Visit, frame: Frame, values: dict, *, address: str) -> dict:
    """All the template needs of ArticleValues in the house style of `frame`.

    `address` is '' in a preview: such a page has none yet, and today stands for its date.
    """
    style = frame.style
    lead = shown(values.get("lead"))
    prefix = house_style.prefix(values, style)
    context = base_context(
        visit,
        frame,
        title=values["headline"],
        address=address,
        description=values.get("sapo") or "",
        indexed=not prints(visit),
    )
    published = house_style.published_at(values)
    today = None if address else visit.now
    context |= {
        "text_size": visit.choice("co-chu", TEXT_SIZES),
        "section": frame.sections.get(values.get("section") or ""),
        "documents": documents(values),
        "headline": set_text(prefix.get("headline", "") + values["headline"]),
        "sapo": set_text(prefix.get("text", "") + values["sapo"]) if values.get("sapo") else "",
        "dateline": house_style.dateline(values, style, unpublished=today),
        "published": published.isoformat() if published else "",
        "views": house_style.views(style),
        "lead": lead,
        "body": set_html(house_style.body(values, style)),
        "byline": house_style.byline(values, style),
        "outside_source": house_style.outside_source(values),
        "gallery": [picture for row in values.get("gallery") or [] if (picture := shown(row))],
        "address": address,
        "beside": [],
    }
    context["mail"] = _mail(values["headline"], context["canonical"])
    context["linked_data"] = _linked_data(context, values)
    return context


def _mail(headline, canonical):
    """A letter to be addressed by the reader: subject and address, percent-encoded."""
    return f"mailto:?subject={quote(headline)}&body={quote(canonical)}"


def _linked_data(context, values):
    """schema.org NewsArticle; "<" is escaped so that no text can end the script element."""
    lead = context["lead"]
    parts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": values["headline"],
        "description": values.get("sapo") or "",
        "datePublished": context["published"],
        "mainEntityOfPage": context["canonical"],
        "image": [context["base"] + lead.src] if lead else [],
        "author": [{"@type": "Person", "name": row["name"]} for row in values.get("bylines") or []],
        "publisher": {"@type": "Organization", "name": context["frame"].name},
        "inLanguage": "vi",
    }
    stated = {name: part for name, part in parts.items() if part}
    return mark_safe(json.dumps(stated, ensure_ascii=False).translate(SCRIPT_SIGNS))
