"""How bodies are listed and found on the desk.

The screen itself is registered from above (`people/reorganizing/desk.py`): who holds what in a
body, and the decisions that change one, are known only there.
"""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.marks import mark
from lib.vietnamese.dates import read_date

from .models import Organization

TODAY = "hom-nay"


class OnDay(admin.SimpleListFilter):
    """Bodies that exist on a day: today by a link, any other by typing it."""

    title = gettext_lazy("exists on")
    parameter_name = "ngay"
    template = "organizations/day_filter.html"

    def lookups(self, request, model_admin):
        return [(TODAY, gettext_lazy("today"))]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        day = timezone.localdate() if self.value() == TODAY else read_date(self.value()[:40])
        return queryset.existing_on(day) if day else queryset.none()

    def choices(self, changelist):
        """The links, and what the typed form must send along."""
        found = list(super().choices(changelist))
        typed = self.value() if self.value() not in (None, TODAY) else ""
        others = {k: v for k, v in changelist.get_filters_params().items() if k != "ngay"}
        found[0] |= {"typed": typed, "others": others, "words": changelist.query}
        return found


class BodyScreen(FoldedSearch, DeskAdmin):
    """The list; a subclass adds the page of one body and what may be done with it."""

    desk_order = 62
    actions = None
    list_display = ["name", "kind", "level", "superior", "standing"]
    list_filter = [OnDay, "level", "kind"]
    list_select_related = ["parent"]
    ordering = ["name", "valid_from", "pk"]
    change_list_template = "organizations/list.html"
    empty_says = gettext_lazy("No bodies yet. Load the register file, or add the first one.")
    add_says = gettext_lazy("Add a body")

    @admin.display(description=gettext_lazy("superior body"))
    def superior(self, body: Organization):
        return body.parent or "—"

    @admin.display(description=gettext_lazy("time of existence"), ordering="valid_to")
    def standing(self, body):
        return standing(body, timezone.localdate())


def standing(body: Organization, today):
    """Whether the body exists and since or until when, as words with a mark."""
    days = {"from": said(body.valid_from), "to": said(body.valid_to)}
    if body.valid_to and body.valid_to < today:
        return mark("ended", _("ended on %(to)s") % days)
    if body.valid_from and body.valid_from > today:
        return mark("coming", _("begins on %(from)s") % days)
    if body.valid_to:
        return mark("attention", _("ends on %(to)s") % days)
    return mark("on", _("since %(from)s") % days if body.valid_from else _("exists"))


def said(day) -> str:
    """6/10/2026, as these offices write a day; nothing for none."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""
