"""The chief's screen: which findings stop an article, which only advise."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.portals.admin.choosing import OfOnePortal
from apps.portals.roles import Right

from .models import StopRule
from .stopping import EXPLAINED, set_stopping, stopping_kinds


class StopsForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        choices=[(kind.value, kind.label) for kind in EXPLAINED], required=False
    )


@admin.register(StopRule)
class StopRuleAdmin(OfOnePortal):
    """One page for each portal; the rows themselves are nobody's business."""

    desk_order = 45
    desk_says = gettext_lazy("Which findings stop an article and which only advise.")

    right = Right.SET_STOPS
    page_title = gettext_lazy("Checking of articles")

    def page(self, request, portal):
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
        return self.shown(request, "proofing/stops.html", portal, {"rows": rows})
