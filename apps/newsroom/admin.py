"""What other apps build their screens on, and the newsroom's own screens."""

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin
from django.contrib.auth.models import Group

from apps.accounts.models import User

from .accounts_admin import AccountAdmin
from .screens import DeskAdmin, FoldedSearch, NonceMedia

__all__ = ["DeskAdmin", "FoldedSearch", "NonceMedia"]

admin.site.disable_action("delete_selected")
# Groups only shape menus and are synchronised by the project; locks are lifted on the account.
for model in (Group, AccessAttempt, AccessFailureLog, AccessLog):
    if admin.site.is_registered(model):
        admin.site.unregister(model)

admin.site.register(User, AccountAdmin)
