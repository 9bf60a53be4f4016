"""NewsArticle with every property Google's "Article" page recommends, and what schema.org adds."""

from lib.vietnamese.names import looks_like_name

from . import corrections
from .linked_data import organization, person, picture, publisher
from .links import Linked
from .pictures import renditions, shared

SMALLEST = 50_000  # pixels a picture must have to be shown beside a result


def article_data(context: dict, values: dict, linked: dict[str, Linked]) -> dict:
    """ArticleValues on their page; `linked` are the live pages of the people named in it."""
    base, section = context["base"], context["section"]
    return {
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": context["canonical"]},
        "url": context["canonical"],
        "headline": values["headline"],
        "description": context["description"],
        "image": [picture(base, each) for each in _pictures(values)],
        "datePublished": context["published"],
        "dateModified": corrections.changed_at(values) or context["published"],
        "author": _authors(context, values),
        "publisher": publisher(context),
        "articleSection": section["title"] if section else "",
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "sourceOrganization": organization(_source(values)),
        "isBasedOn": context["origin"]["href"],
        "mentions": [person(page.title, base + page.href) for page in linked.values()],
        "correction": [_correction(notice) for notice in values.get("corrections") or []],
        "speakable": {
            "@type": "SpeakableSpecification",
            "cssSelector": [".story-head h1", ".story-head .sapo"],
        },
    }


def _source(values):
    return values.get("outside_source") or (values.get("origin") or {}).get("name", "")


def _pictures(values):
    """The drawn picture for sharing (1.91 to 1), the lead and the gallery in their own shapes,
    of each the renditions large enough.
    """
    rows = [values.get("share"), values.get("lead"), *(values.get("gallery") or [])[:2]]
    found = [each for row in rows if row for each in renditions(row)]
    large = [each for each in found if each.width * each.height >= SMALLEST]
    return large or [one for row in rows if (one := shared(row))]


def _authors(context, values):
    """Those who signed; collective bylines ("Ban Biên tập") and offices are organizations, and
    where nobody signed, the office of the portal did.
    """
    office = values.get("byline_office") or ""
    lines = values.get("bylines") or []
    named = [_author(line["name"], line.get("office") or office) for line in lines]
    if named:
        return named
    frame, base = context["frame"], context["base"]
    if origin := values.get("origin"):
        return [organization(office) or organization(origin["name"])]
    return [organization(office) or organization(frame.name, f"{base}/")]


def _author(name, office):
    if looks_like_name(name):
        return person(name, affiliation=organization(office))
    return organization(name, parentOrganization=organization(office))


def _correction(notice):
    return {
        "@type": "CorrectionComment",
        "text": f"{notice['wrong']} → {notice['right']}",
        "datePublished": notice["at"] or "",
    }
