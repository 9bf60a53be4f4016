"""Forms of the library. They only read; the verbs decide and write."""

import json

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .albums import event_choices
from .models import Attachment, Picture
from .pictured import links_of, read_links
from .uploads import described

DOCUMENTS = ".pdf,.docx,.xlsx,.odt,.mp4,.webm,.vtt,.srt"
PICTURES = "image/jpeg,image/png,image/webp,image/gif,image/tiff"


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.Field):
    """A list of uploads. Only "none at all" is an error here: the verb judges each file."""

    widget = SeveralFilesInput
    default_error_messages = {"required": _("Choose at least one file.")}

    def to_python(self, value):
        return [file for file in value or [] if file]


class UploadForm(forms.Form):
    """Files into the library of one of the person's portals: `portals` is (key, name) pairs."""

    portal = forms.ChoiceField(label=_("Portal"))
    files = SeveralFilesField(label=_("Files"))

    def __init__(self, *args, portals, **options):
        super().__init__(*args, label_suffix="", **options)
        self.fields["portal"].choices = portals
        if len(portals) == 1:
            self.fields["portal"].widget = forms.HiddenInput()
            self.initial.setdefault("portal", portals[0][0])

    def texts(self):
        """What the verb gets besides the file and the portal."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("portal", "files")
        }


class PeopleInput(forms.TextInput):
    """Names with commas; the script makes chips of them and offers people of the register.

    `portal`, `event` and `day` are what it asks with, where the form has no fields of that name.
    """

    def __init__(self, portal="", event="", day=None, **options):
        super().__init__(**options)
        self.attrs |= {
            "data-pictured": reverse_lazy("media:people"),
            "data-portal": portal, "data-event": event, "autocomplete": "off",
            "data-day": f"{day:%d/%m/%Y}" if day else "",
        }  # fmt: skip


class LinksField(forms.CharField):
    """Who of the names beside it is whom in the register: {name: key}."""

    widget = forms.HiddenInput

    def __init__(self, **options):
        super().__init__(required=False, **options)

    def prepare_value(self, value):
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value

    def clean(self, value):
        return read_links(value)


def _text(model, name, widget=None):
    """The form field of a model field, with its words and its length, and not required."""
    return model._meta.get_field(name).formfield(required=False, widget=widget or forms.TextInput)


class PictureUploadForm(UploadForm):
    files = SeveralFilesField(
        label=_("Upload new pictures"), widget=SeveralFilesInput(attrs={"accept": PICTURES})
    )
    event = forms.ChoiceField(label=_("Meeting"), required=False)
    caption = _text(Picture, "caption", forms.Textarea(attrs={"rows": 2}))
    credit = _text(Picture, "credit")
    people = _text(Picture, "people", PeopleInput)
    linked = LinksField()
    alt = _text(Picture, "alt", forms.Textarea(attrs={"rows": 2}))

    field_order = ["portal", "files", "event", "people", "caption", "credit", "alt"]

    def __init__(self, *args, portals, **options):
        super().__init__(*args, portals=portals, **options)
        self.fields["people"].widget.attrs["data-portal"] = portals[0][0] if portals else ""
        choices = event_choices([key for key, _name in portals], timezone.now())
        self.fields["event"].choices = choices
        if len(choices) == 1:
            del self.fields["event"]


class AttachmentUploadForm(UploadForm):
    files = SeveralFilesField(
        label=_("Files"), widget=SeveralFilesInput(attrs={"accept": DOCUMENTS})
    )
    title = _text(Attachment, "title")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["title"].help_text = _("Empty: the file's name.")

    def clean(self):
        if len(self.cleaned_data.get("files", [])) > 1:
            self.cleaned_data["title"] = ""
        return self.cleaned_data


class SeenForm(forms.ModelForm):
    """Remembers what it showed: a colleague's change in the meantime is kept, or reported.

    A field the person left alone takes the present value; a field both changed is an error that
    says what the other wrote, and saving again replaces it.
    """

    seen = forms.JSONField(widget=forms.HiddenInput, required=False)
    linked = LinksField()

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.present = described(self.instance)
        self.initial["seen"] = self.present
        row = self.instance
        day = timezone.localdate(row.uploaded_at)
        self.fields["people"].widget = PeopleInput(row.portal, row.event, day)

    def clean(self):
        cleaned = super().clean()
        seen = cleaned.get("seen") if isinstance(cleaned.get("seen"), dict) else {}
        for name in self.present.keys() & self.fields.keys():
            self._merge(name, seen.get(name))
        if self.errors:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = json.dumps(self.present)
        return cleaned

    def _merge(self, name, seen):
        mine, present = self.cleaned_data.get(name), self.present[name]
        if mine == seen:
            self.cleaned_data[name] = present
        elif seen != present and mine is not None and mine != present:
            self.add_error(name, _Overtaken(present))


class _Overtaken(forms.ValidationError):
    def __init__(self, present):
        super().__init__(
            _(
                "Somebody changed this while you were writing; it now says “%(present)s”. "
                "Save again to replace that with yours."
            ),
            params={"present": present},
        )


class PictureForm(SeenForm):
    event = forms.ChoiceField(label=_("Meeting"), required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        row = self.instance
        self.fields["event"].choices = event_choices([row.portal], timezone.now(), row.event)
        self.initial["linked"] = links_of([row]).get(row.pk, {})

    class Meta:
        model = Picture
        fields = [
            "people", "event", "caption", "alt", "credit", "focal_x", "focal_y", "shows_children",
            "consent",
        ]  # fmt: skip
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "alt": forms.Textarea(attrs={"rows": 2}),
            "consent": forms.Textarea(attrs={"rows": 2}),
            "focal_x": forms.NumberInput(attrs={"min": 0, "max": 1, "step": "0.01"}),
            "focal_y": forms.NumberInput(attrs={"min": 0, "max": 1, "step": "0.01"}),
        }


class CaptionForm(SeenForm):
    """One line of the list in which many pictures get their words."""

    class Meta:
        model = Picture
        fields = ["people", "caption", "credit", "alt", "shows_children", "consent"]
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "alt": forms.Textarea(attrs={"rows": 2}),
            "consent": forms.TextInput,
        }


class LinkedFormSet(forms.BaseModelFormSet):
    """Reads all links with one query."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        known = links_of(form.instance for form in self)
        for form in self:
            form.initial["linked"] = known.get(form.instance.pk, {})


CaptionFormSet = forms.modelformset_factory(
    Picture, form=CaptionForm, formset=LinkedFormSet, extra=0
)
