"""What a page says to search engines in schema.org's words: what all kinds of pages share.

`linked_article`, `linked_register` and `linked_event` say what each kind of page is about.
"""

import json

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .pictures import Shared

# "<" could end the script element, the two separators end a line in old JavaScript.
SCRIPT_SIGNS = [(sign, f"\\u{ord(sign):04X}") for sign in "<>&\u2028\u2029"]
ICON = "public/icon.svg"


def script(parts: dict) -> SafeString:
    """JSON-LD without empty parts; "<" is escaped so that no text can end the script element."""
    stated = {"@context": "https://schema.org", **without_holes(parts)}
    text = json.dumps(stated, ensure_ascii=False)
    for sign, escaped in SCRIPT_SIGNS:
        text = text.replace(sign, escaped)
    return mark_safe(text)


def without_holes(parts: dict) -> dict:
    """Only what is said: no empty text, list or part. False and 0 are said."""
    said = {}
    for key, part in parts.items():
        if type(part) is dict:
            part = without_holes(part)
        elif type(part) is list:
            part = [each for one in part if (each := _said(one))]
        if part or part is False or part == 0:
            said[key] = part
    return said


def _said(part):
    return without_holes(part) if type(part) is dict else part


def organization(name: str, url: str = "", **more) -> dict:
    return {"@type": "Organization", "name": name, "url": url, **more} if name else {}


def person(name: str, url: str = "", **more) -> dict:
    return {"@type": "Person", "name": name, "url": url, **more}


def picture(base: str, shared: Shared) -> dict:
    """ImageObject of one file with its real size."""
    return {
        "@type": "ImageObject",
        "url": base + shared.src,
        "width": shared.width,
        "height": shared.height,
        "caption": shared.alt,
        "creditText": shared.credit,
    }


def publisher(context: dict) -> dict:
    """The office whose portal it is; its masthead, else the sign of the site, is its logo."""
    frame, base = context["frame"], context["base"]
    if frame.masthead:
        logo = {"@type": "ImageObject", "url": base + frame.masthead.src}
    else:
        logo = {"@type": "ImageObject", "url": base + static(ICON), "width": 512, "height": 512}
    return organization(frame.name, f"{base}/", logo=logo)


def trail(context: dict) -> SafeString | str:
    """BreadcrumbList from the front page to this one; '' for a page that has no place in it.

    `crumbs` of a page's context are those between the two; one without an address is left out.
    """
    if "crumbs" not in context or not context["canonical"]:
        return ""
    between = [(row["title"], row["href"]) for row in context["crumbs"] if row["href"]]
    steps = [(_("Front page"), "/"), *between]
    rows = [(title, context["base"] + href) for title, href in steps]
    rows.append((context["title"], context.get("own") or context["canonical"]))
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": address}
        for place, (title, address) in enumerate(rows, start=1)
    ]
    return script({"@type": "BreadcrumbList", "itemListElement": items})


def site_data(context: dict) -> dict:
    """The front page: the site, and where to search it."""
    frame, base = context["frame"], context["base"]
    return {
        "@type": "WebSite",
        "name": frame.name,
        "alternateName": frame.short_name if frame.short_name != frame.name else "",
        "url": f"{base}/",
        "description": frame.welcome,
        "inLanguage": "vi",
        "publisher": publisher(context),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{base}/tim-kiem/?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }
