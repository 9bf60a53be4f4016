"""What the office says of itself, and the map of its site: all of it stands in the frame."""

from django.utils.translation import gettext as _

from .answers import Made
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
    """Every list of the portal on one page: sections with those beneath them, and the rest."""
    frame = frame_of(visit)
    context = base_context(visit, frame, title=_("Site map"), address=SITE_MAP, crumbs=[])
    sections = [
        {"section": row, "children": frame.children_of(row["slug"])} for row in frame.top_sections()
    ]
    return page("public/site-map.html", visit, {**context, "tree": sections})
