"""No silent overwrite: a form remembers what it showed, and says when a colleague was faster."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .digests import digest


class SeenForm(forms.ModelForm):
    """Saving refuses when the row is no longer what was opened; the typed words stay in the form.

    Django admin saves inside a transaction that SQLite begins with its write lock; on PostgreSQL
    the row is read again under `select_for_update`.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.label_suffix = ""
        if self.instance.pk:
            self.initial["seen"] = self._state_of(self.instance)

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.data.get(self.add_prefix("seen")):
            now = self._meta.model.objects.select_for_update().get(pk=self.instance.pk)
            present = self._state_of(now)
            if self.data[self.add_prefix("seen")] != present:
                self._show_again(present)
                raise ValidationError(
                    _("A colleague saved this while you had it open. Compare with the history, "
                      "then save again: yours replaces it.")
                )  # fmt: skip
        return cleaned

    def _show_again(self, present):
        """The next try is a decision, not an accident."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = present

    def _state_of(self, row):
        names = [field.attname for field in row._meta.concrete_fields]
        skipped = {"last_login", "password"}
        return digest({name: str(getattr(row, name)) for name in names if name not in skipped})
