"""For the board: what one person took from readers lately, on the first page of the desk."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.newsroom.history import acts_told
from apps.portals.held import seats_held
from apps.portals.roles import Right
from apps.portals.seats import given_by
from lib.vietnamese.weeks import read_week

from .asked import MOST, WITHDRAWN, WITHDRAWN_FOR, meetings_asked
from .cells import short


def withdrawn_rows(request, now) -> list[dict]:
    """Acts of colleagues on portals where the person may hide too, newest first."""
    mine = {s.portal.key for s in seats_held(request) if Right.HIDE in given_by(s)}
    acts = [
        act for act in acts_told(request, now)
        if act.verb in WITHDRAWN and act.portal in mine and act.at > now - WITHDRAWN_FOR
    ][:MOST]  # fmt: skip
    meetings = meetings_asked(request, now).gone if acts else {}
    return [_row(act, meetings.get(act.key)) for act in acts]


def _row(act, meeting):
    said = {"by": str(act.by), "at": act.at}
    if meeting:
        href = reverse("admin:meetings_meeting_change", args=[meeting.pk])
        return said | {"name": meeting.title, "href": href}
    _noun, _colon, week = act.key.rpartition(":")
    monday = read_week(week)
    name = act.before.get("title") if act.verb == "withdraw_line" else ""
    if not name and monday:
        sunday = monday + dt.timedelta(days=6)
        name = _("Schedule %(from)s–%(to)s") % {"from": short(monday), "to": short(sunday)}
    week_page = reverse("admin:meetings_scheduleline_changelist")
    return said | {"name": name or "", "href": f"{week_page}?trang={act.portal}&tuan={week}"}
