"""Base classes for every desk screen: nonce for the editor, folded search, no bulk delete."""

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Q
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from js_asset import Media as AssetMedia

from lib.vietnamese.fold import fold

from . import history, telling
from .found import FoundChangeList, FoundPaginator, NumbersFirst


class NonceMedia:
    """The rich-text editor's import map is an inline script: a strict CSP asks for a nonce."""

    def render_change_form(self, request, context, *args, **options):
        media = context["media"]
        if not isinstance(media, AssetMedia):
            media = AssetMedia.from_media(media)
        context["media"] = media.with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **options)


class FoundPages:
    """What a search has found is read once: `found.py`."""

    def get_changelist(self, request, **options):
        return FoundChangeList

    def get_paginator(self, request, queryset, per_page, *args, **options):
        if fold(request.GET.get(SEARCH_VAR, "")).split():
            return FoundPaginator(queryset, per_page)
        return super().get_paginator(request, queryset, per_page, *args, **options)


class FoldedSearch(FoundPages):
    """Search with or without marks: every word must stand in the `folded` column."""

    folded_field = "folded"
    search_fields = ["folded"]

    def get_search_results(self, request, queryset, search_term):
        found = Q()
        for word in fold(search_term.replace("\x00", " ")).split():
            found &= Q(**{f"{self.folded_field}__contains": word})
        return queryset.filter(found), False


class AdministratorsOnly:
    """Screens of the technical administrator: a flag on the account, never a Django permission."""

    def has_module_permission(self, request):
        return request.user.is_active and getattr(request.user, "is_administrator", False)

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.has_module_permission(request)


class DeskAdmin(NonceMedia, admin.ModelAdmin):
    """What every screen of ours shares; deleting is a screen's business only where it says so.

    `desk_order` and `desk_says` place the screen in the menu (a lower number stands first, None
    leaves it out); `empty_says` tells what to do first on an empty list, `add_says` is the text
    of the button that adds one.
    """

    list_per_page = 50
    paginator = NumbersFirst
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    desk_order: int | None = 50
    desk_says = ""
    empty_says = ""
    add_says = ""
    related_buttons = False  # pencil, plus, eye beside a choice: rarely a way anybody should go

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            for act in ("add", "change", "delete", "view"):
                setattr(field.widget, f"can_{act}_related", self.related_buttons)
        return field

    def has_delete_permission(self, request, obj=None):
        return False

    def title_of(self, obj) -> str:
        """The heading of a page: the thing itself, or what the page adds."""
        return str(obj or self.add_says or _("Add %s") % self.opts.verbose_name)

    def changelist_view(self, request, extra_context=None):
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """A page is headed by what it shows; one button saves, unless the screen says otherwise."""
        context.setdefault("show_save_and_add_another", False)
        context.setdefault("show_save_and_continue", False)
        context |= {"title": self.title_of(obj), "subtitle": None}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def delete_view(self, request, object_id, extra_context=None):
        title = {"title": _("Delete: %s") % self.get_object(request, object_id)}
        return super().delete_view(request, object_id, title | (extra_context or {}))

    def get_object(self, request, object_id, from_field=None):
        """What the queryset does not let the person see does not exist: 404, not a hint."""
        found = super().get_object(request, object_id, from_field)
        if found is None:
            raise Http404
        return found

    # History is the Acts that verbs write; Django's own log would say everything twice.

    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None

    def log_deletions(self, request, queryset):
        return None

    @property
    def told_models(self):
        """The models whose fields this noun's Acts mention, for their labels."""
        return (self.model,)

    def act_key(self, obj) -> str:
        """The key under which the verbs of this noun record Acts."""
        return f"{self.opts.model_name}:{obj.pk}"

    def history_view(self, request, object_id, extra_context=None):
        """Who did what to this row, from its Acts."""
        row = self.get_object(request, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % row,
            "opts": self.opts,
            "object": row,
            "acts": telling.told(history.acts_about(self.act_key(row))[:500], *self.told_models),
        }
        return TemplateResponse(request, "newsroom/history.html", context)
