"""The two buttons beside what was found on a meeting's page or in its week: plain forms, POST."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.meetings import pages
from apps.meetings.models import Meeting
from apps.newsroom.refusals import Refused

from .overriding import Mark
from .passing_meetings import pass_over, take_back

MARK = ("kind", "quote", "expected")
PLACE = "outgoing"


def passing(request, number):
    reason = request.POST.get("reason", "")
    return _done(request, number, pass_over, _("Passed over; your reason is kept."), reason=reason)


def taking_back(request, number):
    return _done(request, number, take_back, _("Taken back: the finding counts again."))


def _done(request, number, verb, says, **answers):
    now = timezone.now()
    seen = Meeting.objects.seen_by(request.user, now).select_related("portal")
    meeting = seen.filter(number=number).first()
    if meeting is None:
        raise Http404
    mark = Mark.of(Mark(*(request.POST.get(name, "") for name in MARK)))
    try:
        verb(meeting, mark, by=request.user, at=now, **answers)
        messages.success(request, says)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(f"{_page(request, meeting)}#{PLACE}")


def _page(request, meeting):
    """Where the person came from: the week, or the meeting's own page."""
    if request.POST.get("from") != "week":
        return reverse("admin:meetings_meeting_change", args=[meeting.pk])
    week = pages.week_code(pages.week_of(meeting))
    page = reverse("admin:meetings_scheduleline_changelist")
    return f"{page}?trang={meeting.portal.key}&tuan={week}"
