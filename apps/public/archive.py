"""The archive: years and months in which something stands, one month, one day."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.http import Http404
from django.utils.translation import gettext as _

from apps.editions.months import months
from lib.vietnamese.datelines import format_dateline, local
from lib.vietnamese.days import FIRST_YEAR, HO_CHI_MINH, make_day, read_date

from . import lists
from .answers import Made
from .pages import base_context, frame_of, page
from .schedule import next_midnight
from .visits import Visit

ADDRESS = "/luu-tru/"
LONGEST_DAY = 40


def asked_day(text: str) -> date | None:
    """The day somebody typed or chose: `2026-11-29` or `29/11/2026`; None for what is no day."""
    text = text.strip()[:LONGEST_DAY]
    try:
        return date.fromisoformat(text)
    except ValueError:
        return read_date(text)


def day_named(visit: Visit, text: str) -> dict[str, str] | None:
    """{"href", "words"} of the page of a day that somebody typed; None for what has no page."""
    day = asked_day(text)
    if day is None or not day.year >= FIRST_YEAR or day > local(visit.now).date():
        return None
    return {"href": day_address(day), "words": f"{day:%d/%m/%Y}"}


def day_address(day: date) -> str:
    return f"{ADDRESS}{day.year}/{day.month}/{day.day}/"


def archive(visit: Visit, asked: str = "") -> Made:
    """Years and months in which something stands; with what was `asked` and is no day."""
    frame = frame_of(visit)
    years: dict[int, list[int]] = {}
    for month in months(visit.portal, visit.now):
        years.setdefault(month.year, []).append(month.month)
    context = base_context(visit, frame, title=_("Archive"), address=ADDRESS, crumbs=[])
    context |= {"indexed": not asked, "unread": bool(asked)}
    return page("public/archive.html", visit, {**context, "years": years})


def month(visit: Visit, year: int, month: int, cursor: str) -> Made:
    """A month's articles. Raises Http404 when nothing stands in it."""
    leaf = lists.leaf(lists.of_month(visit, year, month), cursor)
    if not leaf.cards:
        raise Http404("nothing in that month")
    title = _("Archive: month %(month)s/%(year)s") % {"month": month, "year": year}
    crumbs = [{"title": _("Archive"), "href": ADDRESS}]
    return _list(visit, leaf, f"{ADDRESS}{year}/{month}/", cursor, title=title, crumbs=crumbs)


def day(visit: Visit, year: int, month: int, day: int, cursor: str) -> Made:
    """A day's articles in +07:00; a day of the past without any says so.

    Raises Http404 for a day no calendar has, and for days to come.
    """
    wanted, today = make_day(year, month, day), local(visit.now).date()
    if wanted is None or not wanted.year >= FIRST_YEAR or wanted > today:
        raise Http404("no such day yet")
    begins = datetime(year, month, day, tzinfo=HO_CHI_MINH)
    leaf = lists.leaf(lists.between(visit, begins, begins + timedelta(days=1)), cursor)
    in_month = f"{ADDRESS}{year}/{month}/"
    crumbs = [
        {"title": _("Archive"), "href": ADDRESS},
        {"title": _("Month %(month)s/%(year)s") % {"month": month, "year": year}, "href": in_month},
    ]
    context = {
        "indexed": bool(leaf.cards),
        "before": _step(wanted, -1),
        "after": _step(wanted, 1) if wanted < today else None,
    }
    title = format_dateline("long", begins, has_time=False)
    made = _list(visit, leaf, day_address(wanted), cursor, title=title, crumbs=crumbs, **context)
    changes = [made.until, next_midnight(visit.now) if wanted == today else None]
    return replace(made, until=min(filter(None, changes), default=None))


def _step(day, days):
    there = day + timedelta(days=days)
    return {"href": day_address(there), "words": f"{there:%d/%m/%Y}"}


def _list(visit, leaf, first, cursor, **more):
    frame = frame_of(visit)
    address = first + (f"?truoc={cursor}" if cursor else "")
    context = base_context(visit, frame, address=address, **more)
    context |= {"leaf": leaf, "first": first, "first_page": not cursor}
    return page("public/archive-list.html", visit, context)
