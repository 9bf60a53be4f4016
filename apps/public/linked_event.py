"""Event: a meeting, held, postponed or cancelled, in a room, online or both."""

from .linked_data import organization
from .linked_office import postal_address

DAY = len("2021-10-11")
STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}
MODES = {
    "in_person": "https://schema.org/OfflineEventAttendanceMode",
    "online": "https://schema.org/OnlineEventAttendanceMode",
    "both": "https://schema.org/MixedEventAttendanceMode",
}


def event_data(context: dict, values: dict) -> dict:
    """MeetingValues on their page. A meeting without an hour begins on a day, at no time."""
    start, end = values["starts_at"], values["ends_at"]
    return {
        "@type": "Event",
        "@id": context["canonical"],
        "url": context["canonical"],
        "name": values["title"],
        "description": context["description"],
        "image": context["share_address"],
        "startDate": start if values["has_time"] else start[:DAY],
        "endDate": end if values["has_time"] or not end else end[:DAY],
        "eventStatus": STATUS.get(values["state"], STATUS["planned"]),
        "eventAttendanceMode": MODES.get(values["form"], MODES["in_person"]),
        "location": _locations(context, values),
        "organizer": _organizer(context, values),
        "isAccessibleForFree": True,
        "inLanguage": "vi",
    }


def _organizer(context, values):
    """The body that holds it, with its page; where none is said, the office of the portal."""
    base, frame = context["base"], context["frame"]
    if not values["host"]:
        return organization(frame.name, f"{base}/")
    return organization(values["host"], context["host_href"] and base + context["host_href"])


def _locations(context, values):
    """The rooms, remote points among them, and for who is online the public link or the page.

    Search engines want a place of every event: without one, where it is held is with its host.
    """
    rooms = [values["place"] or values["host"] or context["frame"].name]
    rooms += values["remote_points"] if values["form"] == "both" else []
    if values["form"] == "online" and not values["place"]:
        rooms = []
    found = [{"@type": "Place", "name": room, "address": postal_address(room)} for room in rooms]
    if values["form"] != "in_person":
        link = values["live_link"] or context["canonical"]
        found.append({"@type": "VirtualLocation", "url": link})
    return found if len(found) > 1 else found[0]
