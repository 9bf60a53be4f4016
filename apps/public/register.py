"""The page of a person: values of the whole installation in the frame of this portal."""

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from apps.editions.models import Showing
from lib.vietnamese.datelines import local

from . import lists, spans
from .answers import Made
from .frames import KEY, Frame, frame_at
from .linked_data import script
from .linked_register import profile_data
from .links import REGISTER, with_links
from .pages import base_context, page
from .pictures import shared, shown
from .typography import set_line
from .visits import Visit

SEAT = "ủy viên"  # "Đảng ủy viên" does not say of which committee


def find(visit: Visit, address: str = "") -> tuple[Frame, Showing]:
    """The portal's frame and the page of the register at `address` (the path); one query.

    Raises Http404: hidden, never published and coming pages are not told apart.
    """
    wanted = Q(portal=visit.portal, key=KEY)
    wanted |= Q(portal=REGISTER, address=address or visit.request.path)
    live = Showing.objects.live_at(visit.now).filter(wanted).select_related("cut")
    found = {row.portal: row for row in live}
    if REGISTER not in found:
        raise Http404("nobody of that name")
    frame = found[visit.portal].cut.values if visit.portal in found else {}
    return frame_at(frame, now=visit.now), found[REGISTER]


def person(visit: Visit, cursor: str = "") -> Made:
    """An official's titles now and over time, and the articles that name him, from `cursor` on."""
    frame, showing = find(visit)
    values = showing.cut.values
    keys = {row["body_key"] for row in (*values["titles"], *values["past"])}
    appears = lists.after(lists.about(visit, showing.key), cursor)
    articles, bodies = with_links(visit, appears, keys)
    address = showing.address + (f"?truoc={cursor}" if cursor else "")
    context = base_context(
        visit,
        frame,
        title=values["name"],
        address=address,
        description=_about(values),
        share=shared(values["portrait"]),
    )
    context |= {
        "kind": "profile",
        "own": context["base"] + showing.address,
        "changed": local(showing.live_from).isoformat(timespec="seconds"),
        "name": values["name"],
        "portrait": shown(values["portrait"]),
        "initials": initials(values["name"]),
        "titles": [_line(row, bodies) for row in values["titles"]],
        "times": _times(values, bodies),
        "biography": [line for line in values["biography"].splitlines() if line.strip()],
        "leaf": lists.leaf_of(articles, cursor),
        "first_page": not cursor,
        "first": showing.address,
        "feed": f"/rss{showing.address}",
        "crumbs": [{"href": "/can-bo/", "title": _("Officials")}],
    }
    context["linked_data"] = script(profile_data(context, values, bodies))
    return page("public/person.html", visit, context)


def _about(values):
    return f"{values['name']}, {values['office']}" if values["office"] else values["name"]


def _line(row, bodies):
    body = bodies.get(row["body_key"])
    return {
        "words": set_line(row["words"]),
        "seat_of": row["body"] if row["words"].endswith(SEAT) else "",
        "href": body.href if body else "",
        "years": spans.years(row),
        "days": spans.days(row),
        "now": row["to"] is None,
    }


def _times(values, bodies):
    """All titles along the years; nothing when no day of any is known."""
    rows = sorted((*values["titles"], *values["past"]), key=spans.latest_first, reverse=True)
    known = any(row["from"] or row["to"] for row in rows)
    return [_line(row, bodies) for row in rows] if known else []


def initials(name: str) -> str:
    """First letters of family and given name, for who has no portrait: "HM"."""
    words = name.split()
    return "".join(word[0] for word in dict.fromkeys([*words[:1], *words[-1:]])).upper()
