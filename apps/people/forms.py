"""What readers see of a person beside the titles: typed here, in force only by a decision."""

from django import forms
from django.db.models import Case, Q, When
from django.utils.translation import gettext_lazy as _

from apps.media.models import Picture
from apps.newsroom.days import DayField
from apps.portals.admin.pictures import OFFERED, PictureField
from lib.vietnamese.text import clean

from .models import Person


class PersonForm(forms.Form):
    """Name, spellings, portrait, biography, birth date; `portals` are whose libraries are offered.

    A portrait out of another portal's library stays until somebody chooses another one.
    """

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

    def __init__(self, *args, person: Person, portals, **options):
        options.setdefault("initial", _values(person))
        super().__init__(*args, **options)
        self.label_suffix = ""
        self.person = person
        mine = Picture.objects.filter(portal__in=portals.values("key"))
        self.keeps_portrait = bool(person.portrait_id) and not (
            mine.filter(pk=person.portrait_id).exists()
        )
        self._offer(mine, portals)

    def _offer(self, mine, portals):
        portrait = self.fields["portrait"]
        newest = list(mine.order_by("-pk").values_list("pk", flat=True)[:OFFERED])
        chosen = Case(When(pk=self.person.portrait_id or 0, then=0), default=1)
        shown = mine.filter(Q(pk__in=newest) | Q(pk=self.person.portrait_id))
        portrait.queryset = shown.order_by(chosen, "-pk")
        if self.keeps_portrait:
            portrait.empty_label = _("the present portrait")
            self.initial["portrait"] = None
        if not portals.exists():
            portrait.help_text = _(
                "Pictures belong to a portal and you have no seat on one: ask a keeper who has one."
            )

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
            "portrait": self._portrait(portrait),
            "born_on": born.isoformat() if born else None,
        }
        now = _stored(self.person)
        return {name: value for name, value in given.items() if value != now[name]}

    def _portrait(self, chosen):
        if chosen:
            return chosen.pk
        return self.person.portrait_id if self.keeps_portrait else None


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
