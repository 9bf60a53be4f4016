"""Base classes for every desk screen: nonce for the editor, folded search, no bulk delete."""

from django.contrib import admin
from django.db.models import Q
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from js_asset import Media as AssetMedia

from lib.vietnamese.fold import fold

from . import history, telling


class NonceMedia:
    """The rich-text editor's import map is an inline script: a strict CSP asks for a nonce."""

    def render_change_form(self, request, context, *args, **options):
        media = context["media"]
        if not isinstance(media, AssetMedia):
            media = AssetMedia.from_media(media)
        context["media"] = media.with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **options)


class FoldedSearch:
    """Search with or without marks: every word must stand in the `folded` column."""

    folded_field = "folded"
    search_fields = ["folded"]

    def get_search_results(self, request, queryset, search_term):
        found = Q()
        for word in fold(search_term.replace("\x00", " ")).split():
            found &= Q(**{f"{self.folded_field}__contains": word})
        return queryset.filter(found), False


class DeskAdmin(NonceMedia, admin.ModelAdmin):
    """What every screen of ours shares; deleting is a screen's business only where it says so.

    `desk_order` and `desk_says` place the screen in the menu (a lower number stands first, None
    leaves it out); `empty_says` tells what to do first on an empty list, `add_says` is the text
    of the button that adds one.
    """

    list_per_page = 50
    show_full_result_count = False
    desk_order: int | None = 50
    desk_says = ""
    empty_says = ""
    add_says = ""

    def has_delete_permission(self, request, obj=None):
        return False

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
            "acts": telling.told(history.acts_about(self.act_key(row))[:500], self.model),
        }
        return TemplateResponse(request, "newsroom/history.html", context)
