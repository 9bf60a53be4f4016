"""On the desk's first page: where I go today, and what I sent from the phone."""

from django.utils import timezone
from django.utils.translation import gettext as _

from apps.meetings.asked import meetings_asked
from apps.portals.admin.scope import portals_with
from apps.portals.held import rights_held
from apps.portals.roles import Right

from ..asked import articles_asked, sends_in

SHOWN = 5


def quick_panels(request) -> list[dict]:
    """For whoever writes somewhere: what came from the phone, and today's assignments."""
    if not portals_with(request, Right.WRITE):
        return []
    now = timezone.now()
    panels = []
    if sent := sends_in(articles_asked(request, now).rows, request.user)[:SHOWN]:
        panels.append(_panel(_("Sent from the phone"), {"sent": sent}))
    if going := _going(request, now):
        panels.append(_panel(_("Where I go today"), {"going": going}))
    return panels


def _panel(title, context):
    return {"title": title, "template": "articles/_quick_panel.html", "context": context}


def _going(request, now):
    """One row a meeting, with all that the person does there, today and tomorrow."""
    today, going = timezone.localdate(now), meetings_asked(request, now).going
    for meeting in going:
        meeting.parts = [str(part) for part in meeting.my_parts]
        meeting.is_today = timezone.localdate(meeting.starts_at) == today
        meeting.may_open = Right.READ in rights_held(request, meeting.portal)
    return going
