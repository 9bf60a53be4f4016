"""Smallest valid weeks and meetings, cut and shown directly; NOON is Monday 11 October 2021."""

from datetime import date, datetime

from apps.editions import paths
from apps.editions.cutting import Page
from lib.vietnamese.weeks import monday_of, week_code

from .make import HOUR, NOON, PORTAL, show

MONDAY = date(2021, 10, 11)


def line(title="Giao ban", starts_at="2021-10-11T08:00:00+07:00", **values):
    return {
        "key": "meeting:123456789",
        "title": title,
        "starts_at": starts_at,
        "has_time": True,
        "session": "morning",
        "ends_at": None,
        "place": "",
        "chair": "",
        "guests": "",
        "prepared": "",
        "state": "planned",
        **values,
    }


def week(*lines, monday=MONDAY, live_from=NOON - HOUR, portal=PORTAL):
    """A live week; returns its showing."""
    monday = monday_of(monday)
    code = week_code(monday)
    values = {"week": code, "monday": monday.isoformat(), "lines": list(lines)}
    page = Page(portal=portal, key=f"schedule:{code}", kind="schedule", values=values, title=code)
    return show(page, address=paths.schedule(code), live_from=live_from)


def person(name, titles="Bí thư Thị ủy", key="", role="attends", **values):
    row = {"key": key, "name": name, "titles": titles, "role": role, "part": "", "for_whom": ""}
    return row | values


def meeting(number=123456789, *, live_from=NOON - HOUR, portal=PORTAL, **values):
    """A live page of a meeting; returns its showing."""
    stated = {
        "title": "Hội nghị giao ban",
        "kind": "",
        "host": "",
        "host_key": "",
        "series": "",
        "period": "",
        "starts_at": "2021-10-11T08:00:00+07:00",
        "has_time": True,
        "session": "morning",
        "ends_at": None,
        "place": "",
        "form": "in_person",
        "remote_points": [],
        "agenda": [],
        "live_link": "",
        "state": "planned",
        "attendance": [],
        "documents": [],
        "files": [],
        **values,
    }
    page = Page(
        portal=portal, key=f"meeting:{number}", kind="meeting", values=stated,
        title=stated["title"], listed_at=datetime.fromisoformat(stated["starts_at"]),
    )  # fmt: skip
    return show(page, address=paths.meeting("giao-ban", number), live_from=live_from)
