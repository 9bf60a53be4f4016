from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.marks import mark
from apps.people import wording
from apps.people.models import Term

from .scope import RegisterScreen


@admin.register(Term)
class TermAdmin(RegisterScreen, FoldedSearch, DeskAdmin):
    """All titles with their days; only to be read. Decisions change them."""

    folded_field = "person__folded"
    search_fields = ["person__folded"]
    desk_order = None
    change_list_template = "people/plain_list.html"
    list_display = ["who", "title", "standing", "first_day", "last_day", "document"]
    list_display_links = None
    list_filter = ["status"]
    list_select_related = ["person", "position__body"]

    def has_view_permission(self, request, obj=None):
        """The list only; a title is read on its person's page."""
        return obj is None and self.has_module_permission(request)

    @admin.display(description=_("official"), ordering="person__sort_key")
    def who(self, term):
        return format_html('<a href="../person/{}/change/">{}</a>', term.person_id, term.person)

    @admin.display(description=_("title"))
    def title(self, term):
        return wording.join(term.position.rank, term.position.body.name)

    @admin.display(description=_("status"), ordering="status")
    def standing(self, term):
        return mark("ended" if term.ends_on else "on", term.get_status_display())

    @admin.display(description=_("from"), ordering="starts_on")
    def first_day(self, term):
        return wording.on(term.starts_on) or "—"

    @admin.display(description=_("until"), ordering="ends_on")
    def last_day(self, term):
        return wording.on(term.ends_on) or "—"
