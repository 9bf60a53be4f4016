"""The week's schedule: its lines by day, today marked, the weeks beside it, the sheet.

A page of a week changes by itself at midnight (today) and when the week is over.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.http import Http404
from django.utils.translation import gettext as _

from apps.editions import paths
from apps.editions.models import Showing
from lib.vietnamese.datelines import WEEKDAYS, local
from lib.vietnamese.days import midnight
from lib.vietnamese.weeks import SESSIONS, monday_of, read_week, week_code

from .answers import Made
from .errors import Moved, not_live
from .frames import KEY as FRAME_KEY
from .frames import SCHEDULE, frame_at
from .pages import base_context, page
from .typography import set_line
from .visits import Visit

HERE = SCHEDULE
CALENDAR = "/lich-cong-tac.ics"
DAY = timedelta(days=1)
ALWAYS_SHOWN = 3  # columns: time, what takes place, place


@dataclass(frozen=True)
class Line:
    """A line as the template needs it; `href` is '' while the meeting has no live page."""

    title: str
    time: str
    starts_at: str
    chair: str
    guests: str
    place: str
    prepared: str
    state: str
    note: str
    href: str


@dataclass(frozen=True)
class Day:
    name: str
    number: str
    iso: str
    today: bool
    lines: list[Line]


def key_of(monday: date) -> str:
    return f"schedule:{week_code(monday)}"


def week(visit: Visit, monday: date) -> Made:
    """A week at its own address. Raises Gone, Moved or Http404."""
    address = paths.schedule(week_code(monday))
    if visit.request.path != address:
        raise Moved(address)
    found = visit.load(FRAME_KEY, key_of(monday))
    if key_of(monday) not in found:
        raise not_live(visit, key_of(monday))
    return _page(visit, found, monday)


def current(visit: Visit) -> Made:
    """This week, or the one `?tuan=2026-47` names; an unknown week is 404, an unsigned one says so.

    Raises Http404 for a week other than this one that readers never had.
    """
    asked = visit.request.GET.get("tuan", "")
    this = monday_of(local(visit.now).date())
    monday = read_week(asked) if asked else this
    if monday is None:
        raise Http404("no such week")
    found = visit.load(FRAME_KEY, key_of(monday))
    if key_of(monday) not in found and monday != this:
        raise not_live(visit, key_of(monday))
    return _page(visit, found, monday)


def _page(visit, found, monday):
    values = found[key_of(monday)].cut.values if key_of(monday) in found else None
    frame = frame_at(found[FRAME_KEY].cut.values if FRAME_KEY in found else {}, now=visit.now)
    others, addresses = _beside(visit, values, monday)
    address = paths.schedule(week_code(monday)) if values else HERE  # unsigned: only this week
    context = base_context(
        visit, frame, title=_title(monday), address=address,
        indexed=values is not None and not visit.choice("in", ("1",)), crumbs=[],
    )  # fmt: skip
    context |= schedule_context(values or {"lines": []}, monday, visit.now, addresses)
    context |= {**others, "address": address, "calendar": CALENDAR}
    midnight = next_midnight(visit.now)
    until = min(frame.until, midnight) if frame.until else midnight
    template = "schedule-print" if visit.choice("in", ("1",)) else "schedule"
    return replace(page(f"public/{template}.html", visit, context), until=until)


def _title(monday):
    sunday = monday + 6 * DAY
    return _("Work schedule from %(monday)s to %(sunday)s") % {
        "monday": _short(monday),
        "sunday": f"{_short(sunday)}/{sunday.year}",
    }


def _beside(visit, values, monday):
    """Links to the nearest weeks readers have, and addresses of live meeting pages; one query."""
    keys = [line["key"] for line in values["lines"]] if values else []
    live = Showing.objects.live_at(visit.now).filter(portal=visit.portal)
    all_weeks = {"key__gte": "schedule", "key__lt": "schedulf"}  # along the index of keys
    rows = live.filter(key__startswith="schedule:", **all_weeks) | live.filter(key__in=keys)
    addresses = dict(rows.values_list("key", "address"))
    weeks = sorted(key for key in addresses if key.startswith("schedule:"))
    here = key_of(monday)
    this = key_of(monday_of(local(visit.now).date()))
    before = [key for key in weeks if key < here]
    after = [key for key in weeks if key > here]
    return {
        "before": addresses[before[-1]] if before else "",
        "after": addresses[after[0]] if after else "",
        "this": HERE if here != this else "",
    }, addresses


def schedule_context(values: dict, monday: date, now: datetime, addresses: dict) -> dict:
    """Days with their lines, and which columns say anything at all."""
    lines = values["lines"]
    columns = {name: any(line[name] for line in lines) for name in ("chair", "guests", "prepared")}
    return {
        "monday": _short(monday),
        "sunday": f"{_short(monday + 6 * DAY)}/{(monday + 6 * DAY).year}",
        "days": days_of(lines, local(now).date(), addresses),
        "columns": columns,
        "columns_wide": ALWAYS_SHOWN + sum(columns.values()),
    }


def days_of(lines: list[dict], today: date, addresses: dict) -> list[Day]:
    """Days that have lines, in order; the lines keep theirs."""
    by_day: dict[date, list] = {}
    for line in lines:
        by_day.setdefault(local(datetime.fromisoformat(line["starts_at"])).date(), []).append(line)
    return [
        Day(
            name=WEEKDAYS[day.weekday()],
            number=_short(day),
            iso=day.isoformat(),
            today=day == today,
            lines=[_line(line, addresses.get(line["key"], "")) for line in rows],
        )
        for day, rows in sorted(by_day.items())
    ]


def _line(line, href):
    return Line(
        title=set_line(line["title"]),
        time=say_time(line),
        starts_at=line["starts_at"],
        chair=set_line(line["chair"]),
        guests=set_line(line["guests"]),
        place=set_line(line["place"]),
        prepared=set_line(line["prepared"]),
        state=line["state"],
        note=state_words(line["state"]),
        href=href,
    )


def state_words(state: str) -> str:
    """What readers are told of a meeting that does not take place as planned, or ''."""
    return {"postponed": _("Postponed"), "cancelled": _("Cancelled")}.get(state, "")


def say_time(values: dict) -> str:
    """ "7:30", "7:30–11:00", "Sáng", "Cả ngày"; the last day of a meeting of several days."""
    start = local(datetime.fromisoformat(values["starts_at"]))
    end = values["ends_at"] and local(datetime.fromisoformat(values["ends_at"]))
    words = _clock(start) if values["has_time"] else SESSIONS[values["session"]]
    if not end:
        return words
    if end.date() == start.date():
        return f"{words}–{_clock(end)}" if values["has_time"] else words
    last = {"weekday": WEEKDAYS[end.weekday()], "day": _short(end.date())}
    return words + ", " + _("until %(weekday)s %(day)s") % last


def _clock(at):
    return f"{at.hour}:{at.minute:02}"


def _short(day):
    return f"{day.day}/{day.month}"


def next_midnight(now: datetime) -> datetime:
    """When today becomes yesterday here."""
    return midnight(local(now).date() + DAY)
