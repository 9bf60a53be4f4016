"""“Ủy quyền duyệt”: chiefs delegate and withdraw here; their delegates and inspectors look."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from apps.accounts.models import User
from apps.newsroom import signing
from apps.newsroom.admin import DeskAdmin
from apps.newsroom.days import DayField
from apps.newsroom.marks import mark
from apps.newsroom.refusals import Refused
from apps.portals.delegating import delegate, may_receive, refuse_delegation, withdraw
from apps.portals.held import delegations_held
from apps.portals.lapsed import standing
from apps.portals.models import Delegation, Seat
from apps.portals.roles import Right, Role

from .choosing import ask_which, chosen
from .scope import OwnPortals, portals_of_roles, portals_with

FIELDS = ["user", "starts_on", "ends_on", "reason", "document"]
READ = ["holder", "giver", "where", "days", "reason", "document", "state"]


class DelegationForm(forms.ModelForm):
    """Who may approve is asked of the verb: also a stranger's number gets a sentence."""

    portal = by = at = None
    user = forms.ModelChoiceField(User.objects.all(), label=gettext_lazy("delegate to"))
    starts_on = DayField(label=gettext_lazy("first day"))
    ends_on = DayField(
        label=gettext_lazy("last day"),
        help_text=gettext_lazy("Inclusive. After it the delegation ends by itself."),
    )
    reason = forms.CharField(
        label=gettext_lazy("reason"),
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("For example: on a mission, on leave."),
    )
    document = forms.CharField(
        label=gettext_lazy("number of the document"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("If there is a paper on it, for example 12-UQ/BBT."),
    )

    class Meta:
        model = Delegation
        fields = FIELDS

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.label_suffix = ""
        if self.portal:  # a given delegation is only read
            self.fields["user"].choices = [("", "—"), *colleagues(self.portal, self.by, self.at)]

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        asked = {name: cleaned[name] for name in ("starts_on", "ends_on", "reason")}
        try:
            refuse_delegation(self.portal, cleaned["user"], by=self.by, at=self.at, **asked)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return cleaned

    def _post_clean(self):
        """The verb makes and checks the row."""


def colleagues(portal, by, at) -> list[tuple]:
    """(number, "Lan – Biên tập viên") of all to whom approving can be delegated."""
    held = {}
    rows = Seat.objects.active_at(at).own().filter(portal=portal).exclude(user=by)
    for seat in rows.select_related("user", "portal").order_by("user__display_name"):
        held.setdefault(seat.user, []).append(seat)
    return [
        (user.pk, f"{user} – {', '.join(seat.get_role_display() for seat in seats)}")
        for user, seats in held.items()
        if may_receive(seats)
    ]


class PortalsOfDelegations(OwnPortals):
    """Those on which the person delegates, and those he inspects."""

    right = Right.DELEGATE

    def offered(self, request):
        inspected = portals_of_roles(request, Role.INSPECTOR)
        mine = super().offered(request)
        return mine + [portal for portal in inspected if portal not in mine]


@admin.register(Delegation)
class DelegationAdmin(DeskAdmin):
    form = DelegationForm
    list_display = ["who", "days", "reason", "portal", "state"]
    list_filter = [PortalsOfDelegations]
    list_select_related = ["user", "delegated_by", "portal"]
    actions = None
    sortable_by = ()
    change_form_template = "portals/delegation.html"
    desk_order = 36
    desk_says = gettext_lazy("Who approves for whom, from when until when.")
    empty_says = gettext_lazy("Nobody approves for somebody else.")
    add_says = gettext_lazy("Delegate approving")

    def get_queryset(self, request):
        seen = portals_with(request, Right.DELEGATE) + portals_of_roles(request, Role.INSPECTOR)
        mine = Q(user=request.user) | Q(delegated_by=request.user)
        rows = super().get_queryset(request)
        return rows.filter(Q(portal__in=seen) | mine).with_counts(timezone.now())

    def has_module_permission(self, request):
        looks = portals_of_roles(request, Role.INSPECTOR, Role.DELEGATE)
        return bool(portals_with(request, Right.DELEGATE) or looks)

    def has_view_permission(self, request, obj=None):
        """The queryset shows a delegation to whom it concerns, also when it is over."""
        return (
            obj is not None
            or self.has_module_permission(request)
            or self.get_queryset(request).exists()
        )

    def has_add_permission(self, request):
        return bool(portals_with(request, Right.DELEGATE))

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("who approves"))
    def who(self, seat):
        return signing.for_another(seat.user, seat.delegated_by)

    @admin.display(description=gettext_lazy("delegate to"))
    def holder(self, seat):
        return str(seat.user)

    @admin.display(description=gettext_lazy("delegated by"))
    def giver(self, seat):
        return str(seat.delegated_by)

    @admin.display(description=gettext_lazy("portal"))
    def where(self, seat):
        return str(seat.portal)

    @admin.display(description=gettext_lazy("days"))
    def days(self, seat):
        return f"{seat.starts_on:%d/%m/%Y} – {seat.ends_on:%d/%m/%Y}"

    @admin.display(description=gettext_lazy("state"))
    def state(self, seat):
        return mark(*standing(seat, timezone.now()))

    def get_fields(self, request, obj=None):
        return READ if obj else FIELDS

    def get_readonly_fields(self, request, obj=None):
        return READ if obj else []

    def title_of(self, obj):
        return _("Delegation: %s") % obj if obj else _("Delegate approving")

    def get_changeform_initial_data(self, request):
        return {"starts_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

    def add_view(self, request, form_url="", extra_context=None):
        """On several portals the chief first says which."""
        portals = portals_with(request, Right.DELEGATE)
        if not portals:
            raise PermissionDenied
        asked = ask_which(self, request, portals, self.title_of(None))
        return asked or super().add_view(request, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        if obj is None:
            form.portal, form.by, form.at = self._portal(request), request.user, timezone.now()
        return form

    def _portal(self, request):
        portal = chosen(request, portals_with(request, Right.DELEGATE))
        if portal is None:
            raise PermissionDenied
        return portal

    def save_form(self, request, form, change):
        return Delegation()

    def save_model(self, request, obj, form, change):
        values = {name: form.cleaned_data[name] for name in FIELDS}
        made = delegate(form.portal, by=request.user, at=form.at, **values)
        obj.__dict__.update(made.__dict__)

    def save_related(self, request, form, formsets, change):
        """A delegation has nothing beside it."""

    def response_add(self, request, obj, post_url_continue=None):
        messages.success(
            request,
            _("%(name)s approves for you from %(from)s until %(until)s.")
            % {
                "name": obj.user,
                "from": f"{obj.starts_on:%d/%m/%Y}",
                "until": f"{obj.ends_on:%d/%m/%Y}",
            },
        )
        return HttpResponseRedirect(reverse("admin:portals_delegation_changelist"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            concerned = obj.portal in portals_with(request, Right.DELEGATE)
            giver = obj.delegated_by_id == request.user.pk
            over = standing(obj, timezone.now())[0] == "ended"
            context["may_withdraw"] = (giver or concerned) and not over
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        end = self.admin_site.admin_view(require_POST(self.withdraw))
        return [
            path("<int:seat_id>/withdraw/", end, name="portals_delegation_withdraw"),
            *super().get_urls(),
        ]

    def withdraw(self, request, seat_id):
        """End it at once; what was signed stays."""
        seat = self.get_object(request, str(seat_id))
        reason = request.POST.get("reason", "")[:300]
        try:
            withdraw(seat, by=request.user, at=timezone.now(), reason=reason)
            messages.success(
                request, _("Withdrawn: %s no longer approves for another.") % seat.user
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:portals_delegation_change", args=[seat.pk]))


def delegation_panels(request) -> list[dict]:
    """For the desk's first page: what was delegated to this person, and what he delegated."""
    now, user = timezone.now(), request.user
    rows = delegations_held(request)[:8]
    if not rows:
        return []
    lines = [
        {"seat": seat, "mine": seat.user_id == user.pk, "standing": mark(*standing(seat, now))}
        for seat in rows
    ]
    return [
        {
            "title": _("Delegation of approving"),
            "template": "portals/delegation_panel.html",
            "context": {"lines": lines},
        }
    ]
