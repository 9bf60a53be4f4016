"""The page of one meeting: facts, who took part with the titles of that day, papers, coverage."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from apps.editions import paths
from apps.editions.models import About, Showing
from lib.vietnamese.datelines import WEEKDAYS, local

from .answers import Made
from .documents import documents
from .errors import Moved, not_live
from .frames import KEY, Frame, frame_at
from .linked_data import script
from .linked_event import event_data
from .lists import Card, card
from .pages import base_context, page
from .pictures import shared
from .schedule import say_time, state_words
from .typography import set_line
from .visits import Visit

CHAIRS = ("chair", "co_chair")
SET = ("title", "place", "host", "period")


@dataclass(frozen=True)
class Attendant:
    """A name with its titles; `href` is '' for whoever has no live page of his own."""

    name: str
    titles: str
    for_whom: str
    part: str
    stands_in: bool
    href: str


def meeting(visit: Visit, number: int) -> Made:
    """The live page of that meeting. Raises Moved, Gone or Http404."""
    key = f"meeting:{number}"
    found = visit.load(KEY, key)
    if key not in found:
        raise not_live(visit, key)
    showing = found[key]
    if showing.address != visit.request.path:
        raise Moved(showing.address)
    frame = frame_at(found[KEY].cut.values if KEY in found else {}, now=visit.now)
    values = showing.cut.values
    addresses, coverage = _about(visit, key, values)
    context = meeting_context(visit, frame, values, addresses, address=showing.address)
    return page("public/meeting.html", visit, {**context, "coverage": coverage})


def _about(visit, key, values) -> tuple[dict, list[Card]]:
    """Live pages of the people and the body named, and articles on the meeting; one query."""
    keys = {values["host_key"], *(row["key"] for row in values["attendance"])} - {""}
    live = Showing.objects.live_at(visit.now).select_related("cut")
    named = live.filter(portal="", key__in=keys)
    written = live.filter(
        portal=visit.portal, cut__kind="article", cut__listed_at__isnull=False,
        pk__in=About.objects.filter(subject=key).values("showing"),
    )  # fmt: skip
    rows = (named | written).defer("cut__values", "cut__signers")
    rows = list(rows.order_by("-cut__listed_at", "-cut_id"))
    addresses = {row.key: row.address for row in rows if not row.portal}
    return addresses, [card(row) for row in rows if row.portal]


def meeting_context(
    visit: Visit, frame: Frame, values: dict, addresses: dict, *, address: str
) -> dict:
    """All the template needs of MeetingValues; `address` is '' in a preview."""
    start = local(datetime.fromisoformat(values["starts_at"]))
    people = values["attendance"]
    day = f"{WEEKDAYS[start.weekday()]}, {start.day}/{start.month}/{start.year}"
    time, note = say_time(values), state_words(values["state"])
    about = ". ".join(filter(None, (note, f"{time}, {day}", values["place"])))
    context = base_context(
        visit,
        frame,
        title=values["title"],
        address=address,
        description=about,
        share=shared(values.get("share")),
        crumbs=[{"title": _("Meetings"), "href": "/hoi-nghi/"}],
    )
    context |= {
        "meeting": {**values, **{name: set_line(values[name]) for name in SET}},
        "agenda": [set_line(point) for point in values["agenda"]],
        "note": note,
        "day": day,
        "iso": values["starts_at"],
        "time": time,
        "host_href": addresses.get(values["host_key"], ""),
        "chairs": [_attendant(row, addresses) for row in people if row["role"] in CHAIRS],
        "present": [_attendant(row, addresses) for row in people if row["role"] not in CHAIRS],
        "remote": values["remote_points"] if values["form"] != "in_person" else [],
        "documents": documents({"attachments": values["documents"]}),
        "week": paths.schedule("{}-W{:02}".format(*start.isocalendar())),
        "coverage": [],
    }
    context["linked_data"] = script(event_data(context, values))
    return context


def _attendant(row, addresses):
    return Attendant(
        name=row["name"],
        titles=set_line(row["titles"]),
        for_whom=row["for_whom"],
        part=row["part"],
        stands_in=row["role"] == "stands_in",
        href=addresses.get(row["key"], ""),
    )
