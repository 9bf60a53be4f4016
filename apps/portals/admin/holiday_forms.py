"""The set of one year as forms, one for each holiday; the library's pictures are read once."""

import datetime as dt

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.media.addresses import draft_picture
from apps.media.models import Picture
from apps.newsroom.days import MomentField
from apps.portals.holidays import Holiday, in_order, last_used, prepared
from apps.portals.keeping import LINK
from apps.portals.models import Banner
from lib.vietnamese.datelines import format_dateline

from .pictures import PictureTiles

OFFERED, READ = 12, 200
WIDE, NARROW = 2.5, 1.7  # width to height, at least; narrow ones are not wider than WIDE_NARROW
WIDE_NARROW = 3.2
FIELDS = ["slot", "alt", "wide", "narrow", "address", "shows_from", "shows_until", "sober"]


class HolidayTiles(PictureTiles):
    template_name = "portals/holiday_tiles.html"


class Library:
    """The newest pictures of one portal that have a banner's shape; one query, one more for what
    is chosen already and older."""

    def __init__(self, portal, chosen: set[int]):
        rows = Picture.objects.filter(portal=portal.key)
        newest = list(rows.order_by("-pk")[:READ])
        known = {row.pk for row in newest}
        older = list(rows.filter(pk__in=chosen - known)) if chosen - known else []
        self.by_id = {row.pk: row for row in [*newest, *older]}
        self.wide = [row for row in newest if _ratio(row) >= WIDE][:OFFERED]
        self.narrow = [row for row in newest if NARROW <= _ratio(row) <= WIDE_NARROW][:OFFERED]

    def choices(self, offered, chosen) -> list[tuple]:
        """`chosen` is a number, or what a browser sent for one."""
        rows = list(offered)
        rows[:0] = [row for pk, row in self.by_id.items() if str(pk) == str(chosen)
                    and row not in rows]  # fmt: skip
        return [("", _("no picture")), *((row.pk, str(row)) for row in rows)]


class HolidayForm(forms.Form):
    """One holiday's banner. Without `used` nothing of it is asked and nothing hangs."""

    used = forms.BooleanField(required=False)
    wide = forms.TypedChoiceField(
        label=gettext_lazy("wide picture"), widget=HolidayTiles, required=False, coerce=int,
        empty_value=None,
    )  # fmt: skip
    narrow = forms.TypedChoiceField(
        label=gettext_lazy("picture for phones"), widget=HolidayTiles, required=False, coerce=int,
        empty_value=None,
    )  # fmt: skip
    alt = forms.CharField(
        label=gettext_lazy("words of the banner"), max_length=200, required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("What the banner says, for those who cannot see the picture."),
    )  # fmt: skip
    slot = forms.ChoiceField(label=gettext_lazy("place"), choices=Banner.Slot.choices)
    shows_from = MomentField(label=gettext_lazy("from"), required=False)
    shows_until = MomentField(label=gettext_lazy("until"), required=False)
    address = forms.CharField(
        label=gettext_lazy("link"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("Begins with / or https://; empty: the banner is no link."),
    )  # fmt: skip
    sober = forms.BooleanField(label=gettext_lazy("shows in mourning too"), required=False)

    def __init__(self, holiday: Holiday, year: int, library: Library, row, before, data=None):
        self.holiday, self.year, self.library, self.row = holiday, year, library, row
        self.day, self.by_moon = holiday.on(year), holiday.lunar_words(year)
        super().__init__(
            data, prefix=holiday.code, label_suffix="", initial=_initial(holiday, year, row, before)
        )
        for name, offered in (("wide", library.wide), ("narrow", library.narrow)):
            self.fields[name].choices = library.choices(offered, self[name].value())

    @property
    def small(self) -> str:
        """The address of what hangs, small."""
        return draft_picture(self.row.wide_id, 480)

    @property
    def said_day(self) -> str:
        return format_dateline("long", dt.datetime.combine(self.day, dt.time(0)), has_time=False)

    @property
    def anniversary(self) -> str:
        """How many years, and which kind of year it is (NĐ 145/2013, Article 3)."""
        years = self.holiday.years(self.year)
        if not years:
            return ""
        said = ngettext("%d year", "%d years", years) % years
        kind = {0: _("a round year"), 5: _("a half-round year")}.get(years % 10)
        return f"{said} ({kind})" if kind else said

    @property
    def is_open(self) -> bool:
        return bool(self.errors) if self.is_bound else False

    def full_clean(self):
        """What is not used is not asked."""
        super().full_clean()
        if self.is_bound and not self["used"].data:
            self._errors.clear()
            if self.row is None and self._was_filled_in():
                self.add_error("used", _("Tick it to hang this banner, or take out the picture."))

    def _was_filled_in(self) -> bool:
        """Another picture was chosen than the page offered; the tick was forgotten."""
        names = ("wide", "narrow")
        return any(self[n].data and self[n].data != str(self.initial.get(n)) for n in names)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("used"):
            return cleaned
        for name in ("wide", "alt", "shows_from", "shows_until"):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, NEEDED[name])
        begins, ends = cleaned.get("shows_from"), cleaned.get("shows_until")
        if begins and ends and ends <= begins:
            self.add_error("shows_until", _("The banner must end after it begins."))
        if cleaned.get("address") and not LINK.match(cleaned["address"]):
            self.add_error("address", _("A link begins with / or https://"))
        return cleaned

    def fields_of_banner(self) -> dict:
        values = {name: self.cleaned_data[name] for name in FIELDS}
        pictures = {name: self.library.by_id.get(values[name]) for name in ("wide", "narrow")}
        return {**values, **pictures}


NEEDED = {
    "wide": gettext_lazy("Choose a picture, or do not use this holiday."),
    "alt": gettext_lazy("Write what the banner says."),
    "shows_from": gettext_lazy("Write when it appears."),
    "shows_until": gettext_lazy("Write when it goes."),
}


def forms_of(portal, year: int, data=None) -> list[HolidayForm]:
    """The set in the order of its days; filled in with what hangs, else with what is usual and
    last year's pictures."""
    rows, before = prepared(portal, year), last_used(portal, year)
    chosen = {
        pk for row in [*rows.values(), *before.values()] for pk in (row.wide_id, row.narrow_id)
    }
    library = Library(portal, chosen - {None})
    return [
        HolidayForm(each, year, library, rows.get(each.code), before.get(each.code), data)
        for each in in_order(year)
    ]


def wanted(forms_given) -> dict[str, dict]:
    """{code: fields of a Banner} of those that are used."""
    return {
        form.holiday.code: form.fields_of_banner()
        for form in forms_given
        if form.cleaned_data.get("used")
    }


def _initial(holiday, year, row, before):
    begins, ends = holiday.span(year)
    given = {
        "alt": holiday.said(year), "shows_from": begins, "shows_until": ends,
        "sober": holiday.sober, "slot": Banner.Slot.TOP,
    }  # fmt: skip
    if before:
        given |= {name: getattr(before, name) for name in ("slot", "sober", "address")}
        given |= {"wide": before.wide_id, "narrow": before.narrow_id}
    if row:
        given = {name: getattr(row, name) for name in FIELDS}
        given |= {"used": True, "wide": row.wide_id, "narrow": row.narrow_id}
    return given


def _ratio(picture):
    return picture.width / picture.height if picture.height else 0
