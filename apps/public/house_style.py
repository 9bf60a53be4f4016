"""The portal's way of writing, put on when a page is rendered and never into texts."""

import re
from datetime import datetime

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from lib.vietnamese.datelines import DATELINE_FORMS, format_dateline
from lib.vietnamese.fold import fold

from .packed import VIEWS_GROUPED, VIEWS_PLAIN

DEFAULT = {
    "dateline": "long",
    "views": "",
    "source_prefix": "brackets",
    "byline_label": "",
    "byline_joiner": " – ",
    "byline_office": "under",
    "end_mark": "",
}
NAMES_PICTURES = re.compile(r"\bảnh\b", re.IGNORECASE)
# Genres as the desk names them: told in a few words; told by the office itself.
NEWS = frozenset(["news", "brief", "photo_news", "digest"])
OFFICIAL = frozenset(["announcement", "press_release"])
# The end of a paragraph: dots or a mark already there, then inline tags that close.
LAST_WORDS = re.compile(r"(?:[\s.…]*(?:/\.)?)((?:</(?:strong|em|a|sub|sup|span)>)*)\Z")


def dateline(values: dict, style: dict, *, unpublished: datetime | None = None) -> str:
    """The date readers see, in the portal's form; `unpublished` stands in for a missing date."""
    at = published_at(values) or unpublished
    form = style["dateline"] if style["dateline"] in DATELINE_FORMS else DEFAULT["dateline"]
    if at is None:
        return ""
    return format_dateline(form, at, has_time=values.get("published_has_time", True))


def published_at(values: dict) -> datetime | None:
    stated = values.get("published_at")
    return datetime.fromisoformat(stated) if stated else None


def views(style: dict) -> dict:
    """Label, place of the number and what stands between it and the date; {} when hidden.

    `posted_pipe` portals write date and count as one line: "… | 07:28  | View count: 1984".
    """
    label = style["views"]
    if not label:
        return {}
    return {
        "label": label,
        "place": VIEWS_GROUPED if fold(label).startswith("luot") else VIEWS_PLAIN,
        "between": "  | " if style["dateline"] == "posted_pipe" else " | ",
    }


def prefix(values: dict, style: dict) -> dict:
    """Where the source prefix goes: {"headline": "(TTV) "} or {"text": "TTV - "} or {}."""
    label = values.get("source_prefix")
    if not label:
        return {}
    forms = {"brackets": {"headline": f"({label}) "}, "dash": {"text": f"{label} - "}}
    return forms.get(style["source_prefix"], {})


def byline(values: dict, style: dict) -> dict:
    """{"names": "Tin, ảnh: An Thu – Lê Thắng", "office": "…"}; a part that is missing is ''."""
    lines = values.get("bylines") or []
    names = style["byline_joiner"].join(line["name"] for line in lines)
    office = _office(values, lines) if style["byline_office"] != "none" or not names else ""
    label = _label(values, style["byline_label"])
    if names and label:
        names = f"{label} {names}"
    if names and office and style["byline_office"] == "same_line":
        return {"names": f"{names} - {office}", "office": ""}
    return {"names": names, "office": office}


def _label(values, label):
    """The portal's own; one that names pictures only where there are some. A death notice is
    signed by a name alone.
    """
    genre = values.get("genre")
    if genre == "obituary":
        return ""
    if not NAMES_PICTURES.search(label):
        return label
    if genre == "video":
        return pgettext("byline", "Made by:")
    if values.get("lead") or values.get("gallery") or "<img" in (values.get("html") or ""):
        return label
    if genre in OFFICIAL:
        return ""
    return pgettext("byline", "News:") if genre in NEWS else pgettext("byline", "Article:")


def _office(values, lines):
    """The article's own office line, else the offices of those who wrote it."""
    offices = dict.fromkeys(line["office"] for line in lines if line.get("office"))
    return values.get("byline_office") or ", ".join(offices)


def outside_source(values: dict) -> str:
    """ "Theo …" where the text is another's, "Nguồn: …" where our people worked on it."""
    source = values.get("outside_source") or ""
    if not source or fold(source).startswith(("theo ", "nguon")):
        return source
    if values.get("bylines"):
        return _("Source: %(source)s") % {"source": source}
    return _("According to %(source)s") % {"source": source}


def body(values: dict, style: dict) -> str:
    """The article's HTML with the end mark, and with the prefix when there is no sapo for it."""
    html = values.get("html") or ""
    before = prefix(values, style).get("text")
    if before and not values.get("sapo"):
        html = html.replace("<p>", f"<p>{escape(before)}", 1)
    return with_end_mark(html, style["end_mark"])


def with_end_mark(html: str, mark: str) -> str:
    """The mark at the end of the last paragraph, in place of its full stop or dots."""
    end = html.rfind("</p>")
    if not mark or end < 0:
        return html
    if "</table>" in html[end:]:
        return f"{html}<p>{escape(mark)}</p>"
    return LAST_WORDS.sub(rf"\1{escape(mark)}", html[:end], count=1) + html[end:]
