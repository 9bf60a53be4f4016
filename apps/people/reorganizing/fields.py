"""Fields for bodies: found while typing, or written by name or place, one on each line."""

import datetime as dt

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.organizations.models import Organization
from apps.organizations.naming import place_of, with_whole_communes
from apps.people import wording
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

LONGEST_LIST = 100  # bodies one plan may found or end by name


def is_id(value) -> bool:
    """Whether this can be the id of a row: engines refuse numbers of more than 64 bits."""
    return str(value).isdecimal() and len(str(value)) < 19


class FindsBodies:
    """Bodies found while typing, with or without marks."""

    def __init__(self, **options):
        super().__init__(Organization._meta.get_field("parent"), admin.site, **options)

    def get_url(self):
        return reverse("admin:organizations_organization_find")

    def optgroups(self, name, value, attrs=None):
        """What is no number was never offered: the field refuses it, the page shows nothing."""
        return super().optgroups(name, [each for each in value if is_id(each)], attrs)


class BodiesWidget(FindsBodies, AutocompleteSelectMultiple):
    pass


class OneBodyWidget(FindsBodies, AutocompleteSelect):
    pass


class BodiesField(forms.ModelMultipleChoiceField):
    widget = BodiesWidget

    def __init__(self, **options):
        super().__init__(Organization.objects.all(), required=False, **options)

    def clean(self, value):
        return super().clean([each for each in value or () if is_id(each)])

    def label_from_instance(self, obj):
        return with_its_time(obj)


def with_its_time(body: Organization) -> str:
    """ "Thị ủy Sông Vân (đến 30/6/2025)": two bodies of one name are told apart by their days."""
    time = wording.span(body.valid_from, body.valid_to)
    return f"{body.name} ({time})" if time else body.name


def bodies_of(place: str, day: dt.date) -> list[Organization]:
    """Bodies of a place on a day, by their record or, where it is silent, by their names."""
    wanted = fold(place)
    words = wanted.split()[-1:]  # the least every name of the place has
    rows = Organization.objects.existing_on(day).filter(folded__contains=" ".join(words))
    return [row for row in rows if fold(place_of(row)) == wanted]


class NamesField(forms.CharField):
    """Names of bodies, one on each line; gives a list."""

    widget = forms.Textarea

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        names = [clean(line).strip() for line in (value or "").splitlines()]
        names = with_whole_communes(list(filter(None, names)))
        if len(names) > LONGEST_LIST:
            raise ValidationError(_("At most %(most)s names at once.") % {"most": LONGEST_LIST})
        return [name[:200] for name in names]


class PlacesField(forms.CharField):
    """Places, one on each line: "thị xã Sông Vân"; gives a list."""

    widget = forms.Textarea

    def to_python(self, value):
        places = [clean(line).strip() for line in (value or "").splitlines()]
        return [place[:120] for place in places if place][:LONGEST_LIST]


class SuperiorField(forms.ModelChoiceField):
    widget = OneBodyWidget

    def __init__(self, **options):
        super().__init__(Organization.objects.all(), required=False, **options)

    def clean(self, value):
        return super().clean(value if is_id(value) else None)

    def label_from_instance(self, obj):
        return with_its_time(obj)


class LinesField(forms.CharField):
    """One name on each line; gives a list."""

    widget = forms.Textarea

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [
            line for line in (clean(each).strip() for each in (value or "").splitlines()) if line
        ]
