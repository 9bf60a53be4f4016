"""Who goes to a meeting: chosen on its page, from a line of the week or the desk."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.meetings import pages
from apps.meetings.assigning import Part, Sent, assign, colleagues, sent_to
from apps.newsroom.refusals import Refused
from apps.portals.held import rights_held
from apps.portals.roles import Right

BACK = ("ban", "tuan")  # to the desk, to the week; else to the meeting


class AssignScreen:
    """Mixed into the admin of meetings, which knows who may see one (`seen`)."""

    def assign(self, request, pk):
        meeting, now = self.seen(request, pk), timezone.now()
        back = request.GET.get("ve", "")
        back = back if back in BACK else ""
        if request.method == "POST":
            try:
                _assigned(request, meeting, now)
                return HttpResponseRedirect(_address(meeting, back))
            except Refused as refusal:
                messages.error(request, str(refusal))
        context = {
            **self.admin_site.each_context(request),
            **who_goes(request, meeting, now),
            "title": _("Who goes"),
            "opts": self.opts,
            "meeting": meeting,
            "back": back,
        }
        return render(request, "meetings/assign.html", context)


def who_goes(request, meeting, now) -> dict:
    """For `meetings/_who_goes.html`; `assignees` are there for whoever may assign."""
    sent = list(meeting.assignments.select_related("user", "by"))
    rows = {row.part: row for row in sent}
    seen = Sent(**{row.part: row.user_id for row in sent}).mark
    return {"sent": sent, "seen": seen, "assignees": _choices(request, meeting, rows, now)}


def _choices(request, meeting, rows, now):
    if meeting.no_coverage and not rows:
        return []
    if Right.ASSIGN not in rights_held(request, meeting.portal):
        return []
    people = colleagues(meeting.portal, now)
    return [
        {
            "part": part.value,
            "label": part.label,
            "chosen": row.user_id if row else None,
            "people": people if row is None or row.user in people else [row.user, *people],
            "by": row.by if row else None,
            "at": row.at if row else None,
        }
        for part in Part
        for row in [rows.get(part)]
    ]


def _assigned(request, meeting, now):
    wanted = Sent(*(_number(request.POST.get(part, "")) for part in Part.values))
    before = sent_to(meeting)
    told = assign(meeting, wanted, seen=request.POST.get("seen", ""), by=request.user, at=now)
    if before == wanted:
        messages.info(request, _("Nothing has changed."))
    elif wanted == Sent():
        messages.success(request, _("Withdrawn. Nobody is sent to this meeting now."))
    else:
        messages.success(request, _("Assigned. They are told; it stands on their first page."))
    for sentence in told:
        messages.warning(request, sentence)


def _number(text):
    """An id; what is no number is nobody of ours and is refused by the verb."""
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else -1


def _address(meeting, back):
    if back == "ban":
        return reverse("admin:index")
    if back == "tuan":
        week = pages.week_code(pages.week_of(meeting))
        query = f"?trang={meeting.portal.key}&tuan={week}"
        return reverse("admin:meetings_scheduleline_changelist") + query
    return reverse("admin:meetings_meeting_change", args=[meeting.pk]) + "#who-goes"
