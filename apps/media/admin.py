"""The library on the desk: pictures and documents of one's own portals, nobody else's."""

from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.newsroom import slots
from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.telling import name_verbs

from . import cells
from .albums import EventFilter, PersonFilter, RecentFilter
from .attachments import add_attachment, retitle_attachment
from .choosing import say_saved
from .forms import AttachmentUploadForm, PictureForm, PictureUploadForm
from .models import Attachment, Picture
from .pictured import found_by
from .receiving import as_json, bound, own_keys, own_portals, received_from, wants_json
from .uploads import add_picture, describe_picture

name_verbs({"upload": _("uploaded"), "describe": _("described")})


class OwnPortalFilter(admin.SimpleListFilter):
    """Only the person's own portals are offered, and only when there are several."""

    title = _("portal")
    parameter_name = "portal"

    def lookups(self, request, model_admin):
        return own_portals(request)

    def has_output(self):
        return len(self.lookup_choices) > 1

    def queryset(self, request, queryset):
        return queryset.filter(portal=self.value()) if self.value() else queryset


class LibraryAdmin(FoldedSearch, DeskAdmin):
    """Rows of one's own portals; adding is a page of its own that takes several files."""

    list_filter = [OwnPortalFilter]
    list_select_related = ["uploaded_by"]
    upload_form = None
    verb = None

    class Media:
        css = {"all": ["media/library.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).filter(portal__in=own_keys(request))

    def has_module_permission(self, request):
        return bool(own_keys(request))

    def has_view_permission(self, request, obj=None):
        return obj.portal in own_keys(request) if obj else bool(own_keys(request))

    has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return bool(own_keys(request))

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = bound(request, self.upload_form, own_portals(request))
        received = received_from(request, form, type(self).verb)
        if wants_json(request):
            return as_json(form, received)
        if received and received.saved and IS_POPUP_VAR in request.POST:
            return self.response_add(request, received.saved[0])
        if received:
            say_saved(request, received)
            if not received.refused:
                return HttpResponseRedirect(self.after_upload(received.saved))
        return self._upload_page(request, form)

    def _upload_page(self, request, form):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": self.add_says,
            "form": form,
            "is_popup": IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST,
            "upload_done": self.after_upload([]),
            "changelist": self.changelist(),
        }
        return TemplateResponse(request, "media/add_files.html", context)

    def after_upload(self, rows):
        """Where to go when files came in; overridden where something is to be written next."""
        return self.changelist()

    def changelist(self):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")


@admin.register(Picture)
class PictureAdmin(LibraryAdmin):
    form = PictureForm
    upload_form = PictureUploadForm
    verb = add_picture
    desk_order = 30
    desk_says = _("Pictures of your portals: upload, describe, search")
    add_says = _("Add pictures")
    empty_says = _("No pictures yet. Upload the first ones; several at once is fine.")
    list_display = ["thumbnail", "summary"]
    list_display_links = None
    list_filter = [OwnPortalFilter, RecentFilter, EventFilter, PersonFilter]
    readonly_fields = ["focus", "facts", "uses"]
    fields = [
        "focus", ("focal_x", "focal_y"), "event", "people", "caption", "alt", "credit",
        "shows_children", "consent", "uses", "facts", "linked", "seen",
    ]  # fmt: skip

    class Media:
        css = {"all": ["media/pictured.css"]}
        js = ["media/focus.js", "media/pictured.js"]

    @admin.display(description=_("picture"))
    def thumbnail(self, picture):
        return cells.thumbnail(picture)

    @admin.display(description=_("caption"), ordering="caption")
    def summary(self, picture):
        return cells.summary(picture)

    @admin.display(description=_("picture"))
    def focus(self, picture):
        return cells.focus(picture)

    @admin.display(description=_("file"))
    def facts(self, picture):
        return cells.facts(picture)

    @admin.display(description=_("in use"))
    def uses(self, picture):
        return cells.uses(picture.uses)

    def get_search_results(self, request, queryset, search_term):
        own, _double = super().get_search_results(request, queryset, search_term)
        return found_by(queryset, own, search_term, timezone.now()), False

    def get_object(self, request, object_id, from_field=None):
        picture = super().get_object(request, object_id, from_field)
        _note_uses([picture], request)
        return picture

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        _note_uses(changelist.result_list, request)
        return changelist

    def save_model(self, request, obj, form, change):
        texts = {name: form.cleaned_data[name] for name in (*form.present, "linked")}
        describe_picture(obj, by=request.user, at=timezone.now(), **texts)

    def after_upload(self, rows):
        """To the captions of what came in; the script adds the numbers itself."""
        return reverse("media:captions") + "?" + urlencode([("moi", row.pk) for row in rows])


def _note_uses(pictures, request):
    """`uses` beside each row: a few queries for the whole page."""
    ids = [row.pk for row in pictures]
    known = slots.picture_uses(request, ids) if ids else {}
    for row in pictures:
        row.uses = known.get(row.pk, [])


@admin.register(Attachment)
class AttachmentAdmin(LibraryAdmin):
    upload_form = AttachmentUploadForm
    verb = add_attachment
    desk_order = 35
    desk_says = _("Documents readers may download")
    add_says = _("Add attachments")
    empty_says = _("No attachments yet: plans, forms and decisions for readers to download.")
    list_display = ["title", "document"]
    readonly_fields = ["document"]
    fields = ["title", "document"]

    @admin.display(description=_("file"))
    def document(self, attachment):
        return cells.document(attachment)

    def save_model(self, request, obj, form, change):
        title = form.cleaned_data["title"]
        unsaved = Attachment.objects.get(pk=obj.pk)
        retitle_attachment(unsaved, by=request.user, at=timezone.now(), title=title)
