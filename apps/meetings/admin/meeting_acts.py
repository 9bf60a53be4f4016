"""Signing, hiding, calling off and looking at a meeting's page, from the page of the meeting."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from apps.meetings import pages, publishing
from apps.meetings.attendance import sentences
from apps.meetings.calling import call_off_and_sign
from apps.meetings.models import Meeting
from apps.newsroom import slots
from apps.newsroom.refusals import Refused


class MeetingActs:
    """Addresses under one meeting's page; a stranger's meeting is 404 in each of them."""

    def get_urls(self):
        view, name = self.admin_site.admin_view, "meetings_meeting"
        return [
            path("<int:pk>/ky/", view(require_POST(self.sign)), name=f"{name}_sign"),
            path("<int:pk>/an/", view(require_POST(self.hide)), name=f"{name}_hide"),
            path("<int:pk>/hoan/", view(require_POST(self.call_off)), name=f"{name}_call_off"),
            path("<int:pk>/phan-cong/", view(self.assign), name=f"{name}_assign"),
            path("<int:pk>/xem/", view(self.preview), name=f"{name}_preview"),
            path("<int:pk>/dai-bieu/", view(self.attendance), name=f"{name}_attendance"),
            path("<int:pk>/cau-dai-bieu/", view(self.sentence), name=f"{name}_sentence"),
            *super().get_urls(),
        ]

    def seen(self, request, pk) -> Meeting:
        """The meeting, or 404 for whoever has no seat to see it from."""
        found = self.get_queryset(request).filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

    def sign(self, request, pk):
        meeting = self.seen(request, pk)
        seen = request.POST.get("digest") or "?"
        return _act(
            request, meeting, publishing.sign_meeting, meeting, seen=seen,
            says=lambda out: gettext("Readers have this page now.") if out
            else gettext("You have signed. It goes out when a second person signs exactly this."),
        )  # fmt: skip

    def hide(self, request, pk):
        meeting = self.seen(request, pk)
        return _act(
            request, meeting, publishing.hide_meeting, meeting,
            says=lambda _out: gettext("Hidden. Readers no longer see it."),
        )  # fmt: skip

    def call_off(self, request, pk):
        meeting = self.seen(request, pk)
        state = request.POST.get("state", "")
        return _act(request, meeting, call_off_and_sign, meeting, state, says=str)

    def preview(self, request, pk):
        meeting = self.seen(request, pk)
        values = pages.meeting_values(meeting)
        answer = slots.render_page(request, "meeting", values, meeting.portal.key, timezone.now())
        if answer is None:
            raise Http404
        return answer

    def sentence(self, request, pk):
        """For the editor's button: both sentences in protocol order, as JSON."""
        told = sentences(self.seen(request, pk))
        return JsonResponse({"chairs": told.chairs, "present": told.present})


def _act(request, meeting, verb, *arguments, says, **options):
    try:
        done = verb(*arguments, by=request.user, at=timezone.now(), **options)
        messages.success(request, says(done))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return to_meeting(meeting)


def to_meeting(meeting) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:meetings_meeting_change", args=[meeting.pk]))
