from django.contrib import admin
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.marks import mark
from apps.newsroom.telling import name_fields, name_verbs
from apps.people import decisions, wording
from apps.people.models import Decision

from . import entry, finding, reading
from .scope import RegisterScreen

name_verbs(
    {
        "draft": _("wrote a decision"),
        "rewrite": _("wrote on"),
        "propose": _("asked for the signature"),
        "sign": _("signed; the decision took force"),
        "withdraw": _("withdrew it"),
        "drop": _("dropped it"),
        "ask_revocation": _("asked to revoke it"),
        "revoke": _("revoked it"),
        "keep": _("took back the request to revoke it"),
    }
)
name_fields({"lines": _("lines")})
COLOURS = {
    "draft": "draft", "proposed": "waiting", "in_force": "on", "revoked": "taken_down",
    "dropped": "off",
}  # fmt: skip


@admin.register(Decision)
class DecisionAdmin(RegisterScreen, FoldedSearch, DeskAdmin):
    """Decisions that change titles: written by keepers, signed by two."""

    list_display = ["what", "state_mark", "lines", "day", "written"]
    list_display_links = None
    list_filter = ["state", "kind"]
    desk_order = 31
    desk_says = _("Appointments, moves and ends of titles: written, signed by two, in force.")
    empty_says = _("No decisions yet. A keeper of titles writes the first one.")
    change_list_template = "people/decision_list.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "people_decision"
        found = [
            path(f"find/{what}/", wrap(getattr(finding, what)), name=f"{name}_find_{what}")
            for what in ("people", "bodies", "ranks", "terms", "explain")
        ]
        return [
            *found,
            path("add/", wrap(entry.add), name=f"{name}_add"),
            path("<int:pk>/change/", wrap(reading.read), name=f"{name}_change"),
            path("<int:pk>/edit/", wrap(entry.edit), name=f"{name}_edit"),
            path("<int:pk>/act/", wrap(reading.act), name=f"{name}_act"),
            *[u for u in super().get_urls() if u.name in (f"{name}_changelist", f"{name}_history")],
        ]

    def get_queryset(self, request):
        return reading.seen_by(request.user, timezone.now())

    def changelist_view(self, request, extra_context=None):
        keeps = decisions.may_keep(request.user, timezone.now())
        return super().changelist_view(request, {"keeps": keeps, **(extra_context or {})})

    @admin.display(description=_("subject"), ordering="subject")
    def what(self, decision):
        number = " · ".join(filter(None, [decision.number, wording.on(decision.decided_on)]))
        return format_html(
            '<a class="headline" href="{}">{}</a><span class="quiet">{}</span>',
            reverse("admin:people_decision_change", args=[decision.pk]), decision, number,
        )  # fmt: skip

    @admin.display(description=_("state"), ordering="state")
    def state_mark(self, decision):
        if decision.state == Decision.State.IN_FORCE and not decision.signed_at:
            return mark("changed", gettext("in force on the desk, not yet signed by two"))
        return mark(COLOURS[decision.state], decision.get_state_display())

    @admin.display(description=_("lines"))
    def lines(self, decision):
        return len(decision.changes)

    @admin.display(description=_("in force since"), ordering="in_force_at")
    def day(self, decision):
        return wording.on(timezone.localtime(decision.in_force_at)) if decision.in_force_at else "—"

    @admin.display(description=_("entered by"))
    def written(self, decision):
        return str(decision.entered_by)
