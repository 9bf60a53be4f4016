"""The list of meetings and the page of one: facts, papers, what readers have, who takes part."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.meetings import attending, keeping, pages
from apps.meetings.attendance import sentences
from apps.meetings.cells import day_cell, time_cell
from apps.meetings.chairs import chair_line, chairs_told
from apps.meetings.models import Attendance, Meeting
from apps.meetings.outgoing import remarks_on_page
from apps.meetings.week import meeting_standing
from apps.newsroom import noticing, slots
from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.marks import mark
from apps.portals.admin.choosing import ask_which
from apps.portals.held import rights_held
from apps.portals.roles import Right
from apps.portals.seats import may

from .assigning import AssignScreen, who_goes
from .forms import MeetingForm
from .lists import AttendanceScreen
from .meeting_acts import MeetingActs, to_meeting
from .papers import DocumentInline
from .saying import before_signing, tell_withdrawn
from .scope import portal_of, portals_read


class WhenFilter(admin.SimpleListFilter):
    title = _("when")
    parameter_name = "khi"

    def lookups(self, request, model_admin):
        return [("toi", _("still to come")), ("qua", _("past")), ("pv", _("needs a reporter"))]

    def queryset(self, request, queryset):
        now = timezone.now()
        if self.value() == "toi":
            return queryset.filter(starts_at__gte=now).order_by("starts_at")
        if self.value() == "qua":
            return queryset.filter(starts_at__lt=now)
        return queryset.filter(needs_reporter=True) if self.value() == "pv" else queryset


TICKS = ("is_public", "needs_reporter", "no_coverage")


@admin.register(Meeting)
class MeetingAdmin(MeetingActs, AssignScreen, AttendanceScreen, FoldedSearch, DeskAdmin):
    form = MeetingForm
    desk_order = 14
    desk_says = _("Meetings: who takes part, papers, the page readers get, the report.")
    add_says = _("Enter a meeting")
    empty_says = _("No meetings yet. Lines of the work schedule are meetings too.")
    list_display = ["title_and_place", "when_held", "standing_words"]
    list_display_links = None
    list_filter = [WhenFilter, "is_public"]
    list_select_related = ["portal"]
    told_models = (Meeting, Attendance)
    actions = None
    inlines = [DocumentInline]
    add_form_template = change_form_template = "meetings/meeting.html"
    fieldsets = [
        (None, {"fields": ["title", ("day", "time", "last_day"), "place", TICKS]}),
        (_("What it is"), {"fields": ["kind", "host_name", ("series", "period"), "agenda"]}),
        (_("On the schedule"), {"fields": ["chair", "guest_words", "prepared_by", "state"]}),
        (
            _("Online"),
            {"fields": ["form", "points", "public_link", "private_link", "seen", "chosen"]},
        ),
    ]  # fmt: skip

    view_fieldsets = [
        (None, {"fields": ["title", "when_held", "place", TICKS]}),
        (_("What it is"), {"fields": ["kind", "host", ("series", "period"), "agenda"]}),
        (_("On the schedule"), {"fields": ["chaired_by", "guest_words", "prepared_by", "state"]}),
        (_("Online"), {"fields": ["form", "points_held", "public_link", "private_link"]}),
    ]  # fmt: skip

    def get_fieldsets(self, request, obj=None):
        """Who may only read sees stored facts, not the form's own cells."""
        if obj and not self.has_change_permission(request, obj):
            return self.view_fieldsets
        return self.fieldsets

    def get_readonly_fields(self, request, obj=None):
        reads = obj and not self.has_change_permission(request, obj)
        return ["when_held", "host", "points_held", "chaired_by"] if reads else []

    def act_key(self, obj):
        return obj.key

    def get_queryset(self, request):
        return Meeting.objects.seen_by(request.user, timezone.now()).select_related(
            "portal", "host"
        )

    def has_module_permission(self, request):
        return bool(portals_read(request))

    def has_view_permission(self, request, obj=None):
        return obj.portal in portals_read(request) if obj else self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        portals = [obj.portal] if obj else portals_read(request)
        return any(rights_held(request, portal) >= keeping.KEEPS for portal in portals)

    def has_add_permission(self, request):
        return self.has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        """Only what readers never had on a page of its own; the verb asks again."""
        if obj is None or not may(request.user, obj.portal, Right.EDIT, timezone.now()):
            return False
        return not keeping.had_page(obj)

    def add_view(self, request, form_url="", extra_context=None):
        """On several portals the person first says which."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        asked = ask_which(self, request, portals_read(request), self.title_of(None))
        return asked or super().add_view(request, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        request.meeting_portal = form.portal = obj.portal if obj else portal_of(request)
        form.by = request.user
        return form

    def get_inlines(self, request, obj):
        request.meeting_portal = obj.portal if obj else portal_of(request)
        return self.inlines

    def save_model(self, request, obj, form, change):
        now = timezone.now()
        keeping.keep(obj, by=request.user, at=now)
        if form.chairs is not None:
            attending.set_chairs(obj, form.chairs, by=request.user, at=now)
        tell_withdrawn(request, now)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if any(formset.has_changed() for formset in formsets):
            titles = [str(row) for row in form.instance.documents.select_related("attachment")]
            keeping.record(
                form.instance, "change_meeting", by=request.user, at=timezone.now(),
                after={"documents": "; ".join(titles)},
            )  # fmt: skip

    def delete_model(self, request, obj):
        now = timezone.now()
        keeping.drop(obj, by=request.user, at=now)
        tell_withdrawn(request, now)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["hosts"] = (
            context["adminform"].form.hosts() if hasattr(context["adminform"].form, "hosts") else []
        )
        if obj:
            now = timezone.now()
            noticing.opened(request, obj.key, now)
            # What is stored: a refused form has already written its cells into `obj`.
            stored = self.seen(request, obj.pk)
            documents = pages.public_documents(stored)
            standing = meeting_standing(request.user, stored, now, documents)
            remarks = remarks_on_page(stored, standing.values, documents)
            context |= {
                "standing": standing,
                **before_signing(request, stored.portal, remarks),
                "sentences": sentences(obj),
                "attendants": obj.attendance.count(),
                **who_goes(request, obj, now),
                "buttons": slots.object_buttons(request, obj),
                "week": pages.week_code(pages.week_of(obj)),
                "may_keep": keeping.may_keep(request.user, obj.portal, now),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_post_save_change(self, request, obj):
        return to_meeting(obj)

    response_post_save_add = response_post_save_change

    @admin.display(description=_("meeting"), ordering="title")
    def title_and_place(self, meeting):
        return format_html(
            '<a href="{}/change/"><strong>{}</strong></a><br><span class="quiet">{}</span>',
            meeting.pk, meeting.title, meeting.place,
        )  # fmt: skip

    @admin.display(description=_("when"), ordering="starts_at")
    def when_held(self, meeting):
        start = timezone.localtime(meeting.starts_at)
        return f"{day_cell(meeting.starts_at)}/{start.year} {time_cell(meeting)}"

    @admin.display(description=_("chaired by"))
    def chaired_by(self, meeting):
        return chair_line(meeting, chairs_told([meeting], meeting.portal)[meeting.pk])

    @admin.display(description=_("remote points"))
    def points_held(self, meeting):
        return "; ".join(meeting.remote_points)

    @admin.display(description=_("state"), ordering="state")
    def standing_words(self, meeting):
        if meeting.state != Meeting.State.PLANNED:
            return mark("attention", meeting.get_state_display())
        if meeting.no_coverage:
            return mark("off", gettext("No coverage"))
        words = gettext("public") if meeting.is_public else gettext("not public")
        return mark("on" if meeting.is_public else "off", words)
