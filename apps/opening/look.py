"""The head of the page and the house style, chosen by what it looks like."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.media.addresses import draft_picture
from apps.media.uploads import add_masthead
from apps.portals import keeping
from apps.portals.admin.house_style import PRESET_NAMES
from apps.portals.example import example
from apps.portals.models import HouseStyle
from apps.portals.presets import DEFAULT, PRESETS, apply_preset
from apps.portals.setting_up import change_portal
from lib.vietnamese.text import clean

from .forms import StepForm

OWN, AS_STYLE = "rieng", "theo"
MARKS = HouseStyle._meta.get_field("end_mark").choices


class LookForm(StepForm):
    template = "opening/_look.html"
    welcome = forms.CharField(
        label=gettext_lazy("Welcome line"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("One line above the page; may stay empty."),
    )
    masthead = forms.FileField(
        label=gettext_lazy("Picture at the head of every page"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=gettext_lazy(
            "Wide, for example 1600 × 300; without one the name of the portal stands there."
        ),
    )
    masthead_alt = forms.CharField(
        label=gettext_lazy("What the picture says, for people who cannot see it"),
        required=False,
        max_length=200,
    )
    no_masthead = forms.BooleanField(label=gettext_lazy("Take the picture away"), required=False)
    style = forms.ChoiceField(
        label=gettext_lazy("House style"), widget=forms.RadioSelect, required=False
    )
    end_mark = forms.ChoiceField(
        label=gettext_lazy("End mark"),
        choices=[(AS_STYLE, gettext_lazy("as the chosen style")), *MARKS],
        required=False,
        help_text=gettext_lazy(
            "The readers' page puts it at the end of every article; nobody types it."
        ),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["style"].choices = [*PRESET_NAMES.items(), (OWN, _("the present one"))]
        if not self.portal.masthead_id:
            del self.fields["no_masthead"]

    def initial_of(self):
        style = style_of(self.portal)
        name, mark = named(style)
        return {"welcome": self.portal.welcome, "style": name, "end_mark": mark}

    def extra(self):
        shown = self["style"].value()
        present = style_of(self.portal)
        cards = [
            {"value": name, "label": label, "example": example(apply_preset(HouseStyle(), name)),
             "chosen": name == shown}
            for name, label in PRESET_NAMES.items()
        ]  # fmt: skip
        if named(present)[0] == OWN:
            cards.append({"value": OWN, "label": _("the present one"),
                          "example": example(present), "chosen": shown == OWN})  # fmt: skip
        picture = self.portal.masthead
        return {
            "cards": cards,
            "picture": picture,
            "picture_at": draft_picture(picture.pk, 960) if picture else "",
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("masthead") and not clean(cleaned.get("masthead_alt") or ""):
            self.add_error("masthead_alt", _("Say in a few words what the picture shows or says."))
        return cleaned

    def put(self):
        said = self.cleaned_data
        self.portal.welcome = clean(said["welcome"])
        if said.get("no_masthead"):
            self.portal.masthead = None
        if said["masthead"]:
            self.portal.masthead = add_masthead(
                portal=self.portal.key, file=said["masthead"], alt=said["masthead_alt"],
                by=self.by, at=self.at,
            )  # fmt: skip
        change_portal(self.portal, by=self.by, at=self.at)
        style = style_of(self.portal)
        if said["style"] and said["style"] != OWN:
            apply_preset(style, said["style"])
        if said["end_mark"] != AS_STYLE:
            style.end_mark = said["end_mark"]
        keeping.keep(style, by=self.by, at=self.at)
        return self.portal


def style_of(portal) -> HouseStyle:
    return HouseStyle.objects.filter(portal=portal).first() or HouseStyle(portal=portal)


def named(style) -> tuple[str, str]:
    """(name of the preset, end mark or AS_STYLE): what the style is, but for its end mark."""
    values = {name: getattr(style, name) for name in DEFAULT}
    for name, preset in PRESETS.items():
        if preset == values:
            return name, AS_STYLE
    for name, preset in PRESETS.items():
        if {**preset, "end_mark": ""} == {**values, "end_mark": ""}:
            return name, values["end_mark"]
    return OWN, values["end_mark"]
