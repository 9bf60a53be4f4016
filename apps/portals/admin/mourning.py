"""“Chế độ tang lễ”: two taps from any page of the desk; what mourns, and the way out of it."""

import datetime as dt

from django import forms
from django.contrib import admin, messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from apps.newsroom import noticing
from apps.newsroom.admin import DeskAdmin
from apps.newsroom.days import MomentField
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals import mourning
from apps.portals.frame import signature_key
from apps.portals.models import Banner, Mourning
from apps.portals.roles import Right
from lib.vietnamese.days import midnight

from .scope import portals_with

DAYS = 2  # a national mourning, unless the notice says otherwise
PAST = 10


class MourningForm(forms.Form):
    """Filled in so that the second tap may come at once."""

    portals = forms.MultipleChoiceField(
        label=gettext_lazy("portals"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one portal.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("what for"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("For colleagues; readers do not see it."),
    )
    starts_at = MomentField(
        label=gettext_lazy("from"), required=False, help_text=gettext_lazy("Empty: from now on.")
    )
    ends_at = MomentField(
        label=gettext_lazy("until"), help_text=gettext_lazy("Then it ends by itself.")
    )

    def __init__(self, portals, at, data=None):
        self.at, self.several = at, len(portals) > 1
        self.by_key = {portal.key: portal for portal in portals}
        initial = {
            "portals": list(self.by_key),
            "reason": _("National mourning"),
            "ends_at": end_of(at, DAYS),
        }
        super().__init__(data, initial=initial, label_suffix="")
        self.fields["portals"].choices = [(p.key, p.name) for p in portals]
        self.fields["portals"].required = self.several

    def chosen(self):
        keys = self.cleaned_data["portals"] if self.several else list(self.by_key)
        return [self.by_key[key] for key in keys]

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            begins = cleaned["starts_at"] or self.at
            if refusal := mourning.why_not_span(max(begins, self.at), cleaned["ends_at"]):
                self.add_error("ends_at", refusal)
        return cleaned


def end_of(at, days) -> dt.datetime:
    """Midnight after so many days, the day of `at` among them."""
    return midnight(timezone.localdate(at) + dt.timedelta(days=days))


@admin.register(Mourning)
class MourningAdmin(DeskAdmin):
    """One page for all portals of the person; what stands there is no list of rows."""

    desk_order = 39
    desk_says = gettext_lazy("Sober pages at once or between two moments; ends by itself.")

    def has_module_permission(self, request):
        return bool(portals_with(request, Right.MOURN))

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.page), name="portals_mourning_changelist"),
            path(
                "<int:number>/ket-thuc/", wrap(require_POST(self.end)), name="portals_mourning_end"
            ),
        ]

    def page(self, request):
        now, portals = timezone.now(), portals_with(request, Right.MOURN)
        if not portals:
            raise Http404
        if request.method == "POST":
            form = MourningForm(portals, now, request.POST)
            if form.is_valid() and self._begin(request, form, now):
                return redirect("admin:index")
        else:
            form = MourningForm(portals, now)
            for portal in portals:
                noticing.opened(request, signature_key(portal), now)
        frame = self.admin_site.each_context(request) | {"opts": self.opts}
        shown = _shown(request.user, portals, now) | {"form": form, "title": _("Mourning")}
        return render(request, "portals/mourning.html", frame | shown)

    def _begin(self, request, form, now):
        """All of them or none."""
        span = {name: form.cleaned_data[name] for name in ("reason", "starts_at", "ends_at")}
        try:
            made = mourning.begin_on(form.chosen(), by=request.user, at=now, **span)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return False
        if made[0].starts_at <= now:
            messages.success(request, _("Readers have sober pages now."))
        else:
            messages.success(request, _("The mourning will begin by itself."))
        return True

    def end(self, request, number):
        now = timezone.now()
        found = Mourning.objects.filter(pk=number, portal__in=portals_with(request, Right.MOURN))
        made = found.first()
        if made is None:
            raise Http404
        try:
            mourning.end(made, by=request.user, at=now)
            messages.success(request, _("The mourning is over; banners and colours are back."))
        except OutOfSight:
            raise Http404 from None
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("admin:portals_mourning_changelist")


def _shown(user, portals, now) -> dict:
    """What mourns, what of banners is not shown meanwhile, and what was."""
    rows = mourning.not_over(portals, now)
    for row in rows:
        row.runs = row.starts_at <= now
        row.why_not = mourning.why_not_end(row, user, now)
    mourns = {row.portal_id for row in rows}
    banners = Banner.objects.filter(portal__in=mourns, sober=False).exclude(shows_until__lte=now)
    past = Mourning.objects.filter(portal__in=portals).select_related(
        "portal", "begun_by", "ended_by"
    )
    over = [row for row in past[: PAST + len(rows)] if row.is_over(now)][:PAST]
    return {
        "rows": rows,
        "banners": list(banners.select_related("portal")[:20]),
        "past": over,
        "several": len(portals) > 1,
    }
