"""What readers see of a person beside the titles: typed here, in force only by a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.newsroom.days import DayField
from apps.portals.admin.pictures import PictureField
from lib.vietnamese.text import clean

from .models import Person


class PersonForm(forms.Form):
    """Name, spellings, portrait, biography, birth date; `portal` is whose library is offered."""

    name = forms.CharField(
        label=_("Full name"), max_length=120, help_text=_("As the person writes it.")
    )
    other_spellings = forms.CharField(
        label=_("Other spellings"), required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One in each line: as documents or old pages also write the name."),
    )  # fmt: skip
    portrait = PictureField(label=_("Portrait"), required=False)
    biography = forms.CharField(
        label=_("Short biography"), required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What readers may know: no home address, no family."),
    )  # fmt: skip
    born_on = DayField(
        label=_("Born on"), required=False, help_text=_("Private: only for the order of names.")
    )

    def __init__(self, *args, person: Person, portal, **options):
        options.setdefault("initial", _values(person))
        super().__init__(*args, **options)
        self.label_suffix = ""
        self.person = person
        self.fields["portrait"].offer(portal, person.portrait_id)

    def clean_name(self):
        return clean(self.cleaned_data["name"])

    def clean_other_spellings(self):
        lines = map(clean, self.cleaned_data["other_spellings"].splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def changed(self) -> dict:
        """Only what differs from the register, as the `set` of a "describe" line."""
        given = dict(self.cleaned_data)
        portrait, born = given.pop("portrait"), given.pop("born_on")
        given |= {
            "portrait": portrait.pk if portrait else None,
            "born_on": born.isoformat() if born else None,
        }
        now = _stored(self.person)
        return {name: value for name, value in given.items() if value != now[name]}


def _values(person):
    return {
        "name": person.name,
        "other_spellings": "\n".join(person.other_spellings),
        "portrait": person.portrait_id,
        "biography": person.biography,
        "born_on": person.born_on,
    }


def _stored(person):
    return {
        "name": person.name,
        "other_spellings": person.other_spellings,
        "portrait": person.portrait_id,
        "biography": person.biography,
        "born_on": person.born_on.isoformat() if person.born_on else None,
    }
