"""On the desk's first page: where I go today, and what I sent from the phone."""

import datetime as dt

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.meetings.assigning import of_person
from apps.portals.admin.scope import portals_with
from apps.portals.held import portals_held, rights_held
from apps.portals.roles import Right

from .models import Article, QuickSend

SHOWN_FOR = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
State = Article.State


def quick_panels(request) -> list[dict]:
    """For whoever writes somewhere: what came from the phone, and today's assignments."""
    if not portals_with(request, Right.WRITE):
        return []
    now = timezone.now()
    if not _anything(request.user, now):
        return []
    panels = []
    if sent := sent_lately(request.user, now):
        panels.append(_panel(_("Sent from the phone"), {"sent": sent}))
    if going := _going(request, now):
        panels.append(_panel(_("Where I go today"), {"going": going}))
    return panels


def _anything(user, now) -> bool:
    """Asked for both panels at once: on most days there is neither."""
    today = timezone.localdate(now)
    going = of_person(user, today, today + DAY, now).order_by().values("pk")
    return bool(_sent(user, now).order_by().values("pk").union(going, all=True))


def _panel(title, context):
    return {"title": title, "template": "articles/_quick_panel.html", "context": context}


def sent_lately(user, now) -> list[QuickSend]:
    """Drafts from the phone that nobody has gone on with yet, newest first."""
    rows = _sent(user, now).select_related("article")
    return list(rows.defer("article__body", "article__carries")[:5])


def _sent(user, now):
    return QuickSend.objects.filter(
        by=user, at__gte=now - SHOWN_FOR, article__author=user,
        article__state=State.DRAFT, article__changed_at=F("at"),
    )  # fmt: skip


def _going(request, now):
    """One row a meeting, with all that the person does there, today and tomorrow."""
    today = timezone.localdate(now)
    rows = {}
    for row in of_person(request.user, today, today + DAY, now):
        meeting = rows.setdefault(row.meeting_id, row.meeting)
        meeting.parts = [*getattr(meeting, "parts", []), row.get_part_display()]
        meeting.is_today = timezone.localdate(meeting.starts_at) == today
    held = {portal.pk: rights_held(request, portal) for portal in portals_held(request)}
    for meeting in rows.values():
        meeting.may_open = Right.READ in held.get(meeting.portal_id, ())
    return list(rows.values())
