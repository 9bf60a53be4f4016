"""Adding a body or setting its record right: small forms that write the draft of a decision.

What happens to a body (a new name, an end, a merger) is no correction: that is the other screen's.
"""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from apps.newsroom.days import DayField
from apps.organizations.models import Organization
from apps.organizations.naming import guess
from apps.people import decisions
from apps.people.models import Decision

from .fields import LinesField, SuperiorField


class RecordForm(forms.Form):
    """The record of a body that exists: its days and kind are changed by other decisions."""

    name = forms.CharField(label=gettext_lazy("official name"), max_length=200)
    short_names = LinesField(
        label=gettext_lazy("other names"), required=False,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=gettext_lazy("One on each line."),
    )  # fmt: skip
    abbreviations = LinesField(
        label=gettext_lazy("abbreviations"), required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=gettext_lazy("One on each line."),
    )  # fmt: skip
    place = forms.CharField(
        label=pgettext_lazy("organization", "place"), max_length=120, required=False
    )
    parent = SuperiorField(label=gettext_lazy("superior body"))
    number = forms.CharField(label=gettext_lazy("document number"), max_length=80, required=False)
    decided_on = DayField(label=gettext_lazy("date of the document"), required=False)

    @classmethod
    def showing(cls, body: Organization):
        return cls(initial={
            "name": body.name, "short_names": body.short_names, "place": body.place,
            "abbreviations": body.abbreviations, "parent": body.parent_id,
        })  # fmt: skip

    def lines(self, body: Organization) -> list[dict]:
        """What differs from the record, as one line; none when nothing does."""
        given = self.cleaned_data
        new = {name: given[name] for name in ("name", "short_names", "abbreviations", "place")}
        new["parent"] = given["parent"].pk if given["parent"] else None
        old = {name: getattr(body, name) for name in new if name != "parent"}
        old["parent"] = body.parent_id
        changed = {name: new[name] for name in new if new[name] != old[name]}
        return [{"act": "body", "body": body.pk, "set": changed}] if changed else []


class FoundingForm(RecordForm):
    """A body that is new here; kind, level and other names are guessed where left open."""

    kind = forms.ChoiceField(
        label=gettext_lazy("kind"), required=False,
        choices=[("", gettext_lazy("by its name")), *Organization.Kind.choices],
    )  # fmt: skip
    level = forms.ChoiceField(
        label=gettext_lazy("level"), required=False,
        choices=[("", gettext_lazy("by its name")), *Organization.Level.choices],
    )  # fmt: skip
    starts = DayField(
        label=gettext_lazy("exists from"), required=False,
        help_text=gettext_lazy("Empty: it has been there as long as anybody asks."),
    )  # fmt: skip
    field_order = ["name", "kind", "level", "parent", "starts"]

    def clean(self):
        given = super().clean()
        told = guess(given.get("name") or "")
        given["kind"] = given.get("kind") or str(told.kind)
        given["level"] = given.get("level") or str(told.level)
        given["place"] = given.get("place") or told.place
        given["short_names"] = given.get("short_names") or list(told.short_names)
        given["abbreviations"] = given.get("abbreviations") or list(told.abbreviations)
        if not given["level"] and "name" not in self.errors:
            self.add_error("level", _("The name does not tell the level; choose it."))
        return given

    def lines(self, body=None) -> list[dict]:
        """One founding."""
        given = self.cleaned_data
        return [{
            "act": "found", "ref": "new:1", "name": given["name"], "kind": given["kind"],
            "short_names": given["short_names"], "abbreviations": given["abbreviations"],
            "level": given["level"], "place": given["place"], "document": given["number"],
            "parent": given["parent"].pk if given["parent"] else None,
            "from": given["starts"].isoformat() if given["starts"] else None,
        }]  # fmt: skip


def draft_of(form: RecordForm, body: Organization | None, *, by, at) -> Decision | None:
    """A draft with what the form changes; None when it changes nothing."""
    lines = form.lines(body)
    if not lines:
        return None
    what = _("Add %(body)s") if body is None else _("Correct the record of %(body)s")
    return decisions.draft(
        subject=(what % {"body": form.cleaned_data["name"]})[:200],
        number=form.cleaned_data["number"],
        decided_on=form.cleaned_data["decided_on"],
        changes=lines,
        kind=Decision.Kind.BODIES,
        by=by,
        at=at,
    )
