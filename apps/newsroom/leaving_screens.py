"""The page that asks before somebody is handed over and locked."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import leaving
from .refusals import Refused


class LeavingForm(forms.Form):
    """The reason, and for each portal who takes over."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("For example: moved to another office, contract ended."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, plan, **options):
        super().__init__(*args, label_suffix="", **options)
        self.needs = plan.needs
        for need in plan.needs:
            self.fields[f"to-{need.portal}"] = forms.TypedChoiceField(
                label=_("Who takes over on %s") % need.name,
                help_text=need.says,
                choices=[("", _("choose a colleague")), *need.colleagues],
                coerce=int,
            )

    def receivers(self) -> dict:
        return {need.portal: self.cleaned_data[f"to-{need.portal}"] for need in self.needs}


class LeavingActs:
    """Addresses under one account's page, for AccountAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.leave)
        return [
            path("<int:account_id>/leave/", view, name="accounts_user_leave"),
            *super().get_urls(),
        ]

    def leave(self, request, account_id):
        """Lists exactly what will happen, with counts; posted, it happens."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        account, now = self.get_object(request, str(account_id)), timezone.now()
        plan = leaving.plan_of(account, now)
        typed = request.POST if request.method == "POST" else None
        form = LeavingForm(typed, plan=plan)
        if typed and form.is_valid() and self._left(request, account, form, now):
            return HttpResponseRedirect(self._account_page(account) + "#handed-over")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Hand over and close the account: %s") % account,
            "opts": self.opts,
            "account": account,
            "own": account.pk == request.user.pk,
            "plan": plan,
            "form": form,
            "handed_over": leaving.last_hand_over(account),
        }
        return render(request, "accounts/leave.html", context)

    def _account_page(self, account):
        return reverse("admin:accounts_user_change", args=[account.pk])

    def _left(self, request, account, form, now) -> bool:
        try:
            leaving.hand_over(
                account,
                by=request.user,
                at=now,
                reason=form.cleaned_data["reason"],
                receivers=form.receivers(),
                seen=form.cleaned_data["seen"],
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return False
        messages.success(request, _("%s is handed over and closed.") % account)
        return True
