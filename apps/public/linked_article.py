"""NewsArticle with every property Google's "Article" page recommends, and what schema.org adds."""

from lib.vietnamese.names import looks_like_name

from . import corrections
from .linked_data import organization, person, picture, publisher
from .links import Linked
from .office import CONTACT
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
        "video": [_video(context, values, each) for each in context["videos"]],
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


def _video(context, values, video):
    """VideoObject with what Google's "Video" page requires and recommends; the words are those of
    all captions, so they are told where one film alone can have said them.
    """
    base, said = context["base"], values.get("transcript") or []
    pictures = [base + each.src for each in _pictures(values)] or [context["share_address"]]
    return {
        "@type": "VideoObject",
        "name": video.title,
        "description": values.get("sapo") or values["headline"],
        "thumbnailUrl": pictures[:3],
        "uploadDate": context["published"],
        "contentUrl": base + video.href,
        "duration": video.duration,
        "encodingFormat": video.type,
        "inLanguage": "vi",
        "transcript": "\n".join(said) if len(context["videos"]) == 1 else "",
    }


def _authors(context, values):
    """Those who signed; collective bylines ("Ban Biên tập") and offices are organizations, and
    where nobody signed, the office of the portal did. Nobody has a page of his own: the address
    of who signed is what the portal says of itself, of a copy the original's portal.
    """
    office = values.get("byline_office") or ""
    lines = values.get("bylines") or []
    frame, (home, name) = context["frame"], (f"{context['base']}/", "")
    if origin := values.get("origin"):
        home, name = context["origin"]["href"].removesuffix(origin["address"]), origin["name"]
        home = f"{home}/" if home else ""
    about = f"{home.rstrip('/')}{CONTACT}" if home else ""
    named = [_author(line["name"], line.get("office") or office, about) for line in lines]
    return named or [organization(office, about) or organization(name or frame.name, home)]


def _author(name, office, about):
    if looks_like_name(name):
        return person(name, about, affiliation=organization(office))
    return organization(name, about, parentOrganization=organization(office))


def _correction(notice):
    return {
        "@type": "CorrectionComment",
        "text": f"{notice['wrong']} → {notice['right']}",
        "datePublished": notice["at"] or "",
    }
