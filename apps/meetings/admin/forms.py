"""The form of one meeting: the day and the time as people write them, remote points as lines."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.meetings import cells, keeping
from apps.meetings.chairs import LONGEST_CHOSEN, cell_of, put_cell, read_cells
from apps.meetings.models import Meeting
from apps.meetings.times import instant
from apps.meetings.withdrawing import check_may_withdraw
from apps.newsroom.days import DayField
from apps.newsroom.digests import digest
from apps.newsroom.refusals import Refused
from apps.newsroom.seen import SeenForm
from apps.organizations.models import Organization
from lib.vietnamese.datelines import local
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean, clean_lines
from lib.vietnamese.weeks import monday_of

LINES = forms.Textarea(attrs={"rows": 4})
END_OF_DAY = "23:59"
MOST_OFFERED = 200


class MeetingForm(SeenForm):
    """The portal and the person are given by the screen, never typed."""

    portal = by = None
    day = DayField(label=gettext_lazy("day"))
    time = forms.CharField(
        label=gettext_lazy("time"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("7:30, 7:30–11:00, morning, afternoon; empty: not known yet."),
        widget=forms.TextInput(attrs={"class": "clock"}),
    )
    last_day = DayField(
        label=gettext_lazy("last day"), required=False,
        help_text=gettext_lazy("Only for what lasts several days."),
    )  # fmt: skip
    host_name = forms.CharField(
        label=gettext_lazy("held by"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("A body of the register; begin to type its name."),
        widget=forms.TextInput(
            attrs={"list": "hosts", "autocomplete": "off", "class": "vTextField"}
        ),
    )
    points = forms.CharField(
        label=gettext_lazy("remote points"), required=False, widget=LINES,
        help_text=gettext_lazy("One a line."),
    )  # fmt: skip
    chair = forms.CharField(
        label=gettext_lazy("chaired by"),
        required=False,
        max_length=Meeting._meta.get_field("chair_words").max_length,
        help_text=gettext_lazy(
            "Begin to type the name of an official; several are parted by semicolons. Other words "
            "stay as typed."
        ),
        widget=forms.TextInput(attrs={"class": "vTextField", "data-cell": "chair"}),
    )
    chosen = forms.CharField(
        required=False,
        max_length=LONGEST_CHOSEN,
        widget=forms.HiddenInput(attrs={"data-chosen": ""}),
    )
    public_link = forms.URLField(
        label=gettext_lazy("public live link"), required=False, assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )  # fmt: skip

    class Meta:
        model = Meeting
        fields = [
            "title", "kind", "series", "period", "place", "form", "agenda", "guest_words",
            "prepared_by", "public_link", "private_link", "is_public",
            "needs_reporter", "no_coverage", "state",
        ]  # fmt: skip
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField headline"}),
            "agenda": forms.Textarea(attrs={"rows": 5}),
            "guest_words": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "kind": gettext_lazy(
                "What the invitation calls it: a regular briefing, a session, a visit …"
            ),
            "series": gettext_lazy(
                "The same words each time, so that the last list can be copied."
            ),
            "period": gettext_lazy(
                "As the invitation writes it, such as the third quarter of the year."
            ),
            "agenda": gettext_lazy("One point a line."),
            "private_link": gettext_lazy("For participants; never leaves the desk."),
            "is_public": gettext_lazy("Readers may learn of it, when two people have signed."),
            "no_coverage": gettext_lazy("Stays inside the office; nobody reports on it."),
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        meeting, self.chairs = self.instance, None
        if meeting.pk:
            self.initial["chair"], self.initial["chosen"] = cell_of(meeting)
            start, end = local(meeting.starts_at), meeting.ends_at and local(meeting.ends_at)
            several = end and end.date() > start.date()
            self.initial |= {
                "day": start.date(),
                "time": cells.time_cell(meeting),
                "last_day": end.date() if several else None,
                "host_name": meeting.host.name if meeting.host_id else "",
                "points": "\n".join(meeting.remote_points),
            }
        else:
            meeting.portal = self.portal

    def clean_title(self):
        return clean(self.cleaned_data["title"])

    def clean_points(self):
        return [line for line in clean_lines(self.cleaned_data["points"]) if line][:60]

    def clean_host_name(self):
        name = clean(self.cleaned_data["host_name"])
        if not name:
            return None
        if self.instance.host_id and fold(name) == fold(self.instance.host.name):
            return self.instance.host
        found = [body for body in _bodies(name) if fold(body.name) == fold(name)]
        if not found:
            raise ValidationError(_("The register has no body of this name."))
        return found[0]

    def clean(self):
        cleaned = super().clean()
        day, last = cleaned.get("day"), cleaned.get("last_day")
        if day is None:
            return cleaned
        try:
            self.when = cells.read_when(
                f"{day:%d/%m/%Y}", cleaned.get("time", ""), monday=monday_of(day), above=None
            )
        except Refused as wrong:
            self.add_error("time", str(wrong))
        if last and last < day:
            self.add_error("last_day", _("The last day must not be before the first."))
        return cleaned

    def _post_clean(self):
        if not self.errors:
            self._fill()
        super()._post_clean()
        if not self.errors:
            try:
                keeping.check(self.instance)
            except ValidationError as wrong:
                self.add_error(None, wrong.messages)
        if not self.errors and self.initial.get("is_public") and not self.instance.is_public:
            self._check_private()

    def _check_private(self):
        """Asked here as well as by the verb: a refusal then leaves the form as it was typed."""
        try:
            check_may_withdraw(self.instance, by=self.by, at=timezone.now())
        except Refused as refusal:
            self.add_error("is_public", str(refusal))

    def _fill(self):
        meeting, when, last = self.instance, self.when, self.cleaned_data["last_day"]
        meeting.starts_at = instant(when.day, when.clock, when.session)
        meeting.starts_has_time = when.clock is not None
        meeting.ends_at = None
        if last and last > when.day:
            meeting.ends_at = instant(last, when.until, "evening")
        elif when.until:
            meeting.ends_at = instant(when.day, when.until, "")
        meeting.host = self.cleaned_data["host_name"]
        meeting.remote_points = self.cleaned_data["points"]
        self._fill_chair(meeting)

    def _fill_chair(self, meeting):
        """`chairs` is what the screen has to write with `attending.set_chairs`, or None."""
        cell = clean(self.cleaned_data["chair"]), self.cleaned_data["chosen"]
        if cell != cell_of(meeting):
            (chairs,) = read_cells([cell])
            self.chairs = put_cell(meeting, cell[0], chairs)

    def _state_of(self, row):
        """Who chairs stands in the list of participants, and is shown here."""
        return digest([super()._state_of(row), *cell_of(row)])

    def hosts(self):
        """Names offered while typing: bodies that held meetings here, then those that exist."""
        used = Organization.objects.filter(meetings__portal=self.instance.portal).distinct()
        alive = Organization.objects.filter(valid_to=None).order_by("name")
        names = [
            *used.values_list("name", flat=True),
            *alive.values_list("name", flat=True)[:MOST_OFFERED],
        ]
        return list(dict.fromkeys(names))


def _bodies(name):
    """Bodies of that name, one that still exists first."""
    matches = Q(name__iexact=name) | Q(folded=fold(name))
    for word in fold(name).split()[:1]:
        matches |= Q(folded__startswith=word)
    rows = Organization.objects.filter(matches).order_by("-valid_from")
    return sorted(rows, key=lambda body: body.valid_to is not None)
