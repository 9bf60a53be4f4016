"""On the desk's first page: schedules and meetings that wait for a signature or somebody to go."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editions.models import Showing
from apps.newsroom.models import Signature
from apps.portals.roles import Right
from apps.portals.seats import portals_of, rights_of
from lib.vietnamese.weeks import monday_of, week_code

from . import keeping
from .models import Assignment, Meeting
from .querysets import DAY, midnight
from .week import meeting_standing, schedule_standing
from .withdrawn_panel import withdrawn_rows

WEEKS_AHEAD = 3
LATELY = dt.timedelta(days=30)
WANTED_AHEAD = dt.timedelta(weeks=2)
MOST_MEETINGS = 8


def meeting_panels(request) -> list[dict]:
    """At most three panels; none for whoever has nothing to do with meetings."""
    user, now = request.user, timezone.now()
    portals = list(portals_of(user, now))
    waiting = [row for portal in portals for row in _waiting(user, portal, now)]
    wanted = _nobody_goes(user, portals, now)
    panels = []
    if waiting:
        panels.append(_panel(_("Schedule and meetings to sign"), {"rows": waiting}))
    if withdrawn := withdrawn_rows(user, now):
        panels.append(_panel(_("Taken from readers"), {"withdrawn": withdrawn}))
    if wanted:
        panels.append(_panel(_("Nobody goes yet"), {"meetings": wanted}))
    return panels


def _panel(title, context):
    return {"title": title, "template": "meetings/_panel.html", "context": context}


def _waiting(user, portal, now):
    rights = rights_of(user, portal, now)
    rows = _weeks(user, portal, now) if Right.SIGN_FRAME in rights else []
    return rows + (_meetings(user, portal, now) if {Right.READ, Right.WRITE} <= rights else [])


def _weeks(user, portal, now):
    """Weeks in which readers have something else than the desk, or the first signature is given."""
    this = monday_of(timezone.localdate(now))
    rows = []
    for ahead in range(WEEKS_AHEAD):
        monday = this + dt.timedelta(weeks=ahead)
        standing = schedule_standing(user, portal, monday, now)
        if _waits_for_another(standing):
            query = f"?trang={portal.key}&tuan={week_code(monday)}"
            sunday = monday + dt.timedelta(days=6)
            rows.append(
                {
                    "name": _("Schedule %(from)s–%(to)s")
                    % {
                        "from": f"{monday.day}/{monday.month}",
                        "to": f"{sunday.day}/{sunday.month}",
                    },
                    "href": reverse("admin:meetings_scheduleline_changelist") + query,
                    "sign": reverse("admin:meetings_scheduleline_sign") + query,
                    "standing": standing,
                }
            )
    return rows


def _meetings(user, portal, now):
    rows = []
    for meeting in _touched_meetings(portal, now):
        standing = meeting_standing(user, meeting, now)
        if _waits_for_another(standing):
            rows.append(
                {
                    "name": meeting.title,
                    "href": reverse("admin:meetings_meeting_change", args=[meeting.pk]),
                    "sign": reverse("admin:meetings_meeting_sign", args=[meeting.pk]),
                    "standing": standing,
                }
            )
    return rows


def _touched_meetings(portal, now):
    """Public meetings signed lately or on readers' screens: the only ones that can wait."""
    signed = Signature.objects.filter(key__startswith="meeting:", at__gte=now - LATELY)
    live = Showing.objects.live_at(now).filter(portal=portal.key, key__startswith="meeting:")
    recent = live.filter(live_from__gte=now - LATELY)
    keys = {*signed.values_list("key", flat=True), *recent.values_list("key", flat=True)}
    numbers = [int(key.partition(":")[2]) for key in keys]
    rows = Meeting.objects.for_readers().filter(portal=portal, number__in=numbers)
    return rows.select_related("portal", "host")[:MOST_MEETINGS]


def _waits_for_another(standing):
    """Also for the person himself, who sees that his signature stands."""
    return standing.waits and (standing.live or bool(standing.signers))


def _nobody_goes(user, portals, now):
    """Today's public lines to which nobody is sent, and those that ask for a reporter and have
    none, for two weeks; on the portals the person writes for."""
    mine = [portal for portal in portals if keeping.may_keep(user, portal, now)]
    assigns = {portal.pk for portal in mine if Right.ASSIGN in rights_of(user, portal, now)}
    today = timezone.localdate(now)
    sent = Assignment.objects.filter(meeting=OuterRef("pk"))
    reported = sent.filter(part=Assignment.Part.REPORTER)
    uncovered = Q(is_public=True, starts_at__lt=midnight(today) + DAY) & ~Exists(sent)
    asking = Q(needs_reporter=True) & ~Exists(reported)
    rows = Meeting.objects.between(today, today + WANTED_AHEAD).filter(portal__in=mine)
    found = list(rows.filter(uncovered | asking).select_related("portal")[:MOST_MEETINGS])
    for meeting in found:
        meeting.may_assign = meeting.portal_id in assigns
    return found
