import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User

from .seen import SeenForm
from .staffing import FIELDS

USER_NAME = re.compile(r"[\w.@+-]+", re.ASCII)


class AccountForm(SeenForm):
    """An account without its password: that is given and chosen, never typed here."""

    class Meta:
        model = User
        fields = FIELDS
        labels = {"email": gettext_lazy("e-mail address")}
        help_texts = {
            "username": gettext_lazy(
                "What the person types to sign in: short, without marks and spaces."
            ),
            "email": gettext_lazy(
                "For notices, as the person chooses; without it they stand on the desk alone."
            ),
        }
        widgets = {"phone": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})}

    def clean_username(self):
        return user_name(self.cleaned_data["username"], self.instance.pk)


def user_name(typed: str, of=None) -> str:
    """As it is kept. Raises ValidationError for what is none, or belongs to somebody else."""
    name = typed.strip().lower()
    if not USER_NAME.fullmatch(name):
        raise ValidationError(_("Use letters without marks, digits, dots and hyphens."))
    if User.objects.filter(username__iexact=name).exclude(pk=of).exists():
        raise ValidationError(_("This user name already belongs to somebody."))
    return name
