"""The calendar's screen: a month as a grid, a week as a list; on a phone both are lists by day."""

import datetime as dt
import re

from django.contrib import admin
from django.http import Http404, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from apps.newsroom.admin import DeskAdmin
from apps.newsroom.kept_filters import kept_by, kept_filters_view, opening
from apps.portals.admin.choosing import WHICH
from apps.portals.held import portals_held, seats_held
from apps.portals.models import Seat
from apps.portals.roles import Right
from apps.portals.seats import given_by
from lib.vietnamese.datelines import WEEKDAYS
from lib.vietnamese.weeks import monday_of

from ..models import PlannedPiece
from .days import days_of
from .rows import Wanted

NAME = "articles_plannedpiece"
SCREEN = "calendar"
VIEW, DAY, WHO = "xem", "ngay", "nguoi"
MONTH, WEEK = "thang", "tuan"
KEPT = (VIEW, WHICH, WHO)
ROOM = {MONTH: 4, WEEK: 60}
_DAY = re.compile(r"(20\d\d)-(\d\d)-(\d\d)", re.ASCII)


@admin.register(PlannedPiece)
class CalendarAdmin(DeskAdmin):
    """Read only: every line leads to the piece or the meeting, where the acts are."""

    desk_order = 11
    desk_says = gettext_lazy("What is due, goes out and comes down on which day; who goes where.")
    actions = None

    def get_urls(self):
        wrap = self.admin_site.admin_view
        filters = kept_filters_view(SCREEN, reverse_lazy(f"admin:{NAME}_changelist"))
        return [
            path("", wrap(require_safe(self.calendar)), name=f"{NAME}_changelist"),
            path("bo-loc/", wrap(filters), name=f"{NAME}_filters"),
        ]

    def has_module_permission(self, request):
        return bool(seats_held(request))

    has_view_permission = has_module_permission

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def calendar(self, request):
        """`?xem=thang|tuan&ngay=2026-11-30&trang=…&nguoi=…`; what cannot be read is left out."""
        if not seats_held(request):
            raise Http404
        kept = kept_by(request.user, SCREEN)
        if query := opening(request, kept):
            return HttpResponseRedirect(f"{request.path}?{query}")
        now = timezone.now()
        view = WEEK if request.GET.get(VIEW) == WEEK else MONTH
        day = read_day(request.GET.get(DAY, "")) or timezone.localdate(now)
        portal, people = _portal(request), _people(request, now)
        person = _person(request, people)
        first, last = span_of(view, day)
        seats = tuple(s for s in seats_held(request) if portal in (None, s.portal))
        wanted = Wanted(request.user, seats, first, last, person, each=ROOM[view])
        days = days_of(wanted, now, room=ROOM[view])
        for each in days:
            each.is_outside = view == MONTH and each.day.month != day.month
        context = {
            **self.admin_site.each_context(request),
            "title": _("Publishing calendar"),
            "opts": self.opts,
            "view": view,
            "heading": heading(view, day),
            "days": days,
            "weekdays": WEEKDAYS,
            "anything": any(each.total for each in days),
            "ways": _ways(request, view, day, timezone.localdate(now)),
            "portal": portal,
            "people": people,
            "person": person,
            "say_portal": portal is None and len(portals_held(request)) > 1,
            "day": day,
            "kept_filters": kept,
            "kept_filters_at": reverse(f"admin:{NAME}_filters"),
            "query_kept": _query(request, KEPT).urlencode(),
        }
        return render(request, "articles/calendar.html", context)


def read_day(typed: str) -> dt.date | None:
    """The day of "2026-11-30", in this century."""
    found = _DAY.fullmatch(typed)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def span_of(view: str, day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day shown: whole weeks, Monday to Sunday."""
    if view == WEEK:
        return monday_of(day), monday_of(day) + dt.timedelta(days=6)
    first = day.replace(day=1)
    return monday_of(first), monday_of(_next_month(day) - dt.timedelta(days=1)) + dt.timedelta(6)


def heading(view: str, day: dt.date) -> str:
    """ "Tháng 11/2026", "23/11 – 29/11/2026"."""
    if view == MONTH:
        return _("Month %(month)s") % {"month": f"{day.month}/{day.year}"}
    first, last = span_of(view, day)
    return f"{first.day}/{first.month} – {last.day}/{last.month}/{last.year}"


def _next_month(day):
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _portal(request):
    """The one asked for, None for all; another's does not exist."""
    key = request.GET.get(WHICH)
    if not key:
        return None
    portal = next((each for each in portals_held(request) if each.key == key), None)
    if portal is None:
        raise Http404
    return portal


def _people(request, now) -> list:
    """Who writes on the portals where the person reads what others write, himself first."""
    reads = {seat.portal_id for seat in seats_held(request) if Right.READ in given_by(seat)}
    if not reads:
        return []
    seats = Seat.objects.active_at(now).filter(portal__in=reads).select_related("user", "portal")
    writers = {seat.user for seat in seats if Right.WRITE in given_by(seat)}
    return sorted(writers, key=lambda each: (each != request.user, str(each), each.pk))


def _person(request, people) -> int | None:
    typed = request.GET.get(WHO, "")
    return next((person.pk for person in people if str(person.pk) == typed), None)


def _ways(request, view, day, today) -> dict:
    """Addresses of the other days and of the other view, with the filter as it is."""
    first, last = span_of(view, day)
    if view == MONTH:
        before, after = day.replace(day=1) - dt.timedelta(days=1), _next_month(day)
    else:
        before, after = first - dt.timedelta(days=1), last + dt.timedelta(days=1)
    return {
        "before": _address(request, day=before.replace(day=1) if view == MONTH else before),
        "after": _address(request, day=after),
        "today": "" if first <= today <= last else _address(request, day=today),
        MONTH: _address(request, view=MONTH, day=day),
        WEEK: _address(request, view=WEEK, day=today if _same_month(day, today) else day),
        "one_week": _address(request, view=WEEK, day=None),
    }


def _same_month(day, other):
    return (day.year, day.month) == (other.year, other.month)


def _query(request, names) -> QueryDict:
    query = QueryDict(mutable=True)
    for name in names:
        if value := request.GET.get(name):
            query[name] = value[:60]
    return query


def _address(request, *, day, view=None):
    query = _query(request, KEPT)
    if view:
        query[VIEW] = view
    if day:
        query[DAY] = day.isoformat()
    return f"?{query.urlencode()}"
