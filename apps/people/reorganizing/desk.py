"""The screen of bodies: list, page, adding, correcting, and the way to bodies that change."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom.days import why_no_day
from apps.organizations.admin import BodyScreen, standing
from apps.organizations.models import Organization
from apps.people import decisions
from apps.people.admin.scope import RegisterScreen, keepers_only, page, readers_only
from lib.vietnamese.dates import read_date

from . import views
from .body_forms import FoundingForm, RecordForm, draft_of
from .body_page import facts


@admin.register(Organization)
class OrganizationAdmin(RegisterScreen, BodyScreen):
    """Read-only but through decisions: every button here ends in a draft."""

    desk_says = gettext_lazy(
        "Party, state, Front and mass bodies: who leads them, what became of them."
    )

    def has_add_permission(self, request):
        return decisions.may_keep(request.user, timezone.now())

    def get_urls(self):
        view = self.admin_site.admin_view
        name = "organizations_organization"
        return [
            path("sap-xep/", view(views.reorganize), name=f"{name}_reorganize"),
            path("sap-xep/<int:decision_id>/", view(views.reorganize), name=f"{name}_draft"),
            path("tim/", view(views.find), name=f"{name}_find"),
            path("<int:body_id>/sua/", view(self.correct_view), name=f"{name}_correct"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        """ "Thêm cơ quan": writes the draft of a decision that founds one body."""
        return _record_page(request, None, FoundingForm(request.POST or None), _("Add a body"))

    def correct_view(self, request, body_id):
        """ "Sửa thông tin": other names, place, superior; a mistyped name."""
        readers_only(request, timezone.now())
        body = self.get_object(request, str(body_id))
        sent = request.method == "POST"
        form = RecordForm(request.POST) if sent else RecordForm.showing(body)
        return _record_page(request, body, form, _("Correct the record"))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The page of a body on a day: today, or the one in the address."""
        readers_only(request, timezone.now())
        body = self.get_object(request, object_id)
        typed = request.GET.get("ngay", "")
        today = timezone.localdate()
        day = read_date(typed[:40]) if typed else body.valid_to if _is_over(body, today) else today
        if day is None:
            messages.error(request, why_no_day(typed[:40]))
        context = {
            "body": body,
            "opts": self.opts,
            "day": day or today,
            "standing": standing(body, today),
            "may_keep": self.has_add_permission(request),
            **facts(body, day or today),
        }
        return page(request, "organizations/body.html", str(body), context)


def _is_over(body, today):
    return body.valid_to is not None and body.valid_to < today


def _record_page(request, body, form, title):
    now = timezone.now()
    keepers_only(request, now, _("Only keepers of titles write and change decisions."))
    if request.method == "POST" and form.is_valid():
        saved = draft_of(form, body, by=request.user, at=now)
        if saved:
            messages.success(request, _("Saved as a draft. Read it once more, then hand it in."))
            return HttpResponseRedirect(reverse("admin:people_decision_change", args=[saved.pk]))
        messages.warning(request, _("Nothing is changed."))
    context = {"body": body, "form": form, "media": form.media}
    return page(request, "organizations/record.html", title, context)
