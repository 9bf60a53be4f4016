from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountManager(UserManager):
    def create_superuser(self, username, email=None, password=None, **fields):
        """The first account of an installation: a technical administrator."""
        fields.setdefault("is_administrator", True)
        return super().create_superuser(username, email, password, **fields)


class User(AbstractUser):
    """A person who signs in. Editorial rights are never read from here: see portals.Seat."""

    first_name = None
    last_name = None
    display_name = models.CharField(
        _("full name"), max_length=120, help_text=_("As the person writes it.")
    )
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    is_administrator = models.BooleanField(
        _("technical administrator"),
        default=False,
        help_text=_("Manages accounts and settings. Gives no editorial right."),
    )
    keeps_register = models.BooleanField(
        _("keeper of titles"),
        default=False,
        help_text=_("Keeps the register of titles. A change still needs a second signature."),
    )
    password_is_temporary = models.BooleanField(
        _("must choose a password"),
        default=False,
        editable=False,
        help_text=_("Somebody else has seen the password: it opens nothing but its own change."),
    )

    objects = AccountManager()

    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["username"]

    def __str__(self):
        return self.display_name or self.username

    def get_full_name(self):
        return self.display_name

    def get_short_name(self):
        return self.display_name
