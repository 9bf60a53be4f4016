"""What other apps build their screens on, and the newsroom's own screens."""

from django.contrib import admin

from apps.accounts.models import User

from .accounts_admin import AccountAdmin
from .log_screens import LogAdmin
from .models import Act
from .notice_models import Letter
from .outbox import LetterAdmin
from .screens import AdministratorsOnly, DeskAdmin, FoldedSearch, FoundPages, NonceMedia

__all__ = ["AdministratorsOnly", "DeskAdmin", "FoldedSearch", "FoundPages", "NonceMedia"]

admin.site.disable_action("delete_selected")
admin.site.register(User, AccountAdmin)
admin.site.register(Letter, LetterAdmin)
admin.site.register(Act, LogAdmin)
