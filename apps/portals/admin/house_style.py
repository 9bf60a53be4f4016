"""The house style: a preset to start from, and an example of each line while it is chosen."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.portals.example import WORDS, example
from apps.portals.models import HouseStyle
from apps.portals.presets import DEFAULT, PRESETS, apply_preset

from .parts import PartAdmin, PartForm

PRESET_NAMES = {
    "default": gettext_lazy("Default"),
    "name-over-office": gettext_lazy("Name over office, no date line"),
    "updated-at": gettext_lazy("“Cập nhật lúc”, ends with .../."),
    "prefixed": gettext_lazy("Source in brackets, ends with ./."),
    "posted-with-views": gettext_lazy("“Ngày đăng” with the view count"),
    "posted-am-pm": gettext_lazy("“Thời gian đăng” with AM and PM, “Tác giả:”"),
}


class HouseStyleForm(PartForm):
    preset = forms.ChoiceField(
        label=gettext_lazy("Start from a ready-made style"),
        required=False,
        help_text=gettext_lazy("Fills in every line below; change what differs, then save."),
    )

    class Meta:
        model = HouseStyle
        fields = list(DEFAULT)
        help_texts = {
            "byline_joiner": gettext_lazy("With its spaces, e.g. “ – ”."),
            "byline_label": gettext_lazy(
                "Empty: the names alone. One that names pictures stands only over pieces with "
                "some; over others “Tin:” or “Bài:” does."
            ),
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["preset"].choices = [("", "—"), *PRESET_NAMES.items()]
        self.fields["byline_joiner"].strip = False

    def clean(self):
        """Without script the preset is applied when the form is saved."""
        cleaned = super().clean()
        if cleaned.get("preset"):
            cleaned |= PRESETS[cleaned["preset"]]
            apply_preset(self.instance, cleaned["preset"])
        return cleaned


@admin.register(HouseStyle)
class HouseStyleAdmin(PartAdmin):
    form = HouseStyleForm
    fields = ["preset", *DEFAULT, "seen"]
    list_display = ["portal"]
    change_form_template = "portals/house_style.html"

    class Media:
        js = ["newsroom/house-style.js"]

    def title_of(self, obj):
        return _("House style")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {"presets": PRESETS, "example_words": WORDS}
        context["example"] = example(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_change(self, request, obj):
        messages.success(request, _("The house style is saved; sign and publish the frame."))
        return self.response_post_save_change(request, obj)

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(reverse("admin:portals_portal_change", args=[obj.portal_id]))
