"""The fields of the screen: one form for the whole, one for each row of its tables.

A row's names begin with its body's or term's key, so that rows may come and go between two looks
at the screen and what was typed into the others stays.
"""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from apps.newsroom.days import DayField
from apps.organizations.models import Organization, Succession
from lib.vietnamese.text import clean

from .fields import BodiesField, NamesField, PlacesField, bodies_of


class WholeForm(forms.Form):
    """What ends, what begins, when, by which document."""

    subject = forms.CharField(
        label=gettext_lazy("subject"), max_length=200, required=False,
        help_text=gettext_lazy("Empty: written for you from what ends and begins."),
    )  # fmt: skip
    number = forms.CharField(label=gettext_lazy("document number"), max_length=80, required=False)
    decided_on = DayField(label=gettext_lazy("date of the document"), required=False)
    day = DayField(
        label=gettext_lazy("first day of the new order"),
        help_text=gettext_lazy("What ends is last there on the day before."),
    )
    ending = BodiesField(
        label=gettext_lazy("bodies that end"),
        help_text=gettext_lazy("Type a part of the name, with or without marks; several at once."),
    )
    branch = forms.BooleanField(label=gettext_lazy("and all bodies beneath them"), required=False)
    places = PlacesField(
        label=gettext_lazy("or everything in these places, one on each line"), required=False,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "thị xã …\nxã …"}),
        help_text=gettext_lazy("All party, state, Front and mass bodies of a place end."),
    )  # fmt: skip
    names = NamesField(
        label=gettext_lazy("new bodies, one name on each line"), required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "“xã …” or “phường …” alone means its party committee, council, committee and Front."
        ),
    )  # fmt: skip
    receiving = BodiesField(
        label=gettext_lazy("existing bodies that take over"),
        help_text=gettext_lazy("Only when the work goes to a body that is there already."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("what happens"), required=False,
        choices=[("", gettext_lazy("by itself: one to one, many to one, one to many")),
                 *Succession.Kind.choices],
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("note"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_names(self):
        names = self.cleaned_data["names"]
        seen = set()
        for name in names:
            if name.lower() in seen:
                raise ValidationError(_("“%(name)s” is written twice.") % {"name": name})
            seen.add(name.lower())
        return names

    def clean_day(self):
        day = self.cleaned_data["day"]
        if not dt.date(1930, 1, 1) <= day <= dt.date(2100, 1, 1):
            raise ValidationError(_("Is the year right?"))
        return day

    def clean(self):
        given = self.cleaned_data
        ending, receiving = set(given.get("ending") or ()), set(given.get("receiving") or ())
        given["of_places"] = [body for body in self._of_places() if body not in ending]
        ending |= set(given["of_places"])
        if not (ending or receiving or given.get("names")) and not self.errors:
            raise ValidationError(_("Choose the bodies that end, or write the names of new ones."))
        for body in ending & receiving:
            self.add_error("receiving", _("%(body)s ends; it cannot take over.") % {"body": body})
        self._names_not_taken(ending)
        return given

    def _of_places(self) -> list[Organization]:
        """All bodies of the places written; a line without any is refused."""
        found, day = [], self.cleaned_data.get("day")
        for place in self.cleaned_data.get("places") or () if day else ():
            here = bodies_of(place, day - dt.timedelta(days=1))
            found += [body for body in here if body not in found]
            if not here:
                self.add_error("places", _(
                    "Nothing in the register belongs to “%(place)s” on the day before."
                ) % {"place": place})  # fmt: skip
        return found

    def _names_not_taken(self, ending):
        """A name that exists on that day and does not end would make two bodies of one.

        Those beneath may end with the branch; if they stay, the preview says so.
        """
        names, day = self.cleaned_data.get("names"), self.cleaned_data.get("day")
        if not names or not day:
            return
        chosen = [row.pk for row in ending]
        rows = Organization.objects.existing_on(day).exclude(pk__in=chosen)
        taken = rows.filter(name__in=names).exclude(pk__in=rows.beneath(chosen))
        if taken:
            self.add_error("names", _(
                "There already: %(names)s. Let them end too, or choose them under “existing "
                "bodies that take over”."
            ) % {"names": ", ".join(dict.fromkeys(map(str, taken)))})  # fmt: skip


class RowForm(forms.Form):
    """One row of a table; bound only if it stood on the screen that was sent."""

    here = forms.CharField(widget=forms.HiddenInput, required=False, initial="1")

    @classmethod
    def of(cls, data, prefix, initial, **options):
        sent = data if data is not None and f"{prefix}-here" in data else None
        return cls(sent, prefix=prefix, initial=initial | {"here": "1"}, **options)

    def values(self) -> dict:
        """What was typed, or what stands there at first."""
        return self.cleaned_data if self.is_bound else self.initial


class NewBodyForm(RowForm):
    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=Organization.Kind.choices)
    level = forms.ChoiceField(label=gettext_lazy("level"), choices=Organization.Level.choices)
    parent = forms.ChoiceField(label=gettext_lazy("superior body"), required=False)
    place = forms.CharField(
        label=pgettext_lazy("organization", "place"), max_length=120, required=False
    )
    short_names = forms.CharField(label=gettext_lazy("other names"), required=False)
    abbreviations = forms.CharField(label=gettext_lazy("abbreviations"), required=False)

    def __init__(self, *args, parents, **options):
        super().__init__(*args, **options)
        self.fields["parent"].choices = [("", gettext_lazy("none")), *parents]


class FateForm(RowForm):
    """What becomes of a body: chosen ones end, those beneath end, move or stay."""

    fate = forms.ChoiceField(label=gettext_lazy("what becomes of it"), required=False)
    after = forms.MultipleChoiceField(
        label=gettext_lazy("who takes over"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, chosen, receivers, **options):
        super().__init__(*args, **options)
        self.fields["after"].choices = receivers
        if chosen:
            del self.fields["fate"]
            return
        self.fields["fate"].choices = [
            ("end", gettext_lazy("ends on the same day")),
            ("stay", gettext_lazy("stays as it is")),
            *((f"under:{key}", _("moves under %(body)s") % {"body": name})
              for key, name in receivers),
        ]  # fmt: skip


class HolderForm(RowForm):
    carry = forms.BooleanField(label=gettext_lazy("goes on"), required=False)
    rank = forms.CharField(
        label=gettext_lazy("new rank"), max_length=120, required=False,
        widget=forms.TextInput(attrs={"list": "ranks", "autocomplete": "off"}),
    )  # fmt: skip
    body = forms.ChoiceField(label=gettext_lazy("new body"), required=False)

    def __init__(self, *args, receivers, term, **options):
        super().__init__(*args, **options)
        self.term = term
        self.fields["body"].choices = [("", gettext_lazy("choose a body")), *receivers]

    def clean(self):
        given = self.cleaned_data
        if given.get("carry"):
            who = {"name": self.term.person.name}
            if not given.get("body") and "body" not in self.errors:
                self.add_error("body", _("Choose the new body of %(name)s.") % who)
            if not clean(given.get("rank") or ""):
                self.add_error("rank", _("Write the new rank of %(name)s.") % who)
        return given
