"""On the desk's first page: schedules and meetings that wait for a signature or somebody to go."""

import datetime as dt

from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editions.models import Showing
from apps.newsroom.models import Signature
from apps.portals.held import portals_held, rights_held
from apps.portals.roles import Right
from lib.vietnamese.weeks import monday_of, week_code

from . import keeping
from .models import Assignment, Meeting
from .pages import schedule_key
from .publishing import schedule_signature_key
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
    rights = {portal: rights_held(request, portal) for portal in portals_held(request)}
    waiting = _waiting(user, rights, now)
    wanted = _nobody_goes(rights, now)
    panels = []
    if waiting:
        panels.append(_panel(_("Schedule and meetings to sign"), {"rows": waiting}))
    if withdrawn := withdrawn_rows(request, now):
        panels.append(_panel(_("Taken from readers"), {"withdrawn": withdrawn}))
    if wanted:
        panels.append(_panel(_("Nobody goes yet"), {"meetings": wanted}))
    return panels


def _panel(title, context):
    return {"title": title, "template": "meetings/_panel.html", "context": context}


def _waiting(user, rights, now):
    """Weeks and meetings of which readers have something else than the desk, or somebody has
    signed. One query finds which can be meant; only those are read."""
    frames = [portal for portal, given in rights.items() if Right.SIGN_FRAME in given]
    keeps = [portal for portal, given in rights.items() if {Right.READ, Right.WRITE} <= given]
    if not frames and not keeps:
        return []
    weeks, numbers = _in_question(frames, keeps, now)
    rows = [row for portal, monday in weeks for row in _week(user, portal, monday, now)]
    return rows + (_meetings(user, keeps, numbers, now) if numbers else [])


def _in_question(frames, keeps, now):
    """([(portal, Monday)], meeting numbers) that are signed, or on readers' screens."""
    this = monday_of(timezone.localdate(now))
    mondays = [this + dt.timedelta(weeks=ahead) for ahead in range(WEEKS_AHEAD)]
    live = Showing.objects.live_at(now).filter(
        Q(cut__kind="schedule", key__in=map(schedule_key, mondays))
        | Q(cut__kind="meeting", live_from__gte=now - LATELY),
        cut__portal__in=[portal.key for portal in {*frames, *keeps}],
        cut__kind__in=["schedule", "meeting"],
    )
    asked = {schedule_signature_key(p, monday): (p, monday) for p in frames for monday in mondays}
    lately = Q(key__startswith="meeting:", at__gte=now - LATELY)
    signed = Signature.objects.filter(Q(key__in=asked) | lately).order_by()
    shown = set(live.order_by().values_list("portal", "key").union(
        signed.values_list(Value("", output_field=CharField()), "key")
    ))  # fmt: skip
    signed = {key for portal, key in shown if not portal}
    weeks = [
        (portal, monday)
        for key, (portal, monday) in asked.items()
        if key in signed or (portal.key, schedule_key(monday)) in shown
    ]
    keys = {key for _portal, key in shown if key.startswith("meeting:")}
    return weeks, [int(key.partition(":")[2]) for key in keys] if keeps else []


def _week(user, portal, monday, now):
    standing = schedule_standing(user, portal, monday, now)
    if not _waits_for_another(standing):
        return []
    query = f"?trang={portal.key}&tuan={week_code(monday)}"
    sunday = monday + dt.timedelta(days=6)
    return [
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
    ]


def _meetings(user, portals, numbers, now):
    rows = []
    touched = Meeting.objects.for_readers().filter(portal__in=portals, number__in=numbers)
    for meeting in touched.select_related("portal", "host")[:MOST_MEETINGS]:
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


def _waits_for_another(standing):
    """Also for the person himself, who sees that his signature stands."""
    return standing.waits and (standing.live or bool(standing.signers))


def _nobody_goes(rights, now):
    """Today's public lines to which nobody is sent, and those that ask for a reporter and have
    none, for two weeks; on the portals the person writes for."""
    mine = [portal for portal, given in rights.items() if given >= keeping.KEEPS]
    assigns = {portal.pk for portal in mine if Right.ASSIGN in rights[portal]}
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
