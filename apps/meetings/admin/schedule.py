"""The week as a table: entered like one, ticked line by line, signed and hidden from here."""

import datetime as dt

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.meetings import publishing, typed_week
from apps.meetings.calling import call_off_and_sign
from apps.meetings.chairs import cell_of, chairs_told, with_chairs
from apps.meetings.lines import line_of
from apps.meetings.models import Meeting, ScheduleLine
from apps.meetings.outgoing import remarks_on_week
from apps.meetings.week import schedule_standing
from apps.newsroom import slots
from apps.newsroom.admin import DeskAdmin
from apps.newsroom.refusals import Refused
from apps.portals.held import rights_held
from apps.portals.roles import Right
from apps.portals.seats import may
from lib.vietnamese.weeks import monday_of, read_week, week_code

from .finding import officials_named
from .grid import blank, typed_lines, with_blanks
from .saying import before_signing, tell_withdrawn
from .scope import portal_of, portals_read

WEEK = dt.timedelta(days=7)
PAGE = "admin:meetings_scheduleline_changelist"


@admin.register(ScheduleLine)
class ScheduleAdmin(DeskAdmin):
    """One screen: the list of this proxy is the grid of a week."""

    desk_order = 12
    desk_says = _("The week as a table: type or paste it, mark what is public, sign it.")
    actions = None

    def get_urls(self):
        view = self.admin_site.admin_view
        name = "meetings_scheduleline"
        return [
            path("", view(self.grid), name=f"{name}_changelist"),
            path("ky/", view(require_POST(self.sign)), name=f"{name}_sign"),
            path("an/", view(require_POST(self.hide)), name=f"{name}_hide"),
            path("xem/", view(self.preview), name=f"{name}_preview"),
            path("chu-tri/", view(officials_named), name=f"{name}_chairs"),
        ]

    def has_module_permission(self, request):
        return bool(portals_read(request))

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def grid(self, request):
        """Show the week, or take what was typed."""
        if not portals_read(request):
            raise PermissionDenied
        portal, monday, now = portal_of(request), _monday(request), timezone.now()
        lines = None
        if request.method == "POST":
            lines = typed_lines(request.POST)
            if "more" in request.POST:
                lines = with_blanks(lines)
            elif _saved(request, portal, monday, lines, now):
                _call_off(request, portal, now)
                return _back(portal, monday)
        return render(request, "meetings/week.html", self._context(request, portal, monday, lines))

    def _context(self, request, portal, monday, lines):
        now = timezone.now()
        may_type = may(request.user, portal, Right.EDIT, now)
        rows = with_chairs(Meeting.objects.of_week(portal, monday))
        stored = [line_of(row) for row in rows]
        if lines is None:
            lines = with_blanks(stored) if may_type else stored
        _join(lines, portal)
        standing = schedule_standing(request.user, portal, monday, now)
        return {
            **self.admin_site.each_context(request),
            "title": gettext("Work schedule"),
            "opts": self.opts,
            "portal": portal,
            "portals": portals_read(request),
            "monday": monday,
            "sunday": monday + WEEK - dt.timedelta(days=1),
            "week": week_code(monday),
            "weeks": {
                "before": week_code(monday - WEEK),
                "after": week_code(monday + WEEK),
                "now": week_code(monday_of(timezone.localdate(now))),
            },
            "lines": lines,
            "pattern": blank(),
            "may_type": may_type,
            "may_assign": Right.ASSIGN in rights_held(request, portal),
            "faults": any(line.fault for line in lines),
            "standing": standing,
            **before_signing(request, portal, remarks_on_week(portal, standing.values)),
        }

    def sign(self, request):
        portal, monday, now = portal_of(request), _monday(request), timezone.now()
        try:
            out = publishing.sign_schedule(
                portal, monday, by=request.user, at=now, seen=request.POST.get("digest") or "?"
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _said(out))
        return _back(portal, monday)

    def hide(self, request):
        portal, monday = portal_of(request), _monday(request)
        try:
            publishing.hide_schedule(portal, monday, by=request.user, at=timezone.now())
            messages.success(request, gettext("Hidden. Readers no longer see it."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return _back(portal, monday)

    def preview(self, request):
        """The public page as it would be."""
        portal, monday = portal_of(request), _monday(request)
        values = publishing.pages.schedule_values(portal, monday)
        answer = slots.render_page(request, "schedule", values, portal.key, timezone.now())
        if answer is None:
            raise Http404
        return answer


def _saved(request, portal, monday, lines, now):
    """Written and told; a refusal leaves what was typed on the screen."""
    try:
        if typed_week.save_week(portal, monday, lines, by=request.user, at=now):
            messages.success(request, gettext("Saved."))
            tell_withdrawn(request, now)
            return True
    except Refused as refusal:
        messages.error(request, str(refusal))
    return False


def _call_off(request, portal, now):
    """Postpone or cancel one line, after everything typed has been saved."""
    number, _colon, state = request.POST.get("call_off", "").partition(":")
    if not number.isascii() or not number.isdigit():
        return
    meeting = Meeting.objects.filter(portal=portal, number=int(number[:12])).first()
    if meeting is None:
        return
    try:
        said = call_off_and_sign(meeting, state, by=request.user, at=now)
        messages.success(request, said)
    except Refused as refusal:
        messages.error(request, str(refusal))


def _join(lines, portal):
    """Typed rows find their stored meeting again, for its buttons and its chairs' titles."""
    numbers = [line.number for line in lines]
    stored = with_chairs(Meeting.objects.filter(portal=portal, number__in=numbers))
    rows = {row.number: row for row in stored.prefetch_related("assignments__user")}
    chairs = chairs_told(rows.values(), portal)
    for line in lines:
        line.meeting = rows.get(line.number)
        if line.meeting and line.chair_cell == cell_of(line.meeting):
            line.chairs = chairs[line.meeting.pk]


def _monday(request):
    """The week of the address, else this week; one that cannot be read is this week too."""
    read = read_week(request.GET.get("tuan", ""))
    return read or monday_of(timezone.localdate(timezone.now()))


def _back(portal, monday):
    return HttpResponseRedirect(f"{reverse(PAGE)}?trang={portal.key}&tuan={week_code(monday)}")


def _said(out):
    if out:
        return gettext("Readers have this schedule now.")
    return gettext("You have signed. It goes out when a second person signs exactly this.")
