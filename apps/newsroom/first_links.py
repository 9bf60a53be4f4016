"""A link by which a new colleague chooses his password himself: once, within three days.

Opening it changes nothing (chats open links for a preview); the form posted does. It is made for
an account that nobody has signed in to with a password of his own, and dies with that password.
"""

from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import PasswordResetConfirmView
from django.db import transaction
from django.shortcuts import render
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from . import history
from .refusals import Refused
from .staffing import only_administrators
from .telling import name_verbs

name_verbs({"give_first_link": gettext_lazy("made a link for choosing the first password")})


@transaction.atomic
def first_link(user, *, by, at) -> str:
    """The address, without host. Raises Refused for anybody but an administrator, and for an
    account that is closed or has a password of its own."""
    only_administrators(by)
    if not awaits_first_link(user):
        raise Refused(_("This account has a password of its own, or is closed."))
    history.record(f"user:{user.pk}", "give_first_link", by=by, at=at)
    number = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("admin:first_password_link", args=[number, token])


def awaits_first_link(user) -> bool:
    """Nobody has signed in to it with a password of his own yet."""
    return user.is_active and user.password_is_temporary and user.has_usable_password()


class FirstOwnPasswordForm(SetPasswordForm):
    """From then on nobody else knows it."""

    required_css_class = "required"

    def __init__(self, *args, **options):
        super().__init__(*args, label_suffix="", **options)

    @transaction.atomic
    def save(self, commit=True):
        self.user.password_is_temporary = False
        user = super().save(commit)
        history.record(f"user:{user.pk}", "set_own_password", by=user, at=timezone.now())
        return user


class ChooseFirstPassword(PasswordResetConfirmView):
    template_name = "accounts/choose_password.html"
    form_class = FirstOwnPasswordForm
    success_url = reverse_lazy("admin:first_password_chosen")

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user is not None and awaits_first_link(user) else None


@require_safe
def password_chosen(request):
    return render(request, "accounts/password_chosen.html", {"title": _("Your password is set")})


def urls():
    return [
        path(
            "lan-dau/<uidb64>/<token>/", ChooseFirstPassword.as_view(), name="first_password_link"
        ),
        path("lan-dau/", password_chosen, name="first_password_chosen"),
    ]
