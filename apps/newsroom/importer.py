"""The account that enters what nobody typed: old pages, register files."""

from django.utils.translation import gettext as _

from apps.accounts.models import User

ACCOUNT = "nhap-lieu"


def importer() -> User:
    """Inactive and without a seat; made when missing, nobody can sign in with it."""
    user, made = User.objects.get_or_create(
        username=ACCOUNT, defaults={"display_name": _("Import of old pages"), "is_active": False}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user
