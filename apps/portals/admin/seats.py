"""Who does what on which portal: the administrator gives and ends roles, nobody else."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from apps.accounts.models import User
from apps.newsroom.admin import AdministratorsOnly, DeskAdmin
from apps.newsroom.days import DayField
from apps.newsroom.marks import mark
from apps.portals.appointing import end_seat, give_seat
from apps.portals.lapsed import standing as standing_of_delegation
from apps.portals.models import Portal, Seat
from apps.portals.roles import Role


class SeatForm(forms.ModelForm):
    by = None
    starts_on = DayField.like(Seat._meta.get_field("starts_on"))
    ends_on = DayField.like(Seat._meta.get_field("ends_on"))

    class Meta:
        model = Seat
        fields = ["user", "portal", "role", "starts_on", "ends_on"]
        help_texts = {
            "role": gettext_lazy(
                "A leader asked for an opinion never signs in: unless he has other work at the "
                "desk, his account loses its password; he reads and agrees by a link and a PIN."
            )
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.label_suffix = ""
        if "user" in self.fields:
            self.fields["user"].queryset = User.objects.filter(is_active=True)
            self.fields["portal"].queryset = Portal.objects.filter(practice_of=None)
            given = [choice for choice in Role.choices if choice[0] != Role.DELEGATE]
            self.fields["role"].choices = [("", "---------"), *given]

    def clean_user(self):
        if self.cleaned_data["user"] == self.by:
            raise ValidationError(_("Nobody gives himself a role; ask another administrator."))
        return self.cleaned_data["user"]


class HeldNow(admin.SimpleListFilter):
    title = gettext_lazy("held")
    parameter_name = "giu"

    def lookups(self, request, model_admin):
        return [("nay", _("now")), ("het", _("ended"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "nay":
            return queryset.filter(
                Q(ends_on__isnull=True) | Q(ends_on__gte=today),
                starts_on__lte=today,
                withdrawn_at__isnull=True,
            )
        over = Q(ends_on__lt=today) | Q(withdrawn_at__isnull=False)
        return queryset.filter(over) if self.value() == "het" else queryset


@admin.register(Seat)
class SeatAdmin(AdministratorsOnly, DeskAdmin):
    form = SeatForm
    fields = ["user", "portal", "role", "starts_on", "ends_on"]
    list_display = ["user", "role", "portal", "first_day", "last_day", "standing"]
    list_filter = [HeldNow, "portal", "role"]
    list_select_related = ["user", "portal"]
    change_form_template = "portals/seat.html"
    actions = None
    desk_order = 82
    desk_says = gettext_lazy("Who writes, edits and approves on which portal, from when to when.")
    add_says = gettext_lazy("Give a role")

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts(timezone.now())

    def has_change_permission(self, request, obj=None):
        """A role is given or ended, never rewritten: what was signed answers to it."""
        return False

    def title_of(self, obj):
        return super().title_of(obj) if obj else _("Give a role")

    def get_changeform_initial_data(self, request):
        return {"starts_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

    @admin.display(description=gettext_lazy("from"), ordering="starts_on")
    def first_day(self, seat):
        return f"{seat.starts_on:%d/%m/%Y}"

    @admin.display(description=gettext_lazy("until"), ordering="ends_on")
    def last_day(self, seat):
        return until(seat) or "—"

    def get_fields(self, request, obj=None):
        """A given role is only read: its days as people write them."""
        return ["user", "portal", "role", "first_day", "last_day"] if obj else self.fields

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj) if obj else []

    @admin.display(description=gettext_lazy("state"))
    def standing(self, seat):
        return mark(*standing(seat, timezone.localdate()))

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        form.by = request.user
        return form

    def save_model(self, request, obj, form, change):
        values = {name: form.cleaned_data[name] for name in self.fields}
        obj.pk = give_seat(by=request.user, at=timezone.now(), **values).pk

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["over"] = bool(obj and is_over(obj, timezone.localdate()))
        context["back"] = request.GET.get("next", "")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        end = self.admin_site.admin_view(require_POST(self.end))
        return [path("<int:seat_id>/end/", end, name="portals_seat_end"), *super().get_urls()]

    def end(self, request, seat_id):
        """End the role at once, and go back to where the button stood."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        seat = self.get_object(request, str(seat_id))
        end_seat(seat, by=request.user, at=timezone.now())
        messages.success(request, _("Ended: %s.") % seat)
        back = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
            back = reverse("admin:portals_seat_changelist")
        return HttpResponseRedirect(back)


def until(seat) -> str:
    """Its last day, or the moment somebody ended it; '' for no end."""
    if seat.withdrawn_at:
        return f"{timezone.localtime(seat.withdrawn_at):%H:%M, %d/%m/%Y}"
    return f"{seat.ends_on:%d/%m/%Y}" if seat.ends_on else ""


def is_over(seat, today) -> bool:
    """Ended by its last day, or withdrawn."""
    return bool(seat.withdrawn_at or seat.ends_on and seat.ends_on < today)


def standing(seat, today) -> tuple[str, str]:
    """(mark, words) of a role on a day."""
    if seat.delegated_by_id is not None:
        return standing_of_delegation(seat, timezone.now())
    if seat.ends_on and seat.ends_on < today:
        return "ended", _("ended")
    if not seat.user.is_active:
        return "off", _("rests: the account is closed")
    if seat.starts_on > today:
        return "coming", _("not yet begun")
    return "on", _("held now")


def account_panels(request, account) -> list[dict]:
    """Fills newsroom's `account_panels`: the roles of one account, for the administrator."""
    today = timezone.localdate()
    seats = account.seats.select_related("portal", "user", "delegated_by")
    seats = seats.with_counts(timezone.now()).order_by("-starts_on")
    lines = [
        {
            "seat": seat,
            "until": until(seat),
            "standing": mark(*standing(seat, today)),
            "over": is_over(seat, today),
        }  # fmt: skip
        for seat in seats
    ]
    context = {
        "account": account,
        "lines": lines,
        "own": account.pk == request.user.pk,
        "today": today,
        "back": request.path,
    }
    return [
        {
            "title": _("Roles on portals"),
            "template": "portals/account_seats.html",
            "context": context,
        }
    ]
