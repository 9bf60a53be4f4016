"""Where somebody is signed in. A closed account opens nothing; its sessions leave the table too."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def open_sessions(account, at) -> list[str]:
    """Keys of the sessions of this account that have not run out."""
    rows = Session.objects.filter(expire_date__gt=at)
    return [
        row.session_key
        for row in rows.iterator()
        if row.get_decoded().get(SESSION_KEY) == str(account.pk)
    ]


def end_all(account, at) -> None:
    """The next click on any of his screens leads to the sign-in page."""
    Session.objects.filter(pk__in=open_sessions(account, at)).delete()


def in_words(count: int) -> str:
    if not count:
        return _("No session is open now.")
    words = ngettext("End %(n)d open session.", "End %(n)d open sessions.", count)
    return words % {"n": count}
