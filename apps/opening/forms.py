"""What the forms of all steps share."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from apps.newsroom.refusals import Refused


class StepForm(forms.Form):
    """One step of one portal; `portal` is None before the first step was saved.

    A step has `initial_of` (what stands there now) and `put` (calls verbs; gives the portal).
    """

    template = "opening/_fields.html"
    stays = False  # show the same screen again after saving, see PeopleForm

    def __init__(self, data=None, files=None, *, portal, by, at, untouched=False):
        self.portal, self.by, self.at, self.untouched = portal, by, at, untouched
        super().__init__(data, files, initial=self.initial_of(), label_suffix="")

    def initial_of(self) -> dict:
        return {}

    def put(self):
        raise NotImplementedError

    def save(self):
        """The portal, or None with a sentence in the form: all of the step or nothing."""
        try:
            with transaction.atomic():
                return self.put()
        except Refused as refusal:
            self.add_error(None, str(refusal))
        except ValidationError as wrong:
            self._say(wrong)
        return None

    def extra(self) -> dict:
        """More for the template of this step."""
        return {}

    def _say(self, wrong):
        """At the field of the same name where there is one, else on top."""
        if not hasattr(wrong, "error_dict"):
            self.add_error(None, wrong)
            return
        for name, errors in wrong.error_dict.items():
            self.add_error(name if name in self.fields else None, errors)
