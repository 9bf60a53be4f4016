"""Days and times as people here write them: 6/10/2021, 14:05. Never a month first."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lib.vietnamese.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    is_day_missing,
    is_year_missing,
    read_date,
)


def why_no_day(typed: str) -> str:
    """What is wrong with words that `read_date` does not take for a day."""
    if is_year_missing(typed):
        return gettext("The year must be from %(first)d to %(last)d.") % {
            "first": FIRST_YEAR, "last": LAST_YEAR,
        }  # fmt: skip
    if is_day_missing(typed):
        return gettext("There is no such day in the calendar. Look at the day and the month.")
    return gettext("Write the day as day/month/year, for example 6/10/2021.")


class DayField(forms.Field):
    """One day, read D/M/Y in every form people write; gives a date or None."""

    def __init__(self, **options):
        options.setdefault(
            "widget",
            forms.TextInput(
                attrs={
                    "placeholder": _("day/month/year"),
                    "inputmode": "numeric",
                    "autocomplete": "off",
                    "class": "day",
                }
            ),
        )
        super().__init__(**options)

    @classmethod
    def like(cls, field):
        """With the label, help and need of a model's date field."""
        return cls(label=field.verbose_name, help_text=field.help_text, required=not field.blank)

    def prepare_value(self, value):
        return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else value

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, dt.date):
            return value or None
        day = read_date(str(value)[:40])
        if day is None:
            raise ValidationError(why_no_day(str(value)[:40]))
        return day

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != data


class MomentWidget(forms.MultiWidget):
    """The two boxes of a moment, filled in Vietnamese time."""

    def decompress(self, value):
        if value is None:
            return ["", ""]
        here = timezone.localtime(value)
        return [f"{here:%d/%m/%Y}", f"{here:%H:%M}"]


class MomentField(forms.MultiValueField):
    """A day and a clock time in Vietnam; gives an aware datetime or None.

    A day alone means its first instant; where that would surprise, `needs_clock` asks for the hour.
    """

    def __init__(self, *, needs_clock=False, **options):
        self.needs_clock = needs_clock
        fields = (DayField(required=False), ClockField(required=False))
        options.setdefault("require_all_fields", False)
        options["widget"] = MomentWidget([field.widget for field in fields])
        super().__init__(fields=fields, **options)

    def compress(self, values):
        day, clock = values or (None, None)
        if day is None:
            return None
        if clock is None and self.needs_clock:
            raise ValidationError(_("Write the time too, as hour:minute, for example 7:00."))
        return dt.datetime.combine(day, clock or dt.time(0), timezone.get_default_timezone())


class ClockField(forms.TimeField):
    def __init__(self, **options):
        super().__init__(
            input_formats=["%H:%M", "%Hh%M", "%H.%M", "%Hg%M"],
            widget=forms.TextInput(
                attrs={"placeholder": _("hour:minute"), "inputmode": "numeric", "class": "clock"}
            ),
            error_messages={"invalid": _("Write the time as hour:minute, for example 14:05.")},
            **options,
        )
