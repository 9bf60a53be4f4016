"""Base classes for every desk screen: nonce for the editor, folded search, no bulk delete."""

from django.contrib import admin
from django.db.models import Q
from js_asset import Media as AssetMedia

from lib.vietnamese.fold import fold

admin.site.disable_action("delete_selected")


class NonceMedia:
    """The rich-text editor's import map is an inline script: under a strict CSP it needs a nonce."""

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
    """What every screen of ours shares; deleting is never a screen's business."""

    list_per_page = 50
    show_full_result_count = False

    def has_delete_permission(self, request, obj=None):
        return False
