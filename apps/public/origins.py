"""A piece another portal sent: whose it is, where the original stands, and what became of it.

This portal goes on with the text it signed until its people take the new one over; what readers of
the original were told since, readers here are told at once.
"""

from django.http.request import split_domain_port
from django.utils.translation import gettext as _

from . import corrections
from .visits import Visit, on_own_machine


def origin(visit: Visit, values: dict, context: dict) -> dict:
    """Part of an article's context: "origin" {"words", "href"}, "own", the page's own address.

    The original is the canonical page of both, for search engines and shared links alike.
    """
    told = values.get("origin")
    if not told:
        return {"origin": {"words": "", "href": ""}}
    words = _("According to %(source)s") % {"source": told["name"]}
    href = f"{_base(visit, told['host'])}{told['address']}" if told["host"] else ""
    found = {"origin": {"words": words, "href": href}}
    if href and context["canonical"]:  # a preview has none
        found |= {"canonical": href, "own": context["canonical"]}
    return found


def since(values: dict, original: dict | None) -> dict:
    """{"title", "words"} of the last correction or update of the original that the text here has
    not; {} without one. `original` are its values as its own readers have them, if they do.
    """
    if not original or "origin" not in values:
        return {}
    had = corrections.told(values)
    corrected = [notice for notice in corrections.told(original) if notice not in had]
    updated = corrections.updated(original)
    told = {"source": values["origin"]["name"]}
    if corrected:
        told["day"] = corrected[0]["day"]
        title = _("The original was corrected")
        words = _("%(source)s corrected the original on %(day)s. This is the text of before.")
    elif updated and updated != corrections.updated(values):
        told["day"] = updated["day"]
        title = _("The original was updated")
        words = _("%(source)s updated the original on %(day)s. This is the text of before.")
    else:
        return {}
    return {"title": title, "words": words % told}


def _base(visit, host):
    """Of another portal's domain; on one's own machine with the port that is served there."""
    here, port = split_domain_port(visit.request.get_host())
    with_port = port and on_own_machine(here) and on_own_machine(host)
    return f"{visit.request.scheme}://{host}{f':{port}' if with_port else ''}"
