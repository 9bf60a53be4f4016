"""What other apps build their screens on, and the newsroom's own screens."""

from django.contrib import admin

from apps.accounts.models import User

from .accounts_admin import AccountAdmin
<<<<<<< HEAD
from .notice_models import Letter
from .outbox import LetterAdmin
=======
from .log_screens import LogAdmin
from .models import Act
>>>>>>> 46b3d12 (newsroom: The log of acts: filtered, searched without marks, taken away as a file)
from .screens import AdministratorsOnly, DeskAdmin, FoldedSearch, NonceMedia

__all__ = ["AdministratorsOnly", "DeskAdmin", "FoldedSearch", "NonceMedia"]

admin.site.disable_action("delete_selected")
admin.site.register(User, AccountAdmin)
<<<<<<< HEAD
admin.site.register(Letter, LetterAdmin)
=======
admin.site.register(Act, LogAdmin)
>>>>>>> 46b3d12 (newsroom: The log of acts: filtered, searched without marks, taken away as a file)
