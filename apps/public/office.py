"""What the office says of itself, as it stands in the frame, and the map of its site."""

from django.utils.translation import gettext as _

from .answers import Made
from .filled import filled
from .linked_data import script
from .linked_office import office_data
from .pages import base_context, frame_of, page
from .visits import Visit

CONTACT, SITE_MAP = "/ve-trang-nay/", "/so-do-trang/"


def contact(visit: Visit) -> Made:
    """Who answers for the portal and how to reach the office."""
    frame = frame_of(visit)
    context = base_context(
        visit, frame, title=_("About us, contact"), address=CONTACT, crumbs=[],
        description=" ".join(frame.about[:1]) or frame.welcome,
    )  # fmt: skip
    context["linked_data"] = script(office_data(context)) if frame.name else ""
    return page("public/contact.html", visit, context)


def site_map(visit: Visit) -> Made:
    """Every list of the portal on one page: sections with those beneath them, and the rest.

    A section without an article has nothing to go there for.
    """
    frame = frame_of(visit)
    has = filled(visit.portal, frame.sections, visit.now)
    context = base_context(visit, frame, title=_("Site map"), address=SITE_MAP, crumbs=[])
    tree = [
        {"section": top, "children": [row for row in has.values() if row["parent"] == top["slug"]]}
        for top in frame.top_sections()
    ]
    tree = [row for row in tree if row["section"]["slug"] in has or row["children"]]
    return page("public/site-map.html", visit, {**context, "tree": tree})
