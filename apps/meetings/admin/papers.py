"""The papers of a meeting, as a table under its form."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from apps.media.models import Attachment
from apps.meetings import keeping
from apps.meetings.models import MeetingDocument

from .scope import portals_read


class DocumentForm(forms.ModelForm):
    class Meta:
        model = MeetingDocument
        fields = ["attachment", "title", "is_public"]


class NamedInTable(forms.BaseInlineFormSet):
    """Fields in cells carry their names: the head of the table alone names nothing."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs.setdefault("aria-label", capfirst(field.label or ""))


class DocumentInline(admin.TabularInline):
    model = MeetingDocument
    form = DocumentForm
    formset = NamedInTable
    extra = 1
    max_num = 30
    verbose_name = _("document")
    verbose_name_plural = _("documents of the meeting")

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name == "attachment":
            own = [portal.key for portal in portals_read(request)]
            if getattr(request, "meeting_portal", None):
                own = [request.meeting_portal.key]
            options["queryset"] = Attachment.objects.filter(portal__in=own)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_dbfield(self, db_field, request, **options):
        """The library has a page of its own: no pencil, plus and eye beside each choice."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        for act in ("add", "change", "delete", "view"):
            if field and hasattr(field.widget, f"can_{act}_related"):
                setattr(field.widget, f"can_{act}_related", False)
        return field

    def has_add_permission(self, request, obj=None):
        return obj is None or keeping.may_keep(request.user, obj.portal, timezone.now())

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request, obj=None):
        return True
