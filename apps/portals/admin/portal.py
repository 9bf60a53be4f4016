"""The page of one portal: what it says of itself, its frame, and the way to its parts."""

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.newsroom import slots
from apps.newsroom.admin import DeskAdmin
from apps.newsroom.seen import SeenForm
from apps.portals import keeping, setting_up
from apps.portals.approvers import lacking_approvers
from apps.portals.domains import domain_names
from apps.portals.frame import signature_key
from apps.portals.models import Banner, HouseStyle, MenuItem, Portal, Section, TopicPage
from apps.portals.roles import Right

from .frame_acts import FrameActs
from .frame_panel import frame_panel, parts_of
from .pictures import PictureField
from .scope import portals_seen, portals_with


class PortalForm(SeenForm):
    masthead = PictureField(label=_("masthead"), required=False)
    domains = forms.CharField(
        label=_("domain names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=_(
            "One a line, without https://. An asterisk answers for every unknown name. "
            "Readers reach the portal there when the frame is published."
        ),
    )

    end_mark = forms.ChoiceField(
        label=_("end mark"),
        required=False,
        choices=HouseStyle._meta.get_field("end_mark").choices,
        help_text=_(
            "Put at the end of every article on the readers' page; the proofreader marks a text "
            "that ends with another portal's."
        ),
    )

    class Meta:
        model = Portal
        fields = [
            "name",
            "short_name",
            "welcome",
            "masthead",
            "contact",
            "responsibility",
            "about",
            "committee",
            "editors_approve",
        ]
        widgets = {
            "contact": forms.Textarea(attrs={"rows": 4}),
            "about": forms.Textarea(attrs={"rows": 8}),
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        portal = self.instance
        if "committee" in self.fields:
            self.fields["committee"].help_text = slots.body_of_portal(portal)
        if "masthead" in self.fields:
            self.fields["masthead"].offer(portal, portal.masthead_id)
        if "domains" in self.fields:
            names = portal.domains.values_list("name", flat=True)
            self.initial["domains"] = "\n".join(names)
        if "end_mark" in self.fields:
            self.initial["end_mark"] = keeping.end_mark_of(portal)

    def clean_domains(self):
        return domain_names(self.cleaned_data["domains"], self.instance)


@admin.register(Portal)
class PortalAdmin(FrameActs, DeskAdmin):
    form = PortalForm
    list_display = ["name", "key"]
    actions = None
    sortable_by = ()
    change_form_template = "portals/portal.html"
    told_models = (Portal, HouseStyle, Section, MenuItem, Banner, TopicPage)
    desk_order = 40
    desk_says = _("What the portal says of itself: name, sections, menu, banners, house style.")
    add_says = _("Set up a new portal")

    def get_queryset(self, request):
        rows = super().get_queryset(request).filter(practice_of=None)
        if _administers(request):
            return rows
        return rows.filter(pk__in=[portal.pk for portal in portals_seen(request)])

    def has_module_permission(self, request):
        return _administers(request) or bool(portals_seen(request))

    def has_view_permission(self, request, obj=None):
        if obj and not _administers(request):
            return obj in portals_seen(request)
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return self.has_module_permission(request)
        return bool(setting_up.open_fields(request.user, obj, timezone.now()))

    def has_add_permission(self, request):
        return _administers(request)

    def add_view(self, request, form_url="", extra_context=None):
        """A new portal is set up step by step, on screens above this one."""
        if not self.has_add_permission(request):
            raise Http404
        return HttpResponseRedirect(slots.new_portal_at())

    def act_key(self, obj):
        return signature_key(obj)

    def changelist_view(self, request, extra_context=None):
        """Who has one portal need not choose it."""
        only = list(self.get_queryset(request)[:2]) if self.has_module_permission(request) else []
        if len(only) == 1 and not self.has_add_permission(request):
            return HttpResponseRedirect(reverse("admin:portals_portal_change", args=[only[0].pk]))
        return super().changelist_view(request, extra_context)

    def get_fieldsets(self, request, obj=None):
        settings = ["editors_approve", "committee"]
        if _administers(request):
            settings = ["domains", *settings]
        said = ["name", "short_name", "welcome", "masthead", "contact", "responsibility", "about"]
        closed = self.get_readonly_fields(request, obj)
        said.append("ends_with" if "welcome" in closed else "end_mark")
        if "masthead" in closed or obj not in portals_with(request, Right.FRAME):
            said.remove("masthead")
        if "editors_approve" in closed:
            settings[settings.index("editors_approve")] = "who_approves"
        if "committee" in closed:
            settings[settings.index("committee")] = "whose"
        return [
            (_("What readers see"), {"fields": said}),
            (_("Settings"), {"fields": [*settings, "seen"]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        fields = setting_up.FRAME_FIELDS | setting_up.SETTINGS
        closed = fields - setting_up.open_fields(request.user, obj, timezone.now())
        return [*sorted(closed - {"domains"}), "who_approves", "ends_with", "whose"]

    @admin.display(description=_("end mark"))
    def ends_with(self, portal):
        return keeping.end_mark_of(portal) or gettext("none")

    @admin.display(description=_("committee"))
    def whose(self, portal):
        return slots.body_of_portal(portal) or portal.committee

    @admin.display(description=_("editors approve and publish"))
    def who_approves(self, portal):
        return gettext("yes") if portal.editors_approve else gettext("no")

    def get_form(self, request, obj=None, change=False, **options):
        """Fields that are not on this page must not come in by a forged request either."""
        form = super().get_form(request, obj, change, **options)
        shown = flatten_fieldsets(self.get_fieldsets(request, obj))
        for name in {"masthead", "domains", "end_mark"} - set(shown):
            form.base_fields.pop(name, None)
        return form

    def save_model(self, request, obj, form, change):
        now, domains = timezone.now(), form.cleaned_data.get("domains")
        setting_up.change_portal(obj, by=request.user, at=now, domains=domains)
        if "end_mark" in form.cleaned_data:
            keeping.keep_end_mark(obj, form.cleaned_data["end_mark"], by=request.user, at=now)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["frame"] = frame_panel(request.user, obj, timezone.now())
        context["lacks"] = lacking_approvers([obj], timezone.now())
        context["parts"] = parts_of(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_post_save_change(self, request, obj):
        """Stay on the portal: what was saved is now waiting in its frame."""
        return HttpResponseRedirect(reverse("admin:portals_portal_change", args=[obj.pk]))


def _administers(request):
    return request.user.is_active and getattr(request.user, "is_administrator", False)
