"""The archive: years and months in which something stands, one month, one day."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.http import Http404
from django.utils.translation import gettext as _

from apps.editions.months import months
from lib.vietnamese.datelines import format_dateline, local
from lib.vietnamese.days import FIRST_YEAR, HO_CHI_MINH, LAST_YEAR, make_day, read_date

from .answers import Made
from .archive_lists import of_span
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


def month_address(day: date) -> str:
    return f"{ADDRESS}{day.year}/{day.month}/"


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
    """A month's articles. Raises Http404 when nothing stands in it, and for what is no month."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise Http404("no such month")
    begins = datetime(year, month, 1, tzinfo=HO_CHI_MINH)
    ends = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=HO_CHI_MINH)
    span = of_span(visit, begins, ends, cursor)
    if not span.leaf.cards:
        raise Http404("nothing in that month")
    context = {
        "title": _("Archive: month %(month)s/%(year)s") % {"month": month, "year": year},
        "crumbs": [{"title": _("Archive"), "href": ADDRESS}],
        "before": _month_step(_("Month before: %(month)s"), span.before),
        "after": _month_step(_("Month after: %(month)s"), span.after),
    }
    return _list(visit, span.leaf, month_address(begins), cursor, **context)


def day(visit: Visit, year: int, month: int, day: int, cursor: str) -> Made:
    """A day's articles in +07:00; a day of the past without any says so.

    Raises Http404 for a day no calendar has, and for days to come.
    """
    wanted, today = make_day(year, month, day), local(visit.now).date()
    if wanted is None or not wanted.year >= FIRST_YEAR or wanted > today:
        raise Http404("no such day yet")
    begins = datetime(year, month, day, tzinfo=HO_CHI_MINH)
    span = of_span(visit, begins, begins + timedelta(days=1), cursor)
    context = {
        "title": format_dateline("long", begins, has_time=False),
        "crumbs": [{"title": _("Archive"), "href": ADDRESS}, *_month_crumb(wanted, span)],
        "indexed": bool(span.leaf.cards),
        "before": _day_step(_("Day before: %(day)s"), span.before),
        "after": _day_step(_("Day after: %(day)s"), span.after),
    }
    made = _list(visit, span.leaf, day_address(wanted), cursor, **context)
    changes = [made.until, next_midnight(visit.now) if wanted == today else None]
    return replace(made, until=min(filter(None, changes), default=None))


def _month_crumb(day, span):
    """None for a month in which nothing stands: it has no page."""
    near = (span.before, span.after, day if span.leaf.cards else None)
    if (day.year, day.month) not in {(one.year, one.month) for one in near if one}:
        return []
    words = _("Month %(month)s/%(year)s") % {"month": day.month, "year": day.year}
    return [{"title": words, "href": month_address(day)}]


def _month_step(words, day):
    if day is None:
        return None
    return {"href": month_address(day), "words": words % {"month": f"{day.month}/{day.year}"}}


def _day_step(words, day):
    """To the nearest day that has something: whoever goes on never walks through empty days."""
    if day is None:
        return None
    return {"href": day_address(day), "words": words % {"day": f"{day:%d/%m/%Y}"}}


def _list(visit, leaf, first, cursor, **more):
    frame = frame_of(visit)
    address = first + (f"?truoc={cursor}" if cursor else "")
    context = base_context(visit, frame, address=address, **more)
    context |= {"leaf": leaf, "first": first, "first_page": not cursor}
    return page("public/archive-list.html", visit, context)
