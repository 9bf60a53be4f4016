from django.contrib import admin
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.telling import name_fields, name_verbs
from apps.people import decisions, titles
from apps.people.exchange.views import exchange_urls
from apps.people.models import Person, Term

from . import person_page
from .scope import RegisterScreen

name_verbs(
    {
        "add_person": _("entered into the register"),
        "describe_person": _("set right"),
        "appoint": _("took a title"),
        "end": _("gave a title up"),
        "correct": _("a title was set right"),
        "give_over": _("a title entered here by mistake went to somebody else"),
        "strike": _("a title entered by mistake was taken out"),
        "person:take_back": _("the decision was revoked"),
        "organization:take_back": _("the decision was revoked"),
    }
)
name_fields({"title": _("title")})


class HoldsNow(admin.SimpleListFilter):
    title = _("titles")
    parameter_name = "giu"

    def lookups(self, request, model_admin):
        return [("nay", _("holds one now")), ("het", _("holds none now"))]

    def queryset(self, request, queryset):
        if self.value() not in ("nay", "het"):
            return queryset
        held = Term.objects.held_on(timezone.localdate()).values("person")
        now = queryset.filter(pk__in=held)
        return now if self.value() == "nay" else queryset.exclude(pk__in=held)


@admin.register(Person)
class PersonAdmin(RegisterScreen, FoldedSearch, DeskAdmin):
    """The register's list of people with the titles they hold today."""

    list_display = ["who", "held"]
    list_display_links = None
    list_filter = [HoldsNow]
    desk_order = 30
    desk_says = _("Who holds which title, from when to when: people, titles, decisions.")
    empty_says = _("Nobody in the register yet. Begin with a decision, or load a file.")
    change_list_template = "people/person_list.html"
    told_models = (Person, Term)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "people_person"
        return [
            *exchange_urls(wrap),
            path("<int:pk>/change/", wrap(person_page.read), name=f"{name}_change"),
            path("<int:pk>/describe/", wrap(person_page.describe), name=f"{name}_describe"),
            *[u for u in super().get_urls() if u.name in (f"{name}_changelist", f"{name}_history")],
        ]

    def changelist_view(self, request, extra_context=None):
        keeps = decisions.may_keep(request.user, timezone.now())
        return super().changelist_view(request, {"keeps": keeps, **(extra_context or {})})

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        ids = [person.pk for person in changelist.result_list]
        held = titles.titles_on(ids, timezone.localdate())
        for person in changelist.result_list:
            person.titles_now = titles.long_form(held.get(person.pk, []))
        return changelist

    @admin.display(description=_("full name"), ordering="sort_key")
    def who(self, person):
        return format_html('<a class="headline" href="{}/change/">{}</a>', person.pk, person)

    @admin.display(description=_("titles today"))
    def held(self, person):
        return person.titles_now or "—"
