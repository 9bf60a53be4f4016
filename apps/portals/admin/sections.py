from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions import paths
from apps.portals import keeping
from apps.portals.models import Section
from lib.vietnamese.slug import slugify

from .parts import PartAdmin, PartForm


class SectionForm(PartForm):
    class Meta:
        model = Section
        fields = ["title", "slug", "parent", "description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "slug": gettext_lazy(
                "Empty: made from the name. It stays once articles are published."
            ),
            "parent": gettext_lazy("Empty: a section of the first level."),
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        tops = Section.objects.filter(portal=self.portal, parent=None)
        self.fields["parent"].queryset = tops.exclude(pk=self.instance.pk)
        self.fields["parent"].empty_label = _("first level")

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("title") or "", 60)
        same = Section.objects.filter(portal=self.portal, slug=slug).exclude(pk=self.instance.pk)
        if same.exists():
            raise ValidationError(_("This portal already has a section at this address."))
        return slug


@admin.register(Section)
class SectionAdmin(PartAdmin):
    form = SectionForm
    fields = ["title", "slug", "parent", "description", "seen"]
    list_display = ["indented", "where", "description", "move_buttons"]
    list_select_related = ["portal", "parent"]
    ordering = [
        "portal__name",
        Coalesce("parent__position", "position"),
        Coalesce("parent_id", "pk"),
        F("parent_id").asc(nulls_first=True),
        "position",
        "pk",
    ]
    add_says = gettext_lazy("Add a section")
    empty_says = gettext_lazy("No sections yet. Begin with “Tin tức”: every article needs one.")

    @admin.display(description=gettext_lazy("name"))
    def indented(self, section):
        return format_html("{}{}", "— " if section.parent_id else "", section.title)

    @admin.display(description=gettext_lazy("address"))
    def where(self, section):
        return paths.section(section.slug)

    @admin.display(description=gettext_lazy("order"))
    def move_buttons(self, section):
        return super().move_buttons(section)

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj and keeping.was_used(obj) else []

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and not (obj and keeping.was_used(obj))
