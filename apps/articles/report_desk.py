"""The button “write the report” on a meeting: makes the draft, opens it."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.meetings.models import Meeting
from apps.newsroom.refusals import Refused

from .reporting import start_report


@require_POST
def write(request, meeting_id):
    """To the draft; a refusal goes back to the meeting with its reason."""
    now = timezone.now()
    seen = Meeting.objects.seen_by(request.user, now).select_related("portal", "host")
    meeting = get_object_or_404(seen, pk=meeting_id)
    try:
        article, new = start_report(meeting, by=request.user, at=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:meetings_meeting_change", args=[meeting.pk]))
    if new:
        messages.success(request, _("A draft with what the meeting says is ready. Write on."))
    else:
        messages.info(request, _("This is the report you have begun."))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
