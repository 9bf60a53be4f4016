"""Passwords: the first one that an administrator hands over, and the person's own after it."""

import secrets

from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from . import history

# Without letters and digits that are confused on paper or over the telephone.
ALPHABET = "abcdefghkmnpqrstuvwxyz23456789"


def first_password() -> str:
    """Three groups of four, e.g. "k7mp-2xwd-9qrt": easy to read out, 58 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _n in range(4)) for _group in range(3))


class OwnPasswordForm(PasswordChangeForm):
    """The person's own password; from then on nobody else knows it."""

    required_css_class = "required"

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)

    def clean(self):
        cleaned = super().clean()
        new = cleaned.get("new_password1")
        if new and new == cleaned.get("old_password"):
            raise ValidationError(_("Choose a password other than the one you have now."))
        return cleaned

    def save(self, commit=True):
        self.user.password_is_temporary = False
        user = super().save(commit)
        history.record(f"user:{user.pk}", "set_own_password", by=user, at=timezone.now())
        return user
