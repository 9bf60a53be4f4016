"""Views of the schedule and of meetings' pages."""

from django.http import Http404

from lib.vietnamese.weeks import read_week

from . import ical, meeting_lists, meetings
from . import schedule as weeks
from .answers import answer
from .register_lists import asked_page
from .views import page


@page
def schedule(visit):
    asked, prints = visit.request.GET.get("tuan", "")[:10], visit.choice("in", ("1",))
    return answer(visit, lambda: weeks.current(visit), asked, prints)


@page
def schedule_week(visit, week):
    monday = read_week(week)
    if monday is None:
        raise Http404("no such week")
    return answer(visit, lambda: weeks.week(visit, monday), visit.choice("in", ("1",)))


@page
def calendar(visit):
    return answer(visit, lambda: ical.calendar(visit))


@page
def meeting(visit, slug, meeting_number):
    return answer(visit, lambda: meetings.meeting(visit, int(meeting_number)))


@page
def meeting_list(visit):
    number = asked_page(visit.request.GET.get("trang", ""))
    return answer(visit, lambda: meeting_lists.meetings(visit, number), str(number))
