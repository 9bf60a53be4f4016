"""On the desk's first page: schedules and meetings that wait for a signature or somebody to go."""

from functools import partial

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.signed import standing_told
from apps.people.remembered import remembered, version_held
from apps.portals.held import rights_held
from apps.portals.roles import Right
from lib.vietnamese.weeks import week_code

from . import pages
from .asked import meetings_asked
from .attendance import told
from .publishing import schedule_signature_key
from .querysets import DAY
from .week import page_standing, week_standing
from .withdrawn_panel import withdrawn_rows


def meeting_panels(request) -> list[dict]:
    """At most three panels; none for whoever has nothing to do with meetings.

    What they say is asked together, whatever the number of rows (`asked.py`).
    """
    now = timezone.now()
    panels = []
    if waiting := _waiting(request, now):
        panels.append(_panel(_("Schedule and meetings to sign"), {"rows": waiting}))
    if withdrawn := withdrawn_rows(request, now):
        panels.append(_panel(_("Taken from readers"), {"withdrawn": withdrawn}))
    if wanted := meetings_asked(request, now).wanted:
        for meeting in wanted:
            meeting.may_assign = Right.ASSIGN in rights_held(request, meeting.portal)
        panels.append(_panel(_("Nobody goes yet"), {"meetings": wanted}))
    return panels


def _panel(title, context):
    return {"title": title, "template": "meetings/_panel.html", "context": context}


def _waiting(request, now) -> list[dict]:
    """Weeks and meetings of which readers have something else than the desk, or somebody has
    signed."""
    asked = meetings_asked(request, now)
    if not asked.weeks and not asked.touched:
        return []
    words_on = remembered(version_held(request)).words_on
    signed_by = partial(standing_told, request, now)
    rows = [_week(request, asked, *week, words_on, signed_by) for week in asked.weeks]
    rows += [_meeting(request, asked, row, words_on, signed_by) for row in asked.touched]
    return [row for row in rows if _waits_for_another(row["standing"])]


def _week(request, asked, portal, monday, words_on, signed_by):
    query, sunday = f"?trang={portal.key}&tuan={week_code(monday)}", monday + 6 * DAY
    values = pages.values_of_week(portal, monday, asked.weeks[portal, monday], words_on)
    live = asked.live.get((portal.key, pages.schedule_key(monday)))
    days = {"from": f"{monday.day}/{monday.month}", "to": f"{sunday.day}/{sunday.month}"}
    return {
        "name": _("Schedule %(from)s–%(to)s") % days,
        "href": reverse("admin:meetings_scheduleline_changelist") + query,
        "sign": reverse("admin:meetings_scheduleline_sign") + query,
        "standing": week_standing(
            schedule_signature_key(portal, monday), values, live,
            rights_held(request, portal), request.user, signed_by,
        ),
    }  # fmt: skip


def _meeting(request, asked, meeting, words_on, signed_by):
    lines = told(meeting, list(meeting.attendance.all()), words_on)
    values = pages.values_of_meeting(meeting, lines, meeting.papers)
    live = asked.live.get((meeting.portal.key, meeting.key))
    rights = rights_held(request, meeting.portal)
    return {
        "name": meeting.title,
        "href": reverse("admin:meetings_meeting_change", args=[meeting.pk]),
        "sign": reverse("admin:meetings_meeting_sign", args=[meeting.pk]),
        "standing": page_standing(meeting, values, live, rights, request.user, signed_by),
    }


def _waits_for_another(standing):
    """Also for the person himself, who sees that his signature stands."""
    return standing.waits and (standing.live or bool(standing.signers))
