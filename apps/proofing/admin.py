"""The chief's screen: which findings stop an article, which only advise."""

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom.admin import DeskAdmin
from apps.portals.admin.choosing import ask_which, chosen
from apps.portals.admin.scope import portals_with
from apps.portals.roles import Right

from .models import StopRule
from .stopping import EXPLAINED, set_stopping, stopping_kinds


class StopsForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        choices=[(kind.value, kind.label) for kind in EXPLAINED], required=False
    )


@admin.register(StopRule)
class StopRuleAdmin(DeskAdmin):
    """One page for each portal; the rows themselves are nobody's business."""

    desk_order = 45
    desk_says = gettext_lazy("Which findings stop an article and which only advise.")

    def has_module_permission(self, request):
        return bool(portals_with(request, Right.SET_STOPS))

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        portals = portals_with(request, Right.SET_STOPS)
        if not portals:
            raise Http404
        if asked := ask_which(self, request, portals, _("Checking of articles")):
            return asked
        portal = chosen(request, portals)
        if portal is None:
            raise Http404
        return self._page(request, portal)

    def _page(self, request, portal):
        form = StopsForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            wanted = set(form.cleaned_data["kinds"])
            changed = set_stopping(portal, wanted, by=request.user, at=timezone.now())
            said = _("Saved. It counts from now on.") if changed else _("Nothing was changed.")
            messages.success(request, said)
            return HttpResponseRedirect(request.get_full_path())
        stopping = stopping_kinds(portal)
        rows = [
            {"value": kind.value, "label": kind.label, "says": says, "stops": kind in stopping}
            for kind, says in EXPLAINED.items()
        ]
        context = {"title": _("Checking of articles"), "portal": portal, "rows": rows}
        frame = self.admin_site.each_context(request) | {"opts": self.opts}
        return render(request, "proofing/stops.html", frame | context)
