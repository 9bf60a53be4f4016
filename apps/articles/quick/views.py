"""`/toa-soan/gui-nhanh/`: notes and photos sent from the phone, gone on with at the laptop."""

import datetime as dt

from django.db.models import Q
from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from apps.media.part_models import PART
from apps.media.parts import TOKEN
from apps.meetings.models import Assignment, Meeting
from apps.meetings.times import say_clock
from apps.newsroom.refusals import Refused
from apps.portals.admin.scope import portals_with
from apps.portals.roles import Right

from ..desk import desk_page
from .sending import FromPhone, receive

SCRIPTS = [f"articles/quick{part}.js" for part in ("-store", "-shrink", "-line", "-queue", "")]
STILL_OFFERED = dt.timedelta(hours=12)  # an evening's meeting is written up after midnight


@require_safe
def page(request):
    """Today's meetings, the person's own first; notes; photos."""
    now = timezone.now()
    portals = portals_with(request, Right.WRITE)
    if not portals:
        return desk_page(request, "articles/quick_nobody.html", _("Quick send"), {})
    meetings = meetings_offered(request.user, portals, now)
    context = {
        "meetings": meetings,
        "portals": portals,
        "chosen": request.GET.get("viec") or _first_choice(meetings),
        "part_size": PART,
        "scripts": SCRIPTS,
    }
    return desk_page(request, "articles/quick.html", _("Quick send"), context)


@require_POST
def send(request):
    """JSON: `{"address", "at", "says": [sentences]}`; with status 400 `{"says": [sentence]}`."""
    token, photos = request.POST.get("token", ""), request.POST.getlist("photo")
    if not all(map(TOKEN.fullmatch, [token, *photos])):
        return JsonResponse({"says": [_("This cannot be read as something sent.")]}, status=400)
    sent = FromPhone(token, request.POST.get("about", ""), request.POST.get("notes", ""), photos)
    now = timezone.now()
    try:
        row = receive(sent, by=request.user, at=now)
    except Refused as refusal:
        return JsonResponse({"says": [str(refusal)]}, status=400)
    says = list(row.refused)
    if sent.about.startswith("meeting:") and row.article.meeting_id is None:
        says.append(_("This meeting gets no coverage: the draft is made without it."))
    return JsonResponse(
        {
            "address": reverse("admin:articles_article_change", args=[row.article_id]),
            "at": say_clock(timezone.localtime(row.at)),
            "says": says,
        }
    )


def meetings_offered(user, portals, now) -> list[Meeting]:
    """Those of today and of last night that are public, wanted or the person's own; his first.

    `parts` of each are what he was assigned to there, in words.
    """
    today = timezone.localdate(now)
    mine = Assignment.objects.filter(user=user)
    rows = Meeting.objects.within_reach_of(user, now).filter(portal__in=portals)
    rows = rows.filter(
        Q(is_public=True) | Q(needs_reporter=True) | Q(assignments__user=user),
        starts_at__gte=min(now - STILL_OFFERED, _midnight(now)),
    )
    found = list(rows.between(today - dt.timedelta(days=1), today).select_related("portal"))
    parts = {}
    for row in mine.filter(meeting__in=found):
        parts.setdefault(row.meeting_id, []).append(row.get_part_display())
    for meeting in found:
        meeting.parts = parts.get(meeting.pk, [])
    return sorted(found, key=lambda meeting: not meeting.parts)


def _midnight(now):
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def _first_choice(meetings):
    """The one meeting the person was sent to, when there is only one."""
    mine = [meeting.key for meeting in meetings if meeting.parts]
    return mine[0] if len(mine) == 1 else ""
