"""Every widget that is written without a template is what Django's own template gives."""

import datetime as dt

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from config.form_renderer import _WRITTEN, Renderer

NASTY = ["", None, "Sông Vân", '"><script>', "a & b", mark_safe("<b>đậm</b>"), "0", 0, 1234567]
ATTRS = [
    None, {"id": "a", "class": 'x "y"', "required": True, "disabled": False, "maxlength": 12000},
    {"data-x": mark_safe("&lt;"), "data-y": "<", "aria-label": gettext_lazy("Portal")},
]  # fmt: skip
CHOICES = [
    ("", "---------"), ("a", "Đảng ủy & <UBND>"), (1, 2026), (2, gettext_lazy("Portal")),
    ("Nhóm <1>", [("x", "Một"), ("y", mark_safe("<i>hai</i>"))]),
]  # fmt: skip
INPUTS = [
    forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.HiddenInput,
    forms.PasswordInput, forms.DateInput, forms.TimeInput, forms.DateTimeInput, forms.ColorInput,
    forms.SearchInput, forms.TelInput, forms.CheckboxInput, forms.Textarea,
]  # fmt: skip


def same(widget, value):
    found, expected = (
        widget.render('ten "truong"', value, renderer=renderer)
        for renderer in (Renderer(), DjangoTemplates())
    )
    assert found == expected
    return found


@pytest.mark.parametrize("attrs", ATTRS)
@pytest.mark.parametrize("kind", INPUTS)
def test_a_field_is_the_same(kind, attrs):
    for value in [*NASTY, True, dt.date(2026, 4, 30)]:
        assert same(kind(attrs=attrs), value)


@pytest.mark.parametrize("attrs", ATTRS)
@pytest.mark.parametrize("kind", [forms.Select, forms.SelectMultiple])
def test_a_list_of_choices_is_the_same(kind, attrs):
    for value in ("a", 1, "y", None, ["a", "x"]):
        assert "Đảng ủy &amp; &lt;UBND&gt;" in same(kind(attrs=attrs, choices=CHOICES), value)
    assert same(kind(attrs=attrs), "a")


def test_choices_with_a_template_of_their_own_keep_it():
    class Marked(forms.Select):
        option_template_name = "django/forms/widgets/input_option.html"

    assert 'type="' in same(Marked(choices=CHOICES), "a")


def test_everything_else_is_rendered_by_django():
    for widget in (forms.RadioSelect(choices=CHOICES[:3]), forms.SplitDateTimeWidget()):
        assert widget.template_name not in _WRITTEN
        assert same(widget, None)


def test_the_desk_writes_so(settings):
    assert isinstance(forms.renderers.get_default_renderer(), Renderer)
