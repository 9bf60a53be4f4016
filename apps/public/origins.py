"""A piece another portal sent: whose it is, and where the original stands."""

from django.http.request import split_domain_port
from django.utils.translation import gettext as _

from .visits import Visit


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


def _base(visit, host):
    """Of another portal's domain; on one's own machine with the port that is served there."""
    here, port = split_domain_port(visit.request.get_host())
    own_machine = port and all(name.endswith("localhost") for name in (here, host))
    return f"{visit.request.scheme}://{host}{f':{port}' if own_machine else ''}"
